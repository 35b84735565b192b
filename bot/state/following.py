"""Hearing that the journal has gone on: at once from PostgreSQL, else by looking every so often."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.state.database import Engine
from bot.state.journal import CHANNEL

OFTEN = 2.0  # seconds between two looks where nobody tells
SELDOM = 15.0  # where PostgreSQL does: its word can be lost with the connection


async def news(engine: Engine) -> AsyncIterator[None]:
    """Yields whenever the journal may have gone on."""
    told = asyncio.Event()
    async with contextlib.AsyncExitStack() as stack:
        heard = engine.dialect.name == "postgresql" and await _listen(engine, told, stack)
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(told.wait(), SELDOM if heard else OFTEN)
            told.clear()
            yield


async def _listen(engine: Engine, told: asyncio.Event, stack: contextlib.AsyncExitStack) -> bool:
    """Let PostgreSQL set the event, as long as the stack is open; False where it can't be reached."""

    def tell(*_: object) -> None:
        told.set()

    try:
        connection = await stack.enter_async_context(engine.connect())
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.add_listener(CHANNEL, tell)
    except (SQLAlchemyError, OSError):
        return False
    stack.push_async_callback(driver.remove_listener, CHANNEL, tell)
    return True
