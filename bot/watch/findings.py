"""What a round over the repositories found out: values, for whoever lists or proposes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.facts.model import Access, Component
from bot.watch.repository import Repository, Snapshot


@dataclass(frozen=True, slots=True)
class LicenseChanged:
    """The licence tag is another than the last time, or than the pack says."""

    repository: Repository
    was: str
    now: Snapshot


@dataclass(frozen=True, slots=True)
class AccessChanged:
    """A gate was put before the files, or taken away."""

    repository: Repository
    was: Access
    now: Snapshot


@dataclass(frozen=True, slots=True)
class FilesAdded:
    """New files by which a component may have been published; without one, the text of a licence."""

    repository: Repository
    component: Component | None
    files: tuple[str, ...]
    now: Snapshot


@dataclass(frozen=True, slots=True)
class Renamed:
    """The repository has another name, to which its place leads."""

    repository: Repository
    now: Snapshot


@dataclass(frozen=True, slots=True)
class RepositoryGone:
    """The repository was not there on two days, ``since`` the first of them."""

    repository: Repository
    said: str
    since: date


Change = LicenseChanged | AccessChanged | FilesAdded | Renamed
Finding = Change | RepositoryGone
