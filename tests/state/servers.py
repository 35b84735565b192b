"""States to test on: a SQLite file, and PostgreSQL where a server answers on this machine."""

from __future__ import annotations

import socket
import tempfile
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import asyncpg
from sqlalchemy import create_engine

from bot.state import upgrade

SERVER = "postgresql://postgres@127.0.0.1:5432/test"


def sqlite(file: Path) -> str:
    """The address of a state in that file: of the newest form, with nothing in it."""
    file.write_bytes(_empty())
    return f"sqlite+aiosqlite:///{file}"


@cache
def _empty() -> bytes:
    """Made once: to bring a state to the newest form takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "state.db"
        engine = create_engine(f"sqlite:///{file}")
        with engine.begin() as connection:
            upgrade.to(connection, "head")
        engine.dispose()
        return file.read_bytes()


def missing_postgresql() -> str:
    """Why there is no PostgreSQL to test on; empty where there is."""
    try:
        socket.create_connection(("127.0.0.1", 5432), timeout=0.5).close()
    except OSError as error:
        return f"no PostgreSQL answers on 127.0.0.1:5432 ({error})"
    return ""


@asynccontextmanager
async def schema() -> AsyncIterator[str]:
    """The address of a schema of its own on the server, dropped at the end."""
    name = f"openness_{uuid.uuid4().hex[:12]}"
    connection = await asyncpg.connect(SERVER, timeout=3)
    try:
        await connection.execute(f"CREATE ROLE {name} LOGIN")
        await connection.execute(f"CREATE SCHEMA {name} AUTHORIZATION {name}")
        await connection.execute(f"ALTER ROLE {name} SET search_path = {name}")
        yield f"postgresql+asyncpg://{name}@127.0.0.1:5432/test"
    finally:
        await connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")
        await connection.execute(f"DROP ROLE IF EXISTS {name}")
        await connection.close()
