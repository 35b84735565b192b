"""Subscriptions: kept, changed, stopped and resumed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.state.database import Engine
from bot.state.deliveries import Deliveries
from bot.state.delivery import Delivery, Period, State
from bot.state.planning import Plan, Planning
from bot.state.subscription import Cadence, Filters, Subscription, WhenEmpty
from bot.state.subscriptions import Subscriptions

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WEEK = timedelta(days=7)

WISH = Subscription(
    platform="slack",
    workspace="T1",
    channel="C1",
    cadence=Cadence.MONTHLY,
    day=31,
    hour=17,
    minute=45,
    zone="Asia/Tokyo",
    language="ja",
    filters=Filters(organization="xai", kinds=("published", "promised")),
    when_empty=WhenEmpty.SAY_SO,
    role="S1",
    created_by="U1",
    created_at=NOW - WEEK,
    next_due=NOW,
)


async def test_keeps_all_of_it(engine: Engine) -> None:
    """What is read is what was kept, and the id that it was given."""
    subscriptions = Subscriptions(engine)
    kept = await subscriptions.add(WISH)
    assert kept == replace(WISH, id=kept.id)
    assert kept.id > 0
    assert await subscriptions.get(kept.id) == kept
    assert await subscriptions.get(kept.id + 1) is None


async def test_finds_those_of_a_workspace_or_channel(engine: Engine) -> None:
    """Another channel's, workspace's or platform's are not among them."""
    subscriptions = Subscriptions(engine)
    one, other = [await subscriptions.add(replace(WISH, channel=channel)) for channel in ("C1", "C2")]
    await subscriptions.add(replace(WISH, workspace="T2"))
    await subscriptions.add(replace(WISH, platform="discord"))
    assert await subscriptions.of("slack", "T1") == [one, other]
    assert await subscriptions.of("slack", "T1", "C2") == [other]


async def test_a_change_keeps_what_people_do_not_choose(engine: Engine) -> None:
    """Other filters and another day leave alone how far the digests have come."""
    subscriptions = Subscriptions(engine)
    kept = await subscriptions.add(replace(WISH, covered=NOW - WEEK, missed=2, refusals=1))
    wish = replace(kept, channel="C9", day=1, filters=Filters(model="grok-2"), next_due=NOW + WEEK)
    assert await subscriptions.change(replace(wish, covered=None, missed=0, refusals=0))
    assert await subscriptions.get(kept.id) == wish
    assert not await subscriptions.change(replace(wish, id=kept.id + 1))


async def test_a_paused_one_begins_anew(engine: Engine) -> None:
    """What happened while it was paused by somebody's wish is not made up for."""
    subscriptions = Subscriptions(engine)
    kept = await subscriptions.add(replace(WISH, covered=NOW - WEEK, missed=2))
    assert await subscriptions.pause(kept.id)
    assert await subscriptions.resume(kept.id, NOW + WEEK)
    expected = replace(kept, paused=False, next_due=NOW + WEEK, covered=None, missed=0)
    assert await subscriptions.get(kept.id) == expected


async def test_a_suspended_one_catches_up(engine: Engine) -> None:
    """One that the platform's refusals ended goes on where it was."""
    subscriptions = Subscriptions(engine)
    ended = await subscriptions.add(replace(WISH, covered=NOW - WEEK, refusals=3, suspended="Gone."))
    assert await subscriptions.resume(ended.id, NOW + WEEK)
    assert await subscriptions.get(ended.id) == replace(ended, refusals=0, suspended="")
    assert not await subscriptions.resume(ended.id + 1, NOW)


async def test_what_is_removed_takes_its_deliveries_along(engine: Engine) -> None:
    """Nothing is left of a subscription that was removed, or of a workspace that took the bot out."""
    subscriptions = Subscriptions(engine)
    kept = [await subscriptions.add(replace(WISH, workspace=each)) for each in ("T1", "T2", "T2")]
    await Planning(engine).plan("slack", NOW, 10, _due)
    assert await subscriptions.remove(kept[0].id)
    assert not await subscriptions.remove(kept[0].id)
    assert await subscriptions.purge("slack", "T2") == 2
    assert await subscriptions.of("slack", "T2") == []
    for each in kept:
        assert await Deliveries(engine).history(each.id) == []


async def test_an_id_never_comes_back(engine: Engine) -> None:
    """The next one after a removed one has another id, and its digests are its own."""
    subscriptions = Subscriptions(engine)
    gone = await subscriptions.add(WISH)
    await subscriptions.remove(gone.id)
    assert (await subscriptions.add(WISH)).id != gone.id


def _due(subscription: Subscription) -> Plan:
    period = Period(subscription.next_due - WEEK, subscription.next_due)
    waiting = Delivery(subscription.id, period, State.WAITING, NOW, "nonce")
    return Plan(subscription.next_due + WEEK, waiting)
