"""The bot on a local Discord."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, MutableMapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
import yarl
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.core import Bot
from bot.health import Health
from bot.platforms.discord import run
from bot.settings import DiscordSettings, Settings
from tests.fakes.discord import TOKEN, FakeDiscord
from tests.platforms.discord import rules


@pytest.fixture(autouse=True)
def _restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's addresses as they were, and a garbage collector that still collects."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL("ws://127.0.0.1:9/"))
    monkeypatch.setattr(Asset, "BASE", Asset.BASE)
    monkeypatch.setattr("gc.freeze", lambda: None)


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[MutableMapping[str, Any]]]:
    """What is logged, as values."""
    with capture_logs() as lines:
        yield lines


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    """A local Discord. All that it was sent is held against the rules at the end."""
    async with FakeDiscord() as fake:
        yield fake
        rules.check(fake.calls)


@pytest.fixture
async def running(bot: Bot, discord: FakeDiscord) -> AsyncIterator[FakeDiscord]:
    """The same Discord, with the bot connected to it."""
    async with started(bot, discord):
        yield discord


def settings(fake: FakeDiscord, **values: Any) -> Settings:
    """Settings that lead to the local Discord."""
    given = {"token": SecretStr(TOKEN), "api_url": fake.api, "gateway_url": fake.gateway, **values}
    return Settings(discord=DiscordSettings(**given))


@asynccontextmanager
async def started(
    bot: Bot, fake: FakeDiscord, health: Health | None = None, **values: Any
) -> AsyncIterator[asyncio.Task[None]]:
    """The bot, connected, as long as the context lasts."""
    task = asyncio.create_task(run(bot, settings(fake, **values), health or Health()))
    waiting = asyncio.create_task(fake.connected())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        task.result()
    await waiting
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
