"""The door for Slack's requests: signed, fresh, once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.core import Bot
from bot.platforms.slack.error import SlackError
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import FakeSlack
from tests.platforms.slack.conftest import Running, running, settings


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Request-Timestamp": "nonsense"},
        {"X-Slack-Request-Timestamp": "0"},
        payloads.signed(payloads.form(payloads.command("grok-1"))),
        payloads.signed("text=grok-2", secret="another"),
    ],
)
async def test_what_slack_did_not_sign_is_refused(app: Running, headers: dict[str, str]) -> None:
    """A forged, missing or other signature gets 401."""
    response = await app.send(payloads.command("grok-2"), headers)
    assert response.status == 401


@pytest.mark.parametrize("seconds", [-400, 400])
async def test_a_stale_signature_is_refused(app: Running, seconds: int) -> None:
    """A good signature of more than five minutes ago, or ahead, gets 401."""
    body = payloads.form(payloads.command("grok-2"))
    response = await app.post(body, payloads.signed(body, at=time.time() + seconds))
    assert response.status == 401


async def test_a_replayed_request_is_refused(app: Running) -> None:
    """The same signed request a second time gets 401, even when it says that it is sent again."""
    body = payloads.form(payloads.command("grok-2"))
    headers = payloads.signed(body)
    first = await app.post(body, headers)
    again = await app.post(body, headers)
    pretending = await app.post(body, {**headers, "X-Slack-Retry-Num": "1"})
    assert [first.status, again.status, pretending.status] == [200, 401, 401]


@pytest.mark.parametrize("body", ["payload={broken", "{broken", "\udcff\udcfe", "payload=%FF"])
async def test_what_cannot_be_read_is_refused(app: Running, body: str) -> None:
    """Broken JSON or text, unsigned, gets 401 and no traceback."""
    url = f"{app.url}/slack/events"
    kind = "application/json" if body.startswith("{") else "application/x-www-form-urlencoded"
    sent = body.encode("utf-8", "surrogateescape")
    response = await app.session.post(url, data=sent, headers={"Content-Type": kind})
    assert response.status == 401


async def test_the_address_can_be_verified(app: Running) -> None:
    """Slack's challenge is answered."""
    response = await app.send({"type": "url_verification", "challenge": "c", "token": "t"})
    assert (response.status, await response.json()) == (200, {"challenge": "c"})


async def test_a_port_that_is_taken_is_a_sentence(
    bot: Bot, slack: FakeSlack, app: Running, tmp_path: Path
) -> None:
    """A second process on the same port says so."""
    port = int(app.url.rsplit(":", 1)[1])
    with pytest.raises(SlackError, match=rf"cannot listen on 127.0.0.1:{port}"):
        async with running(bot, settings(slack, tmp_path, port=port), slack):
            pass


async def test_it_listens_on_this_machine_alone(app: Running) -> None:
    """The host is the setting's, not every interface."""
    assert app.url.startswith("http://127.0.0.1:")
