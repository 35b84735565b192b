"""Transactions that change what they have read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.database import Engine
from bot.state.reach import reached


@asynccontextmanager
async def writing(engine: Engine) -> AsyncIterator[AsyncConnection]:
    """One at a time on SQLite, from the first read on; on PostgreSQL the rows that are read are locked.

    Raises :class:`bot.state.errors.StateError`.
    """
    with reached():
        async with engine.begin() as connection:
            if engine.dialect.name == "sqlite":
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
