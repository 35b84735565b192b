"""Timelines in a few words, and what they add up to: for the tests of the definitions."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.facts.model import (
    Access,
    Component,
    Event,
    EventKind,
    Finding,
    License,
    Ruling,
    Term,
    TermName,
    TermValue,
)
from bot.facts.status import AsOf, Status, fold
from tests.facts import making
from tests.facts.making import TODAY


def publish(
    component: Component, license: str = "Apache-2.0", *, on: str = "2024-03-17", **fields: Any
) -> Event:
    """A component published under a licence, for anyone unless the fields say otherwise."""
    return making.publish(on, component, license, **fields)


def finding(component: Component, what: Finding) -> Event:
    """A source's word on a component that isn't published."""
    return making.event("2024-03-18", "statement", component, finding=what)


def ruling(definition: str, verdict: str, by: str, *, on: str = "2024-10-28") -> Event:
    """What somebody published of the model under a definition."""
    return making.event(on, "statement", ruling=Ruling(definition, verdict, by))


def event(
    kind: EventKind,
    *,
    component: Component | None = None,
    access: Access | None = None,
    on: str = "2024-03-01",
) -> Event:
    """A release, an announcement or a withdrawal."""
    return making.event(on, kind, component, access=access)


def status(*events: Event, day: date = TODAY, training_compute: float | None = None) -> Status:
    """What the events add up to on the day, seen from the tests' today."""
    return fold(making.model(*events, training_compute=training_compute), AsOf(day, TODAY))


def license(id: str, **terms: TermValue) -> dict[str, License]:
    """A licence of that id, with terms by their names (an underscore for a hyphen)."""
    read = tuple(
        Term(TermName(name.replace("_", "-")), value, "https://example.org/licence")
        for name, value in terms.items()
    )
    return {id: License(id, id, "https://example.org/licence", "Example", terms=read)}
