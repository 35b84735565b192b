"""Who asks, and from where, as their platform says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, as their platform names them. What the platform doesn't say is doubt, and doubt closes."""

    platform: str
    workspace: str = ""
    user: str = ""
    name: str = ""  # as the platform shows it
    groups: frozenset[str] = frozenset()  # roles (Discord) or user groups (Slack) they are known to be in
    channel: str = ""
    manages: bool | None = None  # whether they manage the channel; None where the platform doesn't say

    @property
    def person(self) -> str:
        """The person, for limits; empty where nobody in particular asks."""
        return f"{self.platform}:{self.workspace}:{self.user}" if self.user else ""


UNKNOWN = Asker("unknown")
