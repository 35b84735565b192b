"""Schedulers on one state, killed at random again and again: `python -m tests.digests.crashes 10000 5`.

Each scheduler is a process of its own that is killed (SIGKILL) at a random moment; another takes its place
until every digest is settled. The platform is a process, too, and counts. The clock runs faster for all.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import random
import signal
import socket
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.request import urlopen

import aiohttp
import structlog
from prometheus_client import CollectorRegistry

from bot.digests.metrics import Metrics
from bot.digests.pacing import Limits
from bot.digests.scheduler import Scheduler
from bot.digests.time import Time
from bot.state.database import open_state
from bot.state.deliveries import Deliveries
from bot.state.subscriptions import Subscriptions
from tests.digests.counting_server import ServerPoster, serve
from tests.digests.making import DUE, said, subscription
from tests.state import servers

FASTER = 40  # a lease of two minutes runs out in three seconds
LIVES = (0.3, 3.0)  # seconds after which a scheduler is killed: shorter ones never outlast the grace
WORKSPACES = 100


@dataclass(frozen=True, slots=True)
class Crashed:
    """What came of it."""

    killed: int
    posts: Counter[str]
    unsettled: int


def crash(
    address: str, digests: int, schedulers: int, enforces_nonce: bool = False, seed: int = 1
) -> Crashed:
    """Let so many digests be due at once, and kill the schedulers until all are settled."""
    asyncio.run(_subscribe(address, digests))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        server = _forked(lambda: serve(listening, enforces_nonce))
    try:
        killed = _kill(address, url, schedulers, random.Random(seed))
        with urlopen(url) as answer:
            posts = Counter(json.load(answer))
    finally:
        _end(server)
    return Crashed(killed, posts, asyncio.run(_unsettled(address)))


def _kill(address: str, url: str, schedulers: int, chance: random.Random) -> int:
    """Kill and replace schedulers until nothing waits; how many were killed."""
    began = time.time()
    ends: dict[int, float] = {}
    killed = 0
    try:
        while True:
            while len(ends) < schedulers:
                child = _forked(lambda: asyncio.run(_schedule(address, url, began)))
                ends[child] = time.time() + chance.uniform(*LIVES)
            first = min(ends, key=ends.__getitem__)
            time.sleep(max(0.0, ends.pop(first) - time.time()))
            _end(first)
            killed += 1
            if killed % schedulers == 0 and asyncio.run(_planned_and_settled(address)):
                return killed
    finally:
        for child in ends:
            _end(child)


async def _subscribe(address: str, digests: int) -> None:
    async with open_state(address) as engine:
        for number in range(digests):
            await Subscriptions(engine).add(
                subscription(channel=f"C{number}", workspace=f"T{number % WORKSPACES}")
            )


async def _schedule(address: str, url: str, began: float) -> None:
    """One scheduler, until it is killed."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    clock = Time(
        lambda: DUE + timedelta(seconds=(time.time() - began) * FASTER),
        lambda: time.monotonic() * FASTER,
        lambda seconds: asyncio.sleep(seconds / FASTER),
    )
    async with open_state(address) as engine, aiohttp.ClientSession() as session:
        posters = {"slack": ServerPoster(session, url)}
        metrics = Metrics(CollectorRegistry())
        await Scheduler(engine, posters, said, metrics, clock, {"slack": Limits(channel=0)}).run()


async def _unsettled(address: str) -> int:
    async with open_state(address) as engine:
        return (await Deliveries(engine).standing(datetime.now(UTC))).due


async def _planned_and_settled(address: str) -> bool:
    async with open_state(address) as engine:
        planned = [
            each.next_due
            for number in range(WORKSPACES)
            for each in await Subscriptions(engine).of("slack", f"T{number}")
        ]
        waiting = (await Deliveries(engine).standing(DUE)).due
        return waiting == 0 and all(due is not None and due > DUE for due in planned)


def _forked(work: Callable[[], Coroutine[Any, Any, None] | None]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:
        traceback.print_exc()
    os._exit(1)


def _end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status == -signal.SIGKILL, f"a process ended by itself with {status}"


async def on_postgresql(work: Callable[[str], Crashed]) -> Crashed:
    """What comes of it on a schema of its own."""
    async with servers.schema() as address:
        return await asyncio.to_thread(work, address)


def main(digests: int, schedulers: int) -> None:
    """On each kind of server, with and without a nonce that the platform enforces."""
    for enforces in (False, True):
        for kind in ("sqlite", "postgresql"):
            with TemporaryDirectory() as folder:
                if kind == "sqlite":
                    found = crash(servers.sqlite(Path(folder) / "state.db"), digests, schedulers, enforces)
                else:
                    found = asyncio.run(
                        on_postgresql(lambda address, e=enforces: crash(address, digests, schedulers, e))  # type: ignore[misc]
                    )
            doubled = sum(count > 1 for count in found.posts.values())
            print(
                f"{kind}, {schedulers} schedulers, nonce {'enforced' if enforces else 'not enforced'}: "
                f"{found.killed} killed; of {digests} digests "
                f"{digests - len(found.posts)} lost, {doubled} doubled",
                flush=True,
            )


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (500, 2))
