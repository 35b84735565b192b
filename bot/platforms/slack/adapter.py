"""What is answered by the acknowledgement itself: commands, type-ahead, forms.

No Web API call, but for a command that is answered by a form.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.commands import line
from bot.commands.declaration import Kind
from bot.facts.names import NameIndex, Subject, SubjectKind
from bot.platforms import named
from bot.platforms.slack import asks, filled, forms, scene, views
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.blocks import Json, option
from bot.platforms.slack.delivery import Delivery
from bot.platforms.slack.limits import OPTION_VALUE, OPTIONS
from bot.platforms.slack.presses import Act, Press
from bot.replies.digest import zones
from bot.replies.words import Words
from bot.replies.words import words as words_in

Payload = Mapping[str, Any]

FOUND = (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.ORGANIZATION)


_NAMED: Mapping[Kind, tuple[SubjectKind, ...]] = {
    Kind.MODEL: (SubjectKind.MODEL, SubjectKind.FAMILY),
    Kind.ORGANIZATION: (SubjectKind.ORGANIZATION,),
}
"""What the inputs of forms are completed with."""


async def command(answering: Answering, delivery: Delivery, body: Payload) -> str | None:
    """The JSON that answers a slash command; None where there is nothing more to say."""
    text = str(body.get("text") or "")
    here = scene.of_command(body, asks.language(text, answering.language))
    answered = await answering.ask(asks.asked(text, answering.bot.store.names), here)
    if answered.silent:
        return None
    form = answered.reply.form is not None and answering.view(answered, here)
    if form and await delivery.opened(here, str(body.get("trigger_id") or ""), form):
        return None
    return answering.acknowledgement(answered, shareable=not here.direct)


def options(answering: Answering, body: Payload) -> Json:
    """What a half-typed name or time zone can become, from memory."""
    typed, names = str(body.get("value") or ""), answering.bot.store.names
    words = words_in(forms.language(body.get("view") or {}, asks.language(typed, answering.language)))
    match str(body.get("action_id") or "").partition("-")[0]:
        case Kind.LICENSE:
            made = list(_licenses(typed, names))
        case Kind.ZONE:
            found = zones.offered(typed, datetime.now(UTC), words, OPTIONS)
            made = [option(each.label, each.value) for each in found]
        case Kind.MODEL | Kind.ORGANIZATION as kind:
            subjects = names.complete(typed, _NAMED[Kind(kind)], limit=OPTIONS)
            family = SubjectKind.FAMILY
            made = [
                option(_name(each, words) if each.kind is family else each.name, each.id) for each in subjects
            ]
        case _:
            subjects = names.complete(typed, FOUND, limit=OPTIONS)
            made = [option(_name(each, words), _found(each, answering, words).value) for each in subjects]
    return {"options": [each for each in made if len(each["value"]) <= OPTION_VALUE]}


async def submit(answering: Answering, body: Payload) -> Json | None:
    """The body that answers a form: the same view, with the answer."""
    view = body.get("view") or {}
    if view.get("callback_id") == forms.FORM:
        return await filled.submit(answering, body)
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


def _licenses(typed: str, names: NameIndex) -> Iterator[Json]:
    """The licences that a half-typed name can become, and what was typed, for one that isn't known."""
    found = names.complete(typed, (SubjectKind.LICENSE,), limit=OPTIONS - 1)
    yield from (option(each.name, each.id) for each in found)
    if typed.strip() and typed.strip() not in (each.id for each in found):
        yield option(typed, typed.strip())


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
