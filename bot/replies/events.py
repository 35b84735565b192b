"""Timeline entries in words: an event with its sources."""

from __future__ import annotations

from collections.abc import Mapping

from bot.facts.date import PartialDate
from bot.facts.model import Access, Event, License, Source, SourceKind
from bot.replies.reply import Entry, Line, Link, Strong
from bot.replies.slugs import ACCESSES, N_, license_name
from bot.replies.words import Words

MAYBE = N_("May or may not have happened by then: the sources give no day")


def entry(event: Event, licenses: Mapping[str, License], words: Words, model: str | None = None) -> Entry:
    """The entry of an event; ``model`` names whose it is where a timeline is about several."""
    lead = (Strong(words("{name}: ", name=model)),) if model else ()
    return Entry(
        date=words.date(event.date),
        line=(
            *lead,
            words.text(event.summary),
            *_license(event, licenses, words),
            *_disputes(event, licenses, words),
        ),
        sources=tuple(source(each, words) for each in event.sources),
        id=event.id,
    )


def _license(event: Event, licenses: Mapping[str, License], words: Words) -> Line:
    if event.license is None:
        return ()
    return (words(" ({license})", license=license_name(event.license, licenses, words)),)


def value(field: str, written: str, licenses: Mapping[str, License], words: Words) -> str:
    """The value of an event's field, as it is written in the facts, in words."""
    match field:
        case "date":
            return words.date(PartialDate.parse(written))
        case "license":
            return license_name(written, licenses, words)
        case "access" if written in set(Access):
            return words(ACCESSES[Access(written)])
        case _:
            return written


def _disputes(event: Event, licenses: Mapping[str, License], words: Words) -> Line:
    """Sources that say otherwise: their value, and why we don't go by it."""
    spans: list[str | Link] = []
    for dispute in event.disputes:
        said = value(dispute.field, dispute.value, licenses, words)
        spans += [words(" Another source says {value}", value=said), " ("]
        spans += [Link(words("source"), dispute.url), "): ", words.text(dispute.why)]
    return tuple(spans)


def source(source: Source, words: Words) -> Line:
    """A source as a link, primary ones marked, with the day on which it was last checked."""
    marks = []
    if source.kind is SourceKind.PRIMARY:
        marks.append(words("primary"))
    if source.checked is not None:
        marks.append(words("checked {day}", day=words.date(source.checked)))
    else:
        marks.append(words("not checked"))
    line: Line = (
        Link(words("{publisher}: {title}", publisher=source.publisher, title=source.title), source.url),
        words(" ({marks})", marks=words(", ").join(marks)),
    )
    if source.archive is not None:
        line += (" ", Link(words("archived copy"), source.archive))
    return line
