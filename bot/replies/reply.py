"""An answer in words: a small closed tree that every platform renders.

Strings are plain text and never markup; a link is a value. Renderers escape, shorten by whole entries and
say what they left out; nothing here knows a platform.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.commands.declaration import Kind

Command = Any
"""A command's dataclass: what a choice or a follow-up asks when it is taken."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the sentence."""

    text: str


Span = str | Link | Strong
Line = tuple[Span, ...]


class Level(StrEnum):
    """How open what is spoken of is: a colour beside the words, never instead of them."""

    OPEN = "open"
    PARTLY = "partly"
    CLOSED = "closed"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of prose."""

    line: Line


@dataclass(frozen=True, slots=True)
class Field:
    """A name and what is to be said of it."""

    name: str
    line: Line


@dataclass(frozen=True, slots=True)
class Fields:
    """Names with what is said of each, under a title."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated entry of a timeline with its sources."""

    date: str
    line: Line
    sources: tuple[Line, ...] = ()  # a link each, with what is to be said of it
    id: str = ""  # the event's id, for whoever wants to correct it


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries, oldest first, under a title."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick, and what picking it asks."""

    label: str
    command: Command


@dataclass(frozen=True, slots=True)
class Choices:
    """A question with its answers to pick from."""

    prompt: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Small print: what the data can't say, when it was checked."""

    line: Line


Block = Paragraph | Fields | Timeline | Choices | Note


@dataclass(frozen=True, slots=True)
class Option:
    """A value to pick in a form, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Input:
    """Something to fill in: one line, several (``long``), or one of ``options``.

    ``completed``: a name of that kind, found while one types where the platform can; then the options are
    those that are known at first.
    """

    name: str  # the argument of the command that it becomes
    label: str
    value: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    long: bool = False
    completed: Kind | None = None
    required: bool = True
    most: int = 300  # characters


@dataclass(frozen=True, slots=True)
class Form:
    """What the asker fills in: its inputs, with what is ``given`` already, make a command by its name."""

    title: str
    command: str
    given: tuple[tuple[str, str], ...]
    inputs: tuple[Input, ...]
    submit: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said. ``private``: only for the asker, whatever the channel's setting."""

    title: str
    headline: str = ""  # the one line that answers, under the title
    blocks: tuple[Block, ...] = ()
    follow_ups: tuple[Choice, ...] = ()  # the next likely questions
    level: Level = Level.NEUTRAL
    private: bool = False
    language: str = "en"
    form: Form | None = None  # to be opened; where a platform can't, the text says how to give the rest

    @property
    def text(self) -> str:
        """The whole reply as plain text: for screen readers, notifications and machines."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield self.title
        if self.headline:
            yield self.headline
        for block in self.blocks:
            yield from _block(block)


def plain(line: Line) -> str:
    """A line as plain text, links as their labels."""
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    match span:
        case Link(label, _):
            return label
        case Strong(text):
            return text
        case str():
            return span


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line) | Note(line):
            yield plain(line)
        case Fields(title, fields):
            yield title
            yield from (f"{field.name}: {plain(field.line)}" for field in fields)
        case Timeline(title, entries):
            yield title
            for entry in entries:
                yield f"{entry.date}: {plain(entry.line)}"
        case Choices(prompt, choices):
            yield prompt
            yield from (choice.label for choice in choices)
