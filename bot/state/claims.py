"""Doing a thing once, whichever replica comes first: an event, a share, a preview of a link."""

from __future__ import annotations

from sqlalchemy import Column, Float, MetaData, Table, Text, delete
from sqlalchemy.dialects import postgresql, sqlite

from bot.state.database import Engine
from bot.state.reach import reached

_CLAIM = Table(
    "claim", MetaData(), Column("key", Text, primary_key=True), Column("until", Float, nullable=False)
)


class Claims:
    """Keys that somebody took, each until a moment in seconds since 1970.

    Every method raises :class:`bot.state.errors.StateError` where the database cannot be reached.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._insert = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert

    async def take(self, key: str, now: float, seconds: float) -> bool:
        """Claim the key for so many seconds; False where it is claimed already."""
        wish = self._insert(_CLAIM).values(key=key, until=now + seconds)
        wish = wish.on_conflict_do_update(
            index_elements=["key"], set_={"until": now + seconds}, where=_CLAIM.c.until <= now
        )
        with reached():
            async with self._engine.begin() as connection:
                return (await connection.execute(wish.returning(_CLAIM.c.key))).first() is not None

    async def release(self, key: str) -> None:
        """Give the key back: nothing was done after all."""
        with reached():
            async with self._engine.begin() as connection:
                await connection.execute(delete(_CLAIM).where(_CLAIM.c.key == key))

    async def forget(self, now: float) -> int:
        """Drop the claims that are over; how many they were."""
        with reached():
            async with self._engine.begin() as connection:
                return (await connection.execute(delete(_CLAIM).where(_CLAIM.c.until <= now))).rowcount
