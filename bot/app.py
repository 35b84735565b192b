"""The only place where parts are made and joined; opened in order, closed in reverse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.core import Bot
from bot.limits import Limiter
from bot.settings import Settings
from bot.store import database
from bot.store.store import FactStore


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Bot]:
    """The bot on its working facts. Raises :class:`bot.store.database.StoreError`."""
    database.prepare(settings.store.shipped, settings.store.path)
    store = await FactStore.open(settings.store.path)
    try:
        yield Bot(store, Limiter(settings.limit.per_minute))
    finally:
        store.close()
