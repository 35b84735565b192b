"""Previews of links: off by default, few, once in a while, easy to hide."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.core import Bot
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import FakeSlack
from tests.platforms.slack.conftest import Running, running, settings

Json = dict[str, Any]

GROK = "https://huggingface.co/xai-org/grok-2"


@pytest_asyncio.fixture
async def unfurling(bot: Bot, slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot with previews switched on."""
    async with running(bot, settings(slack, tmp_path, unfurl=True), slack) as found:
        yield found


def shared(*urls: str, **changes: Any) -> Json:
    """A message with links."""
    return {
        "type": "link_shared",
        "user": payloads.USER,
        "channel": payloads.CHANNEL,
        "message_ts": "1700000000.000500",
        "links": [{"domain": url.split("/")[2], "url": url} for url in urls],
        "source": "conversations_history",
        "unfurl_id": "C1.1.abc",
        "is_bot_user_member": True,
        "event_ts": "1700000000.000500",
        **changes,
    }


async def test_a_link_to_a_model_gets_a_small_preview(unfurling: Running, slack: FakeSlack) -> None:
    """Name, headline and day of the sources, with a way to the card and one to hide it."""
    await unfurling.send(payloads.event(shared(GROK)))
    (call,) = await slack.wait("chat.unfurl")
    assert (call["unfurl_id"], call["source"]) == ("C1.1.abc", "conversations_history")
    written = str(call["unfurls"][GROK])
    assert "Open weights, restricted licence" in written
    assert "The whole card" in written
    assert "Hide preview" in written


@pytest.mark.parametrize(
    "urls",
    [
        (GROK, "https://huggingface.co/a/b", "https://github.com/c/d"),
        ("https://huggingface.co/nobody/nothing-like-this",),
        ("https://example.org/xai-org/grok-2",),
        ("https://huggingface.co/datasets/xai-org/grok-2",),
        (),
    ],
)
async def test_where_there_is_no_preview(unfurling: Running, slack: FakeSlack, urls: tuple[str, ...]) -> None:
    """Three links or more, no model, another site, no link: nothing."""
    await unfurling.send(payloads.event(shared(*urls)))
    await asyncio.sleep(0.05)
    assert slack.called("chat.unfurl") == []


async def test_the_same_link_is_shown_once_in_a_while(unfurling: Running, slack: FakeSlack) -> None:
    """Within half an hour once in each channel."""
    await unfurling.send(payloads.event(shared(GROK), "Ev1"))
    await unfurling.send(payloads.event(shared(GROK, message_ts="1700000009.0"), "Ev2"))
    await unfurling.send(payloads.event(shared(GROK, channel="C0OTHER"), "Ev3"))
    await slack.wait("chat.unfurl", 2)
    await asyncio.sleep(0.05)
    assert len(slack.called("chat.unfurl")) == 2


async def test_a_preview_can_be_hidden(unfurling: Running, slack: FakeSlack) -> None:
    """The button puts a word in the preview's place."""
    payload = payloads.press({"action_id": "dismiss", "value": "dismiss"}, slack.response_url)
    payload["container"] |= {"type": "message_attachment", "is_app_unfurl": True, "app_unfurl_url": GROK}
    await unfurling.send(payload)
    (call,) = await slack.wait("chat.unfurl")
    assert (call["channel"], call["ts"]) == (payloads.CHANNEL, "1700000000.000100")
    assert "Preview hidden." in str(call["unfurls"][GROK])


async def test_off_by_default(app: Running, slack: FakeSlack) -> None:
    """Without the setting, links are left alone."""
    await app.send(payloads.event(shared(GROK)))
    await asyncio.sleep(0.05)
    assert slack.called("chat.unfurl") == []
