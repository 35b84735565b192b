"""Edits of the facts as values: who changes what, when and why, and what waits to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.facts.change import Change

RELEASE = "release"  # the "platform" of a new release's facts


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, by platform, workspace and id, with the name their platform shows; or a part of the bot."""

    platform: str
    workspace: str = ""
    user: str = ""
    name: str = ""

    @property
    def person(self) -> bool:
        """Whether it is somebody, not a release or a round of the bot."""
        return bool(self.user)


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as the journal holds it. Changes made together share their ``batch``."""

    sequence: int
    batch: int  # the sequence of the first of those made together
    change: Change
    actor: Actor
    at: datetime
    why: str
    undoes: int | None = None  # the batch that it takes back
    proposal: int | None = None  # the proposal that it carries out


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes to be made together: by whom, when and why."""

    changes: tuple[Change, ...]
    actor: Actor
    at: datetime
    why: str
    undoes: int | None = None
    proposal: int | None = None


class Status(StrEnum):
    """Where a proposal stands."""

    DRAFT = "draft"  # seen by its author alone, who may publish it
    OPEN = "open"  # waits for an editor
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"  # by its author


DECIDED = (Status.APPROVED, Status.REJECTED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes that wait, or waited, for an editor. ``revision`` counts what editors made of it."""

    id: int
    revision: int
    changes: tuple[Change, ...]
    proposer: Actor
    at: datetime
    why: str
    status: Status
    decider: Actor | None = None
    decided_at: datetime | None = None
    reason: str = ""
    batch: int | None = None  # in the journal, once approved
