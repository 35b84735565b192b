"""What follows for a subscription that seems due, and for one whose schedule may be wrong. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

import structlog

from bot.commands.digest import schedule
from bot.state.delivery import Delivery, Period, State
from bot.state.planning import Plan
from bot.state.subscription import Subscription
from bot.state.why import Why

log = structlog.get_logger(__name__)


def plan(subscription: Subscription, now: datetime) -> Plan:
    """The delivery that is due, if one is, and when the next will be; or the end, where nobody can tell."""
    try:
        period = schedule.due(subscription, now)
        if period is None:
            return Plan(schedule.nearest_run(subscription, subscription.next_due))
        [following] = schedule.next_runs(subscription, now, 1)
    except Exception as error:  # one row that nobody can read must not stop the others
        log.error("digest without a schedule", subscription=subscription.id, exc_info=error)
        return Plan(subscription.next_due, suspended=Why.NO_SCHEDULE)
    free_at = period.end + schedule.jitter(subscription)
    waiting = Delivery(subscription.id, period, State.WAITING, free_at, nonce(subscription, period))
    return Plan(following, waiting)


def nonce(subscription: Subscription, period: Period) -> str:
    """By which the message of that digest is known, and no other; Discord takes 25 characters."""
    named = f"{subscription.platform} {subscription.id} {period.key}"
    return sha256(named.encode()).hexdigest()[:24]


def corrections(subscriptions: Iterable[Subscription], now: datetime) -> list[tuple[datetime, Subscription]]:
    """Those that are due at another moment than they say, with the moment that they said."""
    found = []
    for each in subscriptions:
        try:
            right = schedule.corrected(each, now)
        except Exception:  # it is suspended when it is due
            continue
        if right != each:
            found.append((each.next_due, right))
    return found
