"""Events: mentions, direct messages, the opened home, links. Acknowledged before; each is handled once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from bot.core import Answered
from bot.errors import Mistake
from bot.platforms import named
from bot.platforms.slack import asks, home, scene, unfurl, views
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.delivery import Delivery, Undelivered
from bot.platforms.slack.manifest import PROMPTS
from bot.platforms.slack.once import Once
from bot.platforms.slack.scene import Scene
from bot.replies.reply import Reply
from bot.replies.words import words as words_in

Payload = Mapping[str, Any]

REMEMBERED = 86_400.0  # seconds in which Slack may send an event again
WRITTEN = (None, "file_share", "thread_broadcast")  # kinds of message that a person writes

log = structlog.get_logger(__name__)


async def handle(answering: Answering, delivery: Delivery, once: Once, body: Payload, unfurls: bool) -> None:
    """Do what the event calls for, unless another delivery of it came first."""
    event = body.get("event") or {}
    if not _concerns(event, unfurls):
        return
    if not await once.first(_key(body, event), REMEMBERED):
        return
    match event.get("type"):
        case "app_mention" | "message":
            await _answer(answering, delivery, body, event)
        case "app_home_opened" if event.get("tab") == "home":
            await home.show(answering, delivery, scene.of_event(body, answering.language))
        case "app_home_opened":
            await _suggest(answering, delivery, scene.of_event(body, answering.language))
        case "link_shared":
            await unfurl.share(answering, delivery, once, body)


async def about(answering: Answering, delivery: Delivery, body: Payload) -> None:
    """Answer, to the asker alone, about the models that a message names."""
    text = _written(body.get("message") or {})
    here = scene.of_interaction(body, asks.language(text, answering.language))
    found = named.subjects(asks.unescape(text)[: asks.LONGEST], answering.bot.store.names)
    if len(found) == 1:
        answered = await answering.ask(named.question(found[0]), here)
        if not answered.silent:
            await delivery.respond(here, answering.card(answered, shareable=not here.direct))
        return
    await delivery.respond(here, answering.saying(named.which(found, words_in(here.language))))


async def ask(answering: Answering, delivery: Delivery, body: Payload) -> None:
    """Open the form that asks about a model."""
    here = scene.of_interaction(body, answering.language)
    await delivery.open_view(here, str(body.get("trigger_id")), views.ask(words_in(here.language)))


async def tell(answering: Answering, delivery: Delivery, here: Scene, reply: Reply) -> None:
    """Say something to one person, wherever they are."""
    card = answering.saying(reply)
    if here.response_url:
        await delivery.respond(here, card)
    elif here.direct:
        await delivery.post(here, card, here.thread)
    elif here.channel and here.user and not here.elsewhere:
        await delivery.whisper(here, card)


def _concerns(event: Payload, unfurls: bool) -> bool:
    """Whether there is something to do. What bots write, edits and the like are nobody's question."""
    match event.get("type"):
        case "app_mention":
            return not event.get("bot_id") and event.get("subtype") in WRITTEN
        case "message":
            by_person = not event.get("bot_id") and event.get("subtype") in WRITTEN
            return by_person and event.get("channel_type") == "im"
        case "link_shared":
            return unfurls
        case "app_home_opened":
            return event.get("tab") in ("home", "messages")
    return False


async def _answer(answering: Answering, delivery: Delivery, body: Payload, event: Payload) -> None:
    """Answer a message where it stands: a mention in its thread, a direct message in the conversation."""
    text = str(event.get("text") or "")
    here = scene.of_event(body, asks.language(text, answering.language))
    answered = await answering.ask(asks.sentence(text, scene.bot_user(body)), here)
    if answered.silent:
        return
    card = answering.card(answered, shareable=False)
    if here.direct:
        await delivery.post(here, card, here.thread)
    elif _is_private(answered):
        await delivery.whisper(here, card)
    else:
        try:
            await delivery.post(here, card, here.thread or str(event.get("ts")))
        except Undelivered as error:
            log.warning("could not post", reason=str(error), channel=here.channel)
            await delivery.whisper(here, card)


def _is_private(answered: Answered) -> bool:
    """Whether others should be spared the answer: help, refusals, too many questions."""
    too_many = answered.mistake is not None and answered.mistake.mistake is Mistake.TOO_MANY
    return answered.reply.private or too_many


async def _suggest(answering: Answering, delivery: Delivery, here: Scene) -> None:
    words = words_in(here.language)
    prompts = [{"title": words(each), "message": words(each)} for each in PROMPTS]
    await delivery.suggest(here, words("Ask for example:"), prompts)


def _key(body: Payload, event: Payload) -> str:
    id = body.get("event_id") or f"{event.get('channel')} {event.get('ts') or event.get('event_ts')}"
    return f"event {body.get('team_id')} {id}"


def _written(message: Payload) -> str:
    """What a message says: its text, or what its blocks and attachments say where it has none."""
    text = str(message.get("text") or "")
    if text.strip():
        return text
    return " ".join(_texts([message.get("blocks") or [], message.get("attachments") or []]))


def _texts(part: Any) -> list[str]:
    match part:
        case list():
            return [found for each in part for found in _texts(each)]
        case Mapping():
            own = [
                str(part[name]) for name in ("text", "url", "title_link") if isinstance(part.get(name), str)
            ]
            return own + [
                found
                for name in ("text", "elements", "fields", "blocks")
                if isinstance(part.get(name), list | Mapping)
                for found in _texts(part[name])
            ]
    return []
