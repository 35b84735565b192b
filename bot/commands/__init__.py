"""What people can ask: one module a command, each declared once."""

from __future__ import annotations

from typing import Any

from bot.commands.declaration import Declaration
from bot.commands.help_ import HELP
from bot.commands.open_ import OPEN
from bot.commands.timeline import TIMELINE

COMMANDS: tuple[Declaration, ...] = (OPEN, TIMELINE, HELP)


def named(name: str) -> Declaration | None:
    """The command of that name, or None."""
    return next((each for each in COMMANDS if each.name == name), None)


def declaration(command: Any) -> Declaration:
    """The declaration of a command's dataclass."""
    return next(each for each in COMMANDS if isinstance(command, each.make))
