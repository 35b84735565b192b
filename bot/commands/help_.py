"""`help`: what can be asked, by example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Declaration, Kind, Rights, declare


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked, with examples."""

    command: Annotated[str | None, About("One command to explain", Kind.TEXT)] = None


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """The commands to explain, or the one asked about."""

    declarations: tuple[Declaration, ...]
    one: bool


async def answer(command: Help, context: Context) -> HelpAnswer:
    """The one command that is named, those of a group, or all that everyone may use."""
    asked = (command.command or "").strip().lstrip("/").casefold()
    shown = [each for each in context.commands if each.shown]
    named = tuple(each for each in shown if each.name == asked)
    if named:
        return HelpAnswer(named, one=True)
    group = tuple(each for each in shown if each.group == asked)
    everyone = tuple(each for each in shown if each.rights is Rights.EVERYONE)
    return HelpAnswer(group or everyone, one=False)


HELP = declare("help", Help, answer, ("help", "help timeline", "help fact"))
