from __future__ import annotations

from datetime import date, timedelta

from bot.facts.date import PartialDate
from bot.facts.lag import Pace, lag, pace
from bot.facts.model import Model
from bot.facts.status import fold
from tests.facts.making import as_of, model, publish, release

GROK_1 = model(release("2023-11-03"), publish("2024-03-17", license="Apache-2.0"), id="m1")


def test_the_lag_of_grok_1_is_four_months_and_fourteen_days() -> None:
    """The founding figure: 3 November 2023 to 17 March 2024, 135 days."""
    found = lag(fold(GROK_1, as_of("2025-02-26")))
    assert found is not None
    assert (found.calendar, found.days) == ((0, 4, 14), 135)


def test_at_that_pace_the_others_had_a_due_day() -> None:
    """A model of 13 August 2024 would have been due on 26 December 2024; a month gives a span."""
    found = pace([(GROK_1, fold(GROK_1, as_of("2025-02-26")))])
    assert found is not None
    assert found.count == 1
    assert found.due(PartialDate.parse("2024-08-13")) == (date(2024, 12, 26), date(2024, 12, 26))
    assert found.due(PartialDate.parse("2024-05")) == (date(2024, 9, 13), date(2024, 10, 13))


def test_open_from_the_first_day_has_no_lag() -> None:
    """Where the publication is first use the lag is zero."""
    found = lag(fold(model(publish("2024-01-01")), as_of("2024-02-01")))
    assert found is not None
    assert (found.days, found.exact) == (0, True)


def test_a_month_gives_a_span_and_no_day() -> None:
    """The lag is never more precise than the dates it is computed from."""
    found = lag(fold(model(release("2024-05"), publish("2024-08-13")), as_of("2025-01-01")))
    assert found is not None
    assert found.days is None
    assert (found.shortest, found.longest) == (74, 104)


def test_what_is_not_open_has_no_lag() -> None:
    """A closed model has no lag, and an organization without an open one no pace."""
    closed = model(release("2024-05-01"))
    status = fold(closed, as_of("2025-01-01"))
    assert lag(status) is None
    assert pace([(closed, status)]) is None


def test_the_pace_is_the_median() -> None:
    """Of an even number of lags the middle is taken; a half day counts as a whole one."""

    def opened(id: str, day: str) -> Model:
        return model(release("2024-01-01"), publish(day), id=id)

    models = [opened("a", "2024-01-11"), opened("b", "2024-01-22")]
    found = pace((each, fold(each, as_of("2025-01-01"))) for each in models)
    assert found is not None
    assert (found.days, found.count) == (16, 2)


def paced(*lags: int) -> Pace:
    """A pace over models of these lags in days."""
    released = date(2025, 1, 1)
    models = []
    for number, days in enumerate(lags):
        day = (released + timedelta(days=days)).isoformat()
        each = model(release("2025-01-01"), publish(day), id=f"m{number}")
        if not days:
            each = model(publish("2025-01-01"), id=f"m{number}")
        models.append((each, fold(each, as_of("2026-01-01"))))
    found = pace(models)
    assert found is not None
    return found


def test_the_spread_leaves_out_those_without_any_lag() -> None:
    """Two of five were open from the first day; the others took 10 to 90 days."""
    found = paced(0, 90, 0, 10, 40)
    assert (found.immediate, found.range, found.days) == (2, (10, 90), 10)
    assert paced(0, 0).range == (0, 0)


def test_the_middle_half_needs_four_models() -> None:
    """Of 10, 20, 30, 40 and 90 days the middle half lies between 20 and 40."""
    assert paced(10, 20, 30, 40, 90).middle_half == (20, 40)
    assert paced(10, 20, 30).middle_half is None
