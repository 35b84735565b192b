"""Slack's blocks as the JSON that is sent. What others wrote stands in rich text or plain text only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from yarl import URL

from bot.platforms.plain import plain, shortened
from bot.platforms.slack.limits import ADDRESS, BUTTON, HEADER, OPTION, PLACEHOLDER, SECTION
from bot.replies.reply import Line, Link, Span, Strong

Json = dict[str, Any]

BOLD: Json = {"bold": True}


def words(text: str, limit: int = SECTION) -> Json:
    """A text in which nothing is markup, a mention or an emoji's name."""
    return {"type": "plain_text", "text": shortened(text, limit) or " ", "emoji": False}


def header(text: str) -> Json:
    """A title."""
    return {"type": "header", "text": words(text, HEADER)}


def small(text: str) -> Json:
    """A line of small print."""
    return {"type": "context", "elements": [words(text)]}


def actions(block_id: str, elements: Sequence[Json]) -> Json:
    """A row of buttons and menus, which wraps by itself."""
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def button(label: str, action_id: str, value: str, primary: bool = False) -> Json:
    """A button that is sent back with its value when it is pressed."""
    made: Json = {"type": "button", "action_id": action_id, "text": words(label, BUTTON), "value": value}
    if primary:
        made["style"] = "primary"
    return made


def option(label: str, value: str) -> Json:
    """Something to pick in a menu."""
    return {"text": words(label, OPTION), "value": value}


def select(action_id: str, placeholder: str, options: Sequence[Json], initial: Json | None = None) -> Json:
    """A menu; ``initial`` is the option that is picked already."""
    made: Json = {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": words(placeholder, PLACEHOLDER),
        "options": list(options),
    }
    if initial is not None:
        made["initial_option"] = initial
    return made


def search(action_id: str, placeholder: str, initial: Json | None = None) -> Json:
    """A menu whose options are asked for while one types; ``initial`` is the option picked already."""
    made: Json = {
        "type": "external_select",
        "action_id": action_id,
        "placeholder": words(placeholder, PLACEHOLDER),
        "min_query_length": 0,
    }
    if initial is not None:
        made["initial_option"] = initial
    return made


def entry(action_id: str, initial: str, long: bool, most: int) -> Json:
    """A field to type in, of one line or several; ``initial`` is what stands there already."""
    made: Json = {
        "type": "plain_text_input",
        "action_id": action_id,
        "multiline": long,
        "max_length": most,
    }
    if initial:
        made["initial_value"] = initial
    return made


def day(action_id: str, placeholder: str, initial: str | None) -> Json:
    """A calendar; ``initial`` is the day that is picked already."""
    made: Json = {
        "type": "datepicker",
        "action_id": action_id,
        "placeholder": words(placeholder, PLACEHOLDER),
    }
    if initial is not None:
        made["initial_date"] = initial
    return made


# --- rich text ---------------------------------------------------------------------------------------------


def rich(parts: Sequence[Json]) -> Json:
    """A block of rich text."""
    return {"type": "rich_text", "elements": list(parts)}


def prose(elements: Sequence[Json]) -> Json:
    """A paragraph of rich text."""
    return {"type": "rich_text_section", "elements": list(elements)}


def bullets(items: Iterable[Sequence[Json]], indent: int = 0) -> Json:
    """A list of rich text."""
    return {
        "type": "rich_text_list",
        "style": "bullet",
        "indent": indent,
        "elements": [prose(each) for each in items],
    }


def text(said: str, style: Json | None = None) -> Json:
    """Words in rich text."""
    made: Json = {"type": "text", "text": said}
    if style:
        made["style"] = style
    return made


def person(user: str) -> Json:
    """A person of the workspace, as Slack shows them."""
    return {"type": "user", "user_id": user}


def channel(id: str, style: Json | None = None) -> Json:
    """A channel, as Slack shows it: by its name to those who may know it."""
    made: Json = {"type": "channel", "channel_id": id}
    if style:
        made["style"] = style
    return made


def line(spans: Line) -> list[Json]:
    """A line of words, bold words and links."""
    return [element for span in spans if (element := _span(span)) is not None]


def _span(span: Span) -> Json | None:
    match span:
        case Link(label, url):
            said, address = plain(label), _address(url)
            if address and said.strip():
                return {"type": "link", "url": address, "text": said}
            return text(said) if said else None
        case Strong(words):
            return text(said, BOLD) if (said := plain(words)) else None
        case str():
            return text(said) if (said := plain(span)) else None


def _address(url: str) -> str:
    """The address; empty where it is not one of the web, or too long for a link."""
    try:
        address = URL(url.strip())
    except ValueError:
        return ""
    if address.scheme not in ("http", "https") or not address.host:
        return ""
    written = str(address)
    return written if len(written) <= ADDRESS else ""
