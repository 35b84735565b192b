"""Digests on Slack: posted with metadata, found again by it, and every refusal named."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.core import Bot
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.posts import Posts
from bot.platforms.slack.web import open_web
from bot.platforms.slack.workspaces import OneWorkspace
from bot.posting import Busy, Refused, Uncertain
from bot.replies.reply import Reply
from bot.state.subscription import Subscription
from tests.fakes.slack import BOT_TOKEN, FakeSlack, Fault

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
NONCE = "a" * 24
WEEKLY = Subscription(
    platform="slack", workspace="T1", channel="C1", created_by="U1", created_at=NOW, next_due=NOW
)
DIGEST = Reply("Openness digest", "Nothing new <!channel>.")


@pytest_asyncio.fixture
async def posts(bot: Bot, slack: FakeSlack) -> AsyncIterator[Posts]:
    """The poster, on the local Slack."""
    async with open_web(slack.api_url) as web:
        yield Posts(Answering(bot, "/openness"), OneWorkspace(web.client(BOT_TOKEN, patient=False)))


async def test_a_digest_carries_its_nonce(posts: Posts, slack: FakeSlack) -> None:
    """The message's metadata hold the nonce; nothing is unfurled, and nobody mentioned."""
    await posts.post(WEEKLY, DIGEST, NONCE)
    (body,) = slack.called("chat.postMessage")
    assert body["metadata"] == {"event_type": "openness_digest", "event_payload": {"nonce": NONCE}}
    assert body["unfurl_links"] is False
    assert "<!channel>" not in body["text"]


async def test_a_chosen_group_is_mentioned(posts: Posts, slack: FakeSlack) -> None:
    """The role that the channel chose, and no other."""
    await posts.post(replace(WEEKLY, role="S1"), DIGEST, NONCE)
    (body,) = slack.called("chat.postMessage")
    (section,) = body["blocks"][0]["elements"]
    assert section["elements"] == [{"type": "usergroup", "usergroup_id": "S1"}]


async def test_a_digest_is_found_again(posts: Posts, slack: FakeSlack) -> None:
    """By the metadata of what was posted since; what is another's isn't ours."""
    slack.history = [{"ts": "1.0"}, {"ts": "2.0", "metadata": {"event_payload": {"nonce": NONCE}}}]
    assert await posts.find(WEEKLY, NONCE, NOW) == "2.0"
    assert await posts.find(WEEKLY, "b" * 24, NOW) is None
    asked = slack.called("conversations.history")[0]
    assert (asked["oldest"], asked["include_all_metadata"]) == (f"{NOW.timestamp():.6f}", True)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("chat.postMessage", status=200, error="channel_not_found"), Refused),
        (Fault("chat.postMessage", status=200, error="is_archived"), Refused),
        (Fault("chat.postMessage", status=429, headers={"Retry-After": "7"}), Busy),
        (Fault("chat.postMessage", status=503), Uncertain),
    ],
)
async def test_every_refusal_is_named(
    posts: Posts, slack: FakeSlack, fault: Fault, kind: type[Exception]
) -> None:
    """What is definite, what is to wait for, and what may have arrived."""
    slack.faults.append(fault)
    with pytest.raises(kind):
        await posts.post(WEEKLY, DIGEST, NONCE)


async def test_an_admin_is_told_with_a_way_to_resume(posts: Posts, slack: FakeSlack) -> None:
    """Who subscribed reads why, and has the button."""
    await posts.tell_admin(WEEKLY, "The channel is gone.")
    (body,) = slack.called("chat.postMessage")
    assert body["channel"] == "U1"
    assert "digest resume-own 0" in str(body["blocks"])
