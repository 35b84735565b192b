"""What a definition says of a status: a verdict with its reasons, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.facts.model import Component, Event, License, TermName
from bot.facts.status import Status


class DefinitionId(StrEnum):
    """The ways to call something open that the bot computes, in the order they are shown."""

    WEIGHTS = "weights"
    SOURCE = "source"
    OSAID = "osaid"
    MOF = "mof"
    EUROPEAN_INDEX = "european-index"
    EU_EXEMPTION = "eu-exemption"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground of a verdict. ``code`` names the sentence; the rest is what the sentence speaks of."""

    code: str
    components: tuple[Component, ...] = ()
    licenses: tuple[str, ...] = ()
    terms: tuple[TermName, ...] = ()
    number: float | None = None
    event: Event | None = None  # the source of a ground that rests on one


@dataclass(frozen=True, slots=True)
class Verdict:
    """``holds``: whether the definition's bar is met; None where the record doesn't decide it."""

    definition: DefinitionId
    verdict: str  # the definition's own word: a value of its module's enumeration
    holds: bool | None
    reasons: tuple[Reason, ...] = ()


Licenses = Mapping[str, License]
Definition = Callable[[Status, Licenses], Verdict]


def rulings(status: Status, definition: DefinitionId, code: str) -> tuple[Reason, ...]:
    """What others published under the definition by that day, oldest first: shown beside what we compute."""
    return tuple(
        Reason(code, event=event) for ruling, event in status.rulings if ruling.definition == definition
    )
