"""`changes`: what happened lately, by the day on which it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.every import Every, every
from bot.commands.promises import Promised
from bot.commands.resolve import pick_wide
from bot.commands.timeline import Entry
from bot.facts.edit import RELEASE
from bot.facts.edit import Entry as Edited
from bot.facts.model import EventKind, License
from bot.facts.names import Subject, SubjectKind
from bot.facts.promises import LIVE
from bot.facts.status import AsOf

DAYS = 30  # looked back where no day is named


class Group(StrEnum):
    """The kinds of news, in the order in which they are told."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    RELEASED = "released"  # announced, first used, retired
    PROMISED = "promised"
    SAID = "said"


_GROUPS: Mapping[EventKind, Group] = {
    EventKind.PUBLISH: Group.PUBLISHED,
    EventKind.WITHDRAW: Group.WITHDRAWN,
    EventKind.ANNOUNCE: Group.RELEASED,
    EventKind.RELEASE: Group.RELEASED,
    EventKind.RETIRE: Group.RELEASED,
    EventKind.PROMISE: Group.PROMISED,
    EventKind.STATEMENT: Group.SAID,
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened since a day, newest last."""

    since: Annotated[
        date | None, About("From which day on (2025-02-26); the last 30 days if left out", Kind.START)
    ] = None
    of: Annotated[str | None, About("A model, a family of models or an organization", Kind.SUBJECT)] = None


@dataclass(frozen=True, slots=True)
class ChangesAnswer:
    """What happened from ``since`` to today, newest last in each group, and was changed in our record."""

    subject: Subject | None
    since: date
    as_of: AsOf
    groups: Mapping[Group, tuple[Entry, ...]]
    maybe: tuple[Entry, ...]  # what may have happened before: the source gives the month or the year alone
    came_due: tuple[Promised, ...]  # promises whose latest day passed in that time, and that still wait
    latest: Entry | None  # the newest entry of all, for where nothing happened since
    licenses: Mapping[str, License]
    edits: tuple[Edited, ...] = ()  # what people changed in our record in that time, newest first


async def answer(command: Changes, context: Context) -> ChangesAnswer | UnknownName | AmbiguousName:
    """What happened to the subject, or anywhere, since the day asked about."""
    subject = pick_wide(context.store.names, command.of) if command.of else None
    if isinstance(subject, UnknownName | AmbiguousName):
        return replace(subject, argument="of")
    found = await every(context, AsOf(context.today, context.today))
    since = command.since or context.today - timedelta(days=DAYS)
    return replace(tell(subject, since, found), edits=await _edits(subject, since, found, context))


async def _edits(subject: Subject | None, since: date, found: Every, context: Context) -> tuple[Edited, ...]:
    """What people, not releases, changed in the record of the subject since that day."""
    if context.desk is None:
        return ()
    start = datetime.combine(since, time(), UTC)
    entries = await context.desk.journal.between(start, context.now + timedelta(seconds=1))
    about = None if subject is None else {subject.id, *(each.model.id for each in found.of(subject))}
    return tuple(
        each
        for each in reversed(entries)
        if each.actor.platform != RELEASE and (about is None or each.change.record.subject in about)
    )


def tell(subject: Subject | None, since: date, found: Every) -> ChangesAnswer:
    """The answer that all models of today make."""
    entries = sorted(_entries(subject, found), key=lambda entry: entry.event.date.order)
    groups: dict[Group, tuple[Entry, ...]] = dict.fromkeys(Group, ())
    for entry in entries:
        if entry.event.date.earliest >= since:
            group = _GROUPS[entry.event.kind]
            groups[group] = (*groups[group], entry)
    return ChangesAnswer(
        subject=subject,
        since=since,
        as_of=found.as_of,
        groups={group: told for group, told in groups.items() if told},
        maybe=tuple(each for each in entries if each.event.date.earliest < since <= each.event.date.latest),
        came_due=tuple(_came_due(subject, since, found)),
        latest=entries[-1] if entries else None,
        licenses=found.licenses,
    )


def _entries(subject: Subject | None, found: Every) -> Iterator[Entry]:
    """What had happened by today; the organizations' own events where they are asked about."""
    for each in found.of(subject):
        yield from (Entry(event, each.model) for event in each.status.timeline)
    for maker in found.organizations.values():
        if subject is None or (subject.kind, subject.id) == (SubjectKind.ORGANIZATION, maker.id):
            yield from (
                Entry(event, None) for event in maker.events if event.date.earliest <= found.as_of.day
            )


def _came_due(subject: Subject | None, since: date, found: Every) -> Iterator[Promised]:
    for each in found.of(subject):
        for promise in each.promises:
            latest = promise.promise.latest
            if promise.outcome in LIVE and latest is not None and since <= latest < found.as_of.day:
                yield Promised(promise, found.organizations[each.model.organization], each.model)


CHANGES = declare("changes", Changes, answer, ("changes", "changes since:2026-11-16 of:xai"))
