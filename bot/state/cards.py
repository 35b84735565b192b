"""Cards: the message by which a proposal is shown in a channel, and what that message shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, MetaData, Table, Text, and_, cast, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.facts.edit import Proposal, Status
from bot.state.claims import Claims
from bot.state.database import Engine
from bot.state.reach import reached

SECONDS = 60.0  # for which a card is held by whoever brings it up to date

_METADATA = MetaData()
_CARD = Table(
    "card",
    _METADATA,
    Column("proposal", Integer, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("message", Text),
    Column("shown", Text),
)
_PROPOSAL = Table(
    "proposal",
    _METADATA,
    Column("id", Integer, primary_key=True),
    Column("revision", Integer),
    Column("status", Text),
)
_STANDING = _PROPOSAL.c.status + "/" + cast(_PROPOSAL.c.revision, Text)


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal's message in a place, such as ``discord:1234``; empty where it has none yet."""

    proposal: int
    place: str
    message: str = ""


def standing(proposal: Proposal) -> str:
    """What a card shows of a proposal: once that differs, the card is no longer true."""
    return f"{proposal.status}/{proposal.revision}"


class Cards:
    """The cards in a state database. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._claims = Claims(engine)
        self._insert = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert

    async def due(self, place: str, limit: int = 20) -> list[Card]:
        """Cards to be posted, for proposals that wait, and to be brought up to date; oldest first."""
        return await self._due(place, limit)

    async def claim(self, proposal: int, place: str, now: datetime) -> Card | None:
        """Take it on oneself to post a card or bring it up to date: as it is due now.

        None where somebody else has it in hand, or it isn't due any more. :meth:`release` it in the end.
        """
        if not await self._claims.take(_key(proposal, place), now.timestamp(), SECONDS):
            return None
        found = await self._due(place, 1, _PROPOSAL.c.id == proposal)
        if not found:
            await self.release(proposal, place)
        return found[0] if found else None

    async def release(self, proposal: int, place: str) -> None:
        """Let others have it in hand."""
        await self._claims.release(_key(proposal, place))

    async def shown(self, proposal: int, place: str, message: str, shown: str) -> None:
        """Note which message shows the proposal, and how: see :func:`standing`."""
        row = {"proposal": proposal, "place": place, "message": message, "shown": shown}
        wish = self._insert(_CARD).values(row)
        wish = wish.on_conflict_do_update(index_elements=["proposal", "place"], set_=row)
        with reached():
            async with self._engine.begin() as connection:
                await connection.execute(wish)

    async def forget(self, proposal: int, place: str) -> None:
        """The message is gone: a proposal that still waits is due to get another."""
        wish = delete(_CARD).where(_CARD.c.proposal == proposal, _CARD.c.place == place)
        with reached():
            async with self._engine.begin() as connection:
                await connection.execute(wish)

    async def _due(self, place: str, limit: int, *only: Any) -> list[Card]:
        there = and_(_CARD.c.proposal == _PROPOSAL.c.id, _CARD.c.place == place)
        missing = and_(_CARD.c.proposal.is_(None), _PROPOSAL.c.status == Status.OPEN.value)
        wish = select(_PROPOSAL.c.id, _CARD.c.message).outerjoin(_CARD, there)
        wish = wish.where(or_(missing, _CARD.c.shown != _STANDING), *only)
        with reached():
            async with self._engine.connect() as connection:
                rows: Sequence[Any] = (
                    await connection.execute(wish.order_by(_PROPOSAL.c.id).limit(limit))
                ).all()
        return [Card(id, place, message or "") for id, message in rows]


def _key(proposal: int, place: str) -> str:
    return f"card {place} {proposal}"
