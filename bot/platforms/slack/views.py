"""Slack's views: the form that asks about a model, the answer over what one sees, the App Home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.platforms.plain import shortened
from bot.platforms.slack import presses
from bot.platforms.slack.blocks import (
    BOLD,
    Json,
    actions,
    bullets,
    channel,
    header,
    prose,
    rich,
    search,
    small,
    text,
)
from bot.platforms.slack.blocks import day as calendar
from bot.platforms.slack.blocks import words as plain
from bot.platforms.slack.controls import next_to
from bot.platforms.slack.limits import VIEW_BLOCKS, VIEW_TITLE
from bot.platforms.slack.place import NOWHERE, Place, row
from bot.platforms.slack.presses import Act, Press
from bot.platforms.slack.render import PROSE, Card
from bot.replies.reply import Paragraph, Reply
from bot.replies.reply import plain as said_in
from bot.replies.slugs import N_
from bot.replies.words import Words

WHAT = N_(
    "I say whether an AI model is open: by which definition, which parts can be had under which licence, "
    "since when, what was promised, and who says so."
)

TITLE = N_("Is it open?")
RECORD = N_("Our record")  # the title where it is edited
DIGESTS = N_("Digests")  # and where it is about what comes to a channel

DIGESTS_SHOWN = 20  # in the App Home, whose blocks are counted

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


@dataclass(frozen=True, slots=True)
class Shown:
    """A digest as the App Home shows it: what is said of it, and the channel to which it comes."""

    channel: str
    id: int
    reply: Reply


@dataclass(frozen=True, slots=True)
class Listed:
    """The digests that the App Home shows, and a sentence about them all."""

    note: str
    digests: tuple[Shown, ...] = ()


def answer(card: Card, words: Words, title: str = TITLE, place: Place = NOWHERE) -> Json:
    """An answer over what the person sees; it is about the ``place``."""
    carried = {"private_metadata": place.metadata} if place.channel else {}
    return {**_modal(ANSWER, words, title), **carried, "blocks": card.blocks[:VIEW_BLOCKS]}


def home(help: Card, command: str, words: Words, digests: Listed | None = None) -> Json:
    """The App Home: what this is, a search, the workspace's digests, and how to ask."""
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
            *(_digests(digests, words) if digests is not None else ()),
            *_list(words("How to ask"), ways),
            *help.blocks,
        ][:VIEW_BLOCKS],
    }


def _digests(listed: Listed, words: Words) -> Iterator[Json]:
    yield header(words("Digests"))
    for each in listed.digests[:DIGESTS_SHOWN]:
        yield rich(_digest(each))
        yield from next_to(each.reply, row(each.channel, each.id), str(each.id))
    left = len(listed.digests) - DIGESTS_SHOWN
    if left > 0:
        yield small(words.count("And {n} more digest.", "And {n} more digests.", left))
    if listed.note and listed.digests:
        yield small(listed.note)
    elif listed.note:
        yield rich([prose([text(listed.note)])])


def _digest(each: Shown) -> list[Json]:
    """The channel with the digest's number, and below it what there is to say."""
    said = each.reply
    about = [said_in(block.line) for block in said.blocks if isinstance(block, Paragraph)]
    lines = [said.headline, *about]
    top = [channel(each.channel, BOLD), text(f" · {said.title}", BOLD)]
    return [prose(top), *(prose([text(shortened(line, PROSE))]) for line in lines if line)]


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


def _modal(callback_id: str, words: Words, title: str = TITLE) -> Json:
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(words(title), VIEW_TITLE),
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
