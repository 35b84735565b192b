"""Deliveries in a replica's hands: claimed before anything is posted, settled after."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.database import Engine
from bot.state.delivery import OPEN, Claimed, Delivery, Outcome, State, read
from bot.state.digest_tables import DELIVERY, SUBSCRIPTION
from bot.state.subscription import Subscription, readable
from bot.state.why import Why
from bot.state.writing import writing


class Leases:
    """Claims in a state database. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def claim(
        self, platform: str, now: datetime, lease: timedelta, limit: int, without: Collection[str] = ()
    ) -> list[Claimed]:
        """Take those that have waited longest, but none of the workspaces ``without``.

        On the way, what belongs to a subscription that was stopped or cannot be read is given up.
        """
        wish = select(DELIVERY).where(
            DELIVERY.c.platform == platform,
            DELIVERY.c.free_at <= now.timestamp(),
            DELIVERY.c.state.in_(OPEN),
            DELIVERY.c.workspace.not_in(without) if without else true(),
        )
        wish = wish.order_by(DELIVERY.c.free_at).limit(limit).with_for_update(skip_locked=True)
        async with writing(self._engine) as connection:
            found = [read(row) for row in (await connection.execute(wish)).mappings()]
            subscriptions = await _subscriptions(connection, found)
            claimed, closed = [], []
            for each in found:
                subscription = subscriptions.get(each.subscription)
                if reason := _hindrance(each, subscription):
                    closed.append(replace(each, reason=reason))
                elif subscription is not None:
                    claimed.append(Claimed(_taken(each, now + lease), subscription, each.state))
            if claimed:
                await connection.execute(_TAKE, [_as_taken(each.delivery) for each in claimed])
            if closed:
                await connection.execute(_CLOSE, [_as_closed(each, now) for each in closed])
            return claimed

    async def renew(self, claimed: Claimed, until: datetime) -> bool:
        """Hold it for longer; False where somebody else has taken it."""
        async with writing(self._engine) as connection:
            wish = update(DELIVERY).where(_held(claimed)).values(free_at=until.timestamp())
            return (await connection.execute(wish)).rowcount == 1

    async def settle(self, claimed: Claimed, outcome: Outcome, now: datetime) -> bool:
        """Write down what became of it; False, and nothing is written, where somebody else has taken it."""
        free_at = outcome.free_at
        values = {
            "state": outcome.state.value,
            "message": outcome.message,
            "reason": str(outcome.reason),
            "free_at": free_at.timestamp() if free_at is not None else None,
            "attempts": claimed.delivery.attempts - (0 if outcome.tried else 1),
            "settled_at": None if free_at is not None else now.timestamp(),
        }
        async with writing(self._engine) as connection:
            done = await connection.execute(update(DELIVERY).where(_held(claimed)).values(values))
            if done.rowcount == 1 and (follows := _follows(claimed, outcome)):
                of = SUBSCRIPTION.c.id == claimed.subscription.id
                await connection.execute(update(SUBSCRIPTION).where(of).values(follows))
            return done.rowcount == 1


def _held(claimed: Claimed) -> Any:
    """Whether the row is still in the hands of this very claim."""
    delivery = claimed.delivery
    return (
        (DELIVERY.c.subscription == delivery.subscription)
        & (DELIVERY.c.period == delivery.period.key)
        & (DELIVERY.c.state == State.CLAIMED)
        & (DELIVERY.c.claims == delivery.claims)
    )


async def _subscriptions(connection: AsyncConnection, found: Iterable[Delivery]) -> dict[int, Subscription]:
    """The subscriptions of these deliveries, where they can be read."""
    ids = [each.subscription for each in found]
    if not ids:
        return {}
    rows = await connection.execute(select(SUBSCRIPTION).where(SUBSCRIPTION.c.id.in_(ids)))
    return {each.id: each for each in map(readable, rows.mappings()) if each is not None}


def _hindrance(delivery: Delivery, subscription: Subscription | None) -> str:
    """Why it is not to be sent; empty where it is. What may have been posted is seen to its end."""
    if subscription is None:
        return Why.UNREADABLE
    if delivery.state is State.WAITING and (subscription.paused or subscription.suspended):
        return Why.STOPPED
    return ""


_KEY = (DELIVERY.c.subscription == bindparam("of")) & (DELIVERY.c.period == bindparam("at"))
_TAKE = (
    update(DELIVERY)
    .where(_KEY)
    .values(
        state=State.CLAIMED.value,
        free_at=bindparam("until"),
        claims=DELIVERY.c.claims + 1,
        attempts=DELIVERY.c.attempts + 1,
    )
)
_CLOSE = (
    update(DELIVERY)
    .where(_KEY)
    .values(state=State.GIVEN_UP.value, free_at=None, reason=bindparam("why"), settled_at=bindparam("now"))
)


def _taken(found: Delivery, until: datetime) -> Delivery:
    return replace(
        found, state=State.CLAIMED, free_at=until, claims=found.claims + 1, attempts=found.attempts + 1
    )


def _as_taken(taken: Delivery) -> dict[str, Any]:
    assert taken.free_at is not None
    return {"of": taken.subscription, "at": taken.period.key, "until": taken.free_at.timestamp()}


def _as_closed(closed: Delivery, now: datetime) -> dict[str, Any]:
    key = {"of": closed.subscription, "at": closed.period.key}
    return {**key, "why": str(closed.reason), "now": now.timestamp()}


def _follows(claimed: Claimed, outcome: Outcome) -> dict[str, Any]:
    """What the outcome means for the subscription."""
    period, changes = claimed.delivery.period, dict[str, Any]()
    if outcome.state in (State.SENT, State.EMPTY):
        changes |= {"covered": period.end.timestamp(), "missed": 0}
    elif outcome.free_at is None:
        changes |= {"missed": period.missed + 1}
    if outcome.state is State.SENT:
        changes |= {"refusals": 0}
    elif outcome.refused:
        changes |= {"refusals": claimed.subscription.refusals + 1}
    if outcome.suspends:
        changes |= {"suspended": str(outcome.reason)}
    return changes
