"""The form that asks for a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import discord

from bot.replies.words import Words

FIELD = "day"


class DayForm(discord.ui.Modal):
    """One field for the day. Its id is that of the button that opened it; the library remembers nothing."""

    def __init__(self, custom_id: str, words: Words) -> None:
        super().__init__(title=words("As of another day"), custom_id=custom_id)
        typed: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=FIELD, placeholder="2025-02-26", min_length=1, max_length=40
        )
        self.add_item(
            discord.ui.Label(
                text=words("Day"), description=words("Like 2025-02-26, 2025-02 or 2025."), component=typed
            )
        )
        self.stop()


def typed(data: Mapping[str, Any]) -> str:
    """What was typed into the form that these data submit."""
    return next((each.get("value", "") for each in _inputs(data.get("components", ()))), "")


def _inputs(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in components:
        if each.get("custom_id") == FIELD:
            yield each
        yield from _inputs(each.get("components", ()))
        if "component" in each:
            yield from _inputs([each["component"]])
