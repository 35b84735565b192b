"""Timelines in a few words, and what they add up to: for the tests of the definitions."""

from __future__ import annotations

from datetime import date
from itertools import count

from bot.facts.date import PartialDate
from bot.facts.model import (
    Access,
    Component,
    Event,
    EventKind,
    Finding,
    License,
    Model,
    Ruling,
    Source,
    SourceKind,
    Term,
    TermName,
    TermValue,
    Text,
)
from bot.facts.status import AsOf, Status, fold

TODAY = date(2026, 11, 23)
_SOURCES = (Source("https://example.org", "A page", "Example", SourceKind.PRIMARY),)
_numbers = count(1)


def publish(
    component: Component,
    license: str = "Apache-2.0",
    *,
    access: Access = Access.PUBLIC,
    on: str = "2024-03-17",
    variants: tuple[str, ...] = (),
    also: tuple[Component, ...] = (),
) -> Event:
    """A component published under a licence."""
    return Event(
        id=f"example/{component}-{next(_numbers)}",
        date=PartialDate.parse(on),
        kind=EventKind.PUBLISH,
        component=component,
        license=license,
        access=access,
        variants=variants,
        also=also,
        summary=Text("Published."),
        sources=_SOURCES,
    )


def finding(component: Component, what: Finding, *, on: str = "2024-03-18") -> Event:
    """A source's word on a component that isn't published."""
    return Event(
        id=f"example/{component}-{next(_numbers)}",
        date=PartialDate.parse(on),
        kind=EventKind.STATEMENT,
        component=component,
        finding=what,
        summary=Text("Found."),
        sources=_SOURCES,
    )


def ruling(definition: str, verdict: str, by: str, *, on: str = "2024-10-28") -> Event:
    """What somebody published of the model under a definition."""
    return Event(
        id=f"example/statement-{next(_numbers)}",
        date=PartialDate.parse(on),
        kind=EventKind.STATEMENT,
        ruling=Ruling(definition, verdict, by),
        summary=Text("Ruled."),
        sources=_SOURCES,
    )


def event(
    kind: EventKind,
    *,
    component: Component | None = None,
    access: Access | None = None,
    on: str = "2024-03-01",
) -> Event:
    """A release, an announcement or a withdrawal."""
    return Event(
        id=f"example/{kind}-{next(_numbers)}",
        date=PartialDate.parse(on),
        kind=kind,
        component=component,
        access=access,
        summary=Text("Happened."),
        sources=_SOURCES,
    )


def status(*events: Event, day: date = TODAY, training_compute: float | None = None) -> Status:
    """What the events add up to on the day, seen from 23 November 2026."""
    model = Model("example", "Example", "example", training_compute=training_compute, events=events)
    return fold(model, AsOf(day, TODAY))


def license(id: str, **terms: TermValue) -> dict[str, License]:
    """A licence of that id, with terms by their names (an underscore for a hyphen)."""
    read = tuple(
        Term(TermName(name.replace("_", "-")), value, "https://example.org/licence")
        for name, value in terms.items()
    )
    return {id: License(id, id, "https://example.org/licence", "Example", terms=read)}
