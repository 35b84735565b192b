"""Whether the bot is ready: what each platform last said, in a file that `openness health` reads.

A healthy process that answers nobody is the commonest trouble of chat bots, so ready means connected.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

STALE = timedelta(seconds=60)  # without a word from the process it is not ready


@dataclass(frozen=True, slots=True)
class Connection:
    """One platform's word: ready or not, and why in a few words."""

    ready: bool
    detail: str


@dataclass(slots=True)
class Readiness:
    """What the platforms of this process said last."""

    platforms: dict[str, Connection] = field(default_factory=dict)

    def report(self, platform: str, ready: bool, detail: str) -> None:
        """Take a platform's word."""
        self.platforms[platform] = Connection(ready, detail)

    def write(self, path: Path, now: datetime) -> None:
        """Write it down, whole or not at all."""
        said = {name: {"ready": each.ready, "detail": each.detail} for name, each in self.platforms.items()}
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_text(json.dumps({"at": now.isoformat(), "platforms": said}), encoding="utf-8")
        fresh.replace(path)


def problems(path: Path, now: datetime) -> list[str]:
    """Why the process that wrote the file is not ready: empty where it is."""
    try:
        said: Mapping[str, Mapping[str, object]] = (data := json.loads(path.read_text("utf-8")))["platforms"]
        at = datetime.fromisoformat(data["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return ["No bot is running here, or it has not said yet how it is."]
    if now - at.astimezone(UTC) > STALE:
        return [f"The bot has said nothing since {at.isoformat(timespec='seconds')}."]
    return [f"{name}: {each['detail']}" for name, each in said.items() if not each["ready"]]
