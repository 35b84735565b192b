"""Lag and pace: how long a maker takes from first public use to publishing the parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median, quantiles

from dateutil.relativedelta import relativedelta

from bot.facts.date import PartialDate
from bot.facts.model import Event, Model
from bot.facts.status import Status, publishes_parameters


@dataclass(frozen=True, slots=True)
class Lag:
    """From first public use to the parameters' publication; ``shortest`` and ``longest`` in days.

    They differ where a source gives only a month or a year.
    """

    first_use: Event
    published: Event
    shortest: int
    longest: int

    @property
    def days(self) -> int | None:
        """The days, where both days are known."""
        return self.shortest if self.exact else None

    @property
    def exact(self) -> bool:
        return self.shortest == self.longest

    @property
    def middle(self) -> float:
        """The middle of the possible days: what the pace is computed from."""
        return (self.shortest + self.longest) / 2

    @property
    def calendar(self) -> tuple[int, int, int]:
        """The exact lag in years, months and days, as people count them."""
        delta = relativedelta(self.published.date.earliest, self.first_use.date.earliest)
        return delta.years, delta.months, delta.days


@dataclass(frozen=True, slots=True)
class Pace:
    """The median lag of the models an organization has opened, and the lags it rests on."""

    lags: tuple[tuple[Model, Lag], ...]  # shortest first

    @property
    def days(self) -> int:
        """The median in whole days; a half day counts as one."""
        return int(median(lag.middle for _, lag in self.lags) + 0.5)

    @property
    def count(self) -> int:
        return len(self.lags)

    @property
    def immediate(self) -> int:
        """How many had their weights there from the first day."""
        return sum(lag.longest == 0 for _, lag in self.lags)

    @property
    def range(self) -> tuple[int, int]:
        """The shortest and the longest lag in days of those that had any, as the sources bound them."""
        late = [lag for _, lag in self.lags if lag.longest]
        if not late:
            return 0, 0
        return min(lag.shortest for lag in late), max(lag.longest for lag in late)

    @property
    def middle_half(self) -> tuple[int, int] | None:
        """The days between which the middle half of the lags lies; None of fewer than four."""
        if self.count < 4:
            return None
        first, _, third = quantiles((lag.middle for _, lag in self.lags), n=4, method="inclusive")
        return int(first + 0.5), int(third + 0.5)

    def due(self, release: PartialDate) -> tuple[date, date]:
        """The earliest and the latest day on which a model released then would have been opened."""
        pace = timedelta(days=self.days)
        return release.earliest + pace, release.latest + pace


def lag(status: Status) -> Lag | None:
    """The lag of the model on that day, or None while its parameters are not published."""
    published = next((event for event in status.timeline if publishes_parameters(event)), None)
    first_use = status.released
    if published is None or first_use is None:
        return None
    if published is first_use:
        return Lag(first_use, published, 0, 0)
    longest = (published.date.latest - first_use.date.earliest).days
    shortest = max(0, (published.date.earliest - first_use.date.latest).days)
    return Lag(first_use, published, shortest, longest)


def pace(models: Iterable[tuple[Model, Status]]) -> Pace | None:
    """The pace over those models that are open on that day, or None where there is none."""
    lags = [(model, found) for model, status in models if (found := lag(status)) is not None]
    if not lags:
        return None
    return Pace(tuple(sorted(lags, key=lambda pair: (pair[1].middle, pair[0].id))))
