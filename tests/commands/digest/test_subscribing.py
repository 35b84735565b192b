from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.asker import Asker
from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.digest.answers import (
    DeliveriesAnswer,
    Done,
    PreviewAnswer,
    SubscriptionAnswer,
    SubscriptionsAnswer,
)
from bot.commands.digest.desk import MOST
from bot.commands.digest.filters import Topic
from bot.core import Bot
from bot.errors import Mistake
from bot.facts.refusals import Unheard
from bot.state.subscription import Cadence, Filters, Subscription, WhenEmpty
from bot.state.subscriptions import Subscriptions
from tests.commands.digest.asking import ANN, ANYONE, ELSEWHERE, NOW, of, say


async def kept(bot: Bot, id: int = 1) -> Subscription | None:
    assert bot.desk is not None
    return await Subscriptions(bot.desk.engine).get(id)


async def test_a_channel_subscribes_weekly_unless_it_says_otherwise(bot: Bot) -> None:
    """It sees the next three runs, in its zone, and what the last digest would have said."""
    answered = await say(bot, "/digest subscribe", language="ja")
    found = of(SubscriptionAnswer, answered)
    assert found.done is Done.SUBSCRIBED
    mondays = [datetime(2026, 11, 30, 9, tzinfo=UTC) + timedelta(weeks=weeks) for weeks in range(3)]
    assert list(found.runs) == mondays
    assert found.preview is not None
    assert (found.preview.span.first, found.preview.span.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert answered.reply.private
    subscription = found.subscription
    assert subscription == await kept(bot)
    assert (subscription.platform, subscription.workspace, subscription.channel) == ("discord", "1", "2")
    assert (subscription.cadence, subscription.language, subscription.role) == (Cadence.WEEKLY, "ja", "")
    assert subscription.covered is None


async def test_everything_that_can_be_chosen(bot: Bot) -> None:
    """By the names that people use."""
    line = (
        "/digest subscribe monthly day:31 hour:18:30 zone:tokyo language:ja organization:the lab model:alpha "
        "license:mit news:promises when_empty:say-so role:<@&123>"
    )
    found = of(SubscriptionAnswer, await say(bot, line)).subscription
    assert (found.cadence, found.day, found.hour, found.minute) == (Cadence.MONTHLY, 31, 18, 30)
    assert (found.zone, found.language, found.role) == ("Asia/Tokyo", "ja", "123")
    assert found.filters == Filters("lab", "alpha", "MIT", (Topic.PROMISES,))
    assert found.when_empty is WhenEmpty.SAY_SO
    assert found.next_due == datetime(2026, 11, 30, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "mistake"),
    [
        ("zone:Atlantis", Mistake.NOT_A_ZONE),
        ("hour:25", Mistake.NOT_A_TIME),
        ("day:someday", Mistake.NOT_A_CHOICE),
        ("cadence:monthly day:32", Mistake.NOT_A_CHOICE),
        ("cadence:hourly", Mistake.NOT_A_CHOICE),
        ("role:@everyone!", Mistake.NOT_A_CHOICE),
    ],
)
async def test_what_cannot_be_chosen_is_said(bot: Bot, choice: str, mistake: Mistake) -> None:
    """In one sentence that names it, and nothing is kept."""
    answered = await say(bot, f"/digest subscribe {choice}")
    assert answered.mistake is not None
    assert answered.mistake.mistake is mistake
    assert await kept(bot) is None


async def test_a_name_that_is_not_known_brings_near_ones(bot: Bot) -> None:
    """Each a button that subscribes as was asked, with that name."""
    found = await say(bot, "/digest subscribe daily organization:The Labs")
    assert [each.name for each in of(UnknownName, found).near] == ["The Lab"]
    assert await kept(bot) is None
    assert not isinstance(found.answer, AmbiguousName)


async def test_a_channel_has_so_many_digests_at_most(bot: Bot) -> None:
    """Another channel still subscribes."""
    for _ in range(MOST):
        await say(bot, "/digest subscribe")
    answered = await say(bot, "/digest subscribe")
    assert answered.mistake is not None
    assert answered.mistake.mistake is Mistake.TOO_MANY_DIGESTS
    of(SubscriptionAnswer, await say(bot, "/digest subscribe", ELSEWHERE))


@pytest.mark.parametrize("manages", [False, None])
@pytest.mark.parametrize("line", ["subscribe", "edit 1", "pause 1", "resume 1", "test 1", "unsubscribe 1"])
async def test_only_who_manages_the_channel(bot: Bot, line: str, manages: bool | None) -> None:
    """Where the platform doesn't say, neither; the refusal names what is missing."""
    await say(bot, "/digest subscribe")
    answered = await say(bot, f"/digest {line}", replace(ANYONE, manages=manages))
    assert answered.mistake is not None
    assert answered.mistake.mistake is Mistake.NOT_MANAGER
    assert "Manage Server" in answered.reply.text


@pytest.mark.parametrize("line", ["list", "preview 1", "history 1"])
async def test_everybody_may_look(bot: Bot, line: str) -> None:
    """At what comes, what it would say, and what came."""
    await say(bot, "/digest subscribe")
    answered = await say(bot, f"/digest {line}", ANYONE)
    assert answered.answer is not None
    assert answered.reply.private


@pytest.mark.parametrize("line", ["edit 1 hour:8", "pause 1", "preview 1", "unsubscribe 1"])
async def test_who_manages_one_channel_manages_no_other(bot: Bot, line: str) -> None:
    """The number of another channel's digest is of no use."""
    await say(bot, "/digest subscribe")
    before = await kept(bot)
    assert isinstance((await say(bot, f"/digest {line}", ELSEWHERE)).refusal, Unheard)
    assert await kept(bot) == before


async def test_edit_changes_what_is_named_and_keeps_the_rest(bot: Bot) -> None:
    """``all`` and ``none`` take away what was chosen; the day of another rhythm begins anew."""
    await say(bot, "/digest subscribe day:friday hour:8 model:alpha news:promises role:123")
    of(SubscriptionAnswer, await say(bot, "/digest edit 1 zone:Europe/Berlin"))
    found = await kept(bot)
    assert found is not None
    assert (found.day, found.hour, found.zone) == (4, 8, "Europe/Berlin")
    assert found.filters == Filters(model="alpha", kinds=("promises",))
    assert found.next_due == datetime(2026, 11, 27, 7, tzinfo=UTC)
    of(SubscriptionAnswer, await say(bot, "/digest edit 1 cadence:monthly model:all news:all role:none"))
    found = await kept(bot)
    assert found is not None
    assert (found.cadence, found.day, found.filters, found.role) == (Cadence.MONTHLY, 1, Filters(), "")


async def test_pause_resume_and_unsubscribe(bot: Bot) -> None:
    """What is paused has no next run; what is ended is gone."""
    await say(bot, "/digest subscribe organization:lab")
    await say(bot, "/digest pause 1")
    (standing,) = of(SubscriptionsAnswer, await say(bot, "/digest list")).standing
    assert (standing.run, standing.wishes.organization) == (None, "The Lab")
    later = NOW + timedelta(days=30)
    await say(bot, "/digest resume 1", now=later)
    (standing,) = of(SubscriptionsAnswer, await say(bot, "/digest list", now=later)).standing
    assert standing.run == datetime(2026, 12, 28, 9, tzinfo=UTC)
    assert of(SubscriptionAnswer, await say(bot, "/digest unsubscribe 1")).done is Done.ENDED
    assert of(SubscriptionsAnswer, await say(bot, "/digest list")).standing == ()


async def test_who_subscribed_resumes_from_a_direct_message(bot: Bot) -> None:
    """Where no channel is managed: whose digest it is counts, and nobody else's press does."""
    await say(bot, "/digest subscribe")
    await say(bot, "/digest pause 1")
    stranger = Asker("discord", "", "11", "Zoe", channel="99")
    assert isinstance((await say(bot, "/digest resume-own 1", stranger)).refusal, Unheard)
    nobody = Asker("discord", "", "", channel="99")
    assert isinstance((await say(bot, "/digest resume-own 1", nobody)).refusal, Unheard)
    found = of(SubscriptionAnswer, await say(bot, "/digest resume-own 1", replace(stranger, user=ANN.user)))
    assert found.done is Done.RESUMED
    assert not found.subscription.paused


async def test_a_preview_is_for_oneself_and_a_test_for_all(bot: Bot) -> None:
    """A test is in the language of the posts; a preview in the asker's."""
    await say(bot, "/digest subscribe language:ja")
    look = await say(bot, "/digest preview 1")
    post = await say(bot, "/digest test 1")
    assert of(PreviewAnswer, look).digest == of(PreviewAnswer, post).digest
    assert (look.reply.private, look.reply.language) == (True, "en")
    assert (post.reply.private, post.reply.language) == (False, "ja")


async def test_the_history_of_what_never_came_is_empty(bot: Bot) -> None:
    """And says so."""
    await say(bot, "/digest subscribe")
    answered = await say(bot, "/digest history 1")
    assert of(DeliveriesAnswer, answered).deliveries == ()
    assert "None was due yet." in answered.reply.text


async def test_without_a_state_nobody_subscribes(bot: Bot) -> None:
    """A program that only reads says so in a sentence."""
    answered = await say(Bot(bot.store), "/digest subscribe")
    assert answered.mistake is not None
    assert answered.mistake.mistake is Mistake.NOT_HERE
