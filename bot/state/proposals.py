"""Proposals: changes that wait for an editor, each decided once however many decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Integer,
    MetaData,
    RowMapping,
    Table,
    Text,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts.change import Change
from bot.facts.edit import DECIDED, Actor, Edit, Entry, Proposal, Status
from bot.facts.refusals import Decided, Revised
from bot.state import actor as actors
from bot.state import journal
from bot.state.database import Engine
from bot.state.reach import reached

_PROPOSAL = Table(
    "proposal",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("revision", Integer),
    Column("at", Float),
    *actors.columns(),
    Column("why", Text),
    Column("changes", Text),
    Column("fingerprint", Text),
    Column("status", Text),
    Column("decided_at", Float),
    *actors.columns("decided_"),
    Column("reason", Text),
    Column("batch", BigInteger),
    Column("told", Boolean),
)


class Proposals:
    """The proposals in a state database. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def add(self, edit: Edit, status: Status, fingerprint: str = "") -> Proposal:
        """Keep a new proposal, or the one of that fingerprint that was made before, decided or not."""
        with reached():
            async with self._engine.begin() as connection:
                if fingerprint:
                    known = await _known(connection, fingerprint)
                    if known is not None:
                        return known
                return await put(connection, edit, status, fingerprint)

    async def get(self, id: int) -> Proposal | None:
        """The proposal of that number, or None."""
        found = await self._read(select(_PROPOSAL).where(_PROPOSAL.c.id == id))
        return found[0] if found else None

    async def waiting(self, limit: int = 50) -> list[Proposal]:
        """Those that wait for an editor, oldest first."""
        wish = select(_PROPOSAL).where(_PROPOSAL.c.status == Status.OPEN.value)
        return await self._read(wish.order_by(_PROPOSAL.c.id).limit(limit))

    async def count_waiting(self) -> int:
        """How many wait for an editor."""
        wish = select(func.count()).where(_PROPOSAL.c.status == Status.OPEN.value)
        with reached():
            async with self._engine.connect() as connection:
                return int((await connection.execute(wish)).scalar_one())

    async def by(self, actor: Actor, now: datetime, within: timedelta) -> int:
        """How many the person has made in the time before now, drafts left out."""
        wish = select(func.count()).where(
            _PROPOSAL.c.platform == actor.platform,
            _PROPOSAL.c.workspace == actor.workspace,
            _PROPOSAL.c.user == actor.user,
            _PROPOSAL.c.status != Status.DRAFT.value,
            _PROPOSAL.c.at > (now - within).timestamp(),
        )
        with reached():
            async with self._engine.connect() as connection:
                return int((await connection.execute(wish)).scalar_one())

    async def revise(self, id: int, changes: Sequence[Change], revision: int) -> Proposal:
        """Put other changes in its place. Raises :class:`Decided` or :class:`Revised`, or ``KeyError``."""
        with reached():
            async with self._engine.begin() as connection:
                values = {"changes": journal.packed(changes), "revision": revision + 1}
                return await _move(connection, id, revision, values)

    async def approve(
        self, id: int, revision: int, actor: Actor, at: datetime, seen: int
    ) -> tuple[Proposal, list[Entry]]:
        """Decide for it and add its changes to the journal as it was ``seen``, both or neither.

        Raises :class:`Decided`, :class:`Revised`, :class:`bot.state.journal.Behind`, or ``KeyError``.
        """
        with reached():
            async with self._engine.begin() as connection:
                values = {"status": Status.APPROVED.value, **_decided(actor, at)}
                proposal = await _move(connection, id, revision, values)
                edit = Edit(proposal.changes, actor, at, proposal.why, proposal=id)
                entries = await journal.write(connection, edit, seen)
                batch = entries[0].batch if entries else None
                await connection.execute(update(_PROPOSAL).where(_PROPOSAL.c.id == id).values(batch=batch))
                return replace(proposal, batch=batch), entries

    async def close(self, id: int, status: Status, actor: Actor, at: datetime, reason: str = "") -> Proposal:
        """Decide against it. Raises :class:`Decided`, or ``KeyError``."""
        with reached():
            async with self._engine.begin() as connection:
                values = {"status": status.value, "reason": reason, **_decided(actor, at)}
                return await _move(connection, id, None, values)

    async def untold(self, platform: str, limit: int = 50) -> list[Proposal]:
        """Those of people of a platform that were decided, and whose proposers have not been told."""
        wish = select(_PROPOSAL).where(
            _PROPOSAL.c.platform == platform,
            _PROPOSAL.c.user != "",
            _PROPOSAL.c.status.in_([Status.APPROVED.value, Status.REJECTED.value]),
            _PROPOSAL.c.told.is_(False),
        )
        return await self._read(wish.order_by(_PROPOSAL.c.id).limit(limit))

    async def tell(self, id: int) -> bool:
        """Take it on oneself to tell the proposer; False where somebody has."""
        wish = update(_PROPOSAL).where(_PROPOSAL.c.id == id, _PROPOSAL.c.told.is_(False)).values(told=True)
        with reached():
            async with self._engine.begin() as connection:
                return (await connection.execute(wish)).rowcount == 1

    async def _read(self, wish: Any) -> list[Proposal]:
        with reached():
            async with self._engine.connect() as connection:
                return [_proposal(row) for row in (await connection.execute(wish)).mappings()]


async def put(connection: AsyncConnection, edit: Edit, status: Status, fingerprint: str = "") -> Proposal:
    """Keep a new proposal, in the transaction that is open."""
    row = {
        "revision": 1,
        "at": edit.at.timestamp(),
        "why": edit.why,
        "changes": journal.packed(edit.changes),
        "fingerprint": fingerprint,
        "status": status.value,
        **actors.values(edit.actor),
    }
    made = await connection.execute(insert(_PROPOSAL).values(row).returning(_PROPOSAL.c.id))
    return await _one(connection, int(made.scalar_one()))


async def _known(connection: AsyncConnection, fingerprint: str) -> Proposal | None:
    wish = select(_PROPOSAL).where(_PROPOSAL.c.fingerprint == fingerprint).order_by(_PROPOSAL.c.id.desc())
    row = (await connection.execute(wish.limit(1))).mappings().first()
    return _proposal(row) if row is not None else None


async def _move(connection: AsyncConnection, id: int, revision: int | None, values: Any) -> Proposal:
    """Change a proposal that is not decided yet, and of that revision where one is given: once."""
    undecided = _PROPOSAL.c.status.in_([Status.DRAFT.value, Status.OPEN.value])
    wish = update(_PROPOSAL).where(_PROPOSAL.c.id == id, undecided)
    if revision is not None:
        wish = wish.where(_PROPOSAL.c.revision == revision)
    if (await connection.execute(wish.values(values))).rowcount == 1:
        return await _one(connection, id)
    proposal = await _one(connection, id)
    raise Decided(proposal) if proposal.status in DECIDED else Revised(proposal)


async def _one(connection: AsyncConnection, id: int) -> Proposal:
    row = (await connection.execute(select(_PROPOSAL).where(_PROPOSAL.c.id == id))).mappings().first()
    if row is None:
        raise KeyError(id)
    return _proposal(row)


def _decided(actor: Actor, at: datetime) -> dict[str, Any]:
    return {"decided_at": at.timestamp(), **actors.values(actor, "decided_")}


def _proposal(row: RowMapping) -> Proposal:
    decided = row["decided_at"]
    return Proposal(
        id=row["id"],
        revision=row["revision"],
        changes=journal.unpacked(row["changes"]),
        proposer=actors.read(row),  # type: ignore[arg-type]
        at=datetime.fromtimestamp(row["at"], UTC),
        why=row["why"],
        status=Status(row["status"]),
        decider=actors.read(row, "decided_") if decided is not None else None,  # type: ignore[arg-type]
        decided_at=datetime.fromtimestamp(decided, UTC) if decided is not None else None,
        reason=row["reason"],
        batch=row["batch"],
    )
