"""One request at a time to a host, with a pause between two, and none to a host that asks for rest."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.links.web import NoSuchHost, Unreachable

PAUSE = 1.0  # seconds between two requests to a host
PATIENCE = 60.0  # seconds that are waited for a host; one that asks for more gets one request a round
FAILURES = 3  # in a row, after which a host is left alone for the round


@dataclass(slots=True)
class _Lane:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    failures: int = 0
    resting: str = ""


class Lanes:
    """The hosts of one round. ``clock`` tells seconds, ``sleep`` waits for some."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._lanes: defaultdict[str, _Lane] = defaultdict(_Lane)

    @asynccontextmanager
    async def turn(self, host: str, pause: float = 0.0) -> AsyncIterator[None]:
        """Wait for the host, and keep others off it until ``pause`` seconds after the end, or the usual ones.

        Raises :class:`Unreachable` where the host is left alone.
        """
        lane = self._lanes[host]
        async with lane.lock:
            wait = lane.free_at - self._clock()
            if lane.resting:
                raise Unreachable(lane.resting)
            if wait > PATIENCE:
                raise Unreachable("its site asks for long pauses between visits")
            if wait > 0:
                await self._sleep(wait)
            try:
                yield
                lane.failures = 0
            except NoSuchHost:
                raise
            except Unreachable:
                lane.failures += 1
                if lane.failures >= FAILURES:
                    lane.resting = "its site did not answer"
                raise
            finally:
                lane.free_at = self._clock() + max(pause, PAUSE)

    def rest(self, host: str) -> None:
        """Leave the host alone: it asked for it."""
        self._lanes[host].resting = "its site asks for a pause"
