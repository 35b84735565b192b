from __future__ import annotations

from datetime import date

from bot.commands.declaration import Context
from bot.commands.pace import PaceAnswer, PaceOf, answer


async def paces(command: PaceOf, context: Context) -> PaceAnswer:
    found = await answer(command, context)
    assert isinstance(found, PaceAnswer)
    return found


async def test_every_maker_is_told_slowest_first(small_context: Context) -> None:
    """The lab took its time, the works did not; three opened models in all."""
    found = await paces(PaceOf(), small_context)
    assert [each.organization.id for each in found.makers] == ["lab", "works"]
    assert found.overall is not None
    assert (found.overall.count, found.overall.immediate, found.overall.range) == (3, 2, (60, 60))


async def test_a_closed_model_has_a_due_day_at_its_makers_pace(small_context: Context) -> None:
    """No lag of its own: the day on which its maker's pace would have opened it."""
    found = await paces(PaceOf("alpha-2"), small_context)
    assert found.model is not None
    assert found.model.lag is None
    assert found.due == (date(2024, 7, 1), date(2024, 7, 1))


async def test_an_opened_model_has_its_lag(small_context: Context) -> None:
    """From the product on 10 January to the weights on 10 March: 60 days, and nothing is due."""
    found = await paces(PaceOf("alpha-1"), small_context)
    assert found.model is not None
    assert found.model.lag is not None
    assert found.model.lag.days == 60
    assert found.due is None


async def test_what_is_in_use_and_closed_is_named(small_context: Context) -> None:
    """A maker's closed models stand beside its pace, which does not count them."""
    (maker,) = (await paces(PaceOf("works"), small_context)).makers
    assert [each.model.id for each in maker.closed] == ["beta-2"]


async def test_a_maker_that_opened_nothing_has_no_pace(small_context: Context) -> None:
    """As of a day before anything was opened there is no pace, and no due day."""
    found = await paces(PaceOf("lab", date(2024, 2, 1)), small_context)
    assert found.overall is None
    assert found.makers[0].pace is None
