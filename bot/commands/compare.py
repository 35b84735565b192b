"""`compare`: two or three models side by side, and what differs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain


@dataclass(frozen=True, slots=True)
class Compare:
    """Two or three models side by side, and what differs."""

    model: Annotated[str, About("The model, as you would write it", Kind.MODEL)]
    other: Annotated[str, About("The model to compare it with", Kind.MODEL)]
    third: Annotated[str | None, About("A third model", Kind.MODEL)] = None
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None


async def answer(command: Compare, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("compare"), context)


COMPARE = declare(
    "compare",
    Compare,
    answer,
    ("compare grok-2 vs llama-4-maverick", "compare grok-1, olmo-2-7b as_of:2025-02-26"),
)
