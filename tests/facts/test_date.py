from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.date import Happened, PartialDate
from tests.facts.making import as_of


@pytest.mark.parametrize("text", ["2023", "2023-11", "2023-11-03", "2024-02-29"])
def test_a_date_is_written_as_it_was_read(text: str) -> None:
    """The three forms keep their precision."""
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "23", "2023-13", "2023-02-29", "2023-1-1", "2023-11-3", "11/2023", "2023-00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Nothing is completed or corrected: a wrong date is an error."""
    with pytest.raises(ValueError, match="date"):
        PartialDate.parse(text)


def test_a_month_spans_its_days() -> None:
    """The earliest and latest day of a month, leap years included."""
    month = PartialDate.parse("2024-02")
    assert (month.earliest, month.latest) == (date(2024, 2, 1), date(2024, 2, 29))
    assert not month.exact


@pytest.mark.parametrize(
    ("when", "by", "happened"),
    [
        ("2025-02", date(2025, 1, 31), Happened.NO),
        ("2025-02", date(2025, 2, 10), Happened.MAYBE),
        ("2025-02", date(2025, 2, 28), Happened.YES),
        ("2025", date(2025, 12, 30), Happened.MAYBE),
        ("2025-02-26", date(2025, 2, 26), Happened.YES),
        ("2025-02-27", date(2025, 2, 26), Happened.NO),
    ],
)
def test_within_its_month_nobody_knows(when: str, by: date, happened: Happened) -> None:
    """What is dated to a month may or may not have happened on a day of that month."""
    assert PartialDate.parse(when).happened(by) is happened


def test_what_is_recorded_has_happened_by_today() -> None:
    """An event of the running month stands in the record, so by today it has happened."""
    this_month = PartialDate.parse("2026-11")
    assert as_of("2026-11-24").happened(this_month) is Happened.YES
    assert as_of("2026-11-23").happened(this_month) is Happened.MAYBE


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)))
def test_an_exact_day_is_its_own_bounds(day: date) -> None:
    """A day is known to the day."""
    when = PartialDate.of(day)
    assert when.exact
    assert when.earliest == when.latest == day


def test_a_month_stands_before_its_days() -> None:
    """Order within a month is not known; a month-only date comes first."""
    dates = [PartialDate.parse(text) for text in ("2025-02-01", "2025-02", "2025", "2025-01-01")]
    assert [str(when) for when in sorted(dates, key=lambda when: when.order)] == [
        "2025",
        "2025-01-01",
        "2025-02",
        "2025-02-01",
    ]
