"""`promises`: what was promised to be opened, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.every import Every, every
from bot.commands.resolve import pick_wide
from bot.facts.model import License, Model, Organization
from bot.facts.names import Subject, SubjectKind
from bot.facts.promises import Outcome, PromiseStatus, weigh
from bot.facts.status import AsOf


@dataclass(frozen=True, slots=True)
class Promises:
    """What was promised to be opened, and what became of it."""

    of: Annotated[str | None, About("A model, a family of models or an organization", Kind.SUBJECT)] = None
    state: Annotated[Outcome | None, About("What became of the promise", Kind.CHOICE, tuple(Outcome))] = None
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise, and the model it is about; None: it is about the organization."""

    status: PromiseStatus
    organization: Organization
    model: Model | None


@dataclass(frozen=True, slots=True)
class PromisesAnswer:
    """The promises of that state, oldest first; ``counts`` are of all states."""

    subject: Subject | None
    state: Outcome | None
    as_of: AsOf
    promises: tuple[Promised, ...]
    counts: Mapping[Outcome, int]
    licenses: Mapping[str, License]


async def answer(command: Promises, context: Context) -> PromisesAnswer | UnknownName | AmbiguousName:
    """The promises of the subject, or of everybody."""
    subject = pick_wide(context.store.names, command.of) if command.of else None
    if isinstance(subject, UnknownName | AmbiguousName):
        return subject
    as_of = AsOf(command.as_of or context.today, context.today)
    return tell(subject, command.state, await every(context, as_of))


def tell(subject: Subject | None, state: Outcome | None, found: Every) -> PromisesAnswer:
    """The answer that all models of the day make."""
    promises = sorted(_promised(subject, found), key=lambda each: each.status.event.date.order)
    return PromisesAnswer(
        subject=subject,
        state=state,
        as_of=found.as_of,
        promises=tuple(each for each in promises if state is None or each.status.outcome is state),
        counts=Counter(each.status.outcome for each in promises),
        licenses=found.licenses,
    )


def _promised(subject: Subject | None, found: Every) -> Iterator[Promised]:
    for each in found.of(subject):
        maker = found.organizations[each.model.organization]
        yield from (Promised(promise, maker, each.model) for promise in each.promises)
    for maker in found.organizations.values():
        if subject is None or (subject.kind, subject.id) == (SubjectKind.ORGANIZATION, maker.id):
            own = weigh(maker.events, found.as_of, found.timeline.related.get)
            yield from (Promised(promise, maker, None) for promise in own)


PROMISES = declare("promises", Promises, answer, ("promises xai", "promises state:overdue"))
