"""Rounds that the bot goes by itself: when one fails, and who goes the next."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import rounds
from bot.rounds import DAY
from bot.state.claims import Claims
from bot.state.database import open_state
from bot.state.errors import StateError
from tests.state import servers


class Enough(Exception):
    """The test has seen what it wanted."""


@dataclass(slots=True)
class Days:
    """Rounds every two days over some looks, and what each of them does."""

    claims: Claims
    now: float = 1_000.0
    gone: int = 0
    looks: int = 0

    async def run(self, looks: int, *fails: BaseException) -> None:
        """So many looks; the first rounds fail."""
        ends = iter(fails)
        self.looks = looks

        async def go() -> None:
            self.gone += 1
            if (end := next(ends, None)) is not None:
                raise end

        with pytest.raises(Enough):
            await rounds.run_forever("test", 2, go, self.claims, lambda: self.now, self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.now += seconds
        self.looks -= 1
        if not self.looks:
            raise Enough


@pytest.fixture
async def days(tmp_path: Path) -> AsyncIterator[Days]:
    """On a state of their own."""
    async with open_state(servers.sqlite(tmp_path / "state.db")) as engine:
        yield Days(Claims(engine))


async def test_a_round_is_gone_once_a_period(days: Days) -> None:
    """However often somebody looks, and whoever does."""
    await days.run(looks=48)
    assert days.gone == 1
    await days.run(looks=48)
    assert days.gone == 2
    days.now -= DAY
    await days.run(looks=1)
    assert days.gone == 2


async def test_a_round_that_fails_waits_for_the_next_period(days: Days) -> None:
    """Whatever it stumbled over, other people's servers are not asked again every hour."""
    await days.run(48, RuntimeError("a mistake"))
    assert days.gone == 1
    await days.run(1)
    assert days.gone == 2


async def test_a_round_without_a_state_is_gone_again(days: Days) -> None:
    """It found nothing that could be kept."""
    await days.run(2, StateError("The state database cannot be reached."))
    assert days.gone == 2


async def test_a_round_that_is_broken_off_is_left_to_others(days: Days) -> None:
    """A process that ends gives the round back."""
    begun = asyncio.Event()

    async def go() -> None:
        begun.set()
        await asyncio.sleep(60)

    task = asyncio.create_task(
        rounds.run_forever("test", 2, go, days.claims, lambda: days.now, asyncio.sleep)
    )
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await days.run(1)
    assert days.gone == 1
