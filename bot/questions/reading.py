"""What came of reading a sentence: a command, a question back, or a refusal with its kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.facts.names import Subject


class Decline(StrEnum):
    """Why a question isn't answered as it was asked."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    LEGAL = "legal"
    OFF_TOPIC = "off-topic"
    BY_COMMAND_ONLY = "by-command-only"


@dataclass(frozen=True, slots=True)
class Understood:
    """The command that the sentence means.

    ``subjects`` holds everything that it is about, a family as all its models; ``names`` how each is called,
    for the line that says what was understood; ``day`` the day meant, and ``since`` the first day of a span.
    """

    command: Any
    subjects: tuple[Subject, ...] = ()
    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    day: date | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """A name in it stands for several subjects: ``command`` asks about one when its first argument is set."""

    asked: str
    choices: tuple[Subject, ...]
    command: Any


@dataclass(frozen=True, slots=True)
class Unknown:
    """It asks about something that isn't in our data; ``near`` is what may have been meant, best first."""

    asked: str
    near: tuple[Subject, ...]
    command: Any


@dataclass(frozen=True, slots=True)
class Declined:
    """No answer of ours; ``bearing`` is what we do know that bears on it."""

    kind: Decline
    bearing: Understood | None = None


Reading = Understood | Several | Unknown | Declined
