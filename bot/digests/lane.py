"""The deliveries of one platform: claimed a few at once, so many under way at a time."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Generic, TypeVar

import structlog

from bot.digests.sender import LEASE, Sender
from bot.state.delivery import Claimed
from bot.state.errors import StateError

TOGETHER = 64  # deliveries under way
AT_ONCE = 16  # claimed in one transaction
EACH = 8  # under way in a workspace before no more of it is claimed: a large one doesn't hold up the others
IDLE, SOON = 1.0, 0.1  # seconds until the next look where nothing waits, and where something can't go on yet
CLOSING = 5.0  # seconds that deliveries under way are given at the end

D = TypeVar("D")

log = structlog.get_logger(__name__)


class Lane(Generic[D]):
    """Claims and sends what waits for a platform, as fast as its limits allow."""

    def __init__(self, platform: str, sender: Sender[D]) -> None:
        self._platform = platform
        self._sender = sender
        self._time = sender.time
        self._under_way: set[asyncio.Task[None]] = set()
        self._workspaces: Counter[str] = Counter()

    async def run(self) -> None:
        """Send until cancelled; then let what is under way come to its end, for a moment."""
        try:
            while True:
                while len(self._under_way) > TOGETHER - AT_ONCE:
                    await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
                if pause := self._sender.pace.pause(self._time.seconds()):
                    await self._time.sleep(pause)
                claimed = await self._claim()
                for each in claimed:
                    self._start(each)
                if not claimed:
                    await self._time.sleep(SOON if self._under_way or self._held() else IDLE)
        finally:
            await self._close()

    async def _claim(self) -> list[Claimed]:
        crowded = [workspace for workspace, count in self._workspaces.items() if count >= EACH]
        try:
            return await self._sender.leases.claim(
                self._platform, self._time.now(), LEASE, AT_ONCE, {*crowded, *self._held()}
            )
        except StateError as error:
            log.warning("digests not claimed", platform=self._platform, reason=str(error))
        except Exception:
            log.exception("unexpected", platform=self._platform)
        return []

    def _held(self) -> list[str]:
        return self._sender.pace.held_workspaces(self._time.seconds())

    def _start(self, claimed: Claimed) -> None:
        workspace = claimed.subscription.workspace
        self._workspaces[workspace] += 1
        task = asyncio.create_task(self._sender.send(claimed))
        self._under_way.add(task)
        task.add_done_callback(lambda done: self._done(done, workspace))

    def _done(self, task: asyncio.Task[None], workspace: str) -> None:
        self._under_way.discard(task)
        self._workspaces[workspace] -= 1
        if not self._workspaces[workspace]:
            del self._workspaces[workspace]
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("unexpected", platform=self._platform, exc_info=error)

    async def _close(self) -> None:
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=CLOSING)
            for task in late:
                task.cancel()
