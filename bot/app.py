"""The only place where parts are made and joined; opened in order, closed in reverse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot.core import Bot
from bot.errors import PlatformError
from bot.health import Health, write
from bot.limits import Limiter
from bot.settings import Settings
from bot.store import database
from bot.store.store import FactStore

READINESS = "ready.json"  # beside the working facts
EVERY = 10.0  # seconds between two words about readiness

Run = Callable[[Bot, Settings, Health], Awaitable[None]]

log = structlog.get_logger(__name__)


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Bot]:
    """The bot on its working facts. Raises :class:`bot.store.database.StoreError`."""
    database.prepare(settings.store.shipped, settings.store.path)
    store = await FactStore.open(settings.store.path)
    try:
        yield Bot(store, Limiter(settings.limit.per_minute))
    finally:
        store.close()


def wanted(settings: Settings) -> dict[str, Run]:
    """The platforms that have a token, by name."""
    # Each platform's library is loaded only where it is wanted: it takes a moment and some memory.
    found: dict[str, Run] = {}
    if settings.discord.token is not None:
        from bot.platforms import discord  # noqa: PLC0415

        found["discord"] = discord.run
    if settings.slack.bot_token is not None or settings.slack.client_id is not None:
        from bot.platforms import slack  # noqa: PLC0415

        found["slack"] = slack.run
    return found


async def serve(bot: Bot, settings: Settings, platforms: Mapping[str, Run]) -> None:
    """Answer on these platforms until cancelled. One that goes no further doesn't stop the others.

    Raises :class:`PlatformError` when none is left.
    """
    health = {name: Health() for name in platforms}
    path = settings.store.path.with_name(READINESS)
    telling = asyncio.create_task(_tell(health, path))
    try:
        runs = (_run(name, run(bot, settings, health[name])) for name, run in platforms.items())
        failed = await asyncio.gather(*runs)
        raise PlatformError("\n".join(failed))
    finally:
        telling.cancel()
        path.unlink(missing_ok=True)


async def _run(name: str, running: Awaitable[None]) -> str:
    """Run a platform to its end; the sentence that it ends with."""
    try:
        await running
    except PlatformError as error:
        log.error(str(error), platform=name)
        return str(error)
    return f"{name} has ended."


async def _tell(health: Mapping[str, Health], path: Path) -> None:
    """Write down how the platforms are, as long as the process lives."""
    while True:
        write(path, health, datetime.now(UTC))
        await asyncio.sleep(EVERY)
