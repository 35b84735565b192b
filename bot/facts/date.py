"""Dates as precise as their source, and no more."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

_WRITTEN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


class Happened(StrEnum):
    """Whether something dated had happened by the end of a day."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day, written ``2023``, ``2023-11`` or ``2023-11-03``.

    A month-only date stands for an unknown day of that month: it is never completed.
    """

    year: int
    month: int | None = None
    day: int | None = None

    # The first and the last day it can have been: asked for often, so computed once.
    earliest: date = field(init=False, repr=False, compare=False)
    latest: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        earliest = date(
            self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day
        )
        month = self.month or 12
        latest = date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read one of the three written forms; raises ``ValueError`` on anything else."""
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a date: write 2023, 2023-11 or 2023-11-03")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        try:
            return cls(year, month, day)
        except ValueError as error:
            raise ValueError(f"{text!r} is not a date of the calendar: {error}") from error

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The exact day as a partial date."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.day is not None

    def happened(self, by: date) -> Happened:
        """Whether it had happened by the end of the day ``by``."""
        if self.latest <= by:
            return Happened.YES
        return Happened.MAYBE if self.earliest <= by else Happened.NO

    @property
    def order(self) -> tuple[date, int]:
        """Sorting key: by the first possible day; a month stands before its own days."""
        return (self.earliest, -(self.latest - self.earliest).days)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text
