from __future__ import annotations

from datetime import date

from bot.commands.answers import UnknownName
from bot.commands.declaration import Context
from bot.commands.promises import Promises, PromisesAnswer, answer
from bot.facts.promises import Outcome


async def promises(command: Promises, context: Context) -> PromisesAnswer:
    found = await answer(command, context)
    assert isinstance(found, PromisesAnswer)
    return found


async def test_an_overdue_promise_is_counted_from_its_latest_day(small_context: Context) -> None:
    """Promised by the end of August 2024 and not kept on 23 November 2026: 814 days."""
    found = await promises(Promises(), small_context)
    (promise,) = found.promises
    assert promise.status.outcome is Outcome.OVERDUE
    assert promise.status.days_overdue == (date(2026, 11, 23) - date(2024, 8, 31)).days
    assert promise.model is not None
    assert promise.model.id == "alpha-2"


async def test_as_of_a_day_before_its_end_it_is_pending(small_context: Context) -> None:
    """The day asked about decides; before it was said there is no promise."""
    (pending,) = (await promises(Promises("lab", as_of=date(2024, 8, 1)), small_context)).promises
    assert pending.status.outcome is Outcome.PENDING
    assert (await promises(Promises("lab", as_of=date(2024, 6, 30)), small_context)).promises == ()


async def test_a_state_filters_and_the_counts_stay(small_context: Context) -> None:
    """Of another state nothing is listed, and the counts still tell what there is."""
    found = await promises(Promises(state=Outcome.KEPT), small_context)
    assert found.promises == ()
    assert found.counts == {Outcome.OVERDUE: 1}


async def test_a_family_and_a_maker_are_asked_about_as_a_whole(small_context: Context) -> None:
    """A bare family name asks nothing back: all its promises are told."""
    assert len((await promises(Promises("alpha"), small_context)).promises) == 1
    assert (await promises(Promises("works"), small_context)).promises == ()


async def test_an_unknown_name_is_said_so(small_context: Context) -> None:
    """Nothing is told of what is not in the data."""
    assert isinstance(await answer(Promises("zephyrion"), small_context), UnknownName)
