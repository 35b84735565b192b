"""What is wrong with changes that somebody wants to make, and what is merely odd, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.facts import change as changes
from bot.facts import check, plain
from bot.facts.change import Change, Misplaced
from bot.facts.model import Event, EventKind, Model, Pack
from bot.facts.record import Record, RecordKind
from bot.facts.refusals import Objection


def objections(pack: Pack, wanted: tuple[Change, ...], today: date) -> tuple[Objection, ...]:
    """All that speaks against making these changes in the pack; problems it has already are left out."""
    try:
        after = changes.apply(pack, wanted)
    except Misplaced as error:
        return (Objection(wanted[0].record.id, str(error)),)
    except plain.NotFacts as error:
        return tuple(Objection(wanted[0].record.id, message) for _, message in error.problems)
    own = _concerned(pack, wanted) | _concerned(after, wanted)
    known = set(check.problems(pack, today, own))
    found = [Objection(*each) for each in check.problems(after, today, own) if each not in known]
    found += (each for change in wanted for each in _misnamed(change))
    found += _dangling(after, wanted)
    found += (each for change in wanted for each in _odd(after, change))
    return tuple(dict.fromkeys(found))


def _concerned(pack: Pack, wanted: Iterable[Change]) -> set[str]:
    """The ids of the organizations and licences that the changes are about."""
    makers = {model.id: model.organization for model in pack.models}
    concerned = set()
    for each in wanted:
        subject = each.record.subject
        concerned.add(makers.get(subject, subject))
        for data in (each.before, each.after):
            concerned.add(str((data or {}).get("organization", subject)))
    return concerned


def _misnamed(change: Change) -> Iterator[Objection]:
    if change.after is not None and change.after.get("id") != change.record.id:
        yield Objection(change.record.id, "the id of a record stays: leave it as it is")


def _dangling(pack: Pack, wanted: Iterable[Change]) -> Iterator[Objection]:
    """What still refers to a record that is taken away."""
    for change in wanted:
        if change.after is not None:
            continue
        gone = change.record
        for model in pack.models:
            if gone.kind is RecordKind.MODEL and gone.id in model.derived_from:
                yield Objection(model.id, f"is derived from {gone.id}: correct that first")
            if gone.kind is RecordKind.FAMILY and model.family == gone.id:
                yield Objection(model.id, f"belongs to the family {gone.id}: correct that first")
        if gone.kind is RecordKind.EVENT:
            yield from _promises_on(pack, gone)


def _promises_on(pack: Pack, gone: Record) -> Iterator[Objection]:
    for event in pack.events:
        if event.promise is not None and gone.id in (event.promise.met_by, event.promise.withdrawn_by):
            yield Objection(event.id, f"is a promise that names {gone.id}: correct that first")


def _odd(pack: Pack, change: Change) -> Iterator[Objection]:
    """An event that says what another says already, or that stands before the model was made known."""
    if change.record.kind is not RecordKind.EVENT or change.after is None:
        return
    model = next((each for each in pack.models if each.id == change.record.subject), None)
    if model is None:
        return
    event = next(each for each in model.events if each.id == change.record.id)
    if change.before is None and event.kind is not EventKind.STATEMENT:  # of those a day may have many
        yield from _twin(model, event)
    yield from _early(model, event)


def _twin(model: Model, event: Event) -> Iterator[Objection]:
    for other in model.events:
        same = (other.kind, other.component, other.date) == (event.kind, event.component, event.date)
        if same and other.id != event.id and other.variants == event.variants:
            what = event.component or event.kind
            yield Objection(event.id, f"{model.name} has {what} on that day already: {other.id}", fatal=False)


def _early(model: Model, event: Event) -> Iterator[Objection]:
    if event.kind in (EventKind.ANNOUNCE, EventKind.PROMISE, EventKind.STATEMENT):
        return
    announced = [each for each in model.events if each.kind is EventKind.ANNOUNCE and each.id != event.id]
    for first in announced[:1]:
        if event.date.latest < first.date.earliest:
            message = f"is dated before {first.id} ({first.date}), when {model.name} was announced"
            yield Objection(event.id, message, fatal=False)
