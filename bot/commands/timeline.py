"""`timeline`: what happened, entry by entry, of a model, a family or an organization."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.open_ import Assessment, assess
from bot.commands.resolve import pick_wide
from bot.facts.date import Happened
from bot.facts.lag import Pace, pace
from bot.facts.model import Event, License, Model, Organization
from bot.facts.names import Subject, SubjectKind
from bot.facts.status import AsOf
from bot.store import facts


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened to a model, a family or all of an organization's models, with every source."""

    of: Annotated[str, About("A model, a family of models or an organization", Kind.SUBJECT)]
    as_of: Annotated[date | None, About("Up to which day (2025-02-26); today if left out", Kind.DAY)] = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with the model it is about; None: it is about the organization."""

    event: Event
    model: Model | None


@dataclass(frozen=True, slots=True)
class Row:
    """One model of the timeline on the day, and when it would have been due at its maker's pace."""

    assessment: Assessment
    due: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class TimelineAnswer:
    """Everything that had happened by the day, oldest first, and where each model stood then."""

    subject: Subject
    as_of: AsOf
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]
    maybe: tuple[Entry, ...]  # what may have happened by then: the source doesn't say the day
    organizations: Mapping[str, Organization]
    licenses: Mapping[str, License]
    pace: Pace | None  # of the one organization that all of it is by


async def answer(command: Timeline, context: Context) -> TimelineAnswer | UnknownName | AmbiguousName:
    """Look the subject up and tell what had happened by the day asked about."""
    subject = pick_wide(context.store.names, command.of)
    if isinstance(subject, UnknownName):
        return subject
    if isinstance(subject, AmbiguousName):
        if any(each.kind is not SubjectKind.MODEL for each in subject.choices):
            return subject
        found = await _several(subject.choices, context)
        subject = Subject(SubjectKind.FAMILY, command.of, command.of)
    else:
        found = await _read(subject, context)
    if found is None:
        return UnknownName(command.of, Kind.SUBJECT, ())
    as_of = AsOf(command.as_of or context.today, context.today)
    return tell(subject, found, as_of, await _makers_pace(found, as_of, context))


async def _read(subject: Subject, context: Context) -> facts.Timeline | None:
    match subject.kind:
        case SubjectKind.MODEL:
            return await context.store.model(subject.id)
        case SubjectKind.FAMILY:
            return await context.store.family(subject.id)
        case _:
            return await context.store.organization(subject.id)


async def _several(models: tuple[Subject, ...], context: Context) -> facts.Timeline | None:
    """The models that one name stands for ("Llama 4"), as one timeline."""
    read = [await context.store.model(each.id) for each in models]
    found = [each for each in read if each is not None]
    if not found:
        return None
    return facts.Timeline(
        models=tuple(model for each in found for model in each.models),
        organizations={id: maker for each in found for id, maker in each.organizations.items()},
        licenses={id: license for each in found for id, license in each.licenses.items()},
        related={id: event for each in found for id, event in each.related.items()},
    )


async def _makers_pace(found: facts.Timeline, as_of: AsOf, context: Context) -> Pace | None:
    """The pace of the maker, over all its models and not only those of the timeline."""
    if len(found.organizations) != 1:
        return None
    (maker,) = found.organizations
    every = await context.store.organization(maker)
    if every is None:
        return None
    return pace((model, assess(model, every, as_of).status) for model in every.models)


def tell(subject: Subject, found: facts.Timeline, as_of: AsOf, pace: Pace | None) -> TimelineAnswer:
    """The answer that the timeline's events make on that day."""
    assessments = [assess(model, found, as_of) for model in found.models]
    entries: list[Entry] = []
    maybe: list[Entry] = []
    for each in assessments:
        entries += (Entry(event, each.model) for event in each.status.timeline)
        maybe += (Entry(event, each.model) for event in each.status.maybe)
    if subject.kind is SubjectKind.ORGANIZATION:
        for organization in found.organizations.values():
            entries += _own(organization, as_of, Happened.YES)
            maybe += _own(organization, as_of, Happened.MAYBE)
    return TimelineAnswer(
        subject=subject,
        as_of=as_of,
        rows=tuple(Row(each, due(each, pace)) for each in assessments if each.status.timeline),
        entries=tuple(sorted(entries, key=_order)),
        maybe=tuple(sorted(maybe, key=_order)),
        organizations=found.organizations,
        licenses=found.licenses,
        pace=pace,
    )


def _own(organization: Organization, as_of: AsOf, happened: Happened) -> list[Entry]:
    return [Entry(event, None) for event in organization.events if as_of.happened(event.date) is happened]


def _order(entry: Entry) -> tuple[date, int]:
    return entry.event.date.order


def due(each: Assessment, pace: Pace | None) -> tuple[date, date] | None:
    """When a model that is in use and not open would have been opened at that pace."""
    released = each.status.released
    if pace is None or released is None or each.lag is not None:
        return None
    return pace.due(released.date)


TIMELINE = declare("timeline", Timeline, answer, ("timeline xai", "timeline grok-1 as_of:2025-02-26"))
