"""Bolt's listeners: every payload that Slack sends, to the function that answers it."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.response import BoltResponse

from bot import replies
from bot.platforms.slack import adapter, events, home, pressed, scene
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.delivery import Delivery
from bot.platforms.slack.manifest import ABOUT_MESSAGE, ASK
from bot.platforms.slack.once import Once
from bot.platforms.slack.render import card, message
from bot.platforms.slack.scene import Scene
from bot.platforms.slack.tasks import Tasks
from bot.replies.reply import Reply
from bot.replies.words import words as words_in

ANY = re.compile("")
_NO_RETRY: dict[str, str | Sequence[str]] = {"x-slack-no-retry": "1"}
_JSON: dict[str, str | Sequence[str]] = {"content-type": "application/json;charset=utf-8"}

Body = dict[str, Any]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the listeners hand on."""

    answering: Answering
    delivery: Delivery
    once: Once
    unfurls: bool = False
    tasks: Tasks = field(default_factory=Tasks)

    def start(self, work: Any, here: Scene) -> None:
        """Go on after the acknowledgement; where it fails, tell the asker."""

        async def tell(reply: Reply) -> None:
            await events.tell(self.answering, self.delivery, here, reply)

        self.tasks.start(work, tell, here.language)


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register a listener for everything, so that nothing is left without an answer."""
    answering, delivery, once = desk.answering, desk.delivery, desk.once
    language = answering.language

    async def command(body: Body) -> BoltResponse:
        return await _answered(adapter.command(answering, delivery, body), language)

    async def options(body: Body) -> BoltResponse:
        return acknowledgement(adapter.options(answering, body))

    async def submit(body: Body) -> BoltResponse:
        answered = await _answered(adapter.submit(answering, body), language)
        here = scene.of_interaction(body, language)
        if here.elsewhere:  # opened from the App Home, which shows what was changed
            desk.start(home.show(answering, delivery, here), here)
        return answered

    async def close() -> BoltResponse:
        return acknowledgement(None)

    async def press(body: Body) -> BoltResponse:
        here = scene.of_interaction(body, language)
        desk.start(pressed.press(answering, delivery, once, body), here)
        return acknowledgement(None)

    async def shortcut(body: Body) -> BoltResponse:
        here = scene.of_interaction(body, language)
        match body.get("callback_id"):
            case name if name == ABOUT_MESSAGE or body.get("type") == "message_action":
                desk.start(events.about(answering, delivery, body), here)
            case name if name == ASK or body.get("type") == "shortcut":
                desk.start(events.ask(answering, delivery, body), here)
        return acknowledgement(None)

    async def event(body: Body) -> BoltResponse:
        here = scene.of_event(body, language)
        desk.start(events.handle(answering, delivery, once, body, desk.unfurls), here)
        return BoltResponse(status=200, body="", headers=dict(_NO_RETRY))

    app.command(ANY)(command)
    app.action(ANY)(press)
    app.options(ANY)(options)
    app.event(ANY)(event)
    app.shortcut(ANY)(shortcut)
    app.view_submission(ANY)(submit)
    app.view_closed(ANY)(close)


def acknowledgement(body: Mapping[str, Any] | str | None) -> BoltResponse:
    """The answer to Slack's request: JSON, or nothing."""
    if body is None:
        return BoltResponse(status=200, body="")
    written = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return BoltResponse(status=200, body=written, headers=dict(_JSON))


async def _answered(work: Awaitable[Mapping[str, Any] | str | None], language: str) -> BoltResponse:
    """The acknowledgement that the work makes, or a private word of apology."""
    try:
        return acknowledgement(await work)
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("unexpected", reference=reference, platform="slack")
        return acknowledgement(message(card(replies.failure(reference, words_in(language)))))
