"""What a catalogue's entries would change: one suggestion a model, all else told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from bot.catalogues.entry import Entry, Unread
from bot.catalogues.matching import Matcher, Unplaced
from bot.catalogues.weighing import Disagreement, weigh
from bot.facts import record
from bot.facts.change import Change
from bot.facts.model import Event, Model, Pack
from bot.facts.record import Record, RecordKind

_OF_A_COPY = ("date", "sources")
"""What differs from one copy of a catalogue to the next though the catalogue says the same."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Additions to one model that an editor may want. ``key`` is the same for every copy that says so."""

    model: str
    name: str
    changes: tuple[Change, ...]
    paths: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of each entry."""

    suggestions: tuple[Suggestion, ...]
    same: tuple[str, ...]  # paths of entries that say nothing new
    disagreements: tuple[Disagreement, ...]
    unplaced: tuple[Unread, ...]
    resold: int  # entries of services that made none of it


@dataclass(slots=True)
class _Model:
    """A model with what was found for it so far."""

    model: Model
    new: bool
    added: list[Event] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


def convert(pack: Pack, entries: Iterable[Entry], today: date) -> Conversion:
    """Place each entry and weigh it. What a model gets from one entry, no later one adds again."""
    matcher = Matcher(pack)
    models: dict[str, _Model] = {}
    same: list[str] = []
    disagreements: list[Disagreement] = []
    unplaced: list[Unread] = []
    resold = 0
    for entry in entries:
        placed = matcher.place(entry)
        if isinstance(placed, Unplaced):
            resold += placed.resold
            unplaced += [] if placed.resold else [Unread(entry.path, f"{entry.name}: {placed.reason}.")]
            continue
        known = models.setdefault(placed.model.id, _Model(placed.model, placed.new))
        weighed = weigh(entry, known.model, matcher, today)
        known.model = replace(known.model, events=(*known.model.events, *weighed.events))
        known.added += weighed.events
        disagreements += (each for each in weighed.disagreements if each not in disagreements)
        if weighed.events:
            known.paths.append(entry.path)
        elif placed.new and not known.added:
            unplaced.append(Unread(entry.path, f"{entry.name}: it says nothing of a new model to go by."))
        elif not weighed.disagreements:
            same.append(entry.path)
    found = tuple(_suggestion(each) for each in models.values() if each.added)
    return Conversion(found, tuple(same), tuple(disagreements), tuple(unplaced), resold)


def _suggestion(found: _Model) -> Suggestion:
    model = found.model
    head = [Change(Record(RecordKind.MODEL, model.id), None, record.model(model))] if found.new else []
    events = [Change(Record(RecordKind.EVENT, each.id), None, record.event(each)) for each in found.added]
    said = [
        {name: value for name, value in (change.after or {}).items() if name not in _OF_A_COPY}
        for change in (*head, *events)
    ]
    written = json.dumps([model.id, said], ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256(written.encode()).hexdigest()[:32]
    return Suggestion(model.id, model.name, (*head, *events), tuple(found.paths), key)
