"""Numbers and spans of days as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.replies.words import words


@pytest.mark.parametrize(
    ("number", "written"), [(1_234_567, "1,234,567"), (3.8e25, "3.8 × 10^25"), (1e25, "1 × 10^25"), (0, "0")]
)
def test_large_numbers_are_written_by_their_power_of_ten(number: float, written: str) -> None:
    """A training compute of 3.8e25 operations is told, not choked on."""
    assert words("en").number(number) == words("ja").number(number) == written


def test_spans_of_days() -> None:
    """One day is one day; of two months each is named."""
    first, last = date(2026, 10, 26), date(2026, 11, 1)
    assert words("en").days(first, first) == "26 October 2026"
    assert words("en").days(first, last).split() == ["26", "Oct", "–", "1", "Nov", "2026"]
    assert words("ja").days(first, last) == "2026年10月26日～11月1日"
