"""How often one person may ask: past it, one notice, then nothing until the minute is over."""

from __future__ import annotations

from enum import StrEnum

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter


class Allowance(StrEnum):
    """What a person who asks is given."""

    ANSWER = "answer"
    NOTICE = "notice"  # too many: say so, once
    NOTHING = "nothing"  # it has been said


class Limiter:
    """Counts questions by person, in memory; 0 a minute is no limit."""

    def __init__(self, per_minute: int) -> None:
        self._windows = FixedWindowRateLimiter(MemoryStorage())
        self._questions = RateLimitItemPerMinute(per_minute) if per_minute else None
        self._notices = RateLimitItemPerMinute(1)

    async def take(self, person: str) -> Allowance:
        """Count a question of the person, and say what it is given; nobody in particular has no limit."""
        if not person or self._questions is None:
            return Allowance.ANSWER
        if await self._windows.hit(self._questions, "question", person):
            return Allowance.ANSWER
        if await self._windows.hit(self._notices, "notice", person):
            return Allowance.NOTICE
        return Allowance.NOTHING
