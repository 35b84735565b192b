"""What is answered by the acknowledgement itself: commands, type-ahead, forms. No Web API call."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from bot.commands import line
from bot.facts.names import Subject, SubjectKind
from bot.platforms import named
from bot.platforms.slack import asks, scene, views
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.blocks import Json, option
from bot.platforms.slack.limits import OPTION_VALUE, OPTIONS
from bot.platforms.slack.presses import Act, Press
from bot.replies.words import Words
from bot.replies.words import words as words_in

Payload = Mapping[str, Any]

FOUND = (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.ORGANIZATION)


async def command(answering: Answering, body: Payload) -> str | None:
    """The JSON that answers a slash command; None where there is nothing more to say."""
    text = str(body.get("text") or "")
    here = scene.of_command(body, asks.language(text, answering.language))
    answered = await answering.ask(asks.asked(text, answering.bot.store.names), here)
    if answered.silent:
        return None
    return answering.acknowledgement(answered, shareable=not here.direct)


def options(answering: Answering, body: Payload) -> Json:
    """What a half-typed name can become, from memory."""
    words = words_in(answering.language)
    found = answering.bot.store.names.complete(str(body.get("value") or ""), FOUND, limit=OPTIONS)
    made = [option(_name(each, words), _found(each, answering, words).value) for each in found]
    return {"options": [each for each in made if len(each["value"]) <= OPTION_VALUE]}


async def submit(answering: Answering, body: Payload) -> Json | None:
    """The body that answers a form: the same view, with the answer."""
    view = body.get("view") or {}
    picked = views.picked(view)
    if picked is None:
        return None
    day = views.day(view)
    press = dataclasses.replace(picked, line=f"{picked.line} as_of:{day}") if day else picked
    here = scene.of_interaction(body, press.language)
    answered = await answering.press(press, here)
    if answered.mistake is not None and day:
        return {"response_action": "errors", "errors": {views.DAY: answered.reply.title}}
    card = answering.card(answered, shareable=False, press=press)
    return {"response_action": "update", "view": views.answer(card, words_in(press.language))}


def _found(subject: Subject, answering: Answering, words: Words) -> Press:
    return Press(Act.FIND, line.write(named.question(subject)), answering.version, 0, words.language)


def _name(subject: Subject, words: Words) -> str:
    match subject.kind:
        case SubjectKind.FAMILY:
            return words("{name}: the whole family", name=subject.name)
        case SubjectKind.ORGANIZATION:
            return words("{name}: all its models", name=subject.name)
        case _:
            return subject.name
