"""A state in a file, a clock that stands just before digests are due, and a platform."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.commands.digest import schedule
from bot.digests import lane
from bot.state.database import Engine, open_state
from tests.digests.chat_platform import Platform
from tests.digests.making import DUE
from tests.digests.simulated_time import SimulatedTime
from tests.state import servers

JITTER = 5  # seconds: each simulated second takes a few milliseconds


@pytest.fixture(autouse=True)
def _impatient(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever simulates time needn't wait a whole minute for a digest, nor for what hangs at the end."""
    if "time" in request.fixturenames:
        monkeypatch.setattr(schedule, "JITTER", JITTER)
        monkeypatch.setattr(lane, "CLOSING", 0.05)


@pytest_asyncio.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    """An open state database."""
    async with open_state(servers.sqlite(tmp_path / "state.db")) as opened:
        yield opened


@pytest.fixture
def time() -> SimulatedTime:
    """Ten seconds before digests are due."""
    return SimulatedTime(DUE - timedelta(seconds=10))


@pytest.fixture
def slack(time: SimulatedTime) -> Platform:
    """A platform that has no trouble."""
    return Platform(time.time)
