"""A state database, on each kind of server in turn."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.state.database import Engine, open_state
from tests.state import servers


@pytest_asyncio.fixture(params=["sqlite", "postgresql"])
async def address(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'folder' / 'state.db'}"
        return
    if reason := servers.missing_postgresql():
        pytest.skip(reason)
    async with servers.schema() as found:
        yield found


@pytest_asyncio.fixture
async def engine(address: str, tmp_path: Path) -> AsyncIterator[Engine]:
    """An open state."""
    if address.startswith("sqlite"):
        address = servers.sqlite(tmp_path / "state.db")
    async with open_state(address) as opened:
        yield opened
