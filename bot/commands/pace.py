"""`pace`: how long makers take from first public use to the weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.every import Every, every
from bot.commands.open_ import Assessment
from bot.commands.resolve import pick_wide
from bot.commands.timeline import due
from bot.facts.lag import Pace, pace
from bot.facts.model import Organization
from bot.facts.names import Subject, SubjectKind
from bot.facts.status import AsOf


@dataclass(frozen=True, slots=True)
class PaceOf:
    """How long makers take from first public use to publishing the weights."""

    of: Annotated[str | None, About("A model, a family of models or an organization", Kind.SUBJECT)] = None
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None


@dataclass(frozen=True, slots=True)
class MakersPace:
    """The pace of one maker; None: it has opened none of its models. ``closed`` are in use and not open."""

    organization: Organization
    pace: Pace | None
    closed: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class PaceAnswer:
    """The paces of the makers asked about, slowest first; those that opened nothing last.

    ``model`` is the one model asked about, and ``due`` when it would have been opened at its maker's pace.
    """

    subject: Subject | None
    as_of: AsOf
    makers: tuple[MakersPace, ...]
    overall: Pace | None
    model: Assessment | None = None
    due: tuple[date, date] | None = None


async def answer(command: PaceOf, context: Context) -> PaceAnswer | UnknownName | AmbiguousName:
    """The pace of a maker, of a model's maker, within a family, or of everybody."""
    subject = pick_wide(context.store.names, command.of) if command.of else None
    if isinstance(subject, UnknownName | AmbiguousName):
        return subject
    as_of = AsOf(command.as_of or context.today, context.today)
    return tell(subject, await every(context, as_of))


def tell(subject: Subject | None, found: Every) -> PaceAnswer:
    """The answer that all models of the day make."""
    if subject is not None and subject.kind is SubjectKind.MODEL:
        (model,) = found.of(subject)
        (its,) = _makers((each for each in found.assessments if _same_maker(each, model)), found)
        return PaceAnswer(subject, found.as_of, (its,), its.pace, model, due(model, its.pace))
    assessments = list(found.of(subject))
    makers = sorted(_makers(assessments, found), key=_slowest_first)
    overall = pace((each.model, each.status) for each in assessments)
    return PaceAnswer(subject, found.as_of, tuple(makers), overall)


def _same_maker(each: Assessment, other: Assessment) -> bool:
    return each.model.organization == other.model.organization


def _makers(assessments: Iterable[Assessment], found: Every) -> Iterator[MakersPace]:
    by_maker: dict[str, list[Assessment]] = {}
    for each in assessments:
        by_maker.setdefault(each.model.organization, []).append(each)
    for maker, models in by_maker.items():
        closed = (each for each in models if each.status.released is not None and each.lag is None)
        rhythm = pace((each.model, each.status) for each in models)
        yield MakersPace(found.organizations[maker], rhythm, tuple(closed))


def _slowest_first(each: MakersPace) -> tuple[bool, int, int, str]:
    if each.pace is None:
        return True, 0, 0, each.organization.name.casefold()
    return False, -each.pace.days, -each.pace.range[1], each.organization.name.casefold()


PACE = declare("pace", PaceOf, answer, ("pace xai", "pace"))
