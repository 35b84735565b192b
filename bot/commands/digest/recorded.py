"""What the journal says of a period: which records are new, which are other than they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.commands.digest.span import Span
from bot.facts.change import Change
from bot.facts.edit import RELEASE, Entry
from bot.facts.record import RecordKind

_QUIET = frozenset({"sources", "aliases", "repositories", "reviewed", "homepage"})
"""Fields that say where and by which name something is found: a change of them corrects nothing."""


@dataclass(frozen=True, slots=True)
class Net:
    """All that was done to a record in the period, as one change."""

    change: Change
    release: bool  # whether a new release of the facts had the last word

    @property
    def adds(self) -> bool:
        return self.change.before is None

    @property
    def corrects(self) -> bool:
        """Whether something that was told is told otherwise now, or no longer."""
        return self.change.before is not None and not _QUIET.issuperset(self.change.fields)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was done in the period, record by record, and the events that were added at another time."""

    nets: tuple[Net, ...]
    elsewhere: frozenset[str]

    @property
    def added(self) -> dict[str, Net]:
        """The events that are new in the record, by id."""
        return {each.change.record.id: each for each in self.nets if each.adds and _is_event(each.change)}


def recorded(span: Span, entries: Iterable[Entry]) -> Recorded:
    """The journal's entries told as what is left of them: what was done and undone is nothing."""
    within: dict[object, list[Entry]] = {}
    elsewhere: set[str] = set()
    for each in entries:
        if span.start <= each.at < span.end:
            within.setdefault(each.change.record, []).append(each)
        elif each.change.before is None and _is_event(each.change):
            elsewhere.add(each.change.record.id)
    nets = (_net(each) for each in within.values())
    return Recorded(tuple(net for net in nets if net.change.before != net.change.after), frozenset(elsewhere))


def _net(entries: list[Entry]) -> Net:
    first, last = entries[0], entries[-1]
    change = Change(first.change.record, first.change.before, last.change.after)
    return Net(change, last.actor.platform == RELEASE)


def _is_event(change: Change) -> bool:
    return change.record.kind is RecordKind.EVENT
