"""The news of a period, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.commands import promises as every_promise
from bot.commands.digest.filters import Topic, about_maker, about_model, tells, under
from bot.commands.digest.scope import Scope
from bot.commands.digest.span import A_DAY
from bot.commands.open_ import Assessment
from bot.commands.promises import Promised
from bot.commands.timeline import Entry
from bot.facts.change import Change
from bot.facts.model import Access, Component, Event, EventKind, Model
from bot.facts.promises import Outcome
from bot.facts.record import RecordKind
from bot.facts.terms import license_changes

_DOCUMENTS = frozenset(
    {
        Component.ARCHITECTURE,
        Component.EVALUATION_RESULTS,
        Component.MODEL_METADATA,
        Component.MODEL_CARD,
        Component.TECHNICAL_REPORT,
        Component.RESEARCH_PAPER,
        Component.DATA_CARD,
        Component.SAMPLE_OUTPUTS,
    }
)
"""Parts that tell about a model: by them alone nothing is opened."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Weights, code or data of a model that anyone can have since one day, the weights first.

    ``further``: the first of them is of a part that could be had before.
    """

    model: Model
    events: tuple[Event, ...]
    further: bool

    @property
    def event(self) -> Event:
        return self.events[0]


@dataclass(frozen=True, slots=True)
class Relicensed:
    """Parts of a model that came under another licence."""

    model: Model
    before: Event
    after: Event
    components: tuple[Component, ...]


class Turn(StrEnum):
    """What happened to a promise in the period."""

    MADE = "made"
    KEPT = "kept"
    TAKEN_BACK = "taken-back"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Turned:
    """A promise to which something happened, though it be only that its day passed."""

    promised: Promised
    turn: Turn


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record that says something else than it did, or is no longer there.

    ``model`` is whose event it is; None: the record is about an organization, a family or a licence.
    """

    change: Change
    model: Model | None


News = Opened | Relicensed | Turned | Entry | Corrected


def events(news: News) -> tuple[str, ...]:
    """The ids of the events that are told by it."""
    match news:
        case Opened(_, told, _):
            return tuple(each.id for each in told)
        case Relicensed():
            return (news.after.id,)
        case Turned():
            return (news.promised.status.event.id,)
        case Entry():
            return (news.event.id,)
        case Corrected():
            return ()


def opened(scope: Scope) -> list[Opened]:
    """What anyone can have since, oldest first; a change of licence is told as such."""
    told = {each.after.id for each in relicensed(scope)} if tells(scope.filters, Topic.LICENSES) else set()
    found = [group for each in scope.models for group in _opened(each, told, scope)]
    return sorted(found, key=lambda each: each.event.date.order)


def parts(event: Event) -> tuple[Component, ...]:
    """The parts that the event opened, without what only tells about the model."""
    return tuple(each for each in event.components if each not in _DOCUMENTS)


def _opened(each: Assessment, told: set[str], scope: Scope) -> Iterator[Opened]:
    days: dict[str, list[Event]] = {}
    before: set[Component] = set()
    for event in sorted(each.model.events, key=lambda event: event.date.order):
        if not _opens(event):
            continue
        if not scope.fresh(event):
            before.update(parts(event))
        elif event.id not in told and scope.wants(event):
            days.setdefault(str(event.date), []).append(event)
    for events in days.values():
        events.sort(key=lambda event: Component.PARAMETERS_FINAL not in event.components)
        yield Opened(each.model, tuple(events), not before.isdisjoint(parts(events[0])))
        before.update(part for event in events for part in parts(event))


def _opens(event: Event) -> bool:
    anyones = event.access in (Access.PUBLIC, Access.GATED)
    return event.kind is EventKind.PUBLISH and anyones and bool(parts(event))


def relicensed(scope: Scope) -> list[Relicensed]:
    """The changes of licence, oldest first, parts that changed together as one."""
    found: dict[tuple[str, str, str | None, str | None], Relicensed] = {}
    for each in scope.models:
        for change in license_changes(each.status):
            before, after = change.before, change.after
            wanted = under(scope.filters, before.license, after.license)
            if change.component in _DOCUMENTS or not (wanted and scope.fresh(after)):
                continue
            key = (each.model.id, str(after.date), before.license, after.license)
            known = found[key].components if key in found else ()
            components = tuple(dict.fromkeys((*known, change.component)))
            found[key] = Relicensed(each.model, before, after, components)
    return sorted(found.values(), key=lambda each: each.after.date.order)


def promises(scope: Scope) -> list[Turned]:
    """The promises to which something happened: kept ones first, overdue ones last."""
    turned = (
        Turned(each, turn)
        for each in every_promise.tell(None, None, scope.found).promises
        if _about(each, scope) and (turn := _turn(each, scope)) is not None
    )
    order = (Turn.KEPT, Turn.TAKEN_BACK, Turn.MADE, Turn.OVERDUE)
    return sorted(turned, key=lambda each: order.index(each.turn))


def _about(each: Promised, scope: Scope) -> bool:
    filters, model = scope.filters, each.model
    wanted = about_model(filters, model) if model is not None else about_maker(filters, each.organization.id)
    return wanted and scope.wants(each.status.event)


def _turn(each: Promised, scope: Scope) -> Turn | None:
    status = each.status
    withdrawn = scope.found.timeline.related.get(status.promise.withdrawn_by or "")
    if status.deed is not None and scope.fresh(status.deed):
        return Turn.KEPT
    if status.outcome is Outcome.WITHDRAWN and withdrawn is not None and scope.fresh(withdrawn):
        return Turn.TAKEN_BACK
    latest = status.promise.latest
    if status.outcome is Outcome.OVERDUE and latest is not None and scope.span.holds(latest + A_DAY):
        return Turn.OVERDUE
    return Turn.MADE if scope.fresh(status.event) else None


def new_models(scope: Scope) -> list[Entry]:
    """Models that were announced or could be used for the first time; opened ones are told as such."""
    open_now = {each.model.id for each in opened(scope)} if tells(scope.filters, Topic.OPENED) else set()
    found = (
        Entry(event, each.model)
        for each in scope.models
        if each.model.id not in open_now and (event := _first(each, scope)) is not None
    )
    return sorted(found, key=lambda each: each.event.date.order)


def _first(each: Assessment, scope: Scope) -> Event | None:
    firsts = (each.status.released, each.status.announced)
    fresh = (event for event in firsts if event is not None and scope.fresh(event))
    return next((event for event in fresh if scope.wants(event)), None)


def gone(scope: Scope) -> list[Entry]:
    """What can't be had or used any more, oldest first."""
    kinds = (EventKind.WITHDRAW, EventKind.RETIRE)
    found = (each for each in scope.entries() if each.event.kind in kinds and scope.fresh(each.event))
    return sorted(found, key=lambda each: each.event.date.order)


def added(scope: Scope) -> list[Entry]:
    """What people added to the record and happened earlier, newest first; of a release what is not old."""
    found = (each for each in scope.added() if scope.listed(each))
    return sorted(found, key=lambda each: each.event.date.order, reverse=True)


def corrected(scope: Scope) -> list[Corrected]:
    """What people corrected or took out of the record, in the order in which they did."""
    models = {each.model.id: each.model for each in scope.found.assessments}
    found = (
        Corrected(net.change, models.get(net.change.record.subject))
        for net in scope.record.nets
        if net.corrects and not net.release
    )
    return [each for each in found if _concerns(each, scope)]


def _concerns(each: Corrected, scope: Scope) -> bool:
    record, filters = each.change.record, scope.filters
    if record.kind is RecordKind.LICENSE:
        return filters.license in ("", record.id) and not (filters.model or filters.organization)
    said = (data.get("license") for data in (each.change.before, each.change.after) if data is not None)
    model = each.model
    about = about_model(filters, model) if model is not None else about_maker(filters, record.subject)
    return about and under(filters, *said)
