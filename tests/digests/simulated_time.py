"""Time that passes only while everybody waits for it: a night of deliveries takes as long as its work."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, cast

from bot.digests.time import Time
from bot.state.database import Engine

ROUNDS = 20  # of the event loop, in which whoever can go on has gone on


class SimulatedTime:
    """A clock that jumps to the moment for which the next sleeper waits, once nobody is at work."""

    def __init__(self, start: datetime) -> None:
        self.start = start
        self.passed = 0.0
        self.set_by = timedelta()  # how far somebody has set the clock
        self.working = 0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    @property
    def time(self) -> Time:
        """What the scheduler goes by."""
        return Time(self.now, lambda: self.passed, self.sleep)

    def now(self) -> datetime:
        """What the clock shows."""
        return (self.start + timedelta(seconds=self.passed) + self.set_by).astimezone(UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait for so many simulated seconds."""
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.passed + seconds, next(self._numbers), waiting))
        await waiting

    def skip(self, seconds: float) -> None:
        """Let so much time pass in which nobody does anything, as on a machine that sleeps."""
        self.passed += seconds

    async def until(self, done: Callable[[], bool], within: float = float("inf")) -> None:
        """Let time pass until that is so, or so many seconds have passed."""
        end = self.passed + within
        await self._quiet()
        while not done() and self.passed < end:
            self._wake(end)
            await self._quiet()

    def _wake(self, end: float) -> None:
        """Go to the moment for which somebody waits, or to the end."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        if not self._sleepers or self._sleepers[0][0] > end:
            self.passed = end
        else:
            at, _, waiting = heapq.heappop(self._sleepers)
            self.passed = max(self.passed, at)
            waiting.set_result(None)

    async def _quiet(self) -> None:
        """Until everybody sleeps: nobody is at work in the database, and nobody has anything to do."""
        rounds = 0
        while rounds < ROUNDS:
            await asyncio.sleep(0 if not self.working else 0.0001)
            rounds = 0 if self.working else rounds + 1


def observed(engine: Engine, time: SimulatedTime) -> Engine:
    """The engine, whose work the simulated time waits for."""
    return cast("Engine", _Observed(engine, time))


class _Observed:
    def __init__(self, engine: Engine, time: SimulatedTime) -> None:
        self._engine, self._time = engine, time
        self.dialect = engine.dialect

    def begin(self) -> Any:
        return self._counted(self._engine.begin)

    def connect(self) -> Any:
        return self._counted(self._engine.connect)

    @asynccontextmanager
    async def _counted(self, opened: Callable[[], Any]) -> AsyncIterator[Any]:
        self._time.working += 1
        try:
            async with opened() as connection:
                yield connection
        finally:
            self._time.working -= 1
