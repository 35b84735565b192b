"""`sources`: every source of a model or an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain


@dataclass(frozen=True, slots=True)
class Sources:
    """Every source of a model or an event: primary or not, last checked, archived."""

    of: Annotated[str, About("A model, or the id of an event", Kind.RECORD)]


async def answer(command: Sources, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("sources"), context)


SOURCES = declare("sources", Sources, answer, ("sources grok-1", "sources grok-1/parameters-final"))
