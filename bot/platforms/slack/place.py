"""The channel that a view is about. Slack's views are in no channel, so ours carry theirs along.

A form that was opened in a channel goes on there. What the App Home shows is about channels in which the
person need not be: there they are ``elsewhere``, and are looked up before anything is done.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_CHANNEL, _ELSEWHERE = "channel", "elsewhere"
_ROW = "digest"


@dataclass(frozen=True, slots=True)
class Place:
    """A channel; ``elsewhere`` where the person may not be in it."""

    channel: str = ""
    elsewhere: bool = False

    @property
    def carried(self) -> dict[str, Any]:
        """What a view keeps of it."""
        if not self.channel:
            return {}
        return {_CHANNEL: self.channel, **({_ELSEWHERE: True} if self.elsewhere else {})}

    @property
    def metadata(self) -> str:
        """The same, as a view carries it that carries nothing else."""
        return json.dumps(self.carried, separators=(",", ":")) if self.channel else ""


NOWHERE = Place()


def row(channel: str, id: int) -> str:
    """The id of the row of controls that the App Home has for a channel's digest."""
    return f"{_ROW} {channel} {id}"


def of_interaction(body: Mapping[str, Any]) -> Place:
    """The channel that the view is about in which something was pressed or filled in; or none."""
    view = body.get("view")
    if not isinstance(view, Mapping):
        return NOWHERE
    if view.get("type") == "home":
        return _of_row(body.get("actions"))
    try:
        carried = json.loads(str(view.get("private_metadata") or "{}"))
        channel = carried.get(_CHANNEL)
        return Place(str(channel), carried.get(_ELSEWHERE) is True) if channel else NOWHERE
    except (ValueError, AttributeError):
        return NOWHERE


def _of_row(actions: Any) -> Place:
    first = actions[0] if isinstance(actions, list) and actions else {}
    name, *rest = str(first.get("block_id") or "").split(" ")
    return Place(rest[0], elsewhere=True) if name == _ROW and len(rest) == 2 else NOWHERE
