"""Discord's message components as the JSON that is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.platforms.discord.fit import LABEL, OPTION, shortened

Component = dict[str, Any]

ACTION_ROW, BUTTON, SELECT, TEXT, CONTAINER = 1, 2, 3, 10, 17
PRIMARY, SECONDARY = 1, 2


def text(content: str) -> Component:
    """A text in markdown."""
    return {"type": TEXT, "content": content}


def container(parts: Sequence[Component], color: int | None) -> Component:
    """A card around its parts, with a coloured edge."""
    card: Component = {"type": CONTAINER, "components": list(parts)}
    if color is not None:
        card["accent_color"] = color
    return card


def row(parts: Sequence[Component]) -> Component:
    """Up to five buttons, or one select."""
    return {"type": ACTION_ROW, "components": list(parts)}


def button(label: str, custom_id: str, style: int = SECONDARY, disabled: bool = False) -> Component:
    """A button that is sent back with its id when it is pressed."""
    made: Component = {
        "type": BUTTON,
        "style": style,
        "label": _label(label, LABEL),
        "custom_id": custom_id,
    }
    if disabled:
        made["disabled"] = True
    return made


def select(custom_id: str, placeholder: str, options: Sequence[Component]) -> Component:
    """A menu to pick one of the options from."""
    return {"type": SELECT, "custom_id": custom_id, "placeholder": placeholder, "options": list(options)}


def option(label: str, value: str, default: bool = False) -> Component:
    """An option of a select; ``default`` marks what is shown now."""
    made: Component = {"label": _label(label, OPTION), "value": value}
    if default:
        made["default"] = True
    return made


def count(parts: Sequence[Component]) -> int:
    """How many components Discord counts: all, with nesting."""
    return sum(1 + count(each.get("components", ())) for each in parts)


def _label(words: str, limit: int) -> str:
    """Words that Discord takes: it refuses none."""
    return shortened(words, limit).strip() or "…"
