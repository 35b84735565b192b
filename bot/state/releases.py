"""The releases whose facts the deployment has taken over, each with the facts that it shipped."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    LargeBinary,
    MetaData,
    RowMapping,
    Table,
    Text,
    insert,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import change as changes
from bot.facts.edit import RELEASE, Actor, Edit, Status
from bot.facts.merge import merge
from bot.facts.model import Pack
from bot.state import journal, proposals
from bot.state.database import Engine
from bot.state.reach import reached

_RELEASE = Table(
    "release",
    MetaData(),
    Column("version", Text, primary_key=True),
    Column("sequence", BigInteger),
    Column("newest", Text),
    Column("at", Float),
    Column("facts", LargeBinary),
)

EMPTY = Pack((), ())


@dataclass(frozen=True, slots=True)
class Release:
    """A release's facts: their version, and the newest day on which a source of theirs was checked."""

    version: str
    newest: date
    pack: Pack
    at: datetime
    sequence: int = 0  # the journal's head once it had been taken over

    @classmethod
    def of(cls, version: str, pack: Pack, at: datetime) -> Release:
        """The release that ships this pack."""
        checked = (source.checked for event in pack.events for source in event.sources)
        newest = max((day for day in checked if day is not None), default=date.min)
        return cls(version, newest, pack, at)


class Releases:
    """The releases in a state database. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def versions(self) -> list[tuple[str, date]]:
        """The versions that were taken over with their newest check, oldest first."""
        wish = select(_RELEASE.c.version, _RELEASE.c.newest).order_by(_RELEASE.c.at, _RELEASE.c.sequence)
        with reached():
            async with self._engine.connect() as connection:
                rows = (await connection.execute(wish)).all()
        return [(version, date.fromisoformat(newest)) for version, newest in rows]

    async def first(self) -> Release | None:
        """The release that the journal begins from."""
        with reached():
            async with self._engine.connect() as connection:
                return await _ended(connection, newest=False)

    async def add(self, release: Release) -> bool:
        """Take a release over, once however many replicas start: False where one has.

        What it changes is added to the journal; what editors changed too is proposed.
        """
        with reached():
            async with self._engine.begin() as connection:
                head = await journal.hold(connection)
                if await _has(connection, release.version):
                    return False
                last = await _ended(connection, newest=True)
                if last is not None:
                    head = await _merge(connection, last, release, head)
                await connection.execute(insert(_RELEASE).values(_row(release, head)))
                return True


async def _merge(connection: AsyncConnection, last: Release, release: Release, head: int) -> int:
    """Merge the release into the journal: its new head."""
    first = await _ended(connection, newest=False)
    assert first is not None
    current = changes.apply(first.pack, await journal.latest(connection))
    merged = merge(last.pack, current, release.pack)
    edit = Edit(tuple(merged.made), Actor(RELEASE, name=release.version), release.at, "")
    await journal.write(connection, edit, head)
    for each in merged.proposed:
        await proposals.put(connection, replace(edit, changes=(each,)), Status.OPEN)
    return head + len(edit.changes)


async def _has(connection: AsyncConnection, version: str) -> bool:
    wish = select(_RELEASE.c.version).where(_RELEASE.c.version == version)
    return (await connection.execute(wish)).first() is not None


async def _ended(connection: AsyncConnection, *, newest: bool) -> Release | None:
    order = (_RELEASE.c.at, _RELEASE.c.sequence)
    wish = select(_RELEASE).order_by(*(each.desc() if newest else each for each in order)).limit(1)
    row = (await connection.execute(wish)).mappings().first()
    return _release(row) if row is not None else None


def _row(release: Release, sequence: int) -> dict[str, object]:
    return {
        "version": release.version,
        "sequence": sequence,
        "newest": release.newest.isoformat(),
        "at": release.at.timestamp(),
        "facts": _squeezed(changes.difference(EMPTY, release.pack)),
    }


def _release(row: RowMapping) -> Release:
    held = journal.unpacked(zlib.decompress(row["facts"]).decode())
    return Release(
        version=row["version"],
        newest=date.fromisoformat(row["newest"]),
        pack=changes.apply(EMPTY, held),
        sequence=row["sequence"],
        at=datetime.fromtimestamp(row["at"], UTC),
    )


def _squeezed(held: Iterable[changes.Change]) -> bytes:
    return zlib.compress(journal.packed(held).encode(), 9)
