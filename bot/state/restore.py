"""The state as a backup has it, in the place of what is there: whole, or not at all."""

from __future__ import annotations

import asyncio
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from bot.state import backup, database, portable, upgrade
from bot.state.backup import Manifest
from bot.state.errors import StateError
from bot.state.journal import CHANNEL
from bot.state.reach import reached

_MADE_AT_START = frozenset({"journal_head", "release", "claim"})
"""What a deployment keeps before anybody has done anything."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored; ``kept`` is the copy of the SQLite file that it replaced."""

    manifest: Manifest
    kept: Path | None = None


async def restore(address: str, path: Path, replace: bool = False) -> Restored:
    """Put a backup in the place of the state at that address.

    Raises :class:`StateError` where the backup is damaged or newer, where a bot is running on the state, or
    where the state holds something and it isn't to be replaced.
    """
    manifest = await asyncio.to_thread(backup.examine, path)
    file = database.file(address)
    if file is not None:
        return Restored(manifest, await _into_file(address, file, path, manifest, replace))
    with reached():
        async with database.open_as_it_is(address) as engine, engine.begin() as connection:
            await connection.run_sync(_refuse, replace)
            await connection.run_sync(_fill, path, manifest, anew=True)
    return Restored(manifest)


async def _into_file(address: str, file: Path, path: Path, manifest: Manifest, replace: bool) -> Path | None:
    """Make the file anew beside the old one, then put it in its place: the copy of the old one."""
    await _refuse_file(address, file, replace)
    fresh = file.with_name(f".{file.name}.new")
    try:
        with reached():
            await asyncio.to_thread(_begin, fresh)
            async with database.open_as_it_is(database.at(fresh)) as engine, engine.begin() as connection:
                await connection.run_sync(_fill, path, manifest, anew=False)
        return await asyncio.to_thread(_swap, fresh, file)
    finally:
        _forget(fresh)


async def _refuse_file(address: str, file: Path, replace: bool) -> None:
    if not await asyncio.to_thread(file.exists):
        return
    try:
        async with database.open_as_it_is(address) as engine, engine.connect() as connection:
            await connection.run_sync(_refuse, replace)
    except SQLAlchemyError:
        if not replace:
            raise StateError(f"{file} cannot be read: say --replace to put the backup there.") from None


def _refuse(connection: Connection, replace: bool) -> None:
    """Raise where a bot follows the journal, or where something is kept that isn't to be replaced."""
    if connection.dialect.name == "postgresql" and _followed(connection):
        raise StateError("A bot is running on this state: stop every replica, then restore.")
    form = upgrade.form(connection)
    if replace or form is None:
        return
    if not upgrade.knows(form):
        raise StateError(
            f"The state is of form {form}, made by a newer version: say --replace to give it up."
        )
    held = [each for each in portable.tables(connection, form) if each.name not in _MADE_AT_START]
    counts = [(each.name, portable.count(connection, each)) for each in held]
    if said := ", ".join(f"{count} of {name}" for name, count in counts if count):
        raise StateError(f"The state is not empty ({said}): say --replace to put the backup there.")


def _followed(connection: Connection) -> bool:
    """Whether somebody listens on the journal's channel, under our name."""
    asked = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user "
        "AND pid <> pg_backend_pid() AND query ILIKE :listening"
    )
    return bool(connection.execute(asked, {"listening": f"LISTEN%{CHANNEL}%"}).scalar())


def _fill(connection: Connection, path: Path, manifest: Manifest, *, anew: bool) -> None:
    """Make the tables in the backup's form, put its rows in, then bring all to the newest form."""
    if anew:
        _drop(connection)
    upgrade.to(connection, manifest.form)
    with zipfile.ZipFile(path) as archive:
        tables = portable.tables(connection, manifest.form)
        if {each.name for each in tables} != set(manifest.members):
            raise StateError(f"{path} is damaged: it doesn't hold the tables of its form.")
        for table in tables:
            with archive.open(backup.name(table.name)) as written:
                if portable.put(connection, table, written) != manifest.members[table.name].rows:
                    raise StateError(f"{path} is damaged: rows of {table.name} are missing.")
    upgrade.to(connection, "head")


def _drop(connection: Connection) -> None:
    """Drop our tables: whatever else is in the database stays."""
    ours = upgrade.tables("head") | {"alembic_version"}
    found = MetaData()
    found.reflect(connection, only=[each for each in inspect(connection).get_table_names() if each in ours])
    found.drop_all(connection)


def _begin(fresh: Path) -> None:
    fresh.parent.mkdir(parents=True, exist_ok=True)
    _forget(fresh)


def _swap(fresh: Path, file: Path) -> Path | None:
    """Put the fresh file in the old one's place, of which a copy is kept."""
    kept = None
    if file.exists():
        kept = file.with_name(f"{file.name}.before-restore")
        shutil.copyfile(file, kept)
    for suffix in ("-wal", "-shm"):  # written into the file when the last connection was closed
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    fresh.replace(file)
    return kept


def _forget(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
