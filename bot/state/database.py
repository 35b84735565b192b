"""The state database: opened by address, brought up to date by itself, closed at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiosqlite import Connection
from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.state import upgrade
from bot.state.errors import StateError

BUSY = 5_000  # milliseconds that a SQLite connection waits for another's write
SECONDS = 10  # to reach a server at start

_SQLITE, _POSTGRESQL = "sqlite+aiosqlite", "postgresql+asyncpg"
_DRIVERS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL, _SQLITE: _SQLITE, _POSTGRESQL: _POSTGRESQL}

Engine = AsyncEngine
"""What other rooms hold in their hands without knowing how it works."""


@asynccontextmanager
async def open_state(address: str) -> AsyncIterator[Engine]:
    """The database at an address such as ``sqlite+aiosqlite:///data/state.db``, up to date.

    Raises :class:`StateError` with one sentence where it cannot be reached or is newer than this program.
    """
    url = _url(address)
    engine = _engine(url)
    try:
        await _prepare(engine, url)
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def open_as_it_is(address: str) -> AsyncIterator[Engine]:
    """The database at an address, neither made nor brought up to date. Raises :class:`StateError`."""
    engine = _engine(_url(address))
    try:
        yield engine
    finally:
        await engine.dispose()


def file(address: str) -> Path | None:
    """The file of a SQLite database at that address; None for one in memory or on a server."""
    return _file(_url(address))


def at(path: Path) -> str:
    """The address of a file of SQLite's."""
    return URL.create(_SQLITE, database=str(path)).render_as_string()


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        raise StateError("[state] url is no address of a database: config/bot.toml has examples.") from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise StateError(f"[state] url begins with {url.drivername}: it takes {' or '.join(_DRIVERS)}.")
    return url.set(drivername=driver)


def _engine(url: URL) -> AsyncEngine:
    if url.drivername == _POSTGRESQL:
        return create_async_engine(url, pool_pre_ping=True, connect_args={"timeout": SECONDS})
    engine = create_async_engine(url)
    # Before SQLAlchemy's own statements, for they can be cancelled, too.
    event.listen(engine.sync_engine, "connect", _set_up_sqlite, insert=True)
    return engine


def _set_up_sqlite(connection: Any, _: object) -> None:
    """Patience between writers, and an end for connections whose statement was cancelled."""
    _stop_once(connection.driver_connection)
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _stop_once(driver: Connection) -> None:
    """Let a connection be stopped once only.

    SQLAlchemy both closes and stops the connection of a cancelled statement, and aiosqlite (0.22) waits
    forever for the second stop of its thread: a program that is told to end would not.
    """
    stop = driver.stop

    def once() -> asyncio.Future[Any] | None:
        driver.stop = lambda: None  # type: ignore[method-assign]
        return stop()

    driver.stop = once  # type: ignore[method-assign]


async def _prepare(engine: AsyncEngine, url: URL) -> None:
    place = url.render_as_string(hide_password=True)
    file = _file(url)
    try:
        if file is not None:
            await asyncio.to_thread(file.parent.mkdir, parents=True, exist_ok=True)
        async with engine.connect() as connection:
            if file is not None:
                await _write_ahead(connection)
            await connection.run_sync(upgrade.to_newest, file)
    except (SQLAlchemyError, OSError) as error:
        raise StateError(f"The state database {place} cannot be used: {_reason(error)}.") from error


async def _write_ahead(connection: AsyncConnection) -> None:
    """Let readers go on beside a writer: a property of the file, from the first who opens it.

    SQLite doesn't wait for the lock of this one step, however patient the connection: we ask again.
    """
    end = asyncio.get_running_loop().time() + BUSY / 1000
    while True:
        try:
            await connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            return
        except OperationalError as error:
            if "locked" not in str(error) or asyncio.get_running_loop().time() > end:
                raise
            await asyncio.sleep(0.01)


def _file(url: URL) -> Path | None:
    """The file of a SQLite database; None for one in memory or on a server."""
    if url.drivername != _SQLITE or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def _reason(error: BaseException) -> str:
    """The innermost message, on one line, without SQL or parameters."""
    inner = getattr(error, "orig", None) or error
    return " ".join(str(inner).split()).rstrip(".")[:200] or type(inner).__name__
