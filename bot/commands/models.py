"""`models`: which models there are, by maker, licence, status, part and date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.components import COMPONENTS
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.every import Every, every
from bot.commands.open_ import Assessment
from bot.commands.resolve import pick
from bot.facts.date import PartialDate
from bot.facts.headline import Headline
from bot.facts.license import commercial_use, parts
from bot.facts.model import UNREAD_LICENSE, Component, License, Organization, TermValue
from bot.facts.names import Subject, SubjectKind
from bot.facts.status import AsOf, ComponentStatus


class ModelsStatus(StrEnum):
    """How open the models asked for are."""

    OPEN_SOURCE = "open-source"  # meets OSI's definition
    OPEN_WEIGHTS = "open-weights"  # under whatever licence
    OPEN_LICENSE = "open-license"
    RESTRICTED = "restricted"
    PROMISED = "promised"  # a promise of the weights waits to be kept
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Commercial(StrEnum):
    """What the licence says of commercial use."""

    YES = "yes"  # anyone may
    LIMITED = "limited"  # some may
    NO = "no"


@dataclass(frozen=True, slots=True)
class Models:
    """Which models there are: by maker, licence, status, part and date."""

    organization: Annotated[
        str | None, About("The organization that makes the models", Kind.ORGANIZATION)
    ] = None
    license: Annotated[str | None, About("The licence of the weights, or of the part", Kind.LICENSE)] = None
    status: Annotated[
        ModelsStatus | None,
        About("How open they are", Kind.CHOICE, tuple(ModelsStatus), {"open": "open-weights"}),
    ] = None
    component: Annotated[
        Component | None, About("Which part is published", Kind.CHOICE, tuple(Component), COMPONENTS)
    ] = None
    since: Annotated[date | None, About("From which day on (2025-02-26)", Kind.START)] = None
    until: Annotated[date | None, About("Up to which day (2025-02-26)", Kind.DAY)] = None
    commercial: Annotated[
        Commercial | None, About("Whether the licence allows commercial use", Kind.CHOICE, tuple(Commercial))
    ] = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A model of the list, with the part and the day that the list goes by."""

    assessment: Assessment
    part: ComponentStatus
    organization: Organization
    day: (
        PartialDate | None
    )  # since when the part can be had; of what can't, when it was released or announced


@dataclass(frozen=True, slots=True)
class ModelsAnswer:
    """The models that pass every filter, newest first."""

    organization: Subject | None
    license: Subject | None
    as_of: AsOf
    listed: tuple[Listed, ...]
    licenses: Mapping[str, License]


async def answer(command: Models, context: Context) -> ModelsAnswer | UnknownName | AmbiguousName:
    """The models of today that the filters let through."""
    names = context.store.names
    maker = command.organization and pick(
        names, command.organization, Kind.ORGANIZATION, (SubjectKind.ORGANIZATION,)
    )
    license = command.license and pick(
        names, command.license, Kind.LICENSE, (SubjectKind.LICENSE,), "license"
    )
    if isinstance(maker, UnknownName | AmbiguousName):
        return maker
    if isinstance(license, UnknownName | AmbiguousName):
        return license
    as_of = AsOf(context.today, context.today)
    return tell(command, maker or None, license or None, await every(context, as_of))


def tell(command: Models, maker: Subject | None, license: Subject | None, found: Every) -> ModelsAnswer:
    """The answer that all models of the day make."""
    listed = [_listed(each, command.component, found) for each in found.of(maker)]
    return ModelsAnswer(
        organization=maker,
        license=license,
        as_of=found.as_of,
        listed=tuple(
            sorted((each for each in listed if _passes(each, command, license, found)), key=_newest_first)
        ),
        licenses=found.licenses,
    )


def _listed(each: Assessment, component: Component | None, found: Every) -> Listed:
    status = each.status
    part = status[component or Component.PARAMETERS_FINAL]
    first = status.released or status.announced
    day = part.since if part.published else first.date if first is not None else None
    return Listed(each, part, found.organizations[each.model.organization], day)


def _passes(each: Listed, command: Models, license: Subject | None, found: Every) -> bool:
    if not each.assessment.status.timeline or (command.component is not None and not each.part.published):
        return False
    if license is not None and license.id not in _licenses(each.part):
        return False
    if command.status is not None and not _is(command.status, each.assessment):
        return False
    if command.commercial is not None and not _earns(command.commercial, each.part, found.licenses):
        return False
    return _within(each.day, command.since, command.until)


def _licenses(part: ComponentStatus) -> Iterator[str]:
    """The ids of the licences that anyone can have the part under."""
    for offer in part.downloads:
        yield from parts(offer.license or UNREAD_LICENSE)


def _is(status: ModelsStatus, each: Assessment) -> bool:
    parameters = each.status.parameters
    match status:
        case ModelsStatus.OPEN_SOURCE:
            return each.headline is Headline.OPEN_SOURCE
        case ModelsStatus.OPEN_WEIGHTS:
            return each.is_open
        case ModelsStatus.OPEN_LICENSE:
            return parameters.open
        case ModelsStatus.RESTRICTED:
            return each.headline is Headline.OPEN_WEIGHTS_RESTRICTED_LICENSE
        case ModelsStatus.PROMISED:
            return each.promised
        case ModelsStatus.CLOSED:
            return each.headline is Headline.CLOSED
        case ModelsStatus.WITHDRAWN:
            return each.headline is Headline.WITHDRAWN


def _earns(commercial: Commercial, part: ComponentStatus, licenses: Mapping[str, License]) -> bool:
    return part.published and commercial_use(part.license, licenses) is _COMMERCIAL[commercial]


def _within(day: PartialDate | None, since: date | None, until: date | None) -> bool:
    """Whether it can have been in that time: what is dated by its month may have been on any of its days."""
    if day is None:
        return since is None and until is None
    return (since is None or day.latest >= since) and (until is None or day.earliest <= until)


def _newest_first(each: Listed) -> tuple[int, str]:
    return (-each.day.latest.toordinal() if each.day else 0, each.assessment.model.name.casefold())


_COMMERCIAL = {
    Commercial.YES: TermValue.FREE,
    Commercial.LIMITED: TermValue.LIMITED,
    Commercial.NO: TermValue.FORBIDDEN,
}

MODELS = declare("models", Models, answer, ("models organization:xai", "models license:MIT since:2025"))
