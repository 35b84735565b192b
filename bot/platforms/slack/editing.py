"""What is an edit of the facts, as the platform tells it from a question."""

from __future__ import annotations

from typing import Any

from bot import commands
from bot.commands import line
from bot.commands.declaration import Declaration, Rights
from bot.core import Answered, Line, Options

GROUP = "fact"  # of the commands that edit
DIGESTS = "digest"  # of those about what comes to a channel


def edits(asked: Any) -> bool:
    """Whether only editors may do what is asked."""
    found = _declaration(asked)
    return found is not None and found.rights is Rights.EDITOR


def manages(asked: Any) -> bool:
    """Whether only who manages the channel may do what is asked."""
    found = _declaration(asked)
    return found is not None and found.rights is Rights.MANAGER


def of_channel(asked: Any) -> bool:
    """Whether it is about what comes to the channel from which it is asked."""
    found = _declaration(asked)
    return found is not None and found.group == DIGESTS


def is_edit(answered: Answered) -> bool:
    """Whether the answer is about our record and its changes, not about what is open."""
    return answered.command is not None and commands.declaration(answered.command).group == GROUP


def is_digest(answered: Answered) -> bool:
    """Whether the answer is about what comes to a channel."""
    return answered.command is not None and commands.declaration(answered.command).group == DIGESTS


def lasts(answered: Answered) -> bool:
    """Whether the answer stays the same while the facts do."""
    return answered.command is None or commands.declaration(answered.command).lasts


def _declaration(asked: Any) -> Declaration | None:
    match asked:
        case Options(name, _):
            return commands.named(name)
        case Line(text):
            return line.begun(text.strip().lstrip("/／"))[0]
    return commands.declaration(asked)
