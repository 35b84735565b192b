"""A desk on the small facts, its state on each kind of server in turn."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.editing.desk import Desk
from bot.editing.opening import open_desk
from bot.state.database import Engine
from bot.store import database
from tests.facts import small
from tests.state.conftest import address, engine

__all__ = ["address", "engine"]

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The release's facts.db."""
    path = tmp_path / "shipped.db"
    database.build(path, small.PACK)
    return path


@pytest_asyncio.fixture
async def desk(engine: Engine, shipped: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """One replica's desk."""
    async with open_desk(engine, shipped, tmp_path / "one" / "facts.db", NOW, 3) as opened:
        yield opened


@pytest_asyncio.fixture
async def other(engine: Engine, shipped: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Another replica's desk, on the same state."""
    async with open_desk(engine, shipped, tmp_path / "two" / "facts.db", NOW, 3) as opened:
        yield opened
