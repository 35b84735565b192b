"""One line for each piece of news: what happened, under which licence, when, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.commands.digest.contents import DigestAnswer
from bot.commands.digest.news import Corrected, News, Opened, Relicensed, Turn, Turned, parts
from bot.commands.timeline import Entry
from bot.facts.license import is_open
from bot.facts.license import parts as license_ids
from bot.facts.model import Access, Component, Event, Model, Organization
from bot.replies import promises, terms
from bot.replies.digest import corrections
from bot.replies.digest.source import source
from bot.replies.reply import Field, Line, Strong
from bot.replies.slugs import ACCESSES, COMPONENTS, license_name
from bot.replies.words import Words

_WORD = re.compile(r"\w+")


def field(news: News, answer: DigestAnswer, words: Words) -> Field:
    """The line of a piece of news, under the name of what it is about."""
    match news:
        case Opened():
            return Field(_name(news.model, answer, words), _opened(news, answer, words))
        case Relicensed():
            return Field(_name(news.model, answer, words), _relicensed(news, answer, words))
        case Turned(promised, _):
            name = _name(promised.model, answer, words) if promised.model else promised.organization.name
            return Field(name, _turned(news, words))
        case Entry(event, model):
            name = _name(model, answer, words) if model else _maker(event, answer).name
            return Field(name, _happened(event, answer, words))
        case Corrected():
            return Field(corrections.name(news, answer), corrections.line(news, answer, words))


def _name(model: Model, answer: DigestAnswer, words: Words) -> str:
    """The model's name with its maker's, where it doesn't carry it."""
    maker = answer.organizations[model.organization].name
    if any(len(word) > 2 and word in model.name.casefold() for word in _WORD.findall(maker.casefold())):
        return model.name
    return words("{model}, {maker}", model=model.name, maker=maker)


def _maker(event: Event, answer: DigestAnswer) -> Organization:
    return answer.organizations[event.id.partition("/")[0]]


def _opened(news: Opened, answer: DigestAnswer, words: Words) -> Line:
    """The parts by the terms they are under; of a part that could be had before, what is new about it."""
    if news.further:
        return _happened(news.event, answer, words)
    said = words(", ").join(_granted(news, answer, words))
    return (words("{day}: {said}.", day=words.date(news.event.date), said=said), *source(news.event, words))


def _granted(news: Opened, answer: DigestAnswer, words: Words) -> Iterator[str]:
    together: dict[tuple[str | None, Access | None], list[Component]] = {}
    for event in news.events:
        together.setdefault((event.license, event.access), []).extend(parts(event))
    for (license, access), components in together.items():
        names = words.list(words(COMPONENTS[each]) for each in dict.fromkeys(components))
        conditions = words("; ").join(_conditions(license, access, answer, words))
        yield words("{parts} ({conditions})", parts=names, conditions=conditions)


def _conditions(
    license: str | None, access: Access | None, answer: DigestAnswer, words: Words
) -> Iterator[str]:
    yield license_name(license, answer.licenses, words)
    if license is not None and license_ids(license) and not is_open(license):
        yield words("not an open licence")
    if access is not None and access is not Access.PUBLIC:
        yield words(ACCESSES[access])


def _relicensed(news: Relicensed, answer: DigestAnswer, words: Words) -> Line:
    before, after = news.before.license, news.after.license
    said = words(
        "{parts}: {before} → {after}.",
        parts=words.list(words(COMPONENTS[each]) for each in news.components),
        before=license_name(before, answer.licenses, words),
        after=license_name(after, answer.licenses, words),
    )
    return (
        words("{day}: {said}", day=words.date(news.after.date), said=said),
        *terms.direction(before, after, answer.licenses, words),
        *source(news.after, words),
    )


def _turned(news: Turned, words: Words) -> Line:
    """What became of the promise, what was promised and when, and the source of the latest of these."""
    status = news.promised.status
    latest = status.deed if news.turn is Turn.KEPT and status.deed is not None else status.event
    lead = words("New promise.") if news.turn is Turn.MADE else promises.outcome(status, words)
    said = words("{day}: {said}", day=words.date(status.event.date), said=words.text(status.event.summary))
    tail = (" ", promises.outcome(status, words)) if news.turn is Turn.MADE else ()
    return (Strong(lead), " ", said, *tail, *source(latest, words))


def _happened(event: Event, answer: DigestAnswer, words: Words) -> Line:
    """What happened in the record's own words, with the licence where they don't name it."""
    said = words.text(event.summary)
    line: Line = (words("{day}: {said}", day=words.date(event.date), said=said),)
    conditions = words("; ").join(_conditions(event.license, event.access, answer, words))
    if event.license is not None and conditions not in said:
        line += (words(" ({license})", license=conditions),)
    return (*line, *source(event, words))
