from __future__ import annotations

from datetime import date

from bot.commands.declaration import Context
from bot.commands.organization import OrganizationAnswer, OrganizationOf, answer


async def lab(context: Context, day: date | None = None) -> OrganizationAnswer:
    found = await answer(OrganizationOf("lab", day), context)
    assert isinstance(found, OrganizationAnswer)
    return found


async def test_it_tells_what_is_open_in_the_order_of_opening(small_context: Context) -> None:
    """What is open, oldest first, under which licences; what is not."""
    found = await lab(small_context)
    assert [row.assessment.model.id for row in found.opened] == ["alpha-1", "alpha-3"]
    assert [row.assessment.model.id for row in found.others] == ["alpha-2"]
    assert list(found.used) == ["MIT", "LicenseRef-Lab-2"]


async def test_the_pace_rests_on_what_was_opened(small_context: Context) -> None:
    """60 days and none: a median of 30, by which the closed model was due on 1 July 2024."""
    found = await lab(small_context)
    assert found.pace is not None
    assert (found.pace.days, found.pace.count) == (30, 2)
    (overdue,) = found.overdue
    assert overdue.due == (date(2024, 7, 1), date(2024, 7, 1))


async def test_as_of_a_day_only_what_had_happened_counts(small_context: Context) -> None:
    """In April 2024 one model was open, under MIT, and nothing had been promised."""
    found = await lab(small_context, date(2024, 4, 1))
    assert [row.assessment.model.id for row in found.rows] == ["alpha-1"]
    assert found.promises == ()
    assert found.own == ()


async def test_its_own_events_and_promises_are_told(small_context: Context) -> None:
    """What is about the maker itself, and the promises of its models."""
    found = await lab(small_context)
    assert [entry.event.id for entry in found.own] == ["lab/statement"]
    assert [each.model.id for each in found.promises if each.model is not None] == ["alpha-2"]
