"""The channel that a view carries along."""

from __future__ import annotations

from typing import Any

import pytest

from bot.platforms.slack.place import NOWHERE, Place, of_interaction, row


@pytest.mark.parametrize("place", [Place("C1"), Place("C1", elsewhere=True)])
def test_a_modal_carries_its_channel(place: Place) -> None:
    """And whether the person may not be in it."""
    assert of_interaction({"view": {"type": "modal", "private_metadata": place.metadata}}) == place


def test_a_row_of_the_home_names_its_channel() -> None:
    """In which the person may not be."""
    body = {"view": {"type": "home"}, "actions": [{"block_id": row("C1", 7)}]}
    assert of_interaction(body) == Place("C1", elsewhere=True)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"view": None},
        {"view": {"type": "modal"}},
        {"view": {"type": "modal", "private_metadata": ""}},
        {"view": {"type": "modal", "private_metadata": "C1"}},
        {"view": {"type": "modal", "private_metadata": "[]"}},
        {"view": {"type": "modal", "private_metadata": '{"channel":""}'}},
        {"view": {"type": "home", "private_metadata": '{"channel":"C1"}'}},
        {"view": {"type": "home"}, "actions": [{"block_id": "search"}]},
        {"view": {"type": "home"}, "actions": [{"block_id": "digest C1"}]},
        {"view": {"type": "home"}, "actions": []},
    ],
)
def test_what_carries_none_is_nowhere(body: dict[str, Any]) -> None:
    """Other views and rows, and what nobody wrote so."""
    assert of_interaction(body) == NOWHERE
