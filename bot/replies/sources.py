"""Every source of a model or an event: primary or not, last checked, archived; where two disagree, both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.commands.license import LicenseOf
from bot.commands.open_ import Open
from bot.commands.sources import Sources, SourcesAnswer
from bot.commands.timeline import Timeline as TimelineCommand
from bot.facts.model import Event
from bot.replies import events
from bot.replies.reply import Block, Choice, Field, Fields, Line, Link, Note, Reply, Timeline
from bot.replies.slugs import COMPONENTS
from bot.replies.words import Words


def reply(answer: SourcesAnswer, command: Sources, words: Words) -> Reply:
    """The disagreements first, then entry by entry."""
    name = answer.model.name if answer.model is not None else answer.organization.name
    return Reply(
        title=words("{name}: sources", name=name),
        headline=_headline(answer, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, words)),
        language=words.language,
    )


def _headline(answer: SourcesAnswer, words: Words) -> str:
    total, primary, checked = len(answer.sources), answer.primary, answer.checked
    said = words.count(
        "{n} source, {primary} of them primary, {checked} checked against a copy of the page.",
        "{n} sources, {primary} of them primary, {checked} checked against copies of the pages.",
        total,
        primary=words.number(primary),
        checked=words.number(len(checked)),
    )
    if not checked:
        return said
    return words("{said} Last checked on {day}.", said=said, day=words.date(checked[-1]))


def _blocks(answer: SourcesAnswer, words: Words) -> Iterator[Block]:
    disputes = tuple(field for event in answer.disputed for field in _disputes(event, answer, words))
    if disputes:
        yield Fields(words("Where sources disagree"), disputes)
    entries = tuple(
        events.entry(replace(event, disputes=()), answer.licenses, words) for event in answer.events
    )
    title = words("The entry") if answer.one else words("Entry by entry")
    yield Timeline(title, entries)
    yield Note((_reviewed(answer, words),))


def _disputes(event: Event, answer: SourcesAnswer, words: Words) -> Iterator[Field]:
    """What each source says, the value that we go by, and the reason."""
    for dispute in event.disputes:
        ours = events.value(dispute.field, str(getattr(event, dispute.field)), answer.licenses, words)
        theirs = events.value(dispute.field, dispute.value, answer.licenses, words)
        line: Line = (
            words("We go by “{value}”. ", value=ours),
            Link(words("Another source"), dispute.url),
            words(" says “{value}”. ", value=theirs),
            words.text(dispute.why),
        )
        yield Field(_what(event, words), line)


def _what(event: Event, words: Words) -> str:
    day = words.date(event.date)
    if event.component is None:
        return day
    part = words(COMPONENTS[event.component])
    return words("{part}, {day}", part=part[:1].upper() + part[1:], day=day)


def _reviewed(answer: SourcesAnswer, words: Words) -> str:
    reviewed = answer.organization.reviewed
    maker = answer.organization.name
    if reviewed is None:
        return words("The record of {maker} has not been gone through as a whole yet.", maker=maker)
    day = words.date(reviewed)
    return words("The whole record of {maker} was last gone through on {day}.", maker=maker, day=day)


def _follow_ups(answer: SourcesAnswer, words: Words) -> Iterator[Choice]:
    if answer.model is not None:
        if answer.one:
            yield Choice(words("Every source of {model}", model=answer.model.name), Sources(answer.model.id))
        yield Choice(words("The whole card"), Open(answer.model.id))
        yield Choice(words("Licence of {model}", model=answer.model.name), LicenseOf(answer.model.id))
    maker = answer.organization
    yield Choice(words("Timeline of {maker}", maker=maker.name), TimelineCommand(maker.id))
