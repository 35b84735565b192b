from __future__ import annotations

from datetime import date

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import Context
from bot.commands.sources import Sources, SourcesAnswer, answer


async def sources(of: str, context: Context) -> SourcesAnswer:
    found = await answer(Sources(of), context)
    assert isinstance(found, SourcesAnswer)
    return found


async def test_every_source_of_a_model(small_context: Context) -> None:
    """Primary and secondary, checked and not, with what is disputed."""
    found = await sources("Beta 1", small_context)
    assert (len(found.sources), found.primary) == (2, 1)
    assert found.checked == (date(2026, 11, 1),)
    assert [event.id for event in found.disputed] == ["beta-1/parameters-final-2025-04"]


async def test_one_event_by_its_id(small_context: Context) -> None:
    """An event's id leads to that event alone."""
    found = await sources("alpha-1/training-code-2024-03-10", small_context)
    assert found.one
    assert [event.id for event in found.events] == ["alpha-1/training-code-2024-03-10"]
    assert found.model is not None


async def test_an_event_of_a_maker_has_no_model(small_context: Context) -> None:
    """What is about the organization is told with the day on which its record was gone through."""
    found = await sources("lab/statement", small_context)
    assert found.model is None
    assert found.organization.reviewed == date(2026, 11, 20)


async def test_a_family_asks_which_and_an_unknown_id_is_said_so(small_context: Context) -> None:
    """Sources are of one model."""
    assert isinstance(await answer(Sources("alpha"), small_context), AmbiguousName)
    assert isinstance(await answer(Sources("gamma-9/release"), small_context), UnknownName)
