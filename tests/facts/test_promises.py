from __future__ import annotations

from datetime import date

from bot.facts.model import Access, Claim, Event, Wording
from bot.facts.promises import Outcome, PromiseStatus, Shortfall, weigh
from tests.facts.making import as_of, event, promise, publish


def weighed(*events: Event, day: str, elsewhere: Event | None = None) -> PromiseStatus:
    """What became of the one promise among these events."""
    (found,) = weigh(events, as_of(day), lambda _: elsewhere)
    return found


SIX_MONTHS = promise(
    "2025-08-23", wording=Wording.ABOUT, earliest=date(2026, 1, 23), latest=date(2026, 3, 23)
)


def test_a_promise_is_pending_until_its_latest_reading() -> None:
    """On the last day that the words allow it is not overdue yet."""
    assert weighed(SIX_MONTHS, day="2026-03-23").outcome is Outcome.PENDING


def test_overdue_counts_from_the_latest_reading() -> None:
    """About six months from 23 August 2025 is overdue a month after them; the days count from then."""
    found = weighed(SIX_MONTHS, day="2026-03-24")
    assert (found.outcome, found.days_overdue) == (Outcome.OVERDUE, 1)
    assert weighed(SIX_MONTHS, day="2026-11-23").days_overdue == 245


def test_kept_late_says_how_late() -> None:
    """Grok 2 was promised for the week to 17 August 2025 and came on the 23rd: six days late."""
    week = promise("2025-08-06", wording=Wording.WITHIN, earliest=date(2025, 8, 11), latest=date(2025, 8, 17))
    found = weighed(week, publish("2025-08-23"), day="2025-09-01")
    assert (found.outcome, found.days_late) == (Outcome.KEPT, 6)


def test_kept_in_time_is_not_late() -> None:
    """On the due day it is in time."""
    week = promise("2024-03-11", wording=Wording.WITHIN, earliest=date(2024, 3, 11), latest=date(2024, 3, 17))
    assert weighed(week, publish("2024-03-17"), day="2024-04-01").days_late == 0


def test_open_source_promised_and_a_restricted_licence_given_is_kept_in_part() -> None:
    """A stricter licence than the promised word keeps the promise only in part."""
    found = weighed(
        promise("2025-08-06", claim=Claim.OPEN_SOURCE),
        publish("2025-08-23", license="LicenseRef-X"),
        day="2025-09-01",
    )
    assert (found.outcome, found.shortfalls) == (Outcome.KEPT_IN_PART, (Shortfall.STRICTER_LICENSE,))


def test_a_deed_before_the_promise_does_not_keep_it() -> None:
    """What was published before is not what was promised."""
    found = weighed(publish("2025-01-01"), promise("2025-08-06"), day="2025-09-01")
    assert found.outcome is Outcome.PENDING


def test_a_deed_after_the_day_asked_about_has_not_happened() -> None:
    """As of a day, a promise that was kept later is still waiting."""
    assert weighed(SIX_MONTHS, publish("2026-02-01"), day="2026-01-31").outcome is Outcome.PENDING


def test_a_conditional_promise_waits_for_its_condition() -> None:
    """Until the event that fulfils it has happened the promise is conditional; then it is pending."""
    told = promise("2024-10", wording=Wording.WHEN, met_by="m2/release")
    met = event("2025-02-17", "release", id="m2/release")
    assert weighed(told, day="2025-02-16", elsewhere=met).outcome is Outcome.CONDITIONAL
    found = weighed(told, day="2025-02-17", elsewhere=met)
    assert (found.outcome, found.met) == (Outcome.PENDING, met)


def test_a_promise_taken_back_is_withdrawn() -> None:
    """From the event in which it was taken back it no longer waits."""
    told = promise("2024-10", withdrawn_by="m1/statement")
    back = event("2025-01-01", "statement", id="m1/statement")
    assert weighed(told, day="2025-01-01", elsewhere=back).outcome is Outcome.WITHDRAWN


def test_a_full_deed_counts_before_one_in_part() -> None:
    """On request on the day of the promise and for anyone a month later: kept by the latter."""
    july = promise("2023-06-22", wording=Wording.WITHIN, earliest=date(2023, 7, 1), latest=date(2023, 7, 31))
    preview = publish("2023-06-22", access=Access.REQUEST)
    assert weighed(july, preview, day="2023-07-01").outcome is Outcome.KEPT_IN_PART
    found = weighed(july, preview, publish("2023-07-26"), day="2023-08-01")
    assert (found.outcome, found.days_late) == (Outcome.KEPT, 0)
