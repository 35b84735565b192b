from __future__ import annotations

from datetime import date

from bot.commands.changes import Changes, ChangesAnswer, Group, answer
from bot.commands.declaration import Context


async def changes(command: Changes, context: Context) -> ChangesAnswer:
    found = await answer(command, context)
    assert isinstance(found, ChangesAnswer)
    return found


async def test_the_last_thirty_days_where_no_day_is_named(small_context: Context) -> None:
    """By kind of news; an organization's own events among them."""
    found = await changes(Changes(), small_context)
    assert found.since == date(2026, 10, 24)
    told = {group: [entry.event.id for entry in entries] for group, entries in found.groups.items()}
    assert told == {Group.RELEASED: ["beta-2/release-2026-11-10"], Group.SAID: ["lab/statement"]}


async def test_newest_last_from_the_day_on(small_context: Context) -> None:
    """The day itself counts; what is dated by its month may have been before, and is told apart."""
    found = await changes(Changes(date(2025, 4, 15)), small_context)
    assert [str(entry.event.date) for entry in found.groups[Group.PUBLISHED]] == ["2025-05-01"]
    assert [entry.event.id for entry in found.maybe] == ["beta-1/parameters-final-2025-04"]


async def test_of_one_maker_alone(small_context: Context) -> None:
    """Nothing of others; where nothing happened, the latest entry is known."""
    found = await changes(Changes(date(2026, 11, 20), "lab"), small_context)
    assert found.groups == {}
    assert found.latest is not None
    assert found.latest.event.id == "lab/statement"


async def test_a_promise_that_came_due_is_news(small_context: Context) -> None:
    """Its last day passed in that time, and it still waits."""
    found = await changes(Changes(date(2024, 8, 1)), small_context)
    assert [each.model.id for each in found.came_due if each.model is not None] == ["alpha-2"]
    assert (await changes(Changes(date(2024, 9, 1)), small_context)).came_due == ()
