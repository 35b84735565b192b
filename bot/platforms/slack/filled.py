"""What a form that was sent does: the next form, the preview, or what is wrong, with nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.commands.answers import AmbiguousName, UnknownName
from bot.core import Answered, Options
from bot.errors import BadInput
from bot.facts.refusals import Stale
from bot.platforms.plain import shortened
from bot.platforms.slack import forms, scene, slash, views
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.blocks import Json
from bot.platforms.slack.forms import Filled
from bot.platforms.slack.pressed import dead_button
from bot.platforms.slack.scene import Scene
from bot.replies.words import words as words_in

ERROR = 600  # characters below an input

Payload = Mapping[str, Any]


async def submit(answering: Answering, body: Payload) -> Json:
    """The body that answers a form of editing."""
    filled = forms.read(body["view"])
    if filled is None:
        words = words_in(answering.language)
        return _update(views.answer(answering.saying(dead_button(words)), words, views.RECORD))
    here = scene.of_interaction(body, filled.language)
    answered = await answering.ask(Options(filled.command, filled.options), here)
    unknown = _unknown(filled, answered)
    if (answered.answer is not None and not unknown) or not filled.inputs:
        return _update(answering.view(answered, here))
    again = await _again(answering, here, filled, answered)
    if again is not None:
        return _update(again)
    wrong = unknown or _place(filled, answered)
    return {"response_action": "errors", "errors": {wrong: _said(answering, answered)}}


async def _again(answering: Answering, here: Scene, filled: Filled, answered: Answered) -> Json | None:
    """The form begun anew below what is wrong, where what is wrong is in none of its inputs."""
    without = _without(filled, answered)
    if not without:
        return None
    kept = {name: value for name, value in filled.options.items() if name not in without}
    begun = (await answering.ask(Options(filled.command, kept), here)).reply.form
    if begun is None:
        return None
    words = words_in(filled.language)
    above = answering.card(answered, shareable=False).blocks
    return forms.view(forms.keeping(begun, filled.options), words, above, here.place)


def _without(filled: Filled, answered: Answered) -> set[str]:
    """What the form is begun anew without: a value that was given before, or the record as it was."""
    match answered:
        case Answered(mistake=BadInput(argument=name)) if name in filled.given and name not in filled.inputs:
            return {name}
        case Answered(refusal=Stale()):
            return {"base", *filled.inputs}
    return set()


def _place(filled: Filled, answered: Answered) -> str:
    """The input below which it is said what is wrong."""
    mistake = answered.mistake
    return mistake.argument if mistake is not None and mistake.argument in filled.inputs else filled.inputs[0]


def _unknown(filled: Filled, answered: Answered) -> str:
    """The input in which a name stands that means nothing, or several things; empty where none does."""
    match answered.answer:
        case UnknownName(argument=name) | AmbiguousName(argument=name) if name in filled.inputs:
            return name
    return ""


def _said(answering: Answering, answered: Answered) -> str:
    return shortened(slash.reply(answered.reply, answering.command).text.replace("\n", " "), ERROR)


def _update(view: Json) -> Json:
    return {"response_action": "update", "view": view}
