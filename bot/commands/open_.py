"""`open`: is a model open, in which sense, since when, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.components import COMPONENTS
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.resolve import pick
from bot.facts.definitions import judge
from bot.facts.definitions.verdict import DefinitionId, Verdict
from bot.facts.headline import Headline, headline
from bot.facts.lag import Lag, lag
from bot.facts.model import Component, License, Model, Organization
from bot.facts.names import SubjectKind
from bot.facts.promises import LIVE, PromiseStatus, weigh
from bot.facts.status import AsOf, Status, fold
from bot.store.facts import Timeline


@dataclass(frozen=True, slots=True)
class Open:
    """Is a model open: in which sense, since when, and who says so?"""

    model: Annotated[str, About("The model, as you would write it", Kind.MODEL)]
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None
    definition: Annotated[
        DefinitionId | None,
        About("By which definition of open", Kind.CHOICE, tuple(DefinitionId)),
    ] = None
    component: Annotated[
        Component | None,
        About("Which part of the model", Kind.CHOICE, tuple(Component), COMPONENTS),
    ] = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that is computed of one model on one day."""

    model: Model
    status: Status
    verdicts: tuple[Verdict, ...]
    headline: Headline
    promises: tuple[PromiseStatus, ...]
    lag: Lag | None

    @property
    def is_open(self) -> bool:
        """Whether the weights are anyone's to download, under whatever licence."""
        return self.status.parameters.published

    @property
    def promised(self) -> bool:
        """Whether a promise of the weights still waits to be kept."""
        return any(awaits_weights(each) for each in self.promises)

    @property
    def last_checked(self) -> date | None:
        """The latest day on which a source of what had happened by then was read."""
        days = (source.checked for event in self.status.timeline for source in event.sources)
        return max((day for day in days if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """The model on the day; ``definition`` or ``component`` where one was asked about."""

    assessment: Assessment
    organization: Organization
    licenses: Mapping[str, License]
    as_of: AsOf
    definition: DefinitionId | None = None
    component: Component | None = None


def awaits_weights(promise: PromiseStatus) -> bool:
    """Whether it is a promise of the weights that still waits to be kept."""
    return promise.outcome in LIVE and promise.event.component is Component.PARAMETERS_FINAL


def assess(model: Model, timeline: Timeline, as_of: AsOf) -> Assessment:
    """Fold the model's events and judge what they add up to."""
    status = fold(model, as_of)
    verdicts = judge(status, timeline.licenses)
    promises = weigh(model.events, as_of, timeline.related.get)
    waiting = any(awaits_weights(each) for each in promises)
    return Assessment(
        model=model,
        status=status,
        verdicts=verdicts,
        headline=headline(status, verdicts, waiting),
        promises=promises,
        lag=lag(status),
    )


async def answer(command: Open, context: Context) -> OpenAnswer | UnknownName | AmbiguousName:
    """Look the model up and assess it as of the day asked about."""
    subject = pick(context.store.names, command.model, Kind.MODEL, (SubjectKind.MODEL, SubjectKind.FAMILY))
    if isinstance(subject, UnknownName | AmbiguousName):
        return subject
    timeline = await context.store.model(subject.id)
    if timeline is None:
        return UnknownName(command.model, Kind.MODEL, ())
    as_of = AsOf(command.as_of or context.today, context.today)
    (model,) = timeline.models
    return OpenAnswer(
        assessment=assess(model, timeline, as_of),
        organization=timeline.organizations[model.organization],
        licenses=timeline.licenses,
        as_of=as_of,
        definition=command.definition,
        component=command.component,
    )


OPEN = declare("open", Open, answer, ("open grok-2", "open gpt-2 as_of:2019-06-01"))
