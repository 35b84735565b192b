"""How the connection to Discord is doing: what readiness and the log say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where the connection stands."""

    STARTING = "starting"
    READY = "ready"
    DISCONNECTED = "disconnected"  # the library is at it
    RESTARTING = "restarting"  # after a failure, with a pause before
    STOPPED = "stopped"


@dataclass(slots=True)
class Health:
    """The state, why it is so, and how often the connection was begun anew.

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
