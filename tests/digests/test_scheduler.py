"""A scheduler on a simulated platform: what it sends over days, and how it stays alive."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.digests.pacing import Limits
from bot.state.database import Engine, open_state
from bot.state.deliveries import Deliveries
from bot.state.delivery import Period, State
from bot.state.subscription import Subscription
from bot.state.subscriptions import Subscriptions
from bot.state.why import Why
from tests.digests.chat_platform import SLACK, Platform
from tests.digests.conftest import JITTER
from tests.digests.making import DUE, daily, posted, running, scheduler, subscription
from tests.digests.simulated_time import SimulatedTime

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


async def test_sends_a_digest_when_it_is_due(engine: Engine, time: SimulatedTime, slack: Platform) -> None:
    """Nothing before its minute; then one message, and nothing more until the next period."""
    kept = await Subscriptions(engine).add(subscription())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=9)
        assert not slack.messages
        await time.until(posted(slack, 1), within=10)
        for _ in range(6):
            time.skip(DAY)
            await time.until(posted(slack, 2), within=3)
    assert slack.in_channel("C1") == ["11-16 09:00 to 11-23 09:00"]
    [delivery] = await Deliveries(engine).history(kept.id)
    assert (delivery.state, delivery.message, delivery.attempts) == (State.SENT, "m0", 1)
    assert slack.prepared["T1"] == 1


async def test_days_follow_one_another_without_gap_or_overlap(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """Each daily digest begins where the one before it ended."""
    await Subscriptions(engine).add(daily())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        for day in range(3):
            await time.until(posted(slack, day + 1), within=20)
            time.skip(DAY - 30)
            await time.until(posted(slack, 4), within=3)
    assert slack.in_channel("C1") == [
        "11-22 09:00 to 11-23 09:00",
        "11-23 09:00 to 11-24 09:00",
        "11-24 09:00 to 11-25 09:00",
    ]


async def test_after_a_week_down_it_catches_up_once(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """One digest says what it makes up for, and the regular ones follow."""
    await Subscriptions(engine).add(daily())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=20)
    time.skip(7 * DAY + HOUR)
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 2), within=10)
        time.skip(DAY - HOUR)
        await time.until(posted(slack, 3), within=10)
    assert slack.in_channel("C1")[1:] == [
        "11-23 09:00 to 11-30 09:00, with 6 missed",
        "11-30 09:00 to 12-01 09:00",
    ]


async def test_says_nothing_where_nothing_happened(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """No digest is no message, and the next one begins after it all the same."""
    kept = await Subscriptions(engine).add(daily())

    async def none_the_first_day(subscription: Subscription, period: Period) -> str | None:
        return None if period.end == DUE else f"{period.start:%d} to {period.end:%d}"

    async with running(time, scheduler(engine, {"slack": slack}, time, compose=none_the_first_day)):
        await time.until(posted(slack, 1), within=20)
        time.skip(DAY)
        await time.until(posted(slack, 1), within=20)
    assert slack.in_channel("C1") == ["23 to 24"]
    assert [each.state for each in await Deliveries(engine).history(kept.id)] == [State.SENT, State.EMPTY]


async def test_a_platform_in_trouble_holds_up_no_other(engine: Engine, time: SimulatedTime) -> None:
    """Slack's digests go out while Discord does not answer at all."""
    for number in range(100):
        await Subscriptions(engine).add(subscription(platform="discord", channel=f"D{number}"))
        await Subscriptions(engine).add(subscription(channel=f"C{number}"))
    slack, discord = Platform(time.time), Platform(time.time, latency=DAY)
    no_limits = {"slack": Limits(), "discord": Limits()}
    async with running(time, scheduler(engine, {"slack": slack, "discord": discord}, time, limits=no_limits)):
        await time.until(posted(slack, 100), within=30)
        assert len(slack.messages) == 100
        assert not discord.messages


async def test_two_replicas_send_each_once(tmp_path: Path, engine: Engine, time: SimulatedTime) -> None:
    """They share the work, and nothing is sent twice."""
    for number in range(120):
        await Subscriptions(engine).add(subscription(channel=f"C{number}", workspace=f"T{number % 9}"))
    one, other = Platform(time.time), Platform(time.time)
    async with open_state(f"sqlite:///{tmp_path / 'state.db'}") as second:
        schedulers = scheduler(engine, {"slack": one}, time), scheduler(second, {"slack": other}, time)
        async with running(time, *schedulers):
            await time.until(lambda: len(one.messages) + len(other.messages) >= 120, within=MINUTE)
            time.skip(MINUTE * 10)
            await time.until(lambda: False, within=3)
    channels = Counter(channel for each in (one, other) for channel, _, _ in each.messages)
    assert len(channels) == 120
    assert set(channels.values()) == {1}
    assert one.messages and other.messages


async def test_a_subscription_without_a_schedule_stops_no_other(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """It is suspended with a reason; the others are sent."""
    poison = await Subscriptions(engine).add(subscription(zone="Mars/Olympus"))
    await Subscriptions(engine).add(subscription(channel="C2"))
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=20)
    assert slack.in_channel("C2")
    found = await Subscriptions(engine).get(poison.id)
    assert found is not None
    assert found.suspended == Why.NO_SCHEDULE


async def test_a_clock_that_jumps_ahead_and_back_repeats_nothing(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """An hour back over the moment of a digest doesn't send it again; the next comes at its time."""
    await Subscriptions(engine).add(daily())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=20)
        time.set_by = timedelta(hours=-1)
        await time.until(posted(slack, 2), within=5)
        time.skip(HOUR)
        await time.until(posted(slack, 2), within=10)
        assert len(slack.messages) == 1
        time.skip(DAY)
        await time.until(posted(slack, 2), within=10)
    assert slack.in_channel("C1")[1] == "11-23 09:00 to 11-24 09:00"


async def test_a_clock_that_was_a_year_ahead_silences_nobody(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """Once the clock is right again, digests come at their time."""
    await Subscriptions(engine).add(daily())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=20)
        time.set_by = timedelta(days=365)
        await time.until(posted(slack, 2), within=20)
        time.set_by = timedelta()
        await time.until(posted(slack, 3), within=5)
        time.skip(DAY)
        await time.until(posted(slack, 3), within=20)
    assert slack.in_channel("C1")[2] == "11-23 09:00 to 11-24 09:00"


async def test_goes_on_when_the_state_is_back(engine: Engine, time: SimulatedTime, slack: Platform) -> None:
    """While the state cannot be read, readiness says so; afterwards the digest is sent."""
    await Subscriptions(engine).add(subscription())
    trying = scheduler(engine, {"slack": slack}, time)
    async with engine.begin() as connection:
        await connection.execute(text("ALTER TABLE delivery RENAME TO away"))
    async with running(time, trying):
        await time.until(lambda: False, within=15)
        assert "state database" in trying.ticking.problem
        async with engine.begin() as connection:
            await connection.execute(text("ALTER TABLE away RENAME TO delivery"))
        await time.until(posted(slack, 1), within=20)
    assert trying.ticking.problem == ""
    assert trying.ticking.last is not None
    assert len(slack.messages) == 1


async def test_numbers_and_one_line_a_digest(engine: Engine, time: SimulatedTime, slack: Platform) -> None:
    """What operators see: the last tick, what was sent, and one line in the log for each digest."""
    kept = await Subscriptions(engine).add(subscription())
    await Subscriptions(engine).add(subscription(suspended="Gone."))
    registry = CollectorRegistry()
    with capture_logs() as logs:
        async with running(time, scheduler(engine, {"slack": slack}, time, registry=registry)):
            await time.until(posted(slack, 1), within=20)
            await time.until(lambda: False, within=2)
            ticked = registry.get_sample_value("openness_digest_last_tick_timestamp_seconds")
    assert ticked is not None
    assert time.now().timestamp() - ticked < 5
    sent = {"platform": "slack", "outcome": "sent"}
    assert registry.get_sample_value("openness_digests_settled_total", sent) == 1
    assert registry.get_sample_value("openness_digests_due") == 0
    assert registry.get_sample_value("openness_digests_late") == 0
    assert registry.get_sample_value("openness_digests_suspended") == 1
    [line] = [each for each in logs if each["event"] == "digest"]
    assert (line["subscription"], line["outcome"], line["attempts"]) == (kept.id, "sent", 1)


@pytest.mark.parametrize("workspaces", [1, 2])
async def test_a_minute_in_which_all_are_due_keeps_slacks_limits(
    engine: Engine, time: SimulatedTime, workspaces: int
) -> None:
    """All are sent, never too fast for the platform, and about as fast as its limits allow."""
    count = 150
    for number in range(count):
        await Subscriptions(engine).add(
            subscription(channel=f"C{number}", workspace=f"T{number % workspaces}")
        )
    slack = Platform(time.time, SLACK)
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, count), within=10 * MINUTE)
    assert len(slack.messages) == count
    assert slack.refused_as_too_fast == 0
    least = max(JITTER, count / workspaces / 5)
    assert time.passed - 10 < 1.1 * least
