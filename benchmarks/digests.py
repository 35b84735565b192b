"""Digests: ten thousand due at the same minute, and what a tick costs where there are many subscriptions.

The platforms are simulated, with the limits that the real ones have, in a time that passes only while
everybody waits: what is compared is the time that the digests took with the time that the limits dictate.
"""

from __future__ import annotations

import asyncio
import logging
import resource
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

import structlog
from prometheus_client import CollectorRegistry
from sqlalchemy import text

from bot.commands.digest import schedule
from bot.digests.metrics import Metrics
from bot.digests.scheduler import Scheduler
from bot.digests.time import Time
from bot.state.database import Engine, open_state
from bot.state.subscription import Subscription
from bot.state.subscriptions import Subscriptions
from tests.digests.chat_platform import DISCORD, SLACK, Platform
from tests.digests.making import DUE, posted, running, said, scheduler, subscription
from tests.digests.simulated_time import SimulatedTime
from tests.state import servers

AT_ONCE = 10_000
WORKSPACE = 300 / 60  # posts a second that Slack allows a workspace
OVERALL = 50  # posts a second that Discord allows a bot
MANY, FEW = 100_000, 1_000
TICKS = 15


def main() -> None:
    """Print the ratios."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    for platform, workspaces in (("discord", AT_ONCE), ("slack", 20), ("slack", AT_ONCE)):
        asyncio.run(_at_once(platform, workspaces))
    asyncio.run(_ticks())


# --- ten thousand at once ------------------------------------------------------------------------------


def _dictated(platform: str, workspaces: int) -> float:
    """Seconds that the limits alone need, after the second in which the last digest may begin."""
    spread = schedule.JITTER
    if platform == "discord":
        return max(spread, AT_ONCE / OVERALL)
    return max(spread, AT_ONCE / workspaces / WORKSPACE)


async def _at_once(platform: str, workspaces: int) -> None:
    simulated = SimulatedTime(DUE - timedelta(seconds=10))
    rules = DISCORD if platform == "discord" else SLACK
    there = Platform(simulated.time, rules=rules, enforces_nonce=platform == "discord")
    with tempfile.TemporaryDirectory() as folder:
        async with open_state(servers.sqlite(Path(folder) / "state.db")) as engine:
            await _fill(engine, platform, AT_ONCE, workspaces)
            async with running(simulated, scheduler(engine, {platform: there}, simulated)):
                await simulated.until(posted(there, AT_ONCE // 10))
                early = _memory()
                await simulated.until(posted(there, AT_ONCE))
                late = _memory()
                taken = simulated.passed - 10
    assert set(there.nonces.values()) == {1}
    least = _dictated(platform, workspaces)
    print(
        f"{AT_ONCE:,} due at once on {platform} in {workspaces:,} workspaces: {taken:.0f} s, "
        f"{taken / least:.2f} of the {least:.0f} s that the limits dictate (goal 1.10 at most); "
        f"asked to wait {there.refused_as_too_fast} times; memory grew by {late - early:.1f} MiB "
        "from a tenth to all, with what the simulated platform keeps"
    )


def _memory() -> float:
    """The most that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


# --- ticks ---------------------------------------------------------------------------------------------


async def _ticks() -> None:
    """Ticks in which nothing is due, with many subscriptions and with few, in turns."""
    spent: dict[int, list[float]] = {MANY: [], FEW: []}
    with tempfile.TemporaryDirectory() as folder:
        many, few = (servers.sqlite(Path(folder) / f"{count}.db") for count in (MANY, FEW))
        async with open_state(many) as one, open_state(few) as other:
            engines = {MANY: one, FEW: other}
            at = DUE - timedelta(hours=1)
            schedulers = {}
            for count, engine in engines.items():
                await _fill(engine, "slack", count, count // 10)
                metrics = Metrics(CollectorRegistry())
                clock = Time(lambda: at, time.monotonic, asyncio.sleep)
                posters = {"slack": Platform(clock)}
                schedulers[count] = Scheduler(engine, posters, said, metrics, clock)
                await schedulers[count].tick(at)  # the first looks through all of them, as one does each day
            for _ in range(TICKS):
                for count, each in schedulers.items():
                    began = time.perf_counter()
                    await each.tick(at)
                    spent[count].append(time.perf_counter() - began)
    cost = {count: median(each) for count, each in spent.items()}
    print(
        f"a tick with {MANY:,} subscriptions: {cost[MANY] * 1e3:.1f} ms, "
        f"{cost[MANY] / cost[FEW]:.2f} of one with {FEW:,}"
    )


async def _fill(engine: Engine, platform: str, count: int, workspaces: int) -> None:
    """Subscriptions due at the same minute: one is written the usual way, and copied."""
    wish: Subscription = subscription(platform=platform, workspace="W", channel="C")
    first = await Subscriptions(engine).add(wish)
    columns = await _columns(engine)
    copied = ", ".join(
        {"id": "n", "workspace": f"'W' || (n % {workspaces})", "channel": "'C' || n"}.get(each, each)
        for each in columns
    )
    numbers = f"WITH RECURSIVE number(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM number WHERE n < {count})"
    async with engine.begin() as connection:
        await connection.execute(
            text(
                f"INSERT INTO subscription ({', '.join(columns)}) {numbers} "
                f"SELECT {copied} FROM number, subscription WHERE id = {first.id}"
            )
        )


async def _columns(engine: Engine) -> list[str]:
    async with engine.connect() as connection:
        return [str(row[1]) for row in await connection.execute(text("PRAGMA table_info(subscription)"))]
