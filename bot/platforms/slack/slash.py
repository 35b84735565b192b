"""Commands as people type them on Slack: ``/openness grok-2`` where our sentences say ``/open grok-2``."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from bot.commands import COMMANDS
from bot.replies.reply import Choice, Reply

_NAMES = "|".join(re.escape(each.name) for each in COMMANDS)
_COMMAND = re.compile(rf"(?<![A-Za-z0-9_./])/({_NAMES})(?![A-Za-z0-9_/-])")


def spoken(text: str, command: str) -> str:
    """The sentence with the workspace's slash command before every command in it."""
    return _COMMAND.sub(lambda found: _typed(found[1], command), text)


def reply(said: Reply, command: str) -> Reply:
    """The reply with its commands as they are typed here.

    Only in what is private: help and refusals name commands, while facts may name anything.
    """
    return _mapped(said, command) if said.private else said


def _typed(name: str, command: str) -> str:
    return command if name == "open" else f"{command} {name}"


def _mapped(value: Any, command: str) -> Any:
    match value:
        case str():
            return spoken(value, command)
        case tuple():
            return tuple(_mapped(each, command) for each in value)
        case Choice(label, asks):
            return Choice(spoken(label, command), asks)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
            return dataclasses.replace(
                value,
                **{name: _mapped(each, command) for name, each in fields.items() if name not in _KEPT},
            )
        case _:
            return value


_KEPT = frozenset({"url", "language", "level", "id"})
