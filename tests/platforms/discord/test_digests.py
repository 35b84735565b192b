"""Digests on Discord: subscribed to with a zone as people type it, listed for the channel alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.core import Bot
from bot.editing.opening import open_desk
from bot.state.database import open_state
from bot.state.subscriptions import Subscriptions
from bot.store import database
from tests.conftest import NOW
from tests.facts import small
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import FakeDiscord
from tests.platforms.discord.conftest import started
from tests.platforms.discord.test_mentions import ME, answered, asked
from tests.platforms.discord.test_render import texts


@pytest.fixture
async def digested(tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot on the small facts, whose channels can subscribe."""
    database.build(tmp_path / "shipped.db", small.PACK)
    async with (
        open_state(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as engine,
        open_desk(engine, tmp_path / "shipped.db", tmp_path / "facts.db", NOW, 10) as desk,
    ):
        yield Bot(desk.store, desk=desk)


@pytest.fixture
async def here(digested: Bot, discord: FakeDiscord) -> AsyncIterator[FakeDiscord]:
    """The bot, connected."""
    async with started(digested, discord):
        yield discord


async def subscribe(here: FakeDiscord, zone: str) -> str:
    """What is said to somebody who subscribes."""
    given = [{"name": "zone", "type": 3, "value": zone}]
    data = {
        "id": "77",
        "name": "digest",
        "type": 1,
        "options": [{"name": "subscribe", "type": 1, "options": given}],
    }
    body: dict[str, Any] = await here.ask(payloads.interaction(2, data))
    assert body["data"]["flags"] & 64
    return "\n".join(texts(body["data"]["components"]))


@pytest.mark.parametrize("typed", ["Asia/Tokyo", "東京", "osaka"])
async def test_a_zone_that_was_typed_and_not_picked(here: FakeDiscord, digested: Bot, typed: str) -> None:
    """Is found by the names of the best known places, too."""
    assert "Digest #1 is subscribed to." in await subscribe(here, typed)
    assert digested.desk is not None
    (found,) = await Subscriptions(digested.desk.engine).of("discord", str(payloads.GUILD))
    assert (found.zone, found.channel) == ("Asia/Tokyo", str(payloads.CHANNEL))


async def test_what_is_no_zone_names_some(here: FakeDiscord) -> None:
    """A difference from UTC is none, since clocks change; the zones that have it now are named."""
    assert "“UTC+9” is no time zone: name a place, such as Asia/Tokyo, Asia/Seoul" in await subscribe(
        here, "UTC+9"
    )


async def test_a_mention_lists_its_own_channels_digests(here: FakeDiscord) -> None:
    """And no other channel's: the answer is for all to read."""
    await subscribe(here, "Asia/Tokyo")
    body = await answered(here, asked(f"{ME} digest list"))
    assert "Every Monday" in "\n".join(texts(body["components"]))
    body = await answered(here, asked(f"{ME} digest list", channel_id=str(payloads.CHANNEL + 1)))
    assert "No digest comes here." in "\n".join(texts(body["components"]))
