"""Doing a thing once: what this process did is in memory, what other replicas did in the state."""

from __future__ import annotations

import time
from collections import OrderedDict

import structlog

from bot.state.claims import Claims
from bot.state.errors import StateError

KEPT = 4_096  # keys in memory
TIDY = 600.0  # seconds between two clearings of what is over

log = structlog.get_logger(__name__)


class Once:
    """Keys that are taken once. With the state away, once in this process."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._mine: OrderedDict[str, float] = OrderedDict()
        self._tidied = time.time()

    async def first(self, key: str, seconds: float) -> bool:
        """Whether nobody took the key within so many seconds; it is taken now."""
        now = time.time()
        if self._mine.get(key, 0.0) > now:
            return False
        self._mine[key] = now + seconds
        self._mine.move_to_end(key)
        if len(self._mine) > KEPT:
            self._mine.popitem(last=False)
        try:
            await self._tidy(now)
            return await self._claims.take(key, now, seconds)
        except StateError as error:
            log.warning(str(error))
            return True

    async def again(self, key: str) -> None:
        """Nothing was done after all: whoever asks next is the first."""
        self._mine.pop(key, None)
        try:
            await self._claims.release(key)
        except StateError as error:
            log.warning(str(error))

    async def _tidy(self, now: float) -> None:
        if now - self._tidied > TIDY:
            self._tidied = now
            await self._claims.forget(now)
