"""A bot whose channels can subscribe."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.core import Bot
from bot.editing.opening import open_desk
from bot.state.database import open_state
from bot.store import database
from tests.commands.digest.asking import NOW
from tests.facts import small
from tests.state import servers


@pytest_asyncio.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot on the small facts, with a state."""
    database.build(tmp_path / "shipped.db", small.PACK)
    async with (
        open_state(servers.sqlite(tmp_path / "state.db")) as engine,
        open_desk(engine, tmp_path / "shipped.db", tmp_path / "facts.db", NOW, 2) as desk,
    ):
        yield Bot(desk.store, desk=desk)
