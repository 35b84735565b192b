"""Answers that any command can give: what was asked for is not there, or could be several things."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.declaration import Kind
from bot.facts.names import Subject


@dataclass(frozen=True, slots=True)
class UnknownName:
    """Nothing of that name; ``near`` is what may have been meant, best first."""

    asked: str
    kind: Kind
    near: tuple[Subject, ...]
    argument: str = ""  # which argument of the command it was given for; its first where empty


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """The name stands for several subjects: the asker picks."""

    asked: str
    choices: tuple[Subject, ...]
    argument: str = ""
