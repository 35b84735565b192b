"""`help`: what can be asked, by example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Declaration, Kind, declare


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked, with examples."""

    command: Annotated[str | None, About("One command to explain", Kind.TEXT)] = None


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """The commands to explain: all, or the one asked about."""

    declarations: tuple[Declaration, ...]
    one: bool


async def answer(command: Help, context: Context) -> HelpAnswer:
    """All commands, or the one named."""
    asked = (command.command or "").strip().lstrip("/").casefold()
    named = tuple(each for each in context.commands if each.name == asked)
    return HelpAnswer(named or context.commands, bool(named))


HELP = declare("help", Help, answer, ("help", "help timeline"))
