"""The only place where parts are made and joined; opened in order, closed in reverse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import structlog

from bot.core import Bot
from bot.editing.rights import Editors
from bot.errors import PlatformError
from bot.health import Health, write
from bot.limits import Limiter
from bot.settings import EditorsSettings, Settings
from bot.store import database
from bot.store.store import FactStore

READINESS = "ready.json"  # beside the working facts
EVERY = 10.0  # seconds between two words about readiness

Run = Callable[[Bot, Settings, Health], Awaitable[None]]

log = structlog.get_logger(__name__)


@asynccontextmanager
async def open_bot(settings: Settings, *, editing: bool = True) -> AsyncIterator[Bot]:
    """The bot on its working facts, with the desk at which they are edited.

    Without ``editing``, a deployment that has no state yet isn't given one, and the desk is left out: that is
    quicker. Raises :class:`bot.store.database.StoreError` or :class:`bot.state.errors.StateError`.
    """
    limiter = Limiter(settings.limit.per_minute)
    if not editing and settings.state.untouched:
        database.prepare(settings.store.shipped, settings.store.path)
        store = await FactStore.open(settings.store.path)
        try:
            yield Bot(store, limiter)
        finally:
            store.close()
        return
    # SQLAlchemy takes a moment to load: only where there are edits, or can be.
    from bot.editing.opening import open_desk  # noqa: PLC0415
    from bot.state.database import open_state  # noqa: PLC0415

    shipped, working = settings.store.shipped, settings.store.path
    a_day = settings.editors.proposals_a_day
    async with (
        open_state(settings.state.url.get_secret_value()) as engine,
        open_desk(engine, shipped, working, datetime.now(UTC), a_day) as desk,
    ):
        yield Bot(desk.store, limiter, desk, editors(settings.editors))


def editors(settings: EditorsSettings) -> Editors:
    """Who may change the facts, by the configuration."""
    return Editors(
        users={"discord": frozenset(settings.discord_users), "slack": frozenset(settings.slack_users)},
        groups={"discord": frozenset(settings.discord_roles), "slack": frozenset(settings.slack_groups)},
        everyone=frozenset({"terminal"} if settings.terminal else ()),
        homes={"slack": settings.slack_team} if settings.slack_team else {},
    )


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
    async with AsyncExitStack() as stack:
        if bot.desk is not None:
            from bot.background import working  # noqa: PLC0415 - only the running bot needs all of it

            health["digests"] = Health()
            await stack.enter_async_context(working(bot, bot.desk, settings, platforms, health["digests"]))
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
