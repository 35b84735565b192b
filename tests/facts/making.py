"""Small facts for tests: an event, a model or a pack in one line, valid unless the test says otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.facts.date import PartialDate
from bot.facts.model import (
    Access,
    Component,
    Event,
    EventKind,
    License,
    Model,
    Organization,
    Pack,
    Promise,
    Source,
    SourceKind,
    Text,
    Wording,
)
from bot.facts.status import AsOf

TODAY = date(2026, 11, 24)
SOURCE = Source(
    "https://example.org/page", "A page", "Example", SourceKind.PRIMARY, checked=date(2026, 11, 1)
)


def as_of(day: str, today: date = TODAY) -> AsOf:
    """The day asked about, seen from the tests' today."""
    return AsOf(date.fromisoformat(day), today)


def event(when: str, kind: str, component: str | None = None, **fields: Any) -> Event:
    """An event of the model m1."""
    fields.setdefault("id", f"m1/{component or kind}-{when}")
    fields.setdefault("summary", Text("Something happened.", "何かが起きた。"))
    fields.setdefault("sources", (SOURCE,))
    return Event(
        date=PartialDate.parse(when),
        kind=EventKind(kind),
        component=Component(component) if component else None,
        **fields,
    )


def publish(when: str, component: str = "parameters-final", license: str = "MIT", **fields: Any) -> Event:
    """A component published for anyone to download."""
    fields.setdefault("access", Access.PUBLIC)
    fields.setdefault("url", "https://example.org/weights")
    return event(when, "publish", component, license=license, **fields)


def release(when: str, **fields: Any) -> Event:
    """The first use by the public, as a product."""
    return event(when, "release", access=Access.PRODUCT, **fields)


def promise(when: str, component: str = "parameters-final", claim: Any = None, **words: Any) -> Event:
    """A promise; ``words`` are the fields of its Promise."""
    words.setdefault("by", "Somebody")
    words.setdefault("wording", Wording.UNDATED)
    return event(when, "promise", component, claim=claim, promise=Promise(**words))


def model(*events: Event, id: str = "m1", **fields: Any) -> Model:
    """A model of the organization ``org``."""
    fields.setdefault("name", id.upper())
    return Model(id=id, organization="org", events=events, **fields)


def pack(*models: Model, licenses: tuple[License, ...] = (), **fields: Any) -> Pack:
    """A pack with one organization that has these models."""
    fields.setdefault("name", "Org")
    organization = Organization(id="org", homepage="https://example.org", models=models, **fields)
    return Pack((organization,), licenses)
