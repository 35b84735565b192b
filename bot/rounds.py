"""What the bot does by itself every so many days: once, however many replicas there are."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.state.claims import Claims
from bot.state.errors import StateError

HOUR = 3600.0  # seconds between two looks at whether a round is due
DAY = 24 * HOUR

log = structlog.get_logger(__name__)


async def run_forever(
    name: str,
    every: int,
    go: Callable[[], Awaitable[None]],
    claims: Claims,
    clock: Callable[[], float],
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Go a round every so many days, until cancelled. ``clock`` tells seconds since 1970.

    A round that is broken off, by the end of the process or by a state database that is away, is gone again
    by whoever comes first. One that fails waits for the next period: it may be the others' servers that pay.
    """
    while True:
        await _once(name, every * DAY, go, claims, clock)
        await sleep(HOUR)


async def _once(
    name: str, period: float, go: Callable[[], Awaitable[None]], claims: Claims, clock: Callable[[], float]
) -> None:
    key = f"round {name}"
    try:
        if not await claims.take(key, clock(), period):
            return
        try:
            await go()
        except (StateError, asyncio.CancelledError):
            await claims.release(key)
            raise
    except StateError as error:
        log.warning(str(error), round=name)
    except Exception:
        log.exception("A round has failed", round=name)
