"""`sources`: every source of a model or an event, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.resolve import pick
from bot.facts.model import Event, License, Model, Organization, Source, SourceKind
from bot.facts.names import SubjectKind
from bot.store.facts import Timeline


@dataclass(frozen=True, slots=True)
class Sources:
    """Every source of a model or an event: primary or not, last checked, archived."""

    of: Annotated[str, About("A model, or the id of an event", Kind.RECORD)]


@dataclass(frozen=True, slots=True)
class SourcesAnswer:
    """The events with their sources, oldest first. ``model``: None of an event about the organization."""

    events: tuple[Event, ...]
    one: bool  # whether one event was asked for by its id
    model: Model | None
    organization: Organization
    licenses: Mapping[str, License]

    @property
    def sources(self) -> Mapping[str, Source]:
        """The pages by their addresses: one that serves several events counts once."""
        return {source.url: source for event in self.events for source in event.sources}

    @property
    def primary(self) -> int:
        return sum(source.kind is SourceKind.PRIMARY for source in self.sources.values())

    @property
    def checked(self) -> tuple[date, ...]:
        """The days on which those that were re-read were, earliest first."""
        return tuple(sorted(_checked(self.sources.values())))

    @property
    def disputed(self) -> tuple[Event, ...]:
        """The events on which sources disagree."""
        return tuple(event for event in self.events if event.disputes)


async def answer(command: Sources, context: Context) -> SourcesAnswer | UnknownName | AmbiguousName:
    """Look the event up by its id, else the model by its name."""
    recorded = await context.store.event(command.of.strip())
    if recorded is not None:
        found = await _whose(recorded.model, recorded.organization, context)
        assert found is not None
        return _tell(found, recorded.organization, recorded.model, (recorded.event,), one=True)
    kinds = (SubjectKind.MODEL, SubjectKind.FAMILY)
    subject = pick(context.store.names, command.of, Kind.RECORD, kinds)
    if isinstance(subject, UnknownName | AmbiguousName):
        return subject
    found = await context.store.model(subject.id)
    if found is None:
        return UnknownName(command.of, Kind.RECORD, ())
    (model,) = found.models
    events = tuple(sorted(model.events, key=lambda event: event.date.order))
    return _tell(found, model.organization, model.id, events, one=False)


async def _whose(model: str | None, organization: str, context: Context) -> Timeline | None:
    if model is not None:
        return await context.store.model(model)
    return await context.store.organization(organization)


def _tell(
    found: Timeline, organization: str, model: str | None, events: tuple[Event, ...], *, one: bool
) -> SourcesAnswer:
    return SourcesAnswer(
        events=events,
        one=one,
        model=next((each for each in found.models if each.id == model), None),
        organization=found.organizations[organization],
        licenses=found.licenses,
    )


def _checked(sources: Iterable[Source]) -> Iterator[date]:
    return (source.checked for source in sources if source.checked is not None)


SOURCES = declare("sources", Sources, answer, ("sources grok-1", "sources grok-1/parameters-final"))
