"""`promises`: what was promised, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain
from bot.facts.promises import Outcome


@dataclass(frozen=True, slots=True)
class Promises:
    """What was promised to be opened, and what became of it."""

    of: Annotated[str | None, About("A model, a family of models or an organization", Kind.SUBJECT)] = None
    state: Annotated[Outcome | None, About("What became of the promise", Kind.CHOICE, tuple(Outcome))] = None
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None


async def answer(command: Promises, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("promises"), context)


PROMISES = declare("promises", Promises, answer, ("promises xai", "promises state:overdue"))
