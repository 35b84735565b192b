"""The time zone of a digest, completed while one types."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core import Bot
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import FakeDiscord
from tests.platforms.discord.conftest import started


async def choices(running: FakeDiscord, typed: str, command: str = "subscribe", **fields: Any) -> list[Any]:
    """What is offered for the option of a digest's zone."""
    given = [{"name": "zone", "type": 3, "value": typed, "focused": True}]
    if command == "edit":
        given.insert(0, {"name": "digest", "type": 4, "value": 1})
    data = {
        "id": "77",
        "name": "digest",
        "type": 1,
        "options": [{"name": command, "type": 1, "options": given}],
    }
    body = await running.ask(payloads.interaction(4, data, **fields))
    assert body["type"] == 8
    found: list[Any] = body["data"]["choices"]
    return found


async def test_the_option_is_registered_as_completed(bot: Bot, discord: FakeDiscord) -> None:
    """In both commands that take a zone; the group says what it is for."""
    async with started(bot, discord):
        group = next(each for each in discord.registered if each["name"] == "digest")
    assert group["description"] == "What comes to this channel, and when"
    for name in ("subscribe", "edit"):
        command = next(each for each in group["options"] if each["name"] == name)
        assert next(each for each in command["options"] if each["name"] == "zone")["autocomplete"] is True


@pytest.mark.parametrize("command", ["subscribe", "edit"])
@pytest.mark.parametrize("typed", ["tokyo", "東京", "UTC+9", "osaka", ""])
async def test_zones_are_completed(running: FakeDiscord, command: str, typed: str) -> None:
    """By a city in either language, by what UTC differs by; at most as many as Discord takes."""
    found = await choices(running, typed, command)
    assert found[0] == {"name": "Asia/Tokyo (UTC+9)", "value": "Asia/Tokyo"}
    assert len(found) <= 25


async def test_zones_are_named_in_the_persons_language(running: FakeDiscord) -> None:
    """The city as a Japanese client calls it, with the name that is sent."""
    found = await choices(running, "new york", locale="ja")
    assert found[0]["name"].startswith("ニューヨーク · America/New_York (UTC-")
    assert found[0]["value"] == "America/New_York"


@pytest.mark.parametrize("typed", ["zzzz", "@everyone", "x" * 300, "\ud800", "UTC+99", "🦙"])
async def test_what_is_no_zone_offers_nothing(running: FakeDiscord, typed: str) -> None:
    """An empty list, whatever is typed."""
    assert await choices(running, typed) == []
