"""A maker: what it has opened and when, what is closed, its licences, its pace, its promises."""

from __future__ import annotations

from collections.abc import Iterator

from bot.commands.line import replace
from bot.commands.models import Models
from bot.commands.organization import OrganizationAnswer, OrganizationOf
from bot.commands.pace import PaceOf
from bot.commands.promises import Promised, Promises
from bot.commands.timeline import Timeline as TimelineCommand
from bot.replies import events, promises, standings
from bot.replies.reply import Block, Choice, Field, Fields, Note, Paragraph, Reply, Timeline
from bot.replies.slugs import license_name
from bot.replies.words import Words


def reply(answer: OrganizationAnswer, command: OrganizationOf, words: Words) -> Reply:
    """The overview, what is open first."""
    return Reply(
        title=words("{name}, as of {day}", name=answer.organization.name, day=words.date(answer.as_of.day)),
        headline=standings.counted(answer.rows, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, command, words)),
        language=words.language,
    )


def _blocks(answer: OrganizationAnswer, words: Words) -> Iterator[Block]:
    day = answer.as_of.day
    if answer.opened:
        opened = tuple(standings.field(row, answer.licenses, day, words) for row in answer.opened)
        yield Fields(words("Open, in the order in which they were opened"), opened)
        yield Fields(words("Licences of the weights"), tuple(_licenses(answer, words)))
    if answer.pace is not None:
        yield Paragraph(
            (standings.pace(answer.pace, answer.organization.name, words), _overdue(answer, words))
        )
    if answer.promises:
        yield Fields(words("Promises"), tuple(_promise(each, words) for each in answer.promises))
    if answer.others:
        others = tuple(standings.field(row, answer.licenses, day, words) for row in answer.others)
        yield Fields(words("Not open"), others)
    if answer.own:
        entries = tuple(events.entry(each.event, answer.licenses, words) for each in answer.own)
        yield Timeline(words("About {maker} itself", maker=answer.organization.name), entries)
    yield Note((_reviewed(answer, words),))


def _promise(each: Promised, words: Words) -> Field:
    name = each.model.name if each.model is not None else each.organization.name
    said = promises.field(each.status, words)
    return Field(words("{model} ({promise})", model=name, promise=said.name), said.line)


def _overdue(answer: OrganizationAnswer, words: Words) -> str:
    if not answer.overdue:
        return ""
    return words.count(
        " At that pace {n} more would be open by now.",
        " At that pace {n} more would be open by now.",
        len(answer.overdue),
    )


def _licenses(answer: OrganizationAnswer, words: Words) -> Iterator[Field]:
    for license, rows in answer.used.items():
        names = words.list(row.assessment.model.name for row in rows)
        line = words.count("{n} model: {names}", "{n} models: {names}", len(rows), names=names)
        yield Field(license_name(license, answer.licenses, words), (line,))


def _reviewed(answer: OrganizationAnswer, words: Words) -> str:
    reviewed = answer.organization.reviewed
    if reviewed is None:
        return words("This maker's whole record has not been gone through yet: models may be missing.")
    return words("This maker's whole record was last gone through on {day}.", day=words.date(reviewed))


def _follow_ups(answer: OrganizationAnswer, command: OrganizationOf, words: Words) -> Iterator[Choice]:
    maker = answer.organization.id
    if command.as_of is not None:
        yield Choice(words("As of today"), replace(command, as_of=None))
    yield Choice(words("Timeline with sources"), TimelineCommand(maker, command.as_of))
    if answer.promises:
        yield Choice(words("Promises"), Promises(maker, as_of=command.as_of))
    if answer.pace is not None:
        yield Choice(words("Pace"), PaceOf(maker, command.as_of))
    yield Choice(words("Models as a list"), Models(organization=maker))
