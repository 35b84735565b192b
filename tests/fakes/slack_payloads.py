"""Payloads as Slack sends them, complete, and signed as Slack signs them."""

from __future__ import annotations

import json
import time
from typing import Any
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from tests.fakes.slack import BOT_USER, TEAM

Json = dict[str, Any]

SECRET = "signing-secret"
CHANNEL, DIRECT, USER = "C0CHANNEL", "D0DIRECT", "U0ASKER"


def command(text: str, response_url: str = "http://127.0.0.1:1/", **changes: str) -> Json:
    """A slash command."""
    return {
        "token": "verification",
        "team_id": TEAM,
        "team_domain": "team",
        "channel_id": CHANNEL,
        "channel_name": "general",
        "user_id": USER,
        "user_name": "asker",
        "command": "/openness",
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": f"1.2.{time.monotonic_ns()}",
        **changes,
    }


def interaction(kind: str, response_url: str = "", **more: Any) -> Json:
    """What every interaction has."""
    return {
        "type": kind,
        "user": {"id": USER, "username": "asker", "name": "asker", "team_id": TEAM},
        "api_app_id": "A1",
        "token": "verification",
        "team": {"id": TEAM, "domain": "team"},
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": f"1.2.{time.monotonic_ns()}",
        **({"response_url": response_url} if response_url else {}),
        **more,
    }


def press(
    action: Json, response_url: str, channel: str = CHANNEL, ephemeral: bool = True, **more: Any
) -> Json:
    """A pressed button or a picked option under a message."""
    container = {
        "type": "message",
        "message_ts": more.pop("ts", "1700000000.000100"),
        "channel_id": channel,
        "is_ephemeral": ephemeral,
    }
    return interaction(
        "block_actions",
        response_url,
        container=container,
        channel={"id": channel, "name": "general"},
        state={"values": {}},
        actions=[{"block_id": "b", "action_ts": "1700000001.0", **action}],
        **more,
    )


def press_in_view(action: Json, view: Json) -> Json:
    """A pressed button or a picked option in a form or the App Home."""
    return interaction(
        "block_actions",
        container={"type": "view", "view_id": "V1"},
        view={"id": "V1", "team_id": TEAM, **view},
        actions=[{"block_id": "b", "action_ts": "1700000001.0", **action}],
    )


def message_shortcut(text: str, response_url: str, **message: Any) -> Json:
    """The shortcut on a message."""
    return interaction(
        "message_action",
        response_url,
        callback_id="about_message",
        message_ts="1700000000.000100",
        action_ts="1700000001.0",
        channel={"id": CHANNEL, "name": "general"},
        message={"type": "message", "user": "U0OTHER", "ts": "1700000000.000100", "text": text, **message},
    )


def event(event: Json, id: str = "Ev1") -> Json:
    """An event in its envelope."""
    return {
        "token": "verification",
        "team_id": TEAM,
        "api_app_id": "A1",
        "event": event,
        "type": "event_callback",
        "event_id": id,
        "event_time": 1700000000,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": "4-ev",
    }


def mention(text: str, **changes: Any) -> Json:
    """A message in a channel that mentions the bot."""
    return {
        "type": "app_mention",
        "user": USER,
        "text": text,
        "ts": "1700000000.000200",
        "channel": CHANNEL,
        "event_ts": "1700000000.000200",
        **changes,
    }


def direct(text: str, **changes: Any) -> Json:
    """A direct message to the bot."""
    return {
        "type": "message",
        "user": USER,
        "text": text,
        "ts": "1700000000.000300",
        "channel": DIRECT,
        "channel_type": "im",
        "event_ts": "1700000000.000300",
        **changes,
    }


def form(payload: Json) -> str:
    """The body of a request: commands are forms, interactions a form with JSON in it, events JSON."""
    if "command" in payload:
        return urlencode(payload)
    if payload.get("type") in ("event_callback", "url_verification"):
        return json.dumps(payload)
    return urlencode({"payload": json.dumps(payload)})


def signed(body: str, at: float | None = None, secret: str = SECRET) -> dict[str, str]:
    """The headers with which Slack sends the body."""
    timestamp = str(int(time.time() if at is None else at))
    signature = SignatureVerifier(secret).generate_signature(timestamp=timestamp, body=body)
    kind = "application/json" if body.startswith("{") else "application/x-www-form-urlencoded"
    return {
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": signature or "",
        "Content-Type": kind,
    }
