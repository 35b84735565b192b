"""Deliveries: planned once, claimed by one, settled by whoever holds them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.state.database import Engine, open_state
from bot.state.deliveries import Deliveries, Standing
from bot.state.delivery import Claimed, Delivery, Outcome, Period, State
from bot.state.leases import Leases
from bot.state.planning import Plan, Planning
from bot.state.subscription import Subscription
from bot.state.subscriptions import Subscriptions
from bot.state.why import Why

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WEEK, LEASE = timedelta(days=7), timedelta(minutes=2)
SECOND = timedelta(seconds=1)


def wish(**more: Any) -> Subscription:
    """A subscription that is due now."""
    usual: dict[str, Any] = {
        "platform": "slack",
        "workspace": "T1",
        "channel": "C1",
        "created_by": "U1",
        "created_at": NOW - WEEK,
        "next_due": NOW,
    }
    return Subscription(**usual | more)


def due(subscription: Subscription) -> Plan:
    """The plan of a weekly digest that waits from its moment on."""
    end = subscription.next_due
    period = Period(subscription.covered or end - WEEK, end, subscription.missed)
    return Plan(end + WEEK, Delivery(subscription.id, period, State.WAITING, end, f"nonce {end}"))


def planned(subscription: Subscription, **more: Any) -> Subscription:
    """What a subscription is once that was planned: what its digest covers stays to be told."""
    moved: dict[str, Any] = {"next_due": NOW + WEEK, "covered": NOW - WEEK}
    return replace(subscription, **moved | more)


async def kept(engine: Engine, count: int, **more: Any) -> list[Subscription]:
    """So many subscriptions."""
    return [await Subscriptions(engine).add(wish(**more)) for _ in range(count)]


async def claim(engine: Engine, now: datetime = NOW, limit: int = 100) -> list[Claimed]:
    """What Slack's replica takes."""
    return await Leases(engine).claim("slack", now, LEASE, limit)


async def states(engine: Engine, subscriptions: Iterable[Subscription]) -> list[list[State]]:
    """The states of each one's deliveries, newest first."""
    deliveries = Deliveries(engine)
    return [[found.state for found in await deliveries.history(each.id)] for each in subscriptions]


async def test_plans_each_that_is_due_once(engine: Engine) -> None:
    """In batches, each gets one delivery and its next moment; nothing else is touched."""
    those = await kept(engine, 5)
    later = await kept(engine, 1, next_due=NOW + SECOND)
    paused, ended = await kept(engine, 1, paused=True), await kept(engine, 1, suspended="Gone.")
    planning = Planning(engine)
    assert [await planning.plan("slack", NOW, 3, due) for _ in range(3)] == [3, 2, 0]
    assert await planning.plan("discord", NOW, 3, due) == 0
    assert await states(engine, those) == [[State.WAITING]] * 5
    assert await states(engine, [*later, *paused, *ended]) == [[]] * 3
    assert await Subscriptions(engine).get(those[0].id) == planned(those[0])


async def test_replicas_that_plan_at_once_plan_once(address: str) -> None:
    """Five that look at the same moment make one delivery for each subscription."""
    async with open_state(address) as engine, open_state(address) as other:
        those = await kept(engine, 20)
        plannings = [Planning(engine), Planning(other)] * 5
        planned = await asyncio.gather(*(each.plan("slack", NOW, 7, due) for each in plannings))
        assert sum(planned) <= 20
        while await Planning(engine).plan("slack", NOW, 7, due):
            pass
        assert await states(engine, those) == [[State.WAITING]] * 20


async def test_replicas_that_claim_at_once_get_different_ones(address: str) -> None:
    """No delivery is in two hands."""
    async with open_state(address) as engine, open_state(address) as other:
        those = await kept(engine, 20)
        await Planning(engine).plan("slack", NOW, 100, due)
        leases = [Leases(engine), Leases(other)] * 5
        claims = await asyncio.gather(*(each.claim("slack", NOW, LEASE, 3) for each in leases))
    ids = [each.delivery.subscription for claimed in claims for each in claimed]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {each.id for each in those}
    assert ids


async def test_a_claim_knows_in_which_state_it_was_found(engine: Engine) -> None:
    """Whoever takes over what somebody held knows that it may have been posted."""
    await kept(engine, 1)
    await Planning(engine).plan("slack", NOW, 10, due)
    [first] = await claim(engine)
    assert (first.found, first.delivery.attempts) == (State.WAITING, 1)
    assert await claim(engine, NOW + LEASE - SECOND) == []
    [second] = await claim(engine, NOW + LEASE)
    assert (second.found, second.delivery.attempts) == (State.CLAIMED, 2)


async def test_who_lost_a_claim_writes_nothing(engine: Engine) -> None:
    """A replica that slept past its lease can neither renew nor settle; the one that took over can."""
    [subscription] = await kept(engine, 1)
    await Planning(engine).plan("slack", NOW, 10, due)
    leases = Leases(engine)
    [lost] = await claim(engine)
    [held] = await claim(engine, NOW + LEASE)
    assert not await leases.renew(lost, NOW + WEEK)
    assert not await leases.settle(lost, Outcome(State.SENT, message="m1"), NOW)
    assert await leases.renew(held, NOW + 3 * LEASE)
    assert await leases.settle(held, Outcome(State.SENT, message="m2"), NOW)
    [delivery] = await Deliveries(engine).history(subscription.id)
    assert (delivery.state, delivery.message, delivery.free_at) == (State.SENT, "m2", None)


async def test_leaves_out_crowded_workspaces(engine: Engine) -> None:
    """A workspace that is busy holds up nobody else."""
    await kept(engine, 5)
    [other] = await kept(engine, 1, workspace="T2")
    await Planning(engine).plan("slack", NOW, 10, due)
    claimed = await Leases(engine).claim("slack", NOW, LEASE, 3, {"T1"})
    assert [each.subscription for each in claimed] == [planned(other)]


@pytest.mark.parametrize(
    ("outcome", "follows"),
    [
        (Outcome(State.SENT), {"covered": NOW, "missed": 0, "refusals": 0}),
        (Outcome(State.EMPTY), {"covered": NOW, "missed": 0}),
        (Outcome(State.GIVEN_UP, reason="Away."), {"missed": 3}),
        (Outcome(State.WAITING, reason="Gone.", free_at=NOW + LEASE, refused=True), {"refusals": 2}),
        (
            Outcome(State.REFUSED, reason="Gone.", refused=True, suspends=True),
            {"missed": 3, "refusals": 2, "suspended": "Gone."},
        ),
    ],
    ids=lambda value: value.state.value if isinstance(value, Outcome) else "",
)
async def test_an_outcome_moves_the_subscription(
    engine: Engine, outcome: Outcome, follows: dict[str, Any]
) -> None:
    """What became of a delivery and what follows for its subscription are written together."""
    [before] = await kept(engine, 1, missed=2, refusals=1)
    await Planning(engine).plan("slack", NOW, 10, due)
    [claimed] = await claim(engine)
    assert await Leases(engine).settle(claimed, outcome, NOW)
    assert await Subscriptions(engine).get(before.id) == planned(before, **follows)


async def test_being_asked_to_wait_is_no_attempt(engine: Engine) -> None:
    """A platform that asks to wait uses up none of the attempts."""
    await kept(engine, 1)
    await Planning(engine).plan("slack", NOW, 10, due)
    [claimed] = await claim(engine)
    await Leases(engine).settle(claimed, Outcome(State.WAITING, free_at=NOW + SECOND, tried=False), NOW)
    assert await claim(engine) == []
    [again] = await claim(engine, NOW + SECOND)
    assert (again.found, again.delivery.attempts, again.delivery.claims) == (State.WAITING, 1, 2)


async def test_what_still_waits_gives_way_to_the_next(engine: Engine) -> None:
    """There is never a queue of digests for one subscription: the next one makes up for it."""
    [subscription] = await kept(engine, 1)
    planning = Planning(engine)
    await planning.plan("slack", NOW, 10, due)
    await planning.plan("slack", NOW + WEEK, 10, due)
    newer, older = await Deliveries(engine).history(subscription.id)
    assert (newer.state, newer.period.missed) == (State.WAITING, 1)
    assert (older.state, older.reason) == (State.GIVEN_UP, Why.SUPERSEDED)


async def test_what_may_have_been_posted_is_settled_before_the_next(engine: Engine) -> None:
    """While somebody holds the last digest, the next is not planned; after it, it is."""
    [subscription] = await kept(engine, 1)
    planning = Planning(engine)
    await planning.plan("slack", NOW, 10, due)
    [claimed] = await claim(engine)
    assert await planning.plan("slack", NOW + WEEK, 10, due) == 0
    await Leases(engine).settle(claimed, Outcome(State.SENT), NOW)
    assert await planning.plan("slack", NOW + WEEK, 10, due) == 1
    assert await states(engine, [subscription]) == [[State.WAITING, State.SENT]]


async def test_nothing_is_sent_for_what_was_stopped(engine: Engine) -> None:
    """A digest that waits when its subscription is paused is given up."""
    [subscription] = await kept(engine, 1)
    await Planning(engine).plan("slack", NOW, 10, due)
    await Subscriptions(engine).pause(subscription.id)
    assert await claim(engine) == []
    [delivery] = await Deliveries(engine).history(subscription.id)
    assert (delivery.state, delivery.reason) == (State.GIVEN_UP, Why.STOPPED)


async def test_a_row_that_nobody_can_read_stops_no_other(engine: Engine) -> None:
    """It is suspended when it is due, or its delivery given up when it is claimed."""
    those = await kept(engine, 3)
    planning = Planning(engine)
    await _spoil(engine, those[0].id)
    assert await planning.plan("slack", NOW, 10, due) == 3
    async with engine.connect() as connection:
        suspended = text("SELECT suspended FROM subscription WHERE id = :id")
        assert (await connection.execute(suspended, {"id": those[0].id})).scalar() == Why.UNREADABLE
    await _spoil(engine, those[1].id)
    assert [each.subscription.id for each in await claim(engine)] == [those[2].id]
    assert await states(engine, those) == [[], [State.GIVEN_UP], [State.CLAIMED]]


async def test_a_decision_to_stop_is_kept(engine: Engine) -> None:
    """Where there can be no plan, the subscription is suspended with the reason."""
    [subscription] = await kept(engine, 1)
    await Planning(engine).plan("slack", NOW, 10, lambda each: Plan(each.next_due, suspended="No zone."))
    found = await Subscriptions(engine).get(subscription.id)
    assert found is not None
    assert (found.suspended, found.next_due) == ("No zone.", NOW)


async def test_counts_what_waits(engine: Engine) -> None:
    """Due, late and suspended are counted; what is settled is not."""
    await kept(engine, 3)
    await kept(engine, 2, suspended="Gone.")
    await Planning(engine).plan("slack", NOW, 10, due)
    [claimed, *_] = await claim(engine)
    await Leases(engine).settle(claimed, Outcome(State.SENT), NOW)
    deliveries = Deliveries(engine)
    assert await deliveries.standing(NOW) == Standing(due=2, late=0, suspended=2)
    assert await deliveries.standing(NOW + SECOND) == Standing(due=2, late=2, suspended=2)


async def test_forgets_old_history_only(engine: Engine) -> None:
    """What is under way stays however old it is."""
    those = await kept(engine, 2)
    await Planning(engine).plan("slack", NOW, 10, due)
    [claimed, _] = await claim(engine)
    await Leases(engine).settle(claimed, Outcome(State.SENT), NOW)
    deliveries = Deliveries(engine)
    assert await deliveries.forget(NOW) == 0
    assert await deliveries.forget(NOW + SECOND) == 1
    assert sorted(await states(engine, those)) == [[], [State.CLAIMED]]


async def test_frees_what_a_wrong_clock_put_off(engine: Engine) -> None:
    """What was to wait for longer than anything waits can be taken at once."""
    await kept(engine, 1)
    await Planning(engine).plan("slack", NOW, 10, due)
    [claimed] = await claim(engine, NOW + 50 * WEEK)
    deliveries = Deliveries(engine)
    assert await deliveries.free(NOW + WEEK, NOW) == 1
    assert await deliveries.free(NOW + WEEK, NOW) == 0
    [again] = await claim(engine)
    assert again.delivery.claims == claimed.delivery.claims + 1


async def test_pages_through_the_active_ones(engine: Engine) -> None:
    """Page after page, each comes once; those that are stopped or cannot be read are left out."""
    those = await kept(engine, 5)
    await Subscriptions(engine).pause(those[1].id)
    await _spoil(engine, those[2].id)
    planning, seen, last = Planning(engine), [], 0
    for _ in range(3):
        last, page = await planning.after("slack", last, 2)
        seen += [each.id for each in page]
    assert seen == [those[0].id, those[3].id, those[4].id]
    assert (await planning.after("slack", last, 2)) == (last, [])


async def test_corrects_only_what_was_not_moved(engine: Engine) -> None:
    """A correction of what somebody moved meanwhile is dropped."""
    one, other = await kept(engine, 2)
    planning = Planning(engine)
    right = [replace(each, next_due=NOW + SECOND, covered=NOW - WEEK) for each in (one, other)]
    await planning.correct([(NOW, right[0]), (NOW - SECOND, right[1])])
    subscriptions = Subscriptions(engine)
    assert [await subscriptions.get(each.id) for each in (one, other)] == [right[0], other]


async def _spoil(engine: Engine, id: int) -> None:
    async with engine.begin() as connection:
        await connection.execute(
            text("UPDATE subscription SET cadence = 'hourly' WHERE id = :id"), {"id": id}
        )
