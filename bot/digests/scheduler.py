"""The scheduler: looks each second at what is due, and lets each platform's lane send it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Generic, TypeVar

import structlog

from bot.digests import trouble
from bot.digests.lane import Lane
from bot.digests.metrics import Metrics, Ticking
from bot.digests.pacing import LIMITS, Limits, Pace
from bot.digests.plan import corrections, plan
from bot.digests.sender import Compose, Sender
from bot.digests.time import SYSTEM, Time
from bot.posting import Poster
from bot.state.database import Engine
from bot.state.deliveries import Deliveries
from bot.state.errors import StateError
from bot.state.leases import Leases
from bot.state.planning import Planning

TICK = 1.0  # seconds
BATCH = 100  # subscriptions planned in one transaction, or looked through at once
LATE = timedelta(minutes=10)
BACK = timedelta(minutes=1)  # a clock that goes back by more gave moments that may be wrong
UPKEEP = timedelta(days=1)
KEPT = timedelta(days=400)  # of history

D = TypeVar("D")

log = structlog.get_logger(__name__)


class Scheduler(Generic[D]):
    """Sends the digests of the platforms that have a poster; any number of them may share a state."""

    def __init__(
        self,
        engine: Engine,
        posters: Mapping[str, Poster[D]],
        compose: Compose[D],
        metrics: Metrics,
        time: Time = SYSTEM,
        limits: Mapping[str, Limits] = LIMITS,
    ) -> None:
        self.ticking = Ticking()
        self._planning, self._deliveries = Planning(engine), Deliveries(engine)
        self._metrics, self._time = metrics, time
        self._upkept: datetime | None = None
        leases = Leases(engine)
        self._lanes = {
            platform: Lane(
                platform,
                Sender(poster, compose, leases, Pace(limits.get(platform, Limits())), metrics, time),
            )
            for platform, poster in posters.items()
        }

    async def run(self) -> None:
        """Send until cancelled; what is under way then is let come to its end, for a few seconds."""
        async with asyncio.TaskGroup() as running:
            for lane in self._lanes.values():
                running.create_task(lane.run())
            while True:
                await self.tick(self._time.now())
                await self._time.sleep(TICK)

    async def tick(self, now: datetime) -> None:
        """Plan what is due. Where the state cannot be reached, say so, and leave it to the next tick."""
        try:
            if self._upkeep_is_due(now):
                await self._upkeep(now)
            for platform in self._lanes:
                while await self._planning.plan(platform, now, BATCH, lambda each: plan(each, now)) == BATCH:
                    pass
            standing = await self._deliveries.standing(now - LATE)
        except StateError as error:
            self._fail(str(error))
        except Exception:
            log.exception("unexpected")
            self._fail("Digests cannot be planned: see the log.")
        else:
            self._metrics.ticked(now, standing)
            self.ticking.last, self.ticking.problem = now, ""

    def _fail(self, problem: str) -> None:
        if problem != self.ticking.problem:
            log.error("digests not planned", reason=problem)
        self.ticking.problem = problem

    def _upkeep_is_due(self, now: datetime) -> bool:
        """At the start, each day, and after the clock was set back."""
        last = self.ticking.last
        return self._upkept is None or now - self._upkept > UPKEEP or (last is not None and now < last - BACK)

    async def _upkeep(self, now: datetime) -> None:
        """Correct what follows from another clock or from a zone's former rules, and drop old history."""
        await self._deliveries.free(now + trouble.RETRY_AFTER, now)
        await self._deliveries.forget(now - KEPT)
        for platform in self._lanes:
            last, found = await self._planning.after(platform, 0, BATCH)
            while last:
                await self._planning.correct(corrections(found, now))
                before = last
                last, found = await self._planning.after(platform, last, BATCH)
                last = last if last != before else 0
        self._upkept = now
