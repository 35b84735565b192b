"""What a public catalogue says of one model, in our words, as far as it says it clearly."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from bot.facts.change import Change
from bot.facts.date import PartialDate
from bot.facts.model import Access, Component, Ruling, Source, SourceKind, Text


class Said(StrEnum):
    """What a catalogue says of a component."""

    LISTED = "listed"  # it can be had
    CLOSED = "closed"  # it cannot


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A public catalogue: its short id, its name in both languages, and how its pages are found."""

    id: str
    name: Text
    publisher: str
    page: str  # the address of a file: {revision} and {path} are filled in
    branch: str  # the revision where none is named

    def source(self, path: str, title: str, revision: str | None, published: PartialDate | None) -> Source:
        """The page of one file as a source."""
        url = self.page.format(revision=revision or self.branch, path=path)
        return Source(url, f"{self.name.en}: {title}", self.publisher, SourceKind.SECONDARY, published)


@dataclass(frozen=True, slots=True)
class Copy:
    """Which copy of a catalogue is read: the day that it is of, and the revision, where one is named."""

    day: date
    revision: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What an entry says of a component. What the catalogue doesn't say is None."""

    component: Component
    said: Said
    license: str | None = None  # by whatever name the catalogue writes
    access: Access | None = None
    url: str | None = None
    date: PartialDate | None = None  # since when


@dataclass(frozen=True, slots=True)
class Entry:
    """One model of a catalogue. ``addresses`` are surer than ``name``: they say whose model it is."""

    catalogue: Catalogue
    path: str
    name: str
    maker: str
    source: Source
    day: PartialDate  # what it says is of that day
    addresses: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    released: PartialDate | None = None  # first use by the public
    offered: Access | None = None  # how it is used, where that is all that is known
    ruling: Ruling | None = None
    verdict: Text | None = None  # the ruling as a sentence
    resold: bool = False  # by a service that may be the maker's own, or another's


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or an entry of one, that cannot be read."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What files in a form of our own ask for, and how many records are so already."""

    changes: tuple[Change, ...]
    same: int


class CatalogueError(ValueError):
    """What was given cannot be read as facts; ``problems`` has a place and a sentence of each thing wrong."""

    def __init__(self, problems: list[Unread]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{each.path}: {each.reason}" for each in problems))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a catalogue's files. ``left`` counts what isn't an entry of a maker's own model."""

    entries: tuple[Entry, ...] = ()
    unread: tuple[Unread, ...] = ()
    left: int = 0


@dataclass(slots=True)
class Gathering:
    """A reading while it is made."""

    entries: list[Entry] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    left: int = 0

    def reading(self) -> Reading:
        """What was gathered."""
        return Reading(tuple(self.entries), tuple(self.unread), self.left)


def mapping(data: Any, what: str) -> dict[str, Any]:
    """The data as a mapping. Raises ``ValueError``."""
    if not isinstance(data, dict):
        raise ValueError(f"{what} is not a mapping")
    return data


def line(data: Any) -> str:
    """A text on one line; what is no text is nothing."""
    return " ".join(data.split()) if isinstance(data, str) else ""


def links(data: Any) -> tuple[str, ...]:
    """The web addresses in a text, or in a list of texts."""
    texts = data if isinstance(data, list) else [data]
    words = [word for each in texts if isinstance(each, str) for word in each.split()]
    return tuple(each for each in words if each.startswith(("http://", "https://")))
