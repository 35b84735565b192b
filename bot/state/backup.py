"""A backup of the state: one zip of JSON lines, a table a member, with the checksum of each.

Made while the bot runs, from one moment; the same from SQLite and from PostgreSQL. Tokens stay encrypted as
they are kept: whoever restores needs the keys, which aren't in it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.state import portable, upgrade
from bot.state.database import open_as_it_is
from bot.state.errors import StateError
from bot.state.reach import reached

FORMAT = 1
MANIFEST = "manifest.json"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """A table's rows in the file: how many, and the SHA-256 of their lines."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is: when it was made, from a state of which ``form``, and each table's member."""

    made_at: datetime
    form: str
    members: Mapping[str, Member]

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(each.rows for each in self.members.values())


async def write(address: str, path: Path, now: datetime) -> Manifest:
    """Write a backup of the state at that address: whole, or not at all. Raises :class:`StateError`."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        with reached():
            async with open_as_it_is(address) as engine, engine.connect() as connection:
                if engine.dialect.name == "postgresql":
                    await connection.execution_options(isolation_level="REPEATABLE READ")
                manifest = await connection.run_sync(_write, fresh, now)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return manifest


def _write(connection: Connection, path: Path, now: datetime) -> Manifest:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")  # all that is read is of one moment
    form = upgrade.form(connection)
    if form is None:
        raise StateError("There is no state to back up: nothing has been kept yet.")
    if not upgrade.knows(form):
        raise StateError(
            f"The state is of form {form}, made by a newer version of the bot: use that version."
        )
    path.touch(mode=0o600)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        tables = portable.tables(connection, form)
        members = {each.name: _member(connection, each, archive) for each in tables}
        manifest = Manifest(now, form, members)
        archive.writestr(MANIFEST, json.dumps(_as_data(manifest), indent=2))
    return manifest


def _member(connection: Connection, table: Any, archive: zipfile.ZipFile) -> Member:
    digest, rows = hashlib.sha256(), 0
    with archive.open(name(table.name), "w", force_zip64=True) as member:
        for line in portable.lines(connection, table):
            digest.update(line)
            member.write(line)
            rows += 1
    return Member(rows, digest.hexdigest())


def name(table: str) -> str:
    """The member that holds a table's rows."""
    return f"tables/{table}.jsonl"


def examine(path: Path) -> Manifest:
    """What a backup is, every checksum compared. Raises :class:`StateError`."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(json.loads(archive.read(MANIFEST)))
            if archive.namelist() != [*map(name, manifest.members), MANIFEST]:
                raise StateError(f"{path} is damaged: it doesn't hold what its manifest lists.")
            for table, member in manifest.members.items():
                if _digest(archive, name(table)) != member.sha256:
                    raise StateError(f"{path} is damaged: the checksum of {name(table)} is another.")
    except OSError as error:
        raise StateError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, EOFError) as error:
        raise StateError(f"{path} is damaged, or no backup of the bot.") from error
    return manifest


def _digest(archive: zipfile.ZipFile, member: str) -> str:
    digest = hashlib.sha256()
    with archive.open(member) as lines:
        while chunk := lines.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _as_data(manifest: Manifest) -> dict[str, Any]:
    members = {table: asdict(member) for table, member in manifest.members.items()}
    made_at = manifest.made_at.isoformat()
    return {"format": FORMAT, "made_at": made_at, "form": manifest.form, "members": members}


def _manifest(data: Any) -> Manifest:
    if data["format"] != FORMAT or not upgrade.knows(data["form"]):
        raise StateError(
            f"The backup is of form {data['form']}, made by a newer version of the bot than this one: "
            "restore it with that version."
        )
    members = {
        table: Member(int(each["rows"]), str(each["sha256"])) for table, each in data["members"].items()
    }
    return Manifest(datetime.fromisoformat(data["made_at"]), data["form"], members)
