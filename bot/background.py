"""What the running bot does besides answering: it follows the journal, sends digests, and goes its rounds."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import structlog
from prometheus_client import REGISTRY, start_http_server

from bot.core import Bot
from bot.digests.compose import composer
from bot.digests.metrics import Metrics, Ticking
from bot.digests.scheduler import Scheduler
from bot.editing.desk import Desk
from bot.health import Health, State
from bot.links import run as links
from bot.posting import Door
from bot.settings import Settings
from bot.watch import run as watch

LATE = timedelta(seconds=60)  # without a tick the scheduler isn't ready

log = structlog.get_logger(__name__)


@asynccontextmanager
async def working(
    bot: Bot, desk: Desk, settings: Settings, platforms: Iterable[str], health: Health
) -> AsyncIterator[None]:
    """Do it until the end of the block. ``health`` is that of the digests."""
    bot.doors.update({name: Door() for name in platforms})
    if settings.metrics.port:
        start_http_server(settings.metrics.port, settings.metrics.host)
    scheduler = Scheduler(desk.engine, bot.doors, composer(desk.store, desk.journal), Metrics(REGISTRY))
    tasks = [
        asyncio.create_task(each)
        for each in (
            desk.follow(),
            scheduler.run(),
            _watched(scheduler.ticking, health),
            links.run_forever(links.LinkCheck(desk, desk.engine, settings), time.time),
            watch.run_forever(watch.Watch(desk, desk.engine, settings), time.time),
        )
    ]
    try:
        yield
    finally:
        for each in tasks:
            each.cancel()
        for each in tasks:
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await each


async def _watched(ticking: Ticking, health: Health) -> None:
    """Let the readiness say when digests are not looked after."""
    while True:
        last = ticking.last
        if last is not None and datetime.now(UTC) - last < LATE and not ticking.problem:
            health.becomes(State.READY)
        else:
            health.becomes(State.DISCONNECTED, ticking.problem or "Digests have not been looked after.")
        await asyncio.sleep(5)
