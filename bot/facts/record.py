"""The records that edits are about: an organization's head, a family, a model's head, an event, a licence.

Each is plain data, as the YAML writes it, without what has a record of its own: a model without its events.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.facts import plain
from bot.facts.model import Event, Family, License, Model, Organization, Pack

Data = Mapping[str, Any]
Fact = Organization | Family | License | Model | Event


class RecordKind(StrEnum):
    """What a record is, in an order in which each comes after what it belongs to."""

    ORGANIZATION = "organization"
    FAMILY = "family"
    LICENSE = "license"
    MODEL = "model"
    EVENT = "event"


_SHAPES: Mapping[RecordKind, Any] = {
    RecordKind.ORGANIZATION: Organization,
    RecordKind.FAMILY: Family,
    RecordKind.LICENSE: License,
    RecordKind.MODEL: Model,
    RecordKind.EVENT: Event,
}


@dataclass(frozen=True, slots=True)
class Record:
    """Which record: its kind and its id. Families have ids of their own: BLOOM is one of BLOOM."""

    kind: RecordKind
    id: str

    @property
    def subject(self) -> str:
        """The id of the model or organization that an event belongs to; of others, their own."""
        return self.id.partition("/")[0] if self.kind is RecordKind.EVENT else self.id

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


def organization(each: Organization) -> Data:
    """The record of an organization's head."""
    return _data(replace(each, events=(), families=(), models=()), Organization)


def family(each: Family, organization: str) -> Data:
    """The record of a family, which says whose it is."""
    return {**_data(each, Family), "organization": organization}


def model(each: Model) -> Data:
    """The record of a model's head."""
    return _data(replace(each, events=()), Model)


def event(each: Event) -> Data:
    """The record of an event."""
    return _data(each, Event)


def license(each: License) -> Data:
    """The record of a licence."""
    return _data(each, License)


def records(pack: Pack) -> Iterator[tuple[Record, Data]]:
    """Every record of the pack, each after what it belongs to."""
    for each in pack.organizations:
        yield Record(RecordKind.ORGANIZATION, each.id), organization(each)
        for one in each.families:
            yield Record(RecordKind.FAMILY, one.id), family(one, each.id)
        for about in each.events:
            yield Record(RecordKind.EVENT, about.id), event(about)
        for made in each.models:
            yield Record(RecordKind.MODEL, made.id), model(made)
            for dated in made.events:
                yield Record(RecordKind.EVENT, dated.id), event(dated)
    for text in pack.licenses:
        yield Record(RecordKind.LICENSE, text.id), license(text)


def fact(kind: RecordKind, data: Data) -> Any:
    """The fact that a record's data stands for. Raises :class:`bot.facts.plain.NotFacts`."""
    if kind is RecordKind.FAMILY:
        data = {key: value for key, value in data.items() if key != "organization"}
    return plain.structure(data, _SHAPES[kind])


def event_id(subject: str, what: str, taken: Collection[str]) -> str:
    """The first free id for an event of that kind: ``grok-2/parameters-final``, then ``…-2``."""
    wanted, count = f"{subject}/{what}", 1
    while (wanted if count == 1 else f"{wanted}-{count}") in taken:
        count += 1
    return wanted if count == 1 else f"{wanted}-{count}"


def digest(data: Data | None) -> str:
    """The version of a record: equal for equal data. Of one that isn't there, empty."""
    if data is None:
        return ""
    written = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:8]


def _data(fact: Fact, shape: Any) -> Data:
    data: Data = plain.unstructure(fact, shape)
    return data
