"""`define`: what a word of the field means, and who decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.facts import glossary

_BETWEEN = re.compile(r"[,、;；/／]|\b(?:vs\.?|versus|and|or)\b|と(?!は)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Define:
    """What a word means (open weights, OSAID, gated …), and who decides."""

    term: Annotated[str, About("The word to explain", Kind.TERM)]


@dataclass(frozen=True, slots=True)
class DefineAnswer:
    """The entries of the words asked about: one, unless several were named."""

    entries: tuple[glossary.Entry, ...]


@dataclass(frozen=True, slots=True)
class UnknownTerm:
    """The glossary has no such word; ``near`` is what may have been meant, best first."""

    asked: str
    near: tuple[glossary.Entry, ...]


async def answer(command: Define, context: Context) -> DefineAnswer | UnknownTerm:
    """Look the word up, or the words where several stand side by side (``open weights vs open source``)."""
    whole = glossary.find(command.term)
    if whole is not None:
        return DefineAnswer((whole,))
    parts = [part for part in _BETWEEN.split(command.term) if part.strip()]
    found = [glossary.find(part) for part in parts]
    entries = tuple(dict.fromkeys(entry for entry in found if entry is not None))
    if entries and all(found):
        return DefineAnswer(entries)
    return UnknownTerm(command.term, tuple(dict.fromkeys((*entries, *glossary.near(command.term)))))


DEFINE = declare("define", Define, answer, ("define open weights", "define open weights, open source"))
