"""A command as one line of text, both ways: ``open grok-2 as_of:2025-02-26``."""

from __future__ import annotations

import dataclasses
import shlex
from datetime import date
from typing import Any

from bot.commands import COMMANDS, declaration, named
from bot.commands.declaration import Declaration
from bot.errors import BadInput, Mistake

_TYPED = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "＂": '"', "：": ":", "／": "/", "\u3000": " "}
)


def read(text: str, today: date) -> Any:
    """The command that a line means: a name, then arguments by position or as ``name:value``.

    The first argument takes all words up to the first named one: ``open grok 2`` needs no quotes.
    Raises :class:`BadInput`.
    """
    words = _words(text)
    if not words:
        raise BadInput(Mistake.NO_COMMAND)
    found = named(words[0].casefold())
    if found is None:
        raise BadInput(Mistake.UNKNOWN_COMMAND, value=words[0], choices=tuple(each.name for each in COMMANDS))
    return found.read(_given(found, words[1:]), today)


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
    for word in words:
        name, colon, value = word.partition(":")
        slug = name.casefold().replace("-", "_")
        if colon and slug in known:
            current = slug
            given[current] = [value]
        else:
            given.setdefault(current, []).append(word)
    return {name: " ".join(parts).strip() for name, parts in given.items()}


def _quoted(value: str) -> str:
    return shlex.quote(value) if any(c.isspace() or c in "'\"" for c in value) else value
