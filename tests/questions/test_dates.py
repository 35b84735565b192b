"""Days in words, in both languages, against the day on which they are said."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.calendar import NO_DAYS, Days, gathered
from bot.questions.dates import arabic, dates
from tests.questions.reading_of import TODAY


def days(text: str, today: date = TODAY) -> Days:
    return gathered(dates(arabic(text), today), today)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 2025-02-26", "2025-02-26"),
        ("on 26 february 2025", "2025-02-26"),
        ("feb 26th, 2025", "2025-02-26"),
        ("in feb 2025", "2025-02-28"),
        ("in spring 2023", "2023-05-31"),
        ("in winter 2024", "2025-02-28"),
        ("last christmas", "2025-12-25"),
        ("two years ago", "2024-11-23"),
        ("half a year ago", "2026-05-23"),
        ("at the end of 2024", "2024-12-31"),
        ("at the beginning of march 2024", "2024-03-01"),
        ("in q2 2023", "2023-06-30"),
        ("last friday", "2026-11-20"),
        ("in 2026", "2026-11-23"),
        ("25.12.2024", "2024-12-25"),
        ("令和7年2月26日", "2025-02-26"),
        ("令和元年", "2019-12-31"),
        ("平成31年4月", "2019-04-30"),
        ("二〇二四年三月十七日", "2024-03-17"),
        ("去年の夏", "2025-08-31"),
        ("おととしの8月", "2024-08-31"),
        ("昨年末", "2025-12-31"),
        ("先月", "2026-10-31"),
        ("先週の金曜日", "2026-11-20"),
        ("半年前", "2026-05-23"),
        ("去年のクリスマス", "2025-12-25"),
    ],
)
def test_a_day_or_the_last_day_of_a_period(text: str, day: str) -> None:
    """A question about a period asks how things stood at its end, or today while it lasts."""
    assert str(days(text).as_of) == day


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("since monday", "2026-11-16", None),
        ("since 2025", "2025-01-01", None),
        ("after january 2025", "2025-02-01", None),
        ("before 2020", None, "2019-12-31"),
        ("by the end of 2023", None, "2023-12-31"),
        ("between 2023 and 2024", "2023-01-01", "2024-12-31"),
        ("in the last 7 days", "2026-11-16", None),
        ("2025年以降", "2025-01-01", None),
        ("2020年より前", None, "2019-12-31"),
        ("2023年から2024年の間", "2023-01-01", "2024-12-31"),
        ("ここ7日間", "2026-11-16", None),
        ("11月1日から", "2026-11-01", None),
    ],
)
def test_bounds(text: str, since: str | None, until: str | None) -> None:
    """ "Since" and "until" bound what is asked for; a day excluded in words is not in it."""
    found = days(text)
    assert (str(found.since) if found.since else None, str(found.until) if found.until else None) == (
        since,
        until,
    )


@pytest.mark.parametrize("text", ["it may be open", "march on", "2000 users", "05/06/2024"])
def test_no_day_is_read_where_none_is_meant(text: str) -> None:
    """Ordinary words, numbers of other things and days of either order are no dates."""
    assert days(text) == NO_DAYS


def test_days_to_come_are_no_ground_for_an_answer() -> None:
    """A day ahead is marked and not taken for the day asked about."""
    found = days("in 2027")
    assert found.ahead
    assert found.as_of is None


def test_today_decides() -> None:
    """The same words mean another day on another day."""
    assert str(days("last christmas", date(2026, 12, 26)).as_of) == "2026-12-25"
