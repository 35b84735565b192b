"""`pace`: how long makers take from first public use to the weights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain


@dataclass(frozen=True, slots=True)
class PaceOf:
    """How long makers take from first public use to publishing the weights."""

    of: Annotated[str | None, About("A model, a family of models or an organization", Kind.SUBJECT)] = None
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None


async def answer(command: PaceOf, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("pace"), context)


PACE = declare("pace", PaceOf, answer, ("pace xai", "pace"))
