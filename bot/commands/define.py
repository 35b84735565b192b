"""`define`: what a word of the field means, and who decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain


@dataclass(frozen=True, slots=True)
class Define:
    """What a word means (open weights, OSAID, gated …), and who decides."""

    term: Annotated[str, About("The word to explain", Kind.TERM)]


async def answer(command: Define, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("define"), context)


DEFINE = declare("define", Define, answer, ("define open weights", "define OSAID"))
