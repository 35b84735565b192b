"""A model's events, folded into what its parts are on a given day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bot.facts.date import Happened, PartialDate
from bot.facts.license import is_open
from bot.facts.model import Access, Claim, Component, Event, EventKind, Finding, Model, Ruling


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day asked about, seen from ``today``."""

    day: date
    today: date

    def happened(self, when: PartialDate) -> Happened:
        """Whether something of the record had happened by the day asked about.

        What stands in the record has happened by today, however loosely it is dated.
        """
        happened = when.happened(self.day)
        if happened is Happened.MAYBE and self.day >= self.today:
            return Happened.YES
        return happened


class State(StrEnum):
    """What is known of one component on a day. The last five are five different answers."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    DESCRIBED = "described"
    ABSENT = "absent"
    UNDISCLOSED = "undisclosed"
    UNSAID = "unsaid"
    NOT_RECORDED = "not-recorded"


_STATES = {
    Finding.DESCRIBED: State.DESCRIBED,
    Finding.ABSENT: State.ABSENT,
    Finding.UNDISCLOSED: State.UNDISCLOSED,
    Finding.UNSAID: State.UNSAID,
}


@dataclass(frozen=True, slots=True)
class ComponentStatus:
    """One component on the day: whether it can be had, how, and which event says so.

    ``offers`` are the events by which it can be had: one, unless sizes or variants differ in their terms.
    """

    component: Component
    state: State = State.NOT_RECORDED
    since: PartialDate | None = None  # when it could first be had, or was found to be as it is
    offers: tuple[Event, ...] = ()
    finding: Event | None = None  # the event behind a state that is not published
    maybe: tuple[Event, ...] = ()  # events that may or may not have changed it by that day
    downloads: tuple[Event, ...] = field(init=False)  # the offers that are anyone's to have, none on request

    def __post_init__(self) -> None:
        anyones = tuple(offer for offer in self.offers if offer.access in (Access.PUBLIC, Access.GATED))
        object.__setattr__(self, "downloads", anyones)

    @property
    def published(self) -> bool:
        """Whether anyone can have it, a form or a click included; ``request`` does not count."""
        return bool(self.downloads)

    @property
    def event(self) -> Event | None:
        """The event that decides the state: of several offers the one under the strictest licence."""
        if not self.offers:
            return self.finding
        return min(self.downloads or self.offers, key=lambda offer: is_open(offer.license))

    @property
    def license(self) -> str | None:
        """The licence it can be had under, the strictest where variants differ."""
        event = self.event
        return event.license if event is not None and self.offers else None

    @property
    def access(self) -> Access | None:
        event = self.event
        return event.access if event is not None and self.offers else None

    @property
    def open(self) -> bool:
        """Whether it can be had under an open licence, in all its variants."""
        return self.published and all(is_open(offer.license) for offer in self.downloads)


@dataclass(frozen=True, slots=True)
class Status:
    """What a model's events add up to on a day. Computed, never stored."""

    as_of: AsOf
    components: Mapping[Component, ComponentStatus]
    timeline: tuple[Event, ...] = ()  # all that had happened by then
    maybe: tuple[Event, ...] = ()  # all that may have happened by then
    announced: Event | None = None
    released: Event | None = None  # first use by the public, publication of the parameters included
    retired: Event | None = None
    rulings: tuple[tuple[Ruling, Event], ...] = ()
    claims: tuple[tuple[Claim, Event], ...] = ()
    training_compute: float | None = None  # floating-point operations

    def __getitem__(self, component: Component) -> ComponentStatus:
        return self.components[component]

    @property
    def parameters(self) -> ComponentStatus:
        return self.components[Component.PARAMETERS_FINAL]


def fold(model: Model, as_of: AsOf) -> Status:
    """The status of the model on that day."""
    by_then = [(event, as_of.happened(event.date)) for event in _in_order(model.events)]
    happened = [event for event, when in by_then if when is Happened.YES]
    maybe = tuple(event for event, when in by_then if when is Happened.MAYBE)
    components = {component: ComponentStatus(component) for component in Component}
    for event in happened:
        for component in event.components:
            components[component] = _apply(components[component], event)
    for event in maybe:
        for component in event.components:
            if event.kind in (EventKind.PUBLISH, EventKind.WITHDRAW):
                before = components[component]
                components[component] = replace(before, maybe=(*before.maybe, event))
    return Status(
        as_of=as_of,
        components=components,
        timeline=tuple(happened),
        maybe=maybe,
        announced=_first(happened, EventKind.ANNOUNCE),
        released=next((event for event in happened if first_use(event)), None),
        retired=_last(happened, EventKind.RETIRE),
        rulings=tuple((event.ruling, event) for event in happened if event.ruling is not None),
        claims=tuple(
            (event.claim, event)
            for event in happened
            if event.claim is not None and event.kind is not EventKind.PROMISE
        ),
        training_compute=model.training_compute,
    )


def first_use(event: Event) -> bool:
    """Whether the event put the model in the public's hands: a release, or its parameters for download."""
    if event.kind is EventKind.RELEASE:
        return True
    return publishes_parameters(event)


def publishes_parameters(event: Event) -> bool:
    """Whether the event made the final parameters available to anyone."""
    return (
        event.kind is EventKind.PUBLISH
        and Component.PARAMETERS_FINAL in event.components
        and event.access in (Access.PUBLIC, Access.GATED)
    )


def _in_order(events: Sequence[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.date.order)


def _first(events: Sequence[Event], kind: EventKind) -> Event | None:
    return next((event for event in events if event.kind is kind), None)


def _last(events: Sequence[Event], kind: EventKind) -> Event | None:
    return _first(events[::-1], kind)


def _apply(before: ComponentStatus, event: Event) -> ComponentStatus:
    match event.kind:
        case EventKind.PUBLISH:
            return replace(
                before,
                state=State.PUBLISHED,
                since=before.since if before.state is State.PUBLISHED else event.date,
                offers=(*(offer for offer in before.offers if not supersedes(event, offer)), event),
                finding=None,
            )
        case EventKind.WITHDRAW:
            left = tuple(offer for offer in before.offers if not supersedes(event, offer))
            if left:
                return replace(before, offers=left)
            return replace(before, state=State.WITHDRAWN, since=event.date, offers=(), finding=event)
        case EventKind.STATEMENT if event.finding is not None and before.state is not State.PUBLISHED:
            return replace(before, state=_STATES[event.finding], since=event.date, finding=event)
        case _:
            return before


def supersedes(event: Event, offer: Event) -> bool:
    """Whether the later event replaces the offer: it covers every variant, or all that the offer covers."""
    return not event.variants or (bool(offer.variants) and set(offer.variants) <= set(event.variants))
