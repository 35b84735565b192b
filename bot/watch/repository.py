"""The repositories that the facts name, and what is seen of one at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlsplit

import cattrs
from cattrs.preconf.json import make_converter

from bot.facts.model import Access, Pack

_PART = r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}?"
_PATH = re.compile(rf"/(?P<name>{_PART}/{_PART})(?:\.git)?/?")
_ID = re.compile(r"[0-9a-f]{7,64}")
_PLAIN = re.compile(r"[A-Za-z0-9+._/-]{1,80}")


class Place(StrEnum):
    """Where a repository is."""

    HUGGING_FACE = "Hugging Face"
    GITHUB = "GitHub"


_HOSTS = {"huggingface.co": Place.HUGGING_FACE, "github.com": Place.GITHUB}


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository of the pack: ``owner/name``, and the ids of the models that name it."""

    url: str
    place: Place
    name: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is watched of a repository, as it was at one moment. Nothing in it is longer than it is plain."""

    name: str  # as its place calls it now
    license: str  # the tag; empty where it has none
    access: Access | None  # None where the place knows no gates
    files: tuple[str, ...]  # the notable ones
    modified: datetime
    etag: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """The place says that there is no such repository (for the public)."""

    said: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """It could not be seen; never counted as absent."""

    why: str


Look = Snapshot | Absent | Unclear


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit. Raises ``ValueError`` on an id that is none."""

    id: str
    day: date

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError("no id of a commit")


class Limited(Exception):
    """The place wants to be left alone for now."""


class Site(Protocol):
    """A place that is asked for repositories."""

    async def look(self, name: str, before: Snapshot | None) -> Look:
        """The repository now. Raises :class:`Limited`."""
        ...

    async def commits(self, name: str, since: date) -> Sequence[Commit]:
        """Its commits since that day, newest first; none where they cannot be had.

        Raises :class:`Limited`.
        """
        ...


def repositories(pack: Pack) -> list[Repository]:
    """The pack's repositories on the places that are watched, each once, in the order of the pack."""
    models: dict[str, list[str]] = {}
    for model in pack.models:
        for url in model.repositories:
            models.setdefault(url, []).append(model.id)
    found = []
    for url, ids in models.items():
        parts = urlsplit(url)
        match = _PATH.fullmatch(parts.path)
        if parts.hostname in _HOSTS and match is not None:
            found.append(Repository(url, _HOSTS[parts.hostname], match["name"], tuple(ids)))
    return found


def plain(text: object) -> str:
    """A tag or a path that others wrote, if it is one that can be shown; else nothing."""
    return text if isinstance(text, str) and _PLAIN.fullmatch(text) else ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a round leaves for the next one: what it saw and on which day.

    ``told``: that the repository is gone has been proposed.
    """

    snapshot: Snapshot | None = None
    looked: date | None = None
    told: bool = False

    def written(self) -> str:
        """As text."""
        return _converter.dumps(self)

    @classmethod
    def read(cls, text: str) -> Memory:
        """From text; empty where that is none of ours."""
        try:
            return _converter.loads(text, cls)
        except (ValueError, TypeError, cattrs.BaseValidationError):
            return cls()


_converter = make_converter()
