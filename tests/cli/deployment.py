"""A deployment in a folder: its own shipped facts, its own state."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from bot.editing.desk import Desk
from bot.editing.opening import open_desk
from bot.facts.model import Pack
from bot.settings import Settings, StateSettings, StoreSettings
from bot.state.database import Engine, open_state
from bot.store import database


def settings(folder: Path, pack: Pack, **sections: object) -> Settings:
    """The settings of a deployment of that pack."""
    shipped = folder / "shipped.db"
    if not shipped.exists():
        database.build(shipped, pack)
    return Settings(
        store=StoreSettings(shipped=shipped, path=folder / "facts.db"),
        state=StateSettings(url=SecretStr(f"sqlite+aiosqlite:///{folder / 'state.db'}")),
        **sections,  # type: ignore[arg-type]
    )


@asynccontextmanager
async def opened(of: Settings, now: datetime) -> AsyncIterator[tuple[Engine, Desk]]:
    """Its state and its desk."""
    async with (
        open_state(of.state.url.get_secret_value()) as engine,
        open_desk(engine, of.store.shipped, of.store.path, now, 10) as desk,
    ):
        yield engine, desk


async def no_pause(_: float) -> None:
    """Wait for nothing."""
