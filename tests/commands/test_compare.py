from __future__ import annotations

from datetime import date

import pytest

from bot.commands.answers import UnknownName
from bot.commands.compare import Compare, CompareAnswer, answer
from bot.commands.declaration import Context
from bot.errors import BadInput, Mistake
from bot.facts.model import Component, TermName, TermValue


async def compared(command: Compare, context: Context) -> CompareAnswer:
    found = await answer(command, context)
    assert isinstance(found, CompareAnswer)
    return found


async def test_it_says_who_alone_has_a_part(small_context: Context) -> None:
    """Training code of one, weights of both."""
    found = await compared(Compare("alpha-1", "beta-1"), small_context)
    assert found.published[Component.TRAINING_CODE] == ("alpha-1",)
    assert found.published[Component.PARAMETERS_FINAL] == ("alpha-1", "beta-1")


async def test_terms_stand_side_by_side(small_context: Context) -> None:
    """The licences of the weights, question by question; what nobody has read is None."""
    found = await compared(Compare("alpha-1", "alpha-3"), small_context)
    said = {name: [term.value if term else None for _, term in terms] for name, terms in found.terms.items()}
    assert said[TermName.COMMERCIAL_USE] == [TermValue.FREE, TermValue.LIMITED]
    assert said[TermName.NAMING] == [None, TermValue.REQUIRED]
    assert TermName.MODIFICATION not in said


async def test_a_model_without_weights_has_no_terms(small_context: Context) -> None:
    """Three models on an earlier day: the closed one is compared, but has no licence."""
    found = await compared(Compare("alpha-1", "alpha-2", "beta-1", date(2026, 1, 1)), small_context)
    assert [side.assessment.model.id for side in found.sides] == ["alpha-1", "alpha-2", "beta-1"]
    assert [side.assessment.model.id for side, _ in found.terms[TermName.COMMERCIAL_USE]] == [
        "alpha-1",
        "beta-1",
    ]


async def test_a_model_is_not_compared_with_itself(small_context: Context) -> None:
    """The same model under two spellings: say so."""
    with pytest.raises(BadInput) as caught:
        await answer(Compare("alpha-1", "Alpha 1"), small_context)
    assert caught.value.mistake is Mistake.SAME_MODEL


async def test_a_choice_fills_the_argument_it_was_for(small_context: Context) -> None:
    """The second name is unknown: picking a near one must not change the first."""
    found = await answer(Compare("alpha-1", "zephyrion"), small_context)
    assert isinstance(found, UnknownName)
    assert found.argument == "other"
