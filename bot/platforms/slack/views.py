"""Slack's views: the form that asks about a model, the answer over what one sees, the App Home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.platforms.plain import shortened
from bot.platforms.slack import presses
from bot.platforms.slack.blocks import BOLD, Json, actions, bullets, header, prose, rich, search, text
from bot.platforms.slack.blocks import day as calendar
from bot.platforms.slack.blocks import words as plain
from bot.platforms.slack.limits import VIEW_BLOCKS, VIEW_TITLE
from bot.platforms.slack.presses import Act, Press
from bot.platforms.slack.render import Card
from bot.replies.slugs import N_
from bot.replies.words import Words

WHAT = N_(
    "I say whether an AI model is open: by which definition, which parts can be had under which licence, "
    "since when, what was promised, and who says so."
)

ASK = "ask"  # the form's id
ANSWER = "answer"
MODEL, DAY = "model", "day"  # the form's inputs

Payload = Mapping[str, Any]


def ask(words: Words) -> Json:
    """The form: which model, as of which day."""
    return {
        **_modal(ASK, words),
        "submit": plain(words("Ask"), VIEW_TITLE),
        "blocks": [
            _input(MODEL, words("Model, family or maker"), search(f"{Act.FIND}-model", words("Type a name"))),
            _input(DAY, words("As of another day"), calendar("day", words("Today"), None), optional=True),
        ],
    }


def answer(card: Card, words: Words) -> Json:
    """An answer over what the person sees."""
    return {**_modal(ANSWER, words), "blocks": card.blocks[:VIEW_BLOCKS]}


def home(help: Card, command: str, words: Words) -> Json:
    """The App Home: what this is, a search, and how to ask."""
    ways = (
        words("In any channel: {command} grok-2, for you alone, with a button to share.", command=command),
        words("Mention me with a question; in a thread I answer there, and only when I am mentioned."),
        words("Write to me here, under Messages, in plain sentences."),
        words("On any message: More actions, then “What about openness?”."),
    )
    return {
        "type": "home",
        "blocks": [
            header(words("Is it open?")),
            rich([prose([text(words(WHAT))])]),
            actions("search", [search(f"{Act.FIND}-home", words("Type a name"))]),
            *_list(words("How to ask"), ways),
            *help.blocks,
        ][:VIEW_BLOCKS],
    }


def picked(view: Payload) -> Press | None:
    """What was picked in the form."""
    for block in _values(view).values():
        for action_id, state in block.items():
            found = presses.read({**state, "action_id": action_id})
            if found is not None and found.act is Act.FIND:
                return found
    return None


def day(view: Payload) -> str | None:
    """The day that was picked in the form."""
    for state in (_values(view).get(DAY) or {}).values():
        return str(state["selected_date"]) if state.get("selected_date") else None
    return None


def _values(view: Payload) -> Payload:
    state = view.get("state")
    values = state.get("values") if isinstance(state, Mapping) else None
    return values if isinstance(values, Mapping) else {}


def _modal(callback_id: str, words: Words) -> Json:
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(words("Is it open?"), VIEW_TITLE),
        "close": plain(words("Close"), VIEW_TITLE),
    }


def _input(block_id: str, label: str, element: Json, optional: bool = False) -> Json:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element,
        "optional": optional,
    }


def _list(title: str, lines: Sequence[str]) -> list[Json]:
    return [rich([prose([text(title, BOLD)]), bullets([[text(shortened(each, 600))] for each in lines])])]
