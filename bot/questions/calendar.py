"""Spans of days that words mean, and how a question uses them: on a day, since, until, between."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SPRING, SUMMER, AUTUMN, WINTER = 3, 6, 9, 12  # the month in which each begins
DAY = timedelta(days=1)


class Relation(StrEnum):
    """How a question uses a span."""

    AT = "at"
    SINCE = "since"  # from its first day on
    AFTER = "after"  # from the day after it on
    UNTIL = "until"  # its last day included
    BEFORE = "before"  # up to the day before it


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    @property
    def opening(self) -> Span:
        """Its first day alone: "the beginning of 2024"."""
        return Span(self.first, self.first)

    @property
    def closing(self) -> Span:
        """Its last day alone: "the end of 2024"."""
        return Span(self.last, self.last)


@dataclass(frozen=True, slots=True)
class When:
    """A span found in ``text[start:end]``, and how the words around it use it."""

    start: int
    end: int
    span: Span
    relation: Relation = Relation.AT


@dataclass(frozen=True, slots=True)
class Days:
    """What a question's dates come to: a day it is asked about, or the bounds of what it asks for."""

    as_of: date | None = None
    since: date | None = None
    until: date | None = None
    bounded: bool = False  # "since" was said: the days bound what is asked for
    ahead: bool = False  # it speaks of days to come


NO_DAYS = Days()


def day(at: date) -> Span:
    """One day."""
    return Span(at, at)


def month(year: int, number: int) -> Span:
    """A month."""
    return Span(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, number: int, count: int) -> Span:
    """Some months, from that of the given number on: into the next year where they reach there."""
    over, last = divmod(number + count - 2, 12)
    return Span(date(year, number, 1), month(year + over, last + 1).last)


def year(number: int) -> Span:
    """A year."""
    return Span(date(number, 1, 1), date(number, 12, 31))


def season(number: int, begins: int) -> Span:
    """Three months; a winter begins in December and is named after the year in which it begins."""
    return months(number, begins, 3)


def week(at: date) -> Span:
    """The week, from Monday on, in which the day lies."""
    monday = at - DAY * at.weekday()
    return Span(monday, monday + DAY * 6)


def months_before(at: date, count: int) -> date:
    """The same day some months earlier, or the last day of that month."""
    over, number = divmod(at.month - 1 - count, 12)
    last = month(at.year + over, number + 1).last
    return min(date(at.year + over, number + 1, min(at.day, last.day)), last)


def before(today: date, weekday: int) -> date:
    """The last such weekday before today: on a Monday, Monday is a week ago."""
    return today - DAY * ((today.weekday() - weekday - 1) % 7 + 1)


def gathered(found: list[When], today: date) -> Days:
    """What the dates of a question come to. Days to come are no ground for an answer."""
    past = [each for each in found if each.span.first <= today]
    ahead = len(past) < len(found)
    since = [each.span.first for each in past if each.relation is Relation.SINCE]
    since += [each.span.last + DAY for each in past if each.relation is Relation.AFTER]
    until = [each.span.last for each in past if each.relation is Relation.UNTIL]
    until += [each.span.first - DAY for each in past if each.relation is Relation.BEFORE]
    at = [each.span for each in past if each.relation is Relation.AT]
    if at and not since and not until:
        return Days(min(at[0].last, today), at[0].first, min(at[0].last, today), False, ahead)
    if at and not since:  # "in 2023 and 2024"
        since = [at[0].first]
    elif at and not until and at[-1].last >= since[0]:  # 2023年から2024年の間
        until = [at[-1].last]
    last = min(until[0], today) if until else None
    return Days(last, since[0] if since else None, last, bool(since), ahead)
