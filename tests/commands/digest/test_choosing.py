"""What can be chosen as a form, and whose digests are listed where nobody is in a channel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.commands import COMMANDS, line
from bot.commands.digest.answers import SubscriptionsAnswer, WishAnswer
from bot.commands.digest.desk import MOST
from bot.core import Bot
from bot.errors import Mistake
from bot.facts.refusals import Unheard
from bot.state.subscription import Filters
from tests.commands.digest.asking import ANN, ANYONE, ELSEWHERE, NOW, of, say

NOWHERE = replace(ANN, channel="")


async def test_what_is_chosen_can_be_sent_back_as_it_is(bot: Bot) -> None:
    """Each value as people would write it: editing with them all changes nothing."""
    chosen = "cadence:monthly day:31 hour:7:05 zone:Asia/Tokyo language:ja model:alpha license:MIT role:123"
    await say(bot, f"/digest subscribe {chosen} news:promises when_empty:say-so")
    before = of(SubscriptionsAnswer, await say(bot, "/digest list")).standing
    found = of(WishAnswer, await say(bot, "/digest choose 1"))
    assert (found.command, dict(found.given)) == ("digest edit", {"digest": "1"})
    assert found.names == Filters(model="Alpha", license="MIT License", kinds=("promises",))
    written = " ".join(f"{name}:{value}" for name, value in found.values.items())
    await say(bot, f"/digest edit 1 {written}")
    assert of(SubscriptionsAnswer, await say(bot, "/digest list")).standing == before


async def test_a_new_one_begins_with_what_it_would_be(bot: Bot) -> None:
    """Weekly, in the asker's language, about everything; nothing is kept yet."""
    found = of(WishAnswer, await say(bot, "/digest choose", language="ja"))
    assert (found.command, dict(found.given)) == ("digest subscribe", {})
    assert found.values["language"] == "ja"
    assert (found.values["cadence"], found.values["day"], found.values["model"]) == (
        "weekly",
        "monday",
        "all",
    )
    assert of(SubscriptionsAnswer, await say(bot, "/digest list")).standing == ()


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_the_form_says_each_input_in_its_language(bot: Bot, language: str) -> None:
    """Nothing is without a label, and a value that must be picked is among the options."""
    form = (await say(bot, "/digest choose", language=language)).reply.form
    assert form is not None
    assert all(each.label for each in form.inputs)
    for each in form.inputs:
        if each.options and each.completed is None:
            assert each.value in [one.value for one in each.options]
    labels = {one.label for each in form.inputs for one in each.options}
    assert {"en": "Every week", "ja": "毎週"}[language] in labels
    assert {"en": "Day 31 of the month", "ja": "毎月31日"}[language] in labels


async def test_only_who_manages_the_channel_chooses(bot: Bot) -> None:
    """Of a digest of this channel, and as many as a channel has."""
    answered = await say(bot, "/digest choose", ANYONE)
    assert answered.mistake is not None
    assert answered.mistake.mistake is Mistake.NOT_MANAGER
    await say(bot, "/digest subscribe", ELSEWHERE)
    assert isinstance((await say(bot, "/digest choose 1")).refusal, Unheard)
    for _ in range(MOST):
        await say(bot, "/digest subscribe")
    answered = await say(bot, "/digest choose")
    assert answered.mistake is not None
    assert answered.mistake.mistake is Mistake.TOO_MANY_DIGESTS


async def test_from_no_channel_the_workspaces_are_listed(bot: Bot) -> None:
    """Its own and no other's, with their channels; the reply offers nothing to press."""
    await say(bot, "/digest subscribe")
    await say(bot, "/digest subscribe zone:tokyo", ELSEWHERE)
    await say(bot, "/digest subscribe", replace(ANN, workspace="9"))
    answered = await say(bot, "/digest list", NOWHERE)
    found = of(SubscriptionsAnswer, answered)
    assert found.everywhere
    assert [each.subscription.channel for each in found.standing] == [ANN.channel, ELSEWHERE.channel]
    assert "The digests of this workspace" in answered.reply.text
    assert answered.reply.follow_ups == ()
    empty = await say(bot, "/digest list", replace(NOWHERE, workspace="8"))
    assert "Type /digest subscribe in a channel" in empty.reply.text


@pytest.mark.parametrize("command", ["preview 1", "history 1", "pause 1", "edit 1 hour:8", "choose 1"])
async def test_from_no_channel_nothing_else_is_reached(bot: Bot, command: str) -> None:
    """What one channel subscribes to is no other's affair, nor that of somebody in none."""
    await say(bot, "/digest subscribe")
    assert isinstance((await say(bot, f"/digest {command}", NOWHERE)).refusal, Unheard)


def test_the_form_is_no_command_that_people_are_offered() -> None:
    """It is what platforms open in place of one."""
    (found,) = (each for each in COMMANDS if each.name == "digest choose")
    assert not found.shown
    assert line.read("/digest choose 3", NOW.date()).digest == 3
