"""A sentence into a command, by rules and data. Nothing is generated: what is not understood is said so."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.commands.open_ import Open
from bot.facts.names import NameIndex, SubjectKind


def read(text: str, names: NameIndex, today: date) -> Any | None:
    """The command that the sentence means, or None where none is understood."""
    for mention in names.mentions(text, (SubjectKind.MODEL, SubjectKind.FAMILY)):
        return Open(text[mention.start : mention.end])
    return None
