"""A signed request counts once: the same signature again, within the minutes that it is valid, is refused."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

VALID = 300.0  # seconds: Bolt refuses older signatures
KEPT = 100_000  # signatures in memory


class Replays:
    """Signatures that were seen. A body and its second make one, so an honest one never comes twice."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._seen: OrderedDict[str, float] = OrderedDict()

    def first(self, signature: str) -> bool:
        """Whether the signature is new; it is seen from now on."""
        now = self._now()
        while self._seen and (len(self._seen) >= KEPT or next(iter(self._seen.values())) < now - 2 * VALID):
            self._seen.popitem(last=False)
        if signature in self._seen:
            return False
        self._seen[signature] = now
        return True

    async def check(self, req: AsyncBoltRequest, next: Callable[[], Awaitable[Any]]) -> BoltResponse | None:
        """Middleware behind the check of the signature. An event may say that it is sent again."""
        signature = req.headers.get("x-slack-signature", [""])[0]
        again = "x-slack-retry-num" in req.headers and "event_id" in req.body
        if req.mode == "http" and signature and not self.first(signature) and not again:
            return BoltResponse(status=401, body={"error": "replayed request"})
        await next()
        return None
