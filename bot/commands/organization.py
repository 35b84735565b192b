"""`organization`: what a maker has opened, what is closed, under which licences, its pace, its promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.open_ import assess
from bot.commands.promises import Promised
from bot.commands.resolve import pick
from bot.commands.timeline import Entry, Row, due
from bot.facts.date import Happened
from bot.facts.lag import Pace, pace
from bot.facts.model import License, Organization
from bot.facts.names import SubjectKind
from bot.facts.promises import weigh
from bot.facts.status import AsOf
from bot.store.facts import Timeline


@dataclass(frozen=True, slots=True)
class OrganizationOf:
    """What a maker has opened and when, what is closed, its pace and its promises."""

    organization: Annotated[str, About("The organization that makes the models", Kind.ORGANIZATION)]
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None


@dataclass(frozen=True, slots=True)
class OrganizationAnswer:
    """Where each of its models stood on the day, oldest first, and what follows from all of them."""

    organization: Organization
    as_of: AsOf
    rows: tuple[Row, ...]
    pace: Pace | None
    promises: tuple[Promised, ...]  # oldest first
    own: tuple[Entry, ...]  # what had happened that is not about one model
    licenses: Mapping[str, License]

    @property
    def opened(self) -> tuple[Row, ...]:
        """The models whose weights are anyone's to download, in the order in which they were opened."""
        rows = [row for row in self.rows if row.assessment.is_open]
        return tuple(sorted(rows, key=_since))

    @property
    def others(self) -> tuple[Row, ...]:
        """The models that are not open."""
        return tuple(row for row in self.rows if not row.assessment.is_open)

    @property
    def overdue(self) -> tuple[Row, ...]:
        """The models that would have been opened by the day, at the maker's own pace."""
        return tuple(row for row in self.rows if row.due is not None and row.due[1] <= self.as_of.day)

    @property
    def used(self) -> Mapping[str | None, tuple[Row, ...]]:
        """The licences of the opened weights with the models under each, the commonest first."""
        used: dict[str | None, tuple[Row, ...]] = {}
        for row in self.opened:
            license = row.assessment.status.parameters.license
            used[license] = (*used.get(license, ()), row)
        return dict(sorted(used.items(), key=lambda pair: -len(pair[1])))


async def answer(
    command: OrganizationOf, context: Context
) -> OrganizationAnswer | UnknownName | AmbiguousName:
    """Look the maker up and tell where its models stood on the day."""
    kinds = (SubjectKind.ORGANIZATION,)
    subject = pick(context.store.names, command.organization, Kind.ORGANIZATION, kinds)
    if isinstance(subject, UnknownName | AmbiguousName):
        return subject
    found = await context.store.organization(subject.id)
    if found is None:
        return UnknownName(command.organization, Kind.ORGANIZATION, ())
    as_of = AsOf(command.as_of or context.today, context.today)
    return tell(found.organizations[subject.id], found, as_of)


def tell(organization: Organization, found: Timeline, as_of: AsOf) -> OrganizationAnswer:
    """The answer that the maker's models make on that day."""
    assessments = [assess(model, found, as_of) for model in found.models]
    rhythm = pace((each.model, each.status) for each in assessments)
    happened = [event for event in organization.events if as_of.happened(event.date) is Happened.YES]
    promises = [Promised(each, organization, one.model) for one in assessments for each in one.promises]
    promises += [
        Promised(each, organization, None) for each in weigh(organization.events, as_of, found.related.get)
    ]
    return OrganizationAnswer(
        organization=organization,
        as_of=as_of,
        rows=tuple(Row(each, due(each, rhythm)) for each in assessments if each.status.timeline),
        pace=rhythm,
        promises=tuple(sorted(promises, key=lambda each: each.status.event.date.order)),
        own=tuple(Entry(event, None) for event in sorted(happened, key=lambda event: event.date.order)),
        licenses=found.licenses,
    )


def _since(row: Row) -> tuple[date, int]:
    since = row.assessment.status.parameters.since
    assert since is not None
    return since.order


ORGANIZATION = declare(
    "organization", OrganizationOf, answer, ("organization xai", "organization openai as_of:2025-08-01")
)
