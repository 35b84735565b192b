"""The deliveries of all subscriptions, as history and in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from bot.state.database import Engine
from bot.state.delivery import Delivery, read
from bot.state.digest_tables import DELIVERY, SUBSCRIPTION
from bot.state.reach import reached
from bot.state.writing import writing


@dataclass(frozen=True, slots=True)
class Standing:
    """How many deliveries wait, how many of them since before they count as late, and what is suspended."""

    due: int
    late: int
    suspended: int


class Deliveries:
    """The deliveries in a state database. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def history(self, subscription: int, limit: int = 10) -> list[Delivery]:
        """Those of a subscription, newest first."""
        wish = select(DELIVERY).where(DELIVERY.c.subscription == subscription)
        with reached():
            async with self._engine.connect() as connection:
                rows = await connection.execute(wish.order_by(DELIVERY.c.ends.desc()).limit(limit))
                return [read(each) for each in rows.mappings()]

    async def standing(self, late: datetime) -> Standing:
        """How things are; those due before ``late`` are late."""
        waits = DELIVERY.c.free_at.is_not(None)
        overdue = func.count().filter(DELIVERY.c.ends < late.timestamp())
        ended = select(func.count()).select_from(SUBSCRIPTION).where(SUBSCRIPTION.c.suspended != "")
        with reached():
            async with self._engine.connect() as connection:
                counted = await connection.execute(select(func.count(), overdue).where(waits))
                due, are_late = counted.one()
                return Standing(due, are_late, (await connection.execute(ended)).scalar_one())

    async def forget(self, before: datetime) -> int:
        """Drop those that were settled before that; how many they were."""
        wish = delete(DELIVERY).where(DELIVERY.c.settled_at < before.timestamp())
        async with writing(self._engine) as connection:
            return (await connection.execute(wish)).rowcount

    async def free(self, beyond: datetime, now: datetime) -> int:
        """Let those be tried now that were to wait until after ``beyond``: the clock was wrong then."""
        wish = update(DELIVERY).where(DELIVERY.c.free_at > beyond.timestamp())
        async with writing(self._engine) as connection:
            return (await connection.execute(wish.values(free_at=now.timestamp()))).rowcount
