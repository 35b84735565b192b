"""`compare`: two or three models side by side, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands import open_
from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.open_ import Open, OpenAnswer
from bot.commands.resolve import pick
from bot.errors import BadInput, Mistake
from bot.facts.license import parts
from bot.facts.model import Component, License, Term, TermName
from bot.facts.names import SubjectKind
from bot.facts.status import AsOf


@dataclass(frozen=True, slots=True)
class Compare:
    """Two or three models side by side, and what differs."""

    model: Annotated[str, About("The model, as you would write it", Kind.MODEL)]
    other: Annotated[str, About("The model to compare it with", Kind.MODEL)]
    third: Annotated[str | None, About("A third model", Kind.MODEL)] = None
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """The models on the same day, in the order in which they were named."""

    sides: tuple[OpenAnswer, ...]
    as_of: AsOf

    @property
    def licenses(self) -> Mapping[str, License]:
        return {id: license for side in self.sides for id, license in side.licenses.items()}

    @property
    def published(self) -> Mapping[Component, tuple[str, ...]]:
        """The components that anyone can have of at least one model, with the ids of those models."""
        found: dict[Component, tuple[str, ...]] = {}
        for component in Component:
            sides = (each.assessment for each in self.sides)
            having = tuple(each.model.id for each in sides if each.status[component].published)
            if having:
                found[component] = having
        return found

    @property
    def terms(self) -> Mapping[TermName, tuple[tuple[OpenAnswer, Term | None], ...]]:
        """What the licences of published weights say to each question; None where nobody has read it.

        Questions that none of the licences answers are left out, and so are models without such a licence.
        """
        licensed = [(side, license) for side in self.sides if (license := _license(side)) is not None]
        found: dict[TermName, tuple[tuple[OpenAnswer, Term | None], ...]] = {}
        for name in TermName:
            said = tuple((side, _term(license, name)) for side, license in licensed)
            if any(term is not None for _, term in said):
                found[name] = said
        return found


async def answer(command: Compare, context: Context) -> CompareAnswer | UnknownName | AmbiguousName:
    """Look every model up and assess it as of the day asked about."""
    sides: dict[str, OpenAnswer] = {}
    for argument, asked in _asked(command):
        subject = pick(
            context.store.names, asked, Kind.MODEL, (SubjectKind.MODEL, SubjectKind.FAMILY), argument
        )
        if isinstance(subject, UnknownName | AmbiguousName):
            return subject
        found = await open_.answer(Open(subject.id, command.as_of), context)
        if not isinstance(found, OpenAnswer):
            return found
        sides[found.assessment.model.id] = found
    if len(sides) < 2:
        raise BadInput(Mistake.SAME_MODEL, "other", command.other)
    return CompareAnswer(tuple(sides.values()), AsOf(command.as_of or context.today, context.today))


def _asked(command: Compare) -> Iterator[tuple[str, str]]:
    yield "model", command.model
    yield "other", command.other
    if command.third:
        yield "third", command.third


def _license(side: OpenAnswer) -> License | None:
    """The licence of the weights, where they are anyone's to have under one that was read."""
    parameters = side.assessment.status.parameters
    if not parameters.published or parameters.license is None:
        return None
    named = parts(parameters.license)
    return side.licenses.get(named[0]) if len(named) == 1 else None


def _term(license: License, name: TermName) -> Term | None:
    return next((term for term in license.terms if term.name is name), None)


COMPARE = declare(
    "compare",
    Compare,
    answer,
    ("compare grok-2 vs llama-4-maverick", "compare grok-1 vs gpt-2 as_of:2025-02-26"),
)
