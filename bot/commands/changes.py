"""`changes`: what happened lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened since a day, newest last."""

    since: Annotated[
        date | None, About("From which day on (2025-02-26); the last 30 days if left out", Kind.START)
    ] = None
    of: Annotated[str | None, About("A model, a family of models or an organization", Kind.SUBJECT)] = None


async def answer(command: Changes, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("changes"), context)


CHANGES = declare("changes", Changes, answer, ("changes", "changes since:2026-11-16 of:xai"))
