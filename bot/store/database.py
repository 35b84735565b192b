"""One facts.db: readers beside one writer, each on a thread of its own, functions sent to the connection."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import sqlite_utils

from bot.facts.change import Change
from bot.facts.model import Pack
from bot.store import facts, projection
from bot.store.migrations import migrations

T = TypeVar("T")

READERS = 2  # threads: a read takes a fraction of a millisecond, two keep one slow disk read from holding all
BUSY_SECONDS = 1.0  # how long a locked file is waited for: well inside the two seconds that a command has


class StoreError(Exception):
    """facts.db cannot be used; the message is one sentence for the operator that says what to do."""


def build(path: Path, pack: Pack) -> None:
    """Make ``path`` anew from the pack: the same content in the same order from the same facts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    db = sqlite_utils.Database(fresh)
    try:
        migrations.apply(db)
        # When a migration ran is the one thing here that isn't a fact.
        db.execute("UPDATE _sqlite_migrations SET applied_at = ''")
        projection.write(db, pack)
        if broken := db.execute("PRAGMA foreign_key_check").fetchall():
            table, _, parent, _ = broken[0]
            raise StoreError(
                f"A row of {table} names a {parent} that is not there: run openness facts check."
            )
        db.vacuum()
    finally:
        db.close()
    _forget_writing(path)
    fresh.replace(path)


def read(path: Path) -> Pack:
    """The pack that a database file holds. Raises :class:`StoreError`."""
    connection = _connect(path, read_only=True)
    try:
        return facts.pack(connection)
    except sqlite3.DatabaseError as error:
        raise _explained(path, error) from error
    finally:
        connection.close()


def content(path: Path) -> list[str]:
    """Everything a database file holds as SQL statements, to compare two files by content."""
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def version(path: Path) -> str:
    """The version of the facts that a database file was made from. Raises :class:`StoreError`."""
    connection = _connect(path, read_only=True)
    try:
        row = connection.execute("SELECT version FROM pack").fetchone()
    except sqlite3.DatabaseError as error:
        raise _explained(path, error) from error
    finally:
        connection.close()
    return str(row[0]) if row else ""


def apply(connection: sqlite3.Connection, batches: Iterable[tuple[int, tuple[Change, ...]]]) -> None:
    """Make the changes of each batch that is not made yet, all or none."""
    connection.execute("BEGIN IMMEDIATE")  # nobody else looks at the sequence until these are made
    made = facts.sequence(connection)
    db = sqlite_utils.Database(connection)
    for sequence, changes in batches:
        if sequence > made:
            projection.apply(db, changes, sequence)


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the open database as it is now to a file that is not there."""
    connection.execute("VACUUM INTO ?", [str(path)])


def is_made_from(path: Path, wanted: str) -> bool:
    """Whether the file is there and was made from those facts. Raises :class:`StoreError`."""
    return path.exists() and version(path) == wanted


def prepare(shipped: Path, working: Path) -> None:
    """Make sure that the working copy is there and made from the shipped facts, with or without edits.

    The shipped file is never touched.

    Raises :class:`StoreError` where either file is missing, damaged, locked or made by a newer program.
    """
    if is_made_from(working, version(shipped)):
        return
    working.parent.mkdir(parents=True, exist_ok=True)
    fresh = working.with_name(f".{working.name}.new")
    shutil.copyfile(shipped, fresh)
    _forget_writing(working)
    fresh.replace(working)


def forget(working: Path) -> None:
    """Remove a working copy that nobody has open: it is made again when it is asked for."""
    working.unlink(missing_ok=True)
    _forget_writing(working)


def _forget_writing(path: Path) -> None:
    """Remove what an earlier file of that name left beside it."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if not path.is_file():
        raise StoreError(f"{path} is missing: make it with openness facts build.")
    mode = "ro" if read_only else "rw"
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        _refuse_newer(path, connection)
    except sqlite3.DatabaseError as error:
        raise _explained(path, error) from error
    return connection


def _refuse_newer(path: Path, connection: sqlite3.Connection) -> None:
    db = sqlite_utils.Database(connection)
    known = {each.name for each in migrations.pending(sqlite_utils.Database(memory=True))}
    unknown = {each.name for each in migrations.applied(db)} - known
    if unknown:
        raise StoreError(
            f"{path} was made by a newer version of the bot: update the bot, or delete the file."
        )


def _explained(path: Path, error: sqlite3.DatabaseError) -> StoreError:
    if "locked" in str(error) or "busy" in str(error):
        return StoreError(f"{path} is locked by another program: close that program and try again.")
    if "full" in str(error):
        return StoreError(f"There is no room left for {path}: make some; nothing of the journal is lost.")
    return StoreError(f"{path} is damaged ({error}): delete it, it is made again from the shipped facts.")


class Database:
    """An open facts.db. Use it as an asynchronous context manager, or close it."""

    def __init__(self, path: Path) -> None:
        """Open the file, bringing its tables up to date. Raises :class:`StoreError`."""
        self.path = path
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="facts-read")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="facts-write")
        self._connections = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._migrate()

    def _migrate(self) -> None:
        connection = _connect(self.path, read_only=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            migrations.apply(sqlite_utils.Database(connection))
        except sqlite3.DatabaseError as error:
            raise _explained(self.path, error) from error
        finally:
            connection.close()

    async def read(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Run the function on a reading connection. Raises :class:`StoreError` where the file fails."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._run, function, True)

    async def write(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Run the function on the one writing connection, in a transaction of its own."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._run, function, False)

    def _run(self, function: Callable[[sqlite3.Connection], T], read_only: bool) -> T:
        try:
            connection: sqlite3.Connection | None = getattr(self._connections, "connection", None)
            if connection is None:
                connection = self._connections.connection = _connect(self.path, read_only=read_only)
                self._opened.append(connection)
            if read_only:
                return function(connection)
            with connection:
                return function(connection)
        except sqlite3.DatabaseError as error:
            raise _explained(self.path, error) from error

    async def __aenter__(self) -> Database:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Wait for what is under way, then close every connection."""
        for pool in (self._readers, self._writer):
            pool.shutdown(wait=True)
        while self._opened:
            self._opened.pop().close()
