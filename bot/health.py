"""How the connections are doing, written to a file that `openness health` reads.

A healthy process that answers nobody is the commonest trouble of chat bots, so ready means connected.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

STALE = timedelta(seconds=60)  # without a word from the process it is not ready


class State(StrEnum):
    """Where a connection stands."""

    STARTING = "starting"
    READY = "ready"
    DISCONNECTED = "disconnected"  # the library is at it
    RESTARTING = "restarting"  # after a failure, with a pause before
    STOPPED = "stopped"


@dataclass(slots=True)
class Health:
    """A platform's state, why it is so, and how often the connection was begun anew.

    A connection without heartbeats is not ready: the library notices, and disconnects.
    """

    state: State = State.STARTING
    reason: str = ""
    restarts: int = 0

    @property
    def ready(self) -> bool:
        """Whether questions are answered now."""
        return self.state is State.READY

    def becomes(self, state: State, reason: str = "") -> None:
        """Note where the connection stands now."""
        self.state, self.reason = state, reason


def write(path: Path, platforms: Mapping[str, Health], now: datetime) -> None:
    """Write down how the platforms are, whole or not at all."""
    said = {
        name: {
            "ready": each.ready,
            "state": each.state.value,
            "reason": each.reason,
            "restarts": each.restarts,
        }
        for name, each in platforms.items()
    }
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(json.dumps({"at": now.isoformat(), "platforms": said}), encoding="utf-8")
    fresh.replace(path)


def problems(path: Path, now: datetime) -> list[str]:
    """Why the process that wrote the file is not ready: empty where it is."""
    try:
        data = json.loads(path.read_text("utf-8"))
        at = datetime.fromisoformat(data["at"])
        platforms: Mapping[str, Mapping[str, str]] = data["platforms"]
    except (OSError, ValueError, KeyError, TypeError):
        return ["No bot is running here, or it has not said yet how it is."]
    if now - at.astimezone(UTC) > STALE:
        return [f"The bot has said nothing since {at.isoformat(timespec='seconds')}."]
    return [
        f"{name}: {each['state']}. {each['reason']}".strip()
        for name, each in platforms.items()
        if not each["ready"]
    ]


def running(path: Path, now: datetime) -> bool:
    """Whether the process that writes the file has done so lately."""
    try:
        at = datetime.fromisoformat(json.loads(path.read_text("utf-8"))["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return now - at.astimezone(UTC) <= STALE
