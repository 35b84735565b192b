"""A digest of the small pack for chosen days, with a journal of chosen changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.commands.declaration import Context
from bot.commands.digest.contents import DigestAnswer, tell
from bot.commands.digest.news import News, events
from bot.commands.digest.span import Span
from bot.commands.every import everything
from bot.facts.change import Change
from bot.facts.edit import RELEASE, Actor, Entry
from bot.facts.model import Event
from bot.facts.record import Record, RecordKind, event
from bot.facts.status import AsOf
from bot.state.delivery import Period
from bot.state.subscription import Filters
from tests.facts.small import PACK

ANN = Actor("discord", "1", "10", "Ann")
BY_RELEASE = Actor(RELEASE)
EVENTS = {
    each.id: each
    for maker in PACK.organizations
    for each in (*maker.events, *(one for model in maker.models for one in model.events))
}


def moment(text: str) -> datetime:
    """A moment in UTC; a day alone begins at nine, as digests do."""
    found = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return found.replace(hour=9) if len(text) == len("2026-11-23") else found


async def digest(
    context: Context, start: str, end: str, *entries: Entry, zone: str = "UTC", **filters: Any
) -> DigestAnswer:
    """What is told of the days from one to before the other."""
    span = Span.of(Period(moment(start), moment(end)), zone)
    found = await everything(context.store, AsOf(span.today, span.today))
    return tell(span, found, entries, Filters(**filters))


def added(id: str, at: str, actor: Actor = ANN) -> Entry:
    """The entry by which an event of the small pack entered the record."""
    return _entry(Change(Record(RecordKind.EVENT, id), None, event(EVENTS[id])), at, actor)


def corrected(id: str, at: str, actor: Actor = ANN, **before: Any) -> Entry:
    """The entry by which an event became what it is; ``before``: what it was."""
    was: Event = replace(EVENTS[id], **before)
    return _entry(Change(Record(RecordKind.EVENT, id), event(was), event(EVENTS[id])), at, actor)


def undone(entry: Entry, at: str) -> Entry:
    """The entry that takes another back."""
    return _entry(entry.change.undone, at, entry.actor)


def told(news: tuple[News, ...]) -> list[str]:
    """The ids of the events that the news tell."""
    return [id for each in news for id in events(each)]


def _entry(change: Change, at: str, actor: Actor) -> Entry:
    return Entry(1, 1, change, actor, moment(at), "They are there.")
