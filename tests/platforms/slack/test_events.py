"""Mentions, direct messages, shortcuts, the agent's pane: answered where they are, once."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.core import Bot
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import FakeSlack, Fault
from tests.platforms.slack.conftest import Running, free_port, running, settings

Json = dict[str, Any]


async def test_a_mention_is_answered_in_its_thread(app: Running, slack: FakeSlack) -> None:
    """A mention in a channel begins a thread below it; Slack is told not to send it again."""
    response = await app.send(payloads.event(payloads.mention("<@U0BOT> is grok-2 open?")))
    assert (response.status, response.headers["x-slack-no-retry"]) == (200, "1")
    (posted,) = await slack.wait("chat.postMessage")
    assert (posted["channel"], posted["thread_ts"]) == (payloads.CHANNEL, "1700000000.000200")
    assert posted["text"].startswith("Grok-2 (xAI)")
    assert (posted["unfurl_links"], posted["unfurl_media"]) == (False, False)


async def test_a_mention_in_a_thread_is_answered_there(app: Running, slack: FakeSlack) -> None:
    """In a thread, the answer goes to the thread."""
    event = payloads.mention("<@U0BOT> grok-2", thread_ts="1699999999.000100")
    await app.send(payloads.event(event))
    (posted,) = await slack.wait("chat.postMessage")
    assert posted["thread_ts"] == "1699999999.000100"


@pytest.mark.parametrize("text", ["<@U0BOT>", "<@U0BOT> hello", "<@U0BOT> help"])
async def test_what_only_the_asker_needs_is_whispered(app: Running, slack: FakeSlack, text: str) -> None:
    """Help and refusals to a mention are seen by the asker alone."""
    await app.send(payloads.event(payloads.mention(text)))
    (whispered,) = await slack.wait("chat.postEphemeral")
    assert whispered["user"] == payloads.USER
    assert slack.called("chat.postMessage") == []


async def test_a_direct_message_is_answered_in_the_conversation(app: Running, slack: FakeSlack) -> None:
    """No thread is begun, and refusals stay in the conversation, where they last."""
    await app.send(payloads.event(payloads.direct("is grok-2 open?"), "Ev1"))
    await app.send(payloads.event(payloads.direct("good morning", ts="1700000000.000400"), "Ev2"))
    posted = await slack.wait("chat.postMessage", 2)
    assert all("thread_ts" not in each for each in posted)
    assert slack.called("chat.postEphemeral") == []


async def test_the_agents_pane_keeps_its_thread(app: Running, slack: FakeSlack) -> None:
    """A message of the pane's thread is answered in it."""
    await app.send(payloads.event(payloads.direct("grok-2", thread_ts="1700000000.000001")))
    (posted,) = await slack.wait("chat.postMessage")
    assert posted["thread_ts"] == "1700000000.000001"


@pytest.mark.parametrize(
    "event",
    [
        payloads.mention("<@U0BOT> grok-2", bot_id="B0OTHER"),
        payloads.direct("grok-2", bot_id="B0BOT"),
        payloads.direct("grok-2", subtype="message_changed"),
        payloads.direct("grok-2", subtype="bot_message"),
        {**payloads.direct("grok-2"), "channel_type": "channel", "channel": payloads.CHANNEL},
        {"type": "reaction_added", "user": payloads.USER},
        {"type": "link_shared", "links": [{"url": "https://huggingface.co/xai-org/grok-2"}]},
    ],
)
async def test_what_is_nobodys_question_is_left_alone(app: Running, slack: FakeSlack, event: Json) -> None:
    """Bots, edits, other channels' messages and other events are acknowledged, and that is all."""
    before = len(slack.calls)
    assert (await app.send(payloads.event(event))).status == 200
    await asyncio.sleep(0.05)
    assert len(slack.calls) == before


async def test_an_event_that_comes_again_is_answered_once(app: Running, slack: FakeSlack) -> None:
    """Slack sends an event up to three times more: each is acknowledged, one is answered."""
    body = payloads.form(payloads.event(payloads.mention("<@U0BOT> grok-2")))
    for number in range(4):
        headers = {"X-Slack-Retry-Num": str(number)} if number else {}
        response = await app.post(body, headers)
        assert response.status == 200
    await slack.wait("chat.postMessage")
    await asyncio.sleep(0.05)
    assert len(slack.called("chat.postMessage")) == 1


async def test_two_replicas_answer_an_event_once(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """The same event at two processes that share the state is answered by one of them."""
    one = settings(slack, tmp_path)
    two = one.model_copy(update={"slack": one.slack.model_copy(update={"port": free_port()})})
    async with running(bot, one, slack) as first, running(bot, two, slack) as second:
        for number in range(5):
            event = payloads.event(payloads.mention("<@U0BOT> grok-2"), f"Ev{number}")
            await asyncio.gather(first.send(event), second.send(event))
        await slack.wait("chat.postMessage", 5)
        await asyncio.sleep(0.1)
    assert len(slack.called("chat.postMessage")) == 5


@pytest.mark.parametrize(
    "fault",
    [
        Fault("chat.postMessage", status=429, error="ratelimited", headers={"Retry-After": "1"}),
        Fault("chat.postMessage", status=503),
        Fault("chat.postMessage"),
        Fault("chat.postMessage", seconds=0.3),
    ],
    ids=["429", "503", "dropped", "slow"],
)
async def test_slacks_own_troubles_are_waited_out(app: Running, slack: FakeSlack, fault: Fault) -> None:
    """Asked to wait, refused for a moment, cut off or slow: the answer arrives, once."""
    slack.faults.append(fault)
    await app.send(payloads.event(payloads.mention("<@U0BOT> grok-2")))
    await slack.wait("chat.postMessage")
    await asyncio.sleep(0.05)
    assert len(slack.called("chat.postMessage")) == 1


async def test_where_it_may_not_post_it_whispers(app: Running, slack: FakeSlack) -> None:
    """A channel that refuses the post gets nothing; the asker gets the answer."""
    slack.faults.append(Fault("chat.postMessage", status=200, error="restricted_action"))
    await app.send(payloads.event(payloads.mention("<@U0BOT> grok-2")))
    (whispered,) = await slack.wait("chat.postEphemeral")
    assert whispered["text"].startswith("Grok-2 (xAI)")


async def test_the_message_shortcut_answers_privately(app: Running, slack: FakeSlack) -> None:
    """A message that names one model gets its card, for the asker alone, to share."""
    text = "Look: <https://huggingface.co/xai-org/grok-2|grok-2> is out"
    await app.send(payloads.message_shortcut(text, slack.response_url))
    (answer,) = await slack.wait("response")
    assert answer["response_type"] == "ephemeral"
    assert answer["text"].startswith("Grok-2 (xAI)")
    assert "Share to channel" in str(answer["blocks"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nothing here", "I know no model"),
        ("Grok-1 and Grok-2 compared", "names several models"),
        ("", "I know no"),
    ],
)
async def test_the_message_shortcut_asks_or_says_no(
    app: Running, slack: FakeSlack, text: str, said: str
) -> None:
    """Several models make a choice; none is said."""
    await app.send(payloads.message_shortcut(text, slack.response_url))
    (answer,) = await slack.wait("response")
    assert said in answer["text"]


async def test_the_message_shortcut_reads_blocks(app: Running, slack: FakeSlack) -> None:
    """A message without text is read by its blocks."""
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "new: grok-2"}}]
    await app.send(payloads.message_shortcut("", slack.response_url, blocks=blocks))
    (answer,) = await slack.wait("response")
    assert answer["text"].startswith("Grok-2 (xAI)")


async def test_the_agents_pane_suggests_questions(app: Running, slack: FakeSlack) -> None:
    """Opening the pane offers up to four questions, without a thread, as agents' panes want it."""
    opened = {"type": "app_home_opened", "user": payloads.USER, "channel": payloads.DIRECT, "tab": "messages"}
    await app.send(payloads.event(opened))
    (suggested,) = await slack.wait("assistant.threads.setSuggestedPrompts")
    assert suggested["channel_id"] == payloads.DIRECT
    assert 1 <= len(suggested["prompts"]) <= 4
    assert "thread_ts" not in suggested
