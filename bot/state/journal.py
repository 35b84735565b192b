"""The journal: every change of the facts, in order. Changes are only ever added.

``data/facts.db`` is the first release's facts with these changes made, so the journal is the truth about
edits, and that file can be made anew from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    Integer,
    MetaData,
    RowMapping,
    Table,
    Text,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts.change import Change
from bot.facts.edit import Edit, Entry
from bot.facts.record import Data, Record, RecordKind, digest
from bot.state import actor as actors
from bot.state.database import Engine
from bot.state.reach import reached

CHANNEL = "openness_journal"  # on which PostgreSQL tells the other replicas

_METADATA = MetaData()
_HEAD = Table(
    "journal_head", _METADATA, Column("id", Integer, primary_key=True), Column("sequence", BigInteger)
)
_CHANGE = Table(
    "change",
    _METADATA,
    Column("sequence", BigInteger, primary_key=True),
    Column("batch", BigInteger),
    Column("kind", Text),
    Column("record", Text),
    Column("before", Text),
    Column("after", Text),
    Column("digest", Text),
    Column("at", Float),
    *actors.columns(),
    Column("why", Text),
    Column("undoes", BigInteger),
    Column("proposal", BigInteger),
)


class Behind(Exception):
    """The journal has gone on since it was read: read on, look at the edit again, and try again."""


class Journal:
    """The journal in a state database. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def head(self) -> int:
        """The sequence of the newest change; 0 before the first."""
        with reached():
            async with self._engine.connect() as connection:
                return int((await connection.execute(select(_HEAD.c.sequence))).scalar_one())

    async def since(self, sequence: int, limit: int = 1_000) -> list[Entry]:
        """The changes after a sequence, oldest first, whole batches: at least ``limit`` where there are."""
        wish = select(_CHANGE).where(_CHANGE.c.sequence > sequence).order_by(_CHANGE.c.sequence)
        found = await self._read(wish.limit(limit))
        if len(found) == limit:
            rest = wish.where(_CHANGE.c.batch == found[-1].batch, _CHANGE.c.sequence > found[-1].sequence)
            found += await self._read(rest)
        return found

    async def between(self, start: datetime, end: datetime) -> list[Entry]:
        """The changes made from ``start`` on and before ``end``, oldest first."""
        wish = select(_CHANGE).where(_CHANGE.c.at >= start.timestamp(), _CHANGE.c.at < end.timestamp())
        return await self._read(wish.order_by(_CHANGE.c.sequence))

    async def of(self, ids: Iterable[str], limit: int = 50) -> list[Entry]:
        """The changes of these records, newest first."""
        wish = select(_CHANGE).where(_CHANGE.c.record.in_(list(ids)))
        return await self._read(wish.order_by(_CHANGE.c.sequence.desc()).limit(limit))

    async def about(self, subject: str, limit: int = 50) -> list[Entry]:
        """The changes of a model or organization and of its events, newest first."""
        own = _CHANGE.c.record == subject
        events = _CHANGE.c.record.startswith(f"{subject}/", autoescape=True)
        wish = select(_CHANGE).where(own | events).order_by(_CHANGE.c.sequence.desc())
        return await self._read(wish.limit(limit))

    async def newest(self, limit: int = 50) -> list[Entry]:
        """The newest changes of all, newest first."""
        return await self._read(select(_CHANGE).order_by(_CHANGE.c.sequence.desc()).limit(limit))

    async def batch(self, sequence: int) -> list[Entry]:
        """The changes that were made together with that one, oldest first; empty where there is none."""
        own = select(_CHANGE.c.batch).where(_CHANGE.c.sequence == sequence).scalar_subquery()
        return await self._read(select(_CHANGE).where(_CHANGE.c.batch == own).order_by(_CHANGE.c.sequence))

    async def undone(self, batch: int) -> Entry | None:
        """The first change that takes the batch back, if one does."""
        wish = select(_CHANGE).where(_CHANGE.c.undoes == batch).order_by(_CHANGE.c.sequence)
        return next(iter(await self._read(wish.limit(1))), None)

    async def append(self, edit: Edit, seen: int) -> list[Entry]:
        """Add the edit's changes, all or none, to the journal as it was ``seen``. Raises :class:`Behind`."""
        with reached():
            async with self._engine.begin() as connection:
                return await write(connection, edit, seen)

    async def _read(self, wish: Any) -> list[Entry]:
        with reached():
            async with self._engine.connect() as connection:
                return [_entry(row) for row in (await connection.execute(wish)).mappings()]


async def hold(connection: AsyncConnection, count: int = 0) -> int:
    """Raise the head by so many and hold it until the transaction ends: the new head.

    Whoever appends holds it, so sequences have no gaps, and nobody reads a later one before an earlier.
    """
    raised = update(_HEAD).values(sequence=_HEAD.c.sequence + count).returning(_HEAD.c.sequence)
    return int((await connection.execute(raised)).scalar_one())


async def write(connection: AsyncConnection, edit: Edit, seen: int) -> list[Entry]:
    """Add the edit's changes in the transaction that is open. Raises :class:`Behind`.

    Who writes has looked at the facts up to ``seen``, so nothing is added that wasn't looked at with all
    that stands before it.
    """
    count = len(edit.changes)
    if await hold(connection, count) != seen + count:
        raise Behind
    entries = [
        Entry(sequence, seen + 1, each, edit.actor, edit.at, edit.why, edit.undoes, edit.proposal)
        for sequence, each in enumerate(edit.changes, seen + 1)
    ]
    if entries:
        await connection.execute(insert(_CHANGE), [_row(each) for each in entries])
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_notify(:to, '')"), {"to": CHANNEL})
    return entries


async def latest(connection: AsyncConnection) -> list[Change]:
    """The last change of each record, in the transaction that is open."""
    rows = await connection.execute(select(_CHANGE).order_by(_CHANGE.c.sequence))
    found = {entry.change.record: entry.change for entry in map(_entry, rows.mappings())}
    return list(found.values())


def packed(changes: Iterable[Change]) -> str:
    """Changes as JSON, for a column of text."""
    return json.dumps(
        [[each.record.kind.value, each.record.id, each.before, each.after] for each in changes],
        ensure_ascii=False,
    )


def unpacked(written: str) -> tuple[Change, ...]:
    """The changes that :func:`packed` wrote."""
    return tuple(
        Change(Record(RecordKind(kind), id), before, after) for kind, id, before, after in json.loads(written)
    )


def _row(each: Entry) -> dict[str, Any]:
    change = each.change
    return {
        "sequence": each.sequence,
        "batch": each.batch,
        "kind": change.record.kind.value,
        "record": change.record.id,
        "before": _json(change.before),
        "after": _json(change.after),
        "digest": digest(change.after),
        "at": each.at.timestamp(),
        "why": each.why,
        "undoes": each.undoes,
        "proposal": each.proposal,
        **actors.values(each.actor),
    }


def _entry(row: RowMapping) -> Entry:
    record = Record(RecordKind(row["kind"]), row["record"])
    change = Change(record, _data(row["before"]), _data(row["after"]))
    return Entry(
        sequence=row["sequence"],
        batch=row["batch"],
        change=change,
        actor=actors.read(row),  # type: ignore[arg-type]
        at=datetime.fromtimestamp(row["at"], UTC),
        why=row["why"],
        undoes=row["undoes"],
        proposal=row["proposal"],
    )


def _json(data: Data | None) -> str | None:
    return None if data is None else json.dumps(data, ensure_ascii=False)


def _data(written: str | None) -> Data | None:
    return None if written is None else json.loads(written)
