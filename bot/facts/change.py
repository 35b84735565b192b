"""A change of the facts: one record as it was and as it is to be; what follows from some for a pack.

A pack with changes applied is a pack again: nothing here knows who made them, or when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.facts.model import Event, Family, License, Model, Organization, Pack
from bot.facts.record import Data, Record, RecordKind, digest, fact, records

_Events = Callable[[tuple[Event, ...]], tuple[Event, ...]]


class Misplaced(ValueError):
    """What a change belongs to, or is about, is not there; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where it isn't there."""

    record: Record
    before: Data | None
    after: Data | None

    @property
    def base(self) -> str:
        """The version of the record that it was made from."""
        return digest(self.before)

    @property
    def undone(self) -> Change:
        """The change that takes this one back."""
        return Change(self.record, self.after, self.before)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in which before and after differ, in the order of the schema."""
        before, after = self.before or {}, self.after or {}
        return tuple(name for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name))


def ordered(changes: Iterable[Change]) -> list[Change]:
    """The changes in an order that never leaves one without what it belongs to: removals from the end."""
    kinds = list(RecordKind)
    every = list(changes)
    removals = [each for each in every if each.after is None]
    others = [each for each in every if each.after is not None]
    removals.sort(key=lambda each: kinds.index(each.record.kind), reverse=True)
    others.sort(key=lambda each: kinds.index(each.record.kind))
    return removals + others


def difference(before: Pack, after: Pack) -> tuple[Change, ...]:
    """What makes the one pack out of the other, but for the order of models and licences."""
    old, new = dict(records(before)), dict(records(after))
    return tuple(
        Change(record, old.get(record), new.get(record))
        for record in dict.fromkeys((*old, *new))
        if old.get(record) != new.get(record)
    )


def apply(pack: Pack, changes: Iterable[Change]) -> Pack:
    """The pack with the changes made, whatever the records were before.

    Raises :class:`Misplaced`, and :class:`bot.facts.plain.NotFacts` where data is no fact.
    """
    shelf = _Shelf(pack)
    for each in ordered(changes):
        if each.after is None:
            shelf.remove(each.record)
        else:
            shelf.put(each.record, each.after)
    return shelf.pack()


class _Shelf:
    """A pack taken apart, so that single records can be put in and taken out."""

    def __init__(self, pack: Pack) -> None:
        self._organizations = {each.id: each for each in pack.organizations}
        self._licenses = {each.id: each for each in pack.licenses}
        self._makers = {model.id: model.organization for model in pack.models}

    def pack(self) -> Pack:
        return Pack(tuple(self._organizations.values()), tuple(self._licenses.values()))

    def put(self, record: Record, data: Data) -> None:
        match fact(record.kind, data):
            case Organization() as head:
                old = self._organizations.get(head.id, head)
                self._organizations[head.id] = replace(
                    head, events=old.events, families=old.families, models=old.models
                )
            case License() as license:
                self._licenses[license.id] = license
            case Family() as family:
                self._remove_family(family.id)
                home = self._organization(str(data.get("organization", "")), record)
                self._keep(replace(home, families=(*home.families, family)))
            case Model() as model:
                self._put_model(record, model)
            case Event() as event:
                self._put_event(record, event)

    def remove(self, record: Record) -> None:
        match record.kind:
            case RecordKind.ORGANIZATION:
                gone = self._organizations.pop(record.id, None)
                if gone is not None and (gone.models or gone.families or gone.events):
                    raise Misplaced(f"{record.id} still has models, families or events: remove them first.")
            case RecordKind.LICENSE:
                self._licenses.pop(record.id, None)
            case RecordKind.FAMILY:
                self._remove_family(record.id)
            case RecordKind.MODEL:
                self._remove_model(record.id)
            case RecordKind.EVENT:
                self._events(record, lambda events: tuple(e for e in events if e.id != record.id))

    def _remove_model(self, id: str) -> None:
        gone = self._model(id)
        if gone is None:
            return
        if gone.events:
            raise Misplaced(f"{id} still has events: withdraw them first.")
        home = self._organizations[self._makers.pop(id)]
        self._keep(replace(home, models=tuple(each for each in home.models if each.id != id)))

    def _put_model(self, record: Record, head: Model) -> None:
        home = self._organization(head.organization, record)
        old = self._model(head.id)
        if old is not None and old.organization != head.organization:
            left = self._organizations[old.organization]
            self._keep(replace(left, models=tuple(each for each in left.models if each.id != head.id)))
        model = replace(head, events=old.events if old is not None else ())
        self._makers[head.id] = head.organization
        kept = home.models if any(m.id == head.id for m in home.models) else (*home.models, model)
        self._keep(replace(home, models=tuple(model if m.id == head.id else m for m in kept)))

    def _put_event(self, record: Record, event: Event) -> None:
        def placed(events: tuple[Event, ...]) -> tuple[Event, ...]:
            if any(each.id == event.id for each in events):
                among = tuple(event if each.id == event.id else each for each in events)
            else:
                among = (*events, event)
            return tuple(sorted(among, key=lambda each: each.date.earliest))

        if not self._events(record, placed):
            raise Misplaced(f"{record.id} begins with {record.subject}, which is no model or organization.")

    def _events(self, record: Record, change: _Events) -> bool:
        """Change the events of the record's subject; False where it isn't there."""
        subject = record.subject
        model = self._model(subject)
        if model is not None:
            home = self._organizations[model.organization]
            changed = replace(model, events=change(model.events))
            self._keep(replace(home, models=tuple(changed if m.id == subject else m for m in home.models)))
            return True
        if subject in self._organizations:
            home = self._organizations[subject]
            self._keep(replace(home, events=change(home.events)))
            return True
        return False

    def _model(self, id: str) -> Model | None:
        home = self._organizations.get(self._makers.get(id, ""))
        return next((each for each in home.models if each.id == id), None) if home is not None else None

    def _organization(self, id: str, record: Record) -> Organization:
        if id not in self._organizations:
            raise Misplaced(
                f"{record.id} belongs to {id or 'no organization'}, which is not there: add it first."
            )
        return self._organizations[id]

    def _keep(self, organization: Organization) -> None:
        self._organizations[organization.id] = organization

    def _remove_family(self, id: str) -> None:
        for each in list(self._organizations.values()):
            if any(family.id == id for family in each.families):
                self._keep(replace(each, families=tuple(f for f in each.families if f.id != id)))
