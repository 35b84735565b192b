"""Subscriptions that are due become deliveries that wait, and are moved on: both or neither."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, bindparam, exists, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state import delivery, subscription
from bot.state.database import Engine
from bot.state.delivery import Delivery, State
from bot.state.digest_tables import DELIVERY, SUBSCRIPTION
from bot.state.reach import reached
from bot.state.subscription import Subscription, moment
from bot.state.why import Why
from bot.state.writing import writing

_ACTIVE = text("NOT paused AND suspended = ''")  # as the index says it


@dataclass(frozen=True, slots=True)
class Plan:
    """What follows for a subscription: a delivery or none, and when it is due next; or why it has to stop."""

    next_due: datetime
    delivery: Delivery | None = None
    suspended: str = ""


Decide = Callable[[Subscription], Plan]
"""The plan for a subscription that seems due. Raises nothing."""


class Planning:
    """Plans in a state database. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._insert = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert

    async def plan(self, platform: str, now: datetime, limit: int, decide: Decide) -> int:
        """Plan for those of a platform that are due, soonest first; how many they were.

        A delivery that still waits gives way to the next. One that may have been posted is settled first.
        """
        async with writing(self._engine) as connection:
            rows = (await connection.execute(_due(platform, now, limit))).mappings().all()
            free = await _without_unsettled(connection, rows, now)
            plans = [(each, _plan(each, decide)) for each in free]
            if new := [_new(row, plan.delivery) for row, plan in plans if plan.delivery is not None]:
                await connection.execute(self._insert(DELIVERY).on_conflict_do_nothing(), new)
            if plans:
                await connection.execute(_MOVE, [_moved(row, plan) for row, plan in plans])
            return len(plans)

    async def after(self, platform: str, id: int, limit: int) -> tuple[int, list[Subscription]]:
        """Active ones in the order of their ids, from the one after ``id``, and the last id looked at."""
        wish = select(SUBSCRIPTION).where(
            SUBSCRIPTION.c.platform == platform, SUBSCRIPTION.c.id > id, _ACTIVE
        )
        with reached():
            async with self._engine.connect() as connection:
                rows = await connection.execute(wish.order_by(SUBSCRIPTION.c.id).limit(limit))
                found = rows.mappings().all()
        readable = [each for each in map(subscription.readable, found) if each is not None]
        return (found[-1]["id"] if found else id), readable

    async def correct(self, corrections: Sequence[tuple[datetime, Subscription]]) -> None:
        """Keep when they are due and what they cover, unless they are no longer due when they were."""
        if not corrections:
            return
        async with writing(self._engine) as connection:
            await connection.execute(_CORRECT, [_corrected(seen, each) for seen, each in corrections])


def _due(platform: str, now: datetime, limit: int) -> Select[Any]:
    doubtful = exists().where(
        DELIVERY.c.subscription == SUBSCRIPTION.c.id,
        DELIVERY.c.free_at.is_not(None),
        DELIVERY.c.state != State.WAITING,
    )
    wish = select(SUBSCRIPTION).where(
        SUBSCRIPTION.c.platform == platform, SUBSCRIPTION.c.next_due <= now.timestamp(), _ACTIVE, ~doubtful
    )
    return wish.order_by(SUBSCRIPTION.c.next_due).limit(limit).with_for_update(skip_locked=True)


async def _without_unsettled(
    connection: AsyncConnection, rows: Sequence[RowMapping], now: datetime
) -> list[dict[str, Any]]:
    """Those rows that nothing is under way for, once what still waits was given up."""
    unsettled = DELIVERY.c.subscription.in_([row["id"] for row in rows]) & DELIVERY.c.free_at.is_not(None)
    closed = {
        "state": State.GIVEN_UP.value,
        "free_at": None,
        "reason": Why.SUPERSEDED.value,
        "settled_at": now.timestamp(),
    }
    wish = update(DELIVERY).where(unsettled, DELIVERY.c.state == State.WAITING).values(closed)
    given_up = await connection.execute(wish.returning(DELIVERY.c.subscription, DELIVERY.c.missed))
    missed = {id: before + 1 for id, before in given_up}
    claimed_meanwhile = set(await connection.scalars(select(DELIVERY.c.subscription).where(unsettled)))
    return [
        {**row, "missed": missed.get(row["id"], row["missed"])}
        for row in rows
        if row["id"] not in claimed_meanwhile
    ]


def _plan(row: dict[str, Any], decide: Decide) -> Plan:
    found = subscription.readable(row)
    return decide(found) if found is not None else Plan(moment(row["next_due"]), suspended=Why.UNREADABLE)


def _new(row: dict[str, Any], planned: Delivery) -> dict[str, Any]:
    return delivery.row(planned, row["platform"], row["workspace"])


_OF = SUBSCRIPTION.c.id == bindparam("of")
_MOVE = (
    update(SUBSCRIPTION)
    .where(_OF)
    .values({name: bindparam(f"new_{name}") for name in ("next_due", "covered", "missed", "suspended")})
)
_CORRECT = (
    update(SUBSCRIPTION)
    .where(_OF, SUBSCRIPTION.c.next_due == bindparam("seen"))
    .values({name: bindparam(f"new_{name}") for name in ("next_due", "covered", "missed")})
)


def _moved(row: dict[str, Any], plan: Plan) -> dict[str, Any]:
    planned = plan.delivery
    return {
        "of": row["id"],
        "new_next_due": plan.next_due.timestamp(),
        # Where a digest never arrives, the next begins where it did.
        "new_covered": planned.period.start.timestamp() if planned is not None else row["covered"],
        "new_missed": row["missed"],
        "new_suspended": str(plan.suspended),
    }


def _corrected(seen: datetime, corrected: Subscription) -> dict[str, Any]:
    values = subscription.row(corrected)
    new = {f"new_{name}": values[name] for name in ("next_due", "covered", "missed")}
    return {"of": corrected.id, "seen": seen.timestamp(), **new}
