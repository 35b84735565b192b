"""Starting: what is missing, refused or away, in one sentence each; Socket Mode, reconnecting, stopping."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.core import Bot
from bot.health import Health, State
from bot.platforms import slack as platform
from bot.platforms.slack import start
from bot.platforms.slack.error import SlackError
from bot.settings import Settings
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import APP_TOKEN, FakeSlack, Fault
from tests.platforms.slack.conftest import running, settings

Json = dict[str, Any]


async def refused(bot: Bot, found: Settings) -> str:
    """The sentence with which the platform ends."""
    with pytest.raises(SlackError) as caught:
        await asyncio.wait_for(platform.run(bot, found), 5)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"bot_token": None}, "There is no Slack token"),
        ({"client_id": "1.2"}, "both a bot token and a client id"),
        ({"signing_secret": None}, "needs OPENNESS_SLACK_SIGNING_SECRET"),
        ({"mode": "socket"}, "Socket Mode needs OPENNESS_SLACK_APP_TOKEN"),
        ({"bot_token": "xapp-1"}, "OPENNESS_SLACK_BOT_TOKEN holds a token of another kind"),
        ({"mode": "socket", "app_token": "xoxb-1"}, "OPENNESS_SLACK_APP_TOKEN holds a token of another kind"),
        ({"command": "/open"}, "/open is Slack's own"),
        ({"command": "/Openness"}, "small letters"),
        ({"bot_token": None, "client_id": "1.2", "mode": "socket", "app_token": "xapp-1"}, "over HTTP"),
        ({"bot_token": None, "client_id": "1.2"}, "OPENNESS_SLACK_CLIENT_SECRET"),
        ({"bot_token": None, "client_id": "1.2", "client_secret": "s"}, "OPENNESS_STATE_KEYS"),
        (
            {"bot_token": None, "client_id": "1.2", "client_secret": "s", "keys": "short"},
            "OPENNESS_STATE_KEYS holds something that is no key",
        ),
        ({"bot_token": "xoxb-wrong"}, "OPENNESS_SLACK_BOT_TOKEN is refused"),
        ({"mode": "socket", "app_token": "xapp-wrong"}, "OPENNESS_SLACK_APP_TOKEN is refused"),
        ({"state_url": "sqlite:////proc/none/state.db"}, "The state database"),
    ],
)
async def test_what_is_wrong_is_one_sentence(
    bot: Bot, slack: FakeSlack, tmp_path: Path, changes: Json, sentence: str
) -> None:
    """Each thing that is missing, contradicts itself or is refused has its sentence."""
    said = await refused(bot, settings(slack, tmp_path, **changes))
    assert sentence in said
    assert "xoxb-wrong" not in said


@pytest.mark.parametrize(
    ("error", "needed"),
    [("missing_scope", "lacks the scope"), ("account_inactive", "removed"), ("fatal_oddity", "fatal_oddity")],
)
async def test_slacks_refusals_have_a_sentence(
    bot: Bot, slack: FakeSlack, tmp_path: Path, error: str, needed: str
) -> None:
    """Slack's error codes are put into words; those that are not known are named."""
    slack.faults.append(Fault("auth.test", status=200, error=error))
    assert needed in await refused(bot, settings(slack, tmp_path))


async def test_a_clock_that_is_off_is_a_sentence(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """An hour off, every signature would seem void."""
    slack.date = "Mon, 01 Jan 2024 00:00:00 GMT"
    assert "seconds ahead of Slack's" in await refused(bot, settings(slack, tmp_path))


async def test_missing_scopes_are_named(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """A scope that was not granted is named at start; the bot answers all the same."""
    slack.scopes = "commands,chat:write"
    with capture_logs() as logs:
        async with running(bot, settings(slack, tmp_path), slack) as app:
            assert await app.command("grok-2")
    (said,) = [each["event"] for each in logs if "lacks the scopes" in each["event"]]
    assert "app_mentions:read, im:history, assistant:write" in said


async def test_without_a_network_it_says_so_and_tries_again(
    bot: Bot, slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack away at start is one sentence in the log; once it is back, the bot is ready."""
    away = settings(slack, tmp_path).model_copy(deep=True)
    away = away.model_copy(
        update={"slack": away.slack.model_copy(update={"api_url": "http://127.0.0.1:1/api/"})}
    )
    health = Health()
    with capture_logs() as logs:
        task = asyncio.create_task(platform.run(bot, away, health))
        async with asyncio.timeout(5):
            while health.state is not State.RESTARTING:  # noqa: ASYNC110 - health is a value, not an event
                await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    (said,) = [each["event"] for each in logs if "Slack cannot be reached" in each["event"]]
    assert said.endswith("check the network. Trying again in 1 s.")
    monkeypatch.setattr(start, "SHORTEST", 0.01)
    slack.faults += [Fault("auth.test", status=503)] * 3
    with capture_logs():
        async with running(bot, settings(slack, tmp_path), slack) as app:
            assert await app.command("grok-2")


async def test_socket_mode(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """Over the socket the acknowledgement is the answer too, events are answered, and it reconnects."""
    health = Health()
    found = settings(slack, tmp_path, mode="socket", app_token=APP_TOKEN, signing_secret=None)
    task = asyncio.create_task(platform.run(bot, found, health))
    try:
        await slack.wait("hello")
        answer = await slack.send("slash_commands", payloads.command("grok-2"), "e1")
        assert answer["text"].startswith("Grok-2 (xAI)")
        assert slack.called("chat.postMessage") == []
        event = payloads.event(payloads.mention("<@U0BOT> grok-2"))
        assert await slack.send("events_api", event, "e2") == {}
        assert await slack.send("events_api", event, "e3", retry_attempt=1, retry_reason="timeout") == {}
        await slack.wait("chat.postMessage")
        assert len(slack.called("chat.postMessage")) == 1
        await slack.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})
        await slack.wait("hello", 2)
        answer = await slack.send("slash_commands", payloads.command("grok-1"), "e4")
        assert answer["text"].startswith("Grok-1 (xAI)")
        assert health.ready
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert health.state is State.STOPPED
    assert all(each.closed for each in slack.sockets)


async def test_stopping_lets_answers_arrive(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """What was acknowledged is still answered when the bot is stopped meanwhile."""
    slack.faults.append(Fault("chat.postMessage", seconds=0.3))
    async with running(bot, settings(slack, tmp_path), slack) as app:
        await app.send(payloads.event(payloads.mention("<@U0BOT> grok-2")))
    assert len(slack.called("chat.postMessage")) == 1
