"""The time that a digest covers, in the days of the channel's time zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.facts.date import PartialDate
from bot.state.delivery import Period

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From ``start`` to before ``end``, both in the channel's zone.

    What was recorded belongs to it by the moment; what happened on a day, by whole days.
    """

    start: datetime
    end: datetime
    missed: int = 0  # digests that it makes up for

    @classmethod
    def of(cls, period: Period, zone: str) -> Span:
        """The period in that zone. Raises ``ZoneInfoNotFoundError`` or ``ValueError``."""
        local = ZoneInfo(zone)
        return cls(period.start.astimezone(local), period.end.astimezone(local), period.missed)

    @property
    def first(self) -> date:
        """The first of its days."""
        return self.start.date()

    @property
    def last(self) -> date:
        """The last of its days: the one before it ends, so that no day is in two digests."""
        return max(self.first, self.today - A_DAY)

    @property
    def today(self) -> date:
        """The day on which it is told."""
        return self.end.date()

    def holds(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.first <= day < self.today

    def dated(self, when: PartialDate) -> bool:
        """Whether something happened in it. A month counts where it ends; a year is too wide to tell."""
        return when.month is not None and self.holds(when.latest)
