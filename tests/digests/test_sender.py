"""A platform in trouble: what is tried again, what is looked for, what ends, and who is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.commands.digest import schedule
from bot.posting import Away, Busy, Refused, Scope, Uncertain
from bot.state.database import Engine
from bot.state.deliveries import Deliveries
from bot.state.delivery import Delivery, Period, State
from bot.state.subscription import Subscription
from bot.state.subscriptions import Subscriptions
from tests.digests.chat_platform import Platform, failing
from tests.digests.making import daily, posted, running, said, scheduler, subscription
from tests.digests.simulated_time import SimulatedTime

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
SOON = 20  # seconds in which what is due is sent


async def history(engine: Engine, kept: Subscription) -> list[Delivery]:
    """The subscription's deliveries, newest first."""
    return await Deliveries(engine).history(kept.id)


@pytest.mark.parametrize("enforced", [True, False], ids=["nonce enforced", "nonce not enforced"])
async def test_a_post_that_was_accepted_after_all_is_found(
    engine: Engine, time: SimulatedTime, slack: Platform, enforced: bool
) -> None:
    """A platform that takes the post but doesn't say so is asked for it; there is one message."""
    slack.enforces_nonce, slack.after = enforced, failing([Uncertain()])
    kept = await Subscriptions(engine).add(subscription())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=SOON)
        [delivery] = await history(engine, kept)
        await time.until(lambda: slack.found > 0, within=2 * MINUTE)
        await time.until(posted(slack, 2), within=2)
    [delivery] = await history(engine, kept)
    assert (delivery.state, delivery.message, delivery.attempts) == (State.SENT, "m0", 2)
    assert len(slack.messages) == 1


async def test_a_post_that_was_lost_is_repeated(engine: Engine, time: SimulatedTime, slack: Platform) -> None:
    """Where our message is not found, it is posted again, with the same nonce."""
    slack.before = failing([Uncertain()])
    await Subscriptions(engine).add(subscription())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=2 * MINUTE)
    assert slack.found == 1
    assert set(slack.nonces.values()) == {1}


async def test_an_error_that_nobody_foresaw_is_a_doubt(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """An exception of the poster's own doesn't say that nothing was posted: it is looked for."""
    slack.after = failing([RuntimeError("of a library")])
    await Subscriptions(engine).add(subscription())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(lambda: slack.found > 0, within=2 * MINUTE)
        await time.until(posted(slack, 2), within=5)
    assert len(slack.messages) == 1


async def test_while_nobody_can_look_nothing_is_repeated(
    engine: Engine, time: SimulatedTime, slack: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A doubt stays one until the platform says whether the message is there."""
    slack.after, looks = (
        failing([Uncertain()]),
        failing([Busy(30), Away("Down."), RuntimeError("of a library")]),
    )
    find = Platform.find

    async def trouble(platform: Platform, kept: Subscription, *rest: object) -> str | None:
        looks(kept, "")
        return await find(platform, kept, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Platform, "find", trouble)
    kept = await Subscriptions(engine).add(subscription())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        for _ in range(20):
            await time.until(lambda: slack.found > 0, within=8)
            time.skip(MINUTE)
    assert len(slack.messages) == 1
    [delivery] = await history(engine, kept)
    assert delivery.state is State.SENT


async def test_what_a_dead_replica_held_is_looked_for(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """One that died after posting, before it could write that down, leaves a message that is found."""
    kept = await Subscriptions(engine).add(subscription())
    hanging = asyncio.Event()

    class Dying(Platform):
        async def post(self, subscription: Subscription, digest: str, nonce: str) -> str:
            await slack.post(subscription, digest, nonce)
            await hanging.wait()
            return ""

    async with running(time, scheduler(engine, {"slack": Dying(time.time)}, time)):
        await time.until(posted(slack, 1), within=SOON)
    [delivery] = await history(engine, kept)
    assert delivery.state is State.CLAIMED
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(lambda: False, within=10)
        assert slack.found == 0
        time.skip(2 * MINUTE)
        await time.until(lambda: slack.found > 0, within=MINUTE)
        await time.until(posted(slack, 2), within=5)
    [delivery] = await history(engine, kept)
    assert (delivery.state, delivery.message) == (State.SENT, "m0")
    assert len(slack.messages) == 1


async def test_a_clock_that_jumps_in_the_middle_of_a_post_doubles_nothing(
    engine: Engine, time: SimulatedTime
) -> None:
    """Who takes over what another still posts waits until that one's post has arrived."""
    slow = Platform(time.time, latency=15)
    await Subscriptions(engine).add(subscription())
    schedulers = [scheduler(engine, {"slack": slow}, time) for _ in range(2)]
    async with running(time, *schedulers):
        await time.until(lambda: slow.prepared["T1"] > 0, within=SOON)
        time.set_by += timedelta(hours=1)
        await time.until(lambda: slow.found > 0, within=2 * MINUTE)
        await time.until(posted(slow, 2), within=MINUTE)
    assert len(slow.messages) == 1


async def test_a_storm_of_429_loses_and_doubles_nothing(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """Whatever is asked to wait waits as long as it is asked, and is sent."""
    count = 40
    for number in range(count):
        await Subscriptions(engine).add(subscription(channel=f"C{number}", workspace=f"T{number % 4}"))
    scopes: Sequence[Scope] = list(Scope)
    slack.before = failing([Busy(1 + number % 4, scopes[number % 3]) for number in range(60)])
    until, early = dict[str, float](), list[str]()
    storm = slack.before

    def watch(kept: Subscription, nonce: str) -> None:
        if time.passed < until.get(kept.workspace, 0) - 1e-6:
            early.append(kept.channel)
        try:
            storm(kept, nonce)
        except Busy as error:
            if error.scope is Scope.WORKSPACE:
                until[kept.workspace] = time.passed + error.retry_after
            raise

    slack.latency, slack.before = 0.0, watch
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, count), within=HOUR)
    assert len(slack.messages) == count
    assert set(slack.nonces.values()) == {1}
    assert early == []


async def test_a_long_wait_is_kept_over_a_restart(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """Ten minutes are ten minutes, for another process too."""
    slack.before = failing([Busy(600)])
    kept = await Subscriptions(engine).add(subscription())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=SOON)
    time.skip(500)
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(posted(slack, 1), within=80)
        assert not slack.messages
        await time.until(posted(slack, 1), within=40)
    [delivery] = await history(engine, kept)
    assert (delivery.state, delivery.attempts) == (State.SENT, 1)


async def test_a_channel_that_vanished_is_suspended_and_comes_back(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """After three refusals the subscription rests, an admin is told once, and resuming it catches up."""
    subscriptions = Subscriptions(engine)
    kept = await subscriptions.add(daily())
    slack.gone = {"C1"}
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        for _ in range(3):
            await time.until(lambda: bool(slack.told), within=SOON)
            time.skip(6 * HOUR)
        time.skip(2 * DAY)
        await time.until(lambda: False, within=5)
        assert slack.told == [(kept.id, "The channel C1 is gone.")]
        suspended = await subscriptions.get(kept.id)
        assert suspended is not None
        assert (suspended.suspended, suspended.refusals) == ("The channel C1 is gone.", 3)
        slack.gone = set()
        [following] = schedule.next_runs(suspended, time.now(), 1)
        assert await subscriptions.resume(kept.id, following)
        await time.until(posted(slack, 1), within=SOON)
    assert slack.in_channel("C1") == ["11-22 09:00 to 11-25 09:00, with 2 missed"]
    assert await subscriptions.get(kept.id) is not None
    states = [each.state for each in await history(engine, kept)]
    assert states == [State.SENT, State.REFUSED]


async def test_a_channel_that_comes_back_in_time_is_not_suspended(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """Two refusals in an outage that looks like a deletion are forgotten once a digest arrives."""
    kept = await Subscriptions(engine).add(subscription())
    slack.before = failing([Refused("Unknown channel."), Refused("Unknown channel.")])
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        for _ in range(3):
            await time.until(posted(slack, 1), within=SOON)
            time.skip(6 * HOUR)
    assert len(slack.messages) == 1
    assert slack.told == []
    assert await Subscriptions(engine).get(kept.id) == replace(
        kept, next_due=kept.next_due + timedelta(days=7), covered=kept.next_due
    )


async def test_an_outage_ends_nothing(engine: Engine, time: SimulatedTime, slack: Platform) -> None:
    """While a platform is away for days, digests give way to the next, which makes up for them."""
    down = True

    def outage(_: Subscription, __: str) -> None:
        if down:
            raise Away("Slack is down.")

    slack.before = outage
    kept = await Subscriptions(engine).add(daily())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        for _ in range(9):
            await time.until(posted(slack, 1), within=SOON)
            time.skip(6 * HOUR)
        down = False
        time.skip(6 * HOUR)
        await time.until(posted(slack, 1), within=SOON)
    assert slack.in_channel("C1") == ["11-22 09:00 to 11-25 09:00, with 2 missed"]
    assert slack.told == []
    assert [each.state for each in await history(engine, kept)] == [
        State.SENT,
        State.GIVEN_UP,
        State.GIVEN_UP,
    ]


async def test_a_digest_that_cannot_be_composed_stops_no_other(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """The others are sent, and it is given up after twenty attempts."""
    poison = await Subscriptions(engine).add(subscription())
    await Subscriptions(engine).add(subscription(channel="C2"))

    async def compose(kept: Subscription, period: Period) -> str:
        if kept.id == poison.id:
            raise ValueError("poison")
        return await said(kept, period)

    async with running(time, scheduler(engine, {"slack": slack}, time, compose=compose)):
        await time.until(posted(slack, 1), within=SOON)
        for _ in range(24):
            await time.until(posted(slack, 2), within=2)
            time.skip(6 * HOUR)
    assert [channel for channel, _, _ in slack.messages] == ["C2"]
    [delivery] = await history(engine, poison)
    assert (delivery.state, delivery.attempts) == (State.GIVEN_UP, 20)
    assert delivery.reason == "unexpected: ValueError"


async def test_a_digest_that_kills_its_process_is_given_up(
    engine: Engine, time: SimulatedTime, slack: Platform
) -> None:
    """Each claim counts, so that what never comes to an end is not begun for ever."""
    kept = await Subscriptions(engine).add(subscription())

    async def compose(kept: Subscription, period: Period) -> str:
        await asyncio.Event().wait()
        raise AssertionError

    time.skip(SOON)
    for _ in range(21):
        async with running(time, scheduler(engine, {"slack": slack}, time, compose=compose)):
            await time.until(lambda: False, within=1)
        time.skip(3 * MINUTE)
    [delivery] = await history(engine, kept)
    assert (delivery.state, delivery.attempts) == (State.GIVEN_UP, 21)


@pytest.mark.parametrize("error", [RuntimeError("of a library"), Away("Down."), Refused("No.")], ids=repr)
async def test_an_admin_who_cannot_be_told_is_no_trouble(
    engine: Engine, time: SimulatedTime, slack: Platform, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The subscription is suspended all the same, and asked no more."""
    asked: list[int] = []

    async def tell_admin(_: Platform, kept: Subscription, reason: str) -> None:
        asked.append(kept.id)
        raise error

    monkeypatch.setattr(Platform, "tell_admin", tell_admin)
    kept = await Subscriptions(engine).add(subscription(refusals=2))
    slack.gone = {"C1"}
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(lambda: bool(asked), within=SOON)
        await time.until(lambda: False, within=3)
    assert asked == [kept.id]


async def test_tokens_are_made_ready_before_each_post(
    engine: Engine, time: SimulatedTime, slack: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What posting needs is refreshed first; while that fails, nothing is posted."""
    done: list[str] = []
    trouble: list[Callable[[], Exception]] = [lambda: Away("No token.")]

    async def prepare(_: Platform, workspace: str) -> None:
        done.append(workspace)
        if trouble:
            raise trouble.pop()()

    monkeypatch.setattr(Platform, "prepare", prepare)
    await Subscriptions(engine).add(subscription())
    async with running(time, scheduler(engine, {"slack": slack}, time)):
        await time.until(lambda: bool(done), within=SOON)
        assert not slack.messages
        await time.until(posted(slack, 1), within=2 * MINUTE)
    assert done == ["T1", "T1"]
    assert slack.found == 0
