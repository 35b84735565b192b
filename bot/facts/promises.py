"""Promises against deeds: what became of each promise by a given day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.facts.date import Happened
from bot.facts.license import is_open
from bot.facts.model import Access, Claim, Event, EventKind, Promise, Wording
from bot.facts.status import AsOf

FindEvent = Callable[[str], Event | None]
"""Looks an event up by its id: a condition may come true on another model's timeline."""


class Outcome(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    KEPT_IN_PART = "kept-in-part"
    PENDING = "pending"
    OVERDUE = "overdue"
    CONDITIONAL = "conditional"
    WITHDRAWN = "withdrawn"


LIVE = frozenset({Outcome.PENDING, Outcome.OVERDUE, Outcome.CONDITIONAL})
"""The outcomes of a promise that still waits to be kept."""


class Shortfall(StrEnum):
    """Why a deed keeps a promise only in part."""

    STRICTER_LICENSE = "stricter-license"
    NOT_FOR_ALL = "not-for-all"  # some sizes or variants only
    ON_REQUEST = "on-request"


@dataclass(frozen=True, slots=True)
class PromiseStatus:
    """A promise on a day. Days are counted from the latest reading of its words."""

    event: Event
    promise: Promise
    outcome: Outcome
    deed: Event | None = None  # the event that kept it
    days_late: int | None = None  # of a kept promise: 0 in time; None where either day is not exact
    days_overdue: int | None = None
    met: Event | None = None  # the event by which its condition came true
    shortfalls: tuple[Shortfall, ...] = ()


def weigh(events: Sequence[Event], as_of: AsOf, find: FindEvent) -> tuple[PromiseStatus, ...]:
    """What became of each promise among the events of one timeline, oldest first."""
    happened = [event for event in events if as_of.happened(event.date) is Happened.YES]
    return tuple(
        _weigh(event, event.promise, happened, as_of, find)
        for event in sorted(happened, key=lambda event: event.date.order)
        if event.promise is not None
    )


def _weigh(
    event: Event, promise: Promise, happened: Sequence[Event], as_of: AsOf, find: FindEvent
) -> PromiseStatus:
    met = _happened(promise.met_by, as_of, find)
    deed = _deed(event, happened)
    if deed is not None:
        shortfalls = tuple(_shortfalls(deed, event))
        outcome = Outcome.KEPT_IN_PART if shortfalls else Outcome.KEPT
        return PromiseStatus(event, promise, outcome, deed, _days_late(deed, promise), None, met, shortfalls)
    if _happened(promise.withdrawn_by, as_of, find) is not None:
        return PromiseStatus(event, promise, Outcome.WITHDRAWN, met=met)
    if promise.latest is not None and as_of.day > promise.latest:
        overdue = (as_of.day - promise.latest).days
        return PromiseStatus(event, promise, Outcome.OVERDUE, days_overdue=overdue, met=met)
    if promise.wording is Wording.WHEN and met is None:
        return PromiseStatus(event, promise, Outcome.CONDITIONAL)
    return PromiseStatus(event, promise, Outcome.PENDING, met=met)


def _deed(promised: Event, happened: Sequence[Event]) -> Event | None:
    """The first event that kept the promise; where none did so in full, the first that did in part."""
    deeds = [each for each in happened if _keeps(each, promised)]
    return next((each for each in deeds if not _shortfalls(each, promised)), deeds[0] if deeds else None)


def _happened(id: str | None, as_of: AsOf, find: FindEvent) -> Event | None:
    event = find(id) if id is not None else None
    if event is None or as_of.happened(event.date) is not Happened.YES:
        return None
    return event


def _keeps(deed: Event, promised: Event) -> bool:
    return (
        deed.kind is EventKind.PUBLISH
        and promised.component in deed.components
        and deed.date.latest >= promised.date.earliest
    )


def _shortfalls(deed: Event, promised: Event) -> list[Shortfall]:
    found = []
    wanted_open = promised.claim is Claim.OPEN_SOURCE or is_open(promised.license)
    if wanted_open and deed.license != promised.license and not is_open(deed.license):
        found.append(Shortfall.STRICTER_LICENSE)
    if deed.variants and not promised.variants:
        found.append(Shortfall.NOT_FOR_ALL)
    if deed.access is Access.REQUEST:
        found.append(Shortfall.ON_REQUEST)
    return found


def _days_late(deed: Event, promise: Promise) -> int | None:
    due: date | None = promise.latest
    if due is None or not deed.date.exact:
        return None
    return max(0, (deed.date.latest - due).days)
