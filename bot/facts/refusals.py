"""Why an edit is not made. The words come from `bot.replies`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.facts.edit import Entry, Proposal
from bot.facts.record import Data, Record


@dataclass(frozen=True, slots=True)
class Objection:
    """Something about a change. What is not ``fatal`` is said, and may be so all the same."""

    subject: str  # the id of the record
    message: str
    fatal: bool = True


class Refused(Exception):
    """An edit that is not made; nothing has been changed."""


class Nothing(Refused):
    """Everything is so already."""


class Objected(Refused):
    """Something speaks against it: ``objections`` say what."""

    def __init__(self, objections: Sequence[Objection]) -> None:
        super().__init__("; ".join(f"{each.subject}: {each.message}" for each in objections))
        self.objections = tuple(objections)


class Stale(Refused):
    """The record changed since the edit was begun: how it is ``now``, and the changes meanwhile."""

    def __init__(self, record: Record, now: Data | None, entries: Sequence[Entry]) -> None:
        super().__init__(f"{record} has changed meanwhile")
        self.record = record
        self.now = now
        self.entries = tuple(entries)


class Undone(Refused):
    """It has been taken back already, by ``entry``."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(f"taken back by #{entry.sequence}")
        self.entry = entry


class Unheard(Refused):
    """There is nothing of that name or number."""

    def __init__(self, asked: str) -> None:
        super().__init__(f"there is no {asked}")
        self.asked = asked


class TooMany(Refused):
    """The person has proposed as much as one may in a day."""

    def __init__(self, a_day: int) -> None:
        super().__init__(f"more than {a_day} proposals in a day")
        self.a_day = a_day


class Decided(Refused):
    """Somebody was first: ``proposal`` says who, when and what."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(f"Proposal {proposal.id} is {proposal.status}.")
        self.proposal = proposal


class Revised(Refused):
    """The proposal was edited since it was shown: ``proposal`` is how it is now."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(f"Proposal {proposal.id} was edited meanwhile.")
        self.proposal = proposal
