"""Subscriptions to try things with, and a scheduler on a simulated platform."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from prometheus_client import CollectorRegistry

from bot.digests.metrics import Metrics
from bot.digests.pacing import Limits
from bot.digests.scheduler import Scheduler
from bot.digests.sender import Compose
from bot.posting import Poster
from bot.state.database import Engine
from bot.state.delivery import Period
from bot.state.subscription import Cadence, Subscription
from tests.digests.simulated_time import SimulatedTime, observed

DUE = datetime(2026, 11, 23, 9, tzinfo=UTC)  # a Monday


def subscription(**wishes: Any) -> Subscription:
    """A weekly one, due on Monday at nine, with what is wished for."""
    usual: dict[str, Any] = {
        "platform": "slack",
        "workspace": "T1",
        "channel": "C1",
        "created_by": "U1",
        "created_at": datetime(2026, 11, 20, tzinfo=UTC),
        "next_due": DUE,
    }
    return Subscription(**usual | wishes)


def daily(**wishes: Any) -> Subscription:
    """A daily one, due at nine."""
    return subscription(cadence=Cadence.DAILY, **wishes)


async def said(subscription: Subscription, period: Period) -> str:
    """A digest that says what it covers."""
    more = f", with {period.missed} missed" if period.missed else ""
    return f"{period.start:%m-%d %H:%M} to {period.end:%m-%d %H:%M}{more}"


def scheduler(
    engine: Engine,
    posters: Mapping[str, Poster[str]],
    time: SimulatedTime,
    compose: Compose[str] = said,
    limits: Mapping[str, Limits] | None = None,
    registry: CollectorRegistry | None = None,
) -> Scheduler[str]:
    """A scheduler in simulated time."""
    more = {"limits": limits} if limits is not None else {}
    metrics = Metrics(registry or CollectorRegistry())
    return Scheduler(observed(engine, time), posters, compose, metrics, time.time, **more)


@asynccontextmanager
async def running(time: SimulatedTime, *schedulers: Scheduler[str]) -> AsyncIterator[None]:
    """Let them run meanwhile; at the end, what is under way is let come to its end."""
    tasks = [asyncio.create_task(each.run()) for each in schedulers]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await time.until(lambda: all(task.done() for task in tasks), within=300)
        await asyncio.gather(*tasks, return_exceptions=True)


def posted(platform: Any, count: int) -> Callable[[], bool]:
    """Whether so many messages are there."""
    return lambda: len(platform.messages) >= count
