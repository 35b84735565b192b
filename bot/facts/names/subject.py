"""What can be meant by a name, and how well a name was understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SubjectKind(StrEnum):
    """The kinds of thing that people ask about by name."""

    MODEL = "model"
    FAMILY = "family"
    ORGANIZATION = "organization"
    LICENSE = "license"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that can be asked about."""

    kind: SubjectKind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A subject with every name that people type for it.

    ``names`` are its id, its name, its aliases, its repositories' ids and addresses; ``members`` are the
    ids of the models of a family or an organization, newest first where an order is known.
    """

    subject: Subject
    names: tuple[str, ...]
    members: tuple[str, ...] = ()


class Found(StrEnum):
    """How well a name was understood."""

    EXACT = "exact"  # one subject is meant
    AMBIGUOUS = "ambiguous"  # several can be meant: ask which
    NEAR = "near"  # none is meant for sure; these come near
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means: one subject, the choices, or at most five that come near, best first.

    ``family`` is the family whose bare name it was, where it was one.
    """

    found: Found
    subjects: tuple[Subject, ...] = ()
    family: Subject | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name inside a sentence: ``text[start:end]``, and what it means."""

    start: int
    end: int
    match: Match
