"""When digests are due: against a walk over the minutes, in all zones, and at the edges of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.digest import schedule
from bot.state.delivery import Period
from bot.state.subscription import Cadence, Subscription
from tests.digests import walking
from tests.digests.making import DUE, daily, subscription
from tests.digests.walking import DAY, MINUTE

# Years in which zones did something else than summer time: half an hour, a day left out, other rules.
ODD_YEARS = [
    ("America/Asuncion", 2024),
    ("America/Caracas", 2016),
    ("Asia/Pyongyang", 2018),
    ("Europe/Volgograd", 2020),
    ("Pacific/Apia", 2011),
    ("Pacific/Kwajalein", 1993),
]


def instant(text: str) -> datetime:
    """A moment in UTC, written down."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def unlike(year: int) -> Iterator[tuple[str, list[datetime]]]:
    """Of all zones with the same changes of their clocks in a year, one each."""
    seen = set()
    for name in sorted(available_timezones()):
        found = walking.changes(ZoneInfo(name), year)
        offsets = [each.astimezone(ZoneInfo(name)).utcoffset() for each in [instant(f"{year}-01-01"), *found]]
        if (kind := (*found, *offsets)) not in seen:
            seen.add(kind)
            yield name, found


def check(name: str, change: datetime) -> None:
    """Compare the runs of some times of the day with a walk over the days around a change of the clock."""
    zone = ZoneInfo(name)
    begin, end = change - 1.5 * DAY, change + 1.5 * DAY
    walked = walking.walk(zone, begin, end)
    new, old = (each.astimezone(zone).time() for each in (change, change - MINUTE))
    for at in {new, old, new.replace(minute=30), old.replace(minute=0), time(0, 0), time(9, 0)}:
        wish = daily(zone=name, hour=at.hour, minute=at.minute)
        found = [each for each in schedule.next_runs(wish, begin - MINUTE, 5) if each < end]
        assert found == list(walking.daily(walked, at)), (name, at)


def test_a_year_in_all_zones_is_as_a_walk_over_the_minutes_says() -> None:
    """Around each change of a zone's clock in 2026, a daily digest comes when that clock shows its time."""
    for name, changes in unlike(2026):
        for change in changes or [instant("2026-06-21")]:
            check(name, change)


@pytest.mark.parametrize(("name", "year"), ODD_YEARS)
def test_odd_years_are_as_a_walk_over_the_minutes_says(name: str, year: int) -> None:
    """A zone that changed its rules, by half an hour or by a day, had its digests when its clock said so."""
    changes = walking.changes(ZoneInfo(name), year)
    assert changes
    for change in changes:
        check(name, change)


@pytest.mark.parametrize("name", ["America/Nuuk", "Antarctica/Troll", "Asia/Tokyo", "Pacific/Chatham"])
def test_every_day_of_a_year_has_one(name: str) -> None:
    """The days of a year that a daily digest covers are each day of it, once and in order."""
    runs = schedule.next_runs(daily(zone=name, hour=2, minute=30), instant("2026-01-01"), 365)
    covered = [schedule.days(Period(start, end), name) for start, end in pairwise(runs)]
    assert all(last == first + DAY for first, last in covered)
    assert all(one[1] == other[0] for one, other in pairwise(covered))


@pytest.mark.parametrize(
    ("zone", "at", "after", "expected"),
    [
        ("Europe/Berlin", (2, 30), "2026-03-28T12:00", "2026-03-29T01:00"),
        ("America/New_York", (2, 0), "2026-03-07T12:00", "2026-03-08T07:00"),
        ("Australia/Sydney", (2, 59), "2026-10-03T12:00", "2026-10-03T16:00"),
        ("Africa/Cairo", (0, 0), "2026-04-23T12:00", "2026-04-23T22:00"),
        ("Europe/Berlin", (2, 30), "2026-10-24T12:00", "2026-10-25T00:30"),
        ("Pacific/Apia", (9, 0), "2011-12-30T05:00", "2011-12-30T10:00"),
    ],
)
def test_gaps_and_overlaps(zone: str, at: tuple[int, int], after: str, expected: str) -> None:
    """A time that a zone leaves out comes at the first minute after the gap; the first of two is meant."""
    wish = daily(zone=zone, hour=at[0], minute=at[1])
    assert schedule.next_runs(wish, instant(after), 1) == [instant(expected)]


def test_the_end_of_the_month() -> None:
    """The 31st is the last day of a shorter month, a leap day too."""
    wish = subscription(cadence=Cadence.MONTHLY, day=31, zone="Asia/Tokyo", hour=9)
    runs = schedule.next_runs(wish, instant("2028-01-01"), 4)
    assert [each.date() for each in runs] == [
        date(2028, 1, 31),
        date(2028, 2, 29),
        date(2028, 3, 31),
        date(2028, 4, 30),
    ]
    [common] = schedule.next_runs(replace(wish, day=30), instant("2027-02-10"), 1)
    assert common.date() == date(2027, 2, 28)


def test_a_weekly_one_is_due_on_its_day_of_its_zone() -> None:
    """Monday morning in Auckland is Sunday elsewhere."""
    [run] = schedule.next_runs(subscription(zone="Pacific/Auckland"), instant("2026-11-20"), 1)
    assert run == instant("2026-11-22T20:00")


def test_the_first_digest_covers_one_period_back() -> None:
    """Whenever it was made, the first of a weekly subscription covers a week."""
    assert schedule.due(subscription(), DUE) == Period(DUE - 7 * DAY, DUE)


def test_nothing_is_due_before_its_minute() -> None:
    """A second before, nothing is due; at that second, it is."""
    assert schedule.due(subscription(), DUE - timedelta(seconds=1)) is None
    assert schedule.due(subscription(covered=DUE - 7 * DAY), DUE) == Period(DUE - 7 * DAY, DUE)


def test_after_a_week_down_one_digest_makes_up_for_all() -> None:
    """A daily one that was due eight times has one digest, from where the last ended."""
    wish = daily(covered=DUE - DAY)
    assert schedule.due(wish, DUE + 7 * DAY + timedelta(hours=3)) == Period(DUE - DAY, DUE + 7 * DAY, 7)


def test_what_was_given_up_is_made_up_for() -> None:
    """Digests that were due and never came count with those that were missed."""
    wish = daily(covered=DUE - 3 * DAY, missed=2)
    assert schedule.due(wish, DUE) == Period(DUE - 3 * DAY, DUE, 2)


def test_a_zone_that_changed_its_rules_moves_what_was_planned() -> None:
    """A moment that followed from other rules becomes the nearest that follows from these."""
    wish = daily(zone="Europe/Berlin", next_due=instant("2026-11-23T07:00"))  # as if summer time had stayed
    right = instant("2026-11-23T08:00")
    assert schedule.corrected(wish, instant("2026-11-22T12:00")).next_due == right
    assert schedule.due(wish, instant("2026-11-23T07:30")) is None
    due = schedule.due(wish, right)
    assert due is not None
    assert due.end == right


def test_a_clock_that_was_years_ahead_silences_nobody() -> None:
    """What a wrong clock put far into the future is due as if it had never been."""
    wish = daily(next_due=DUE + 900 * DAY, covered=DUE + 899 * DAY, missed=4)
    assert schedule.corrected(wish, DUE) == replace(wish, next_due=DUE + DAY, covered=None, missed=0)


@pytest.mark.parametrize("cadence", Cadence)
def test_what_is_right_stays(cadence: Cadence) -> None:
    """A schedule that holds is not touched, on the edges of the calendar either."""
    wish = subscription(cadence=cadence, day=5, zone="Europe/Berlin", hour=2, minute=30)
    for run in schedule.next_runs(wish, instant("2025-12-31"), 60):
        planned = replace(wish, next_due=run)
        assert schedule.corrected(planned, run - DAY) == planned


def test_a_zone_that_nobody_knows_is_an_error() -> None:
    """There is no guess for a zone that is not IANA's."""
    with pytest.raises(ZoneInfoNotFoundError):
        schedule.due(subscription(zone="Mars/Olympus"), DUE)


def test_jitter_is_the_subscriptions_own() -> None:
    """Each has its own delay within the minute after, the same each time, and they are spread."""
    delays = [schedule.jitter(subscription(id=id)) for id in range(1000)]
    assert all(timedelta(0) <= each < timedelta(minutes=1) for each in delays)
    assert delays == [schedule.jitter(subscription(id=id)) for id in range(1000)]
    assert len(set(delays)) == 60


@st.composite
def wishes(draw: st.DrawFn) -> Subscription:
    """Any schedule that people can choose."""
    cadence = draw(st.sampled_from(Cadence))
    return subscription(
        cadence=cadence,
        day=draw(st.integers(1, 31) if cadence is Cadence.MONTHLY else st.integers(0, 6)),
        hour=draw(st.integers(0, 23)),
        minute=draw(st.integers(0, 59)),
        zone=draw(st.sampled_from(sorted(available_timezones()))),
    )


@settings(max_examples=60, deadline=None)
@given(wishes(), st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_runs_are_in_order_and_found_from_anywhere(wish: Subscription, now: datetime) -> None:
    """Whatever is wished for: runs follow one another, each is found from just before it, and backwards."""
    runs = schedule.next_runs(wish, now, 5)
    assert all(one < other for one, other in pairwise([now, *runs]))
    assert schedule.next_runs(wish, runs[1], 3) == runs[2:]
    assert schedule.last_run(wish, runs[3]) == runs[2]
    assert schedule.nearest_run(wish, runs[0]) == runs[0]
