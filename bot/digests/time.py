"""The time that digests go by: the clock, a measure that never jumps, and waiting."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Time:
    """``now`` is the clock, which people and servers may set; ``seconds`` only ever grows, from anywhere."""

    now: Callable[[], datetime]
    seconds: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]


SYSTEM = Time(lambda: datetime.now(UTC), time.monotonic, asyncio.sleep)
