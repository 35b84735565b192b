"""What licences say, compared: which of two is the stricter, and what changed on a model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.facts.model import Component, Event, EventKind, License, Term, TermName, TermValue
from bot.facts.status import Status, supersedes

_STRICTNESS = {value: place for place, value in enumerate(TermValue)}


class Direction(StrEnum):
    """How one answer of a licence differs from another's."""

    STRICTER = "stricter"
    LOOSER = "looser"
    OTHERWISE = "otherwise"  # another condition, of which neither is stricter for everybody
    UNREAD = "unread"  # nobody has read it in one of the two


@dataclass(frozen=True, slots=True)
class TermChange:
    """A question to which two licences give different answers. None: not read."""

    name: TermName
    before: Term | None
    after: Term | None
    direction: Direction


@dataclass(frozen=True, slots=True)
class LicenseChange:
    """A component that came under another licence: the offer before, and the event of the change."""

    component: Component
    before: Event
    after: Event


def differences(before: License, after: License) -> tuple[TermChange, ...]:
    """The questions that the licences answer differently, in the order of :class:`TermName`.

    A threshold says nothing beside a licence that forbids all commercial use: it is left out there.
    """
    return tuple(_differences(before, after))


def _differences(before: License, after: License) -> Iterator[TermChange]:
    old = {term.name: term for term in before.terms}
    new = {term.name: term for term in after.terms}
    moot = any(_forbids_commerce(terms) for terms in (old, new))
    for name in TermName:
        first, second = old.get(name), new.get(name)
        if (first is None and second is None) or (moot and name is TermName.THRESHOLD):
            continue
        direction = _direction(first, second)
        if direction is not None:
            yield TermChange(name, first, second, direction)


def _forbids_commerce(terms: Mapping[TermName, Term]) -> bool:
    commerce = terms.get(TermName.COMMERCIAL_USE)
    return commerce is not None and commerce.value is TermValue.FORBIDDEN


def _direction(before: Term | None, after: Term | None) -> Direction | None:
    if before is None or after is None:
        return Direction.UNREAD
    if before.value is not after.value:
        stricter = _STRICTNESS[after.value] > _STRICTNESS[before.value]
        return Direction.STRICTER if stricter else Direction.LOOSER
    if (before.amount, before.unit) == (after.amount, after.unit):
        return None
    if before.amount is None or after.amount is None or before.unit is not after.unit:
        return Direction.OTHERWISE
    return Direction.STRICTER if after.amount < before.amount else Direction.LOOSER


def license_changes(status: Status) -> tuple[LicenseChange, ...]:
    """Where a published component came under another licence by the status's day, oldest first.

    Sizes or variants of a model that were under different licences from the start are no change.
    """
    offers: dict[Component, list[Event]] = {}
    found: list[LicenseChange] = []
    for event in status.timeline:
        if event.kind is not EventKind.PUBLISH:
            continue
        for component in event.components:
            before = offers.setdefault(component, [])
            gone = [offer for offer in before if supersedes(event, offer)]
            found += (
                LicenseChange(component, offer, event) for offer in gone if offer.license != event.license
            )
            offers[component] = [offer for offer in before if offer not in gone] + [event]
    return tuple(found)
