"""The subscriptions of all channels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from bot.state.database import Engine
from bot.state.digest_tables import SUBSCRIPTION
from bot.state.reach import reached
from bot.state.subscription import Subscription, read, row
from bot.state.writing import writing

# What people choose, and the moment that follows from it.
_WISH = "channel cadence day hour minute zone language filters when_empty role next_due".split()


class Subscriptions:
    """The subscriptions in a state database. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def add(self, subscription: Subscription) -> Subscription:
        """Keep a new one; it comes back with its id."""
        wish = insert(SUBSCRIPTION).values(row(subscription)).returning(SUBSCRIPTION.c.id)
        async with writing(self._engine) as connection:
            return replace(subscription, id=int((await connection.execute(wish)).scalar_one()))

    async def get(self, id: int) -> Subscription | None:
        """The subscription of that id, or None."""
        found = await self._read(SUBSCRIPTION.c.id == id)
        return found[0] if found else None

    async def of(self, platform: str, workspace: str, channel: str = "") -> list[Subscription]:
        """Those of a workspace, or of one of its channels, oldest first."""
        wish = (SUBSCRIPTION.c.platform == platform) & (SUBSCRIPTION.c.workspace == workspace)
        return await self._read(wish & (SUBSCRIPTION.c.channel == channel) if channel else wish)

    async def change(self, subscription: Subscription) -> bool:
        """Keep what people chose anew, with the ``next_due`` that follows from it; False where it is gone."""
        values = row(subscription)
        return await self._update(
            SUBSCRIPTION.c.id == subscription.id, {name: values[name] for name in _WISH}
        )

    async def pause(self, id: int) -> bool:
        """Send nothing until it is resumed; False where it is gone."""
        return await self._update(SUBSCRIPTION.c.id == id, {"paused": True})

    async def resume(self, id: int, next_due: datetime) -> bool:
        """Go on; False where it is gone.

        A paused one begins anew at ``next_due``; a suspended one catches up with what it missed.
        """
        anew = {"paused": False, "next_due": next_due.timestamp(), "covered": None, "missed": 0}
        await self._update((SUBSCRIPTION.c.id == id) & SUBSCRIPTION.c.paused.is_(True), anew)
        return await self._update(SUBSCRIPTION.c.id == id, {"suspended": "", "refusals": 0})

    async def remove(self, id: int) -> bool:
        """Forget it and its deliveries, because somebody said so; False where it is gone."""
        return await self._delete(SUBSCRIPTION.c.id == id) == 1

    async def purge(self, platform: str, workspace: str) -> int:
        """Forget those of a workspace that took the bot out; how many they were."""
        of = (SUBSCRIPTION.c.platform == platform) & (SUBSCRIPTION.c.workspace == workspace)
        return await self._delete(of)

    async def _update(self, wish: Any, values: Mapping[str, Any]) -> bool:
        async with writing(self._engine) as connection:
            return (await connection.execute(update(SUBSCRIPTION).where(wish).values(values))).rowcount == 1

    async def _delete(self, wish: Any) -> int:
        async with writing(self._engine) as connection:
            return (await connection.execute(delete(SUBSCRIPTION).where(wish))).rowcount

    async def _read(self, wish: Any) -> list[Subscription]:
        with reached():
            async with self._engine.connect() as connection:
                rows = await connection.execute(select(SUBSCRIPTION).where(wish).order_by(SUBSCRIPTION.c.id))
                return [read(each) for each in rows.mappings()]
