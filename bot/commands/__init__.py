"""What people can ask: one module a command, each declared once."""

from __future__ import annotations

from typing import Any

from bot.commands.ask import ASK
from bot.commands.changes import CHANGES
from bot.commands.compare import COMPARE
from bot.commands.declaration import Declaration
from bot.commands.define import DEFINE
from bot.commands.digest.choose import CHOOSE
from bot.commands.digest.look import HISTORY, LIST, PREVIEW, TEST
from bot.commands.digest.subscribe import EDIT, SUBSCRIBE
from bot.commands.digest.switch import PAUSE, RESUME, RESUME_OWN, UNSUBSCRIBE
from bot.commands.fact import FACT
from bot.commands.help_ import HELP
from bot.commands.license import LICENSE
from bot.commands.models import MODELS
from bot.commands.open_ import OPEN
from bot.commands.organization import ORGANIZATION
from bot.commands.pace import PACE
from bot.commands.promises import PROMISES
from bot.commands.sources import SOURCES
from bot.commands.timeline import TIMELINE

DIGEST = (SUBSCRIBE, CHOOSE, LIST, EDIT, PAUSE, RESUME, RESUME_OWN, PREVIEW, TEST, HISTORY, UNSUBSCRIBE)

COMMANDS: tuple[Declaration, ...] = (
    OPEN,
    TIMELINE,
    COMPARE,
    ORGANIZATION,
    PROMISES,
    PACE,
    LICENSE,
    MODELS,
    DEFINE,
    CHANGES,
    SOURCES,
    ASK,
    HELP,
    *FACT,
    *DIGEST,
)


def named(name: str) -> Declaration | None:
    """The command of that name, or None."""
    return next((each for each in COMMANDS if each.name == name), None)


def declaration(command: Any) -> Declaration:
    """The declaration of a command's dataclass."""
    return next(each for each in COMMANDS if isinstance(command, each.make))
