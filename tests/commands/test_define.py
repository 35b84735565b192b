from __future__ import annotations

import pytest

from bot.commands.declaration import Context
from bot.commands.define import Define, DefineAnswer, UnknownTerm, answer


@pytest.mark.parametrize(
    ("term", "ids"),
    [
        ("open weights", ["open-weights"]),
        ("Open-Weight", ["open-weights"]),
        ("ＯＳＡＩＤ", ["osaid"]),
        ("オープンウェイト", ["open-weights"]),
        ("MOF class II", ["mof-class-2"]),
        ("copyleft licenses vs permissive", None),
        ("open weights vs open source", ["open-weights", "open-source"]),
        ("オープンウェイトとオープンソース", ["open-weights", "open-source"]),
    ],
)
async def test_words_are_found_however_they_are_written(
    small_context: Context, term: str, ids: list[str] | None
) -> None:
    """One word or several side by side; where one of several is unknown, none is answered for sure."""
    found = await answer(Define(term), small_context)
    if ids is None:
        assert isinstance(found, UnknownTerm)
        assert found.near[0].id == "permissive"
    else:
        assert isinstance(found, DefineAnswer)
        assert [entry.id for entry in found.entries] == ids


async def test_a_slip_is_offered_and_not_answered(small_context: Context) -> None:
    """A mistyped word is a question back."""
    found = await answer(Define("opne weights"), small_context)
    assert isinstance(found, UnknownTerm)
    assert found.near[0].id == "open-weights"
