"""A command as one line of text, both ways: ``open grok-2 as_of:2025-02-26``."""

from __future__ import annotations

import dataclasses
import re
import shlex
from datetime import date
from typing import Any

from bot.commands import COMMANDS, declaration, named
from bot.commands.declaration import Declaration
from bot.errors import BadInput, Mistake

_TYPED = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "＂": '"', "：": ":", "／": "/", "\u3000": " "}
)

_BETWEEN = re.compile(r"\s+(?:vs?\.?|versus|and|with|と|対)\s+|\s*[,、，;]\s*", re.IGNORECASE)


def read(text: str, today: date) -> Any:
    """The command that a line means: a name, then arguments by position or as ``name:value``.

    The first argument takes all words up to the first named one: ``open grok 2`` needs no quotes. Where
    several are required they are told apart: ``compare grok 2 vs llama 4``, ``compare grok-2, grok-1``, or
    one word each. Raises :class:`BadInput`.
    """
    words = _words(text)
    if not words:
        raise BadInput(Mistake.NO_COMMAND)
    found, named_by = _begun(words)
    if found is None:
        raise BadInput(Mistake.UNKNOWN_COMMAND, value=words[0], choices=tuple(each.name for each in COMMANDS))
    return found.read(_given(found, words[named_by:]), today)


def begun(text: str) -> tuple[Declaration | None, str]:
    """The command whose name a text begins with, and the rest of the text."""
    words = text.split()
    found, named_by = _begun(words)
    return found, " ".join(words[named_by:])


def _begun(words: list[str]) -> tuple[Declaration | None, int]:
    """The command that the words begin with, and how many of them are its name: ``fact add`` has two."""
    for length in (2, 1):
        found = named(" ".join(words[:length]).casefold()) if len(words) >= length else None
        if found is not None:
            return found, length
    return None, 0


def write(command: Any) -> str:
    """The line that means this command: ``read`` gives it back."""
    found = declaration(command)
    words = [found.name]
    for position, argument in enumerate(found.arguments):
        value = getattr(command, argument.name)
        if value is not None:
            words.append(
                shlex.quote(str(value)) if position == 0 else f"{argument.name}:{_quoted(str(value))}"
            )
    return " ".join(words)


def replace(command: Any, **values: Any) -> Any:
    """The same command with other arguments."""
    return dataclasses.replace(command, **values)


def _words(text: str) -> list[str]:
    plain = text.translate(_TYPED).strip().removeprefix("/")
    try:
        return shlex.split(plain)
    except ValueError:  # a lone quote: it belongs to the name
        return plain.split()


def _given(found: Declaration, words: list[str]) -> dict[str, str]:
    known = [argument.name for argument in found.arguments]
    given: dict[str, list[str]] = {}
    current = known[0] if known else ""
    if sum(argument.required for argument in found.arguments) > 1:
        words = _told_apart(words, known)
    for word in words:
        name, colon, value = word.partition(":")
        slug = name.casefold().replace("-", "_")
        if colon and slug in known:
            current = slug
            given[current] = [value]
        else:
            given.setdefault(current, []).append(word)
    return {name: " ".join(parts).strip() for name, parts in given.items()}


def _told_apart(words: list[str], known: list[str]) -> list[str]:
    """The words before the first named one as arguments of their own, in the order of the declaration."""
    first_named = next(
        (place for place, word in enumerate(words) if word.partition(":")[0] in known), len(words)
    )
    leading = words[:first_named]
    parts = [part.strip() for part in _BETWEEN.split(" ".join(leading)) if part.strip()]
    if len(parts) < 2:
        parts = leading
    named = [f"{name}:{part}" for name, part in zip(known, parts, strict=False)]
    return [*named, *parts[len(named) :], *words[first_named:]]


def _quoted(value: str) -> str:
    return shlex.quote(value) if any(c.isspace() or c in "'\"" for c in value) else value
