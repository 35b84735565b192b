"""How fast a platform may be posted to: for a channel, for a workspace, and over all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.posting import Scope
from bot.state.subscription import Subscription

FEW = 1_000  # keys that are kept without looking which are of no use any more
SLOWEST = 64  # times the usual pause
GUESS = 0.02  # seconds: the usual pause where no limit was known until the platform asked to wait


@dataclass(frozen=True, slots=True)
class Limits:
    """Posts a second; 0 for no limit."""

    platform: float = 0
    workspace: float = 0
    channel: float = 1


# Discord: 50 requests a second in all, some of which are not digests. Slack: one a second for a channel, and
# "several hundred a minute" for a workspace.
LIMITS: Mapping[str, Limits] = {"discord": Limits(platform=48), "slack": Limits(workspace=5)}


class Turns:
    """One turn after the other, evenly, for each key. Moments and pauses are in seconds."""

    def __init__(self, per_second: float) -> None:
        self._pause = 1 / per_second if per_second else 0.0
        self._next: dict[str, float] = {}
        self._held: dict[str, float] = {}
        self._slower: dict[str, float] = {}
        self._size = FEW

    def wait(self, key: str, now: float) -> float:
        """Seconds until the next turn."""
        return max(0.0, self._next.get(key, now) - now, self.held(key, now))

    def take(self, key: str, now: float) -> float:
        """Take the next turn, and return the seconds until it comes."""
        wait = self.wait(key, now)
        slower = self._slower.pop(key, 1.0)
        if slower > 1:
            self._slower[key] = slower * 0.98
        if pause := self._pause or (GUESS if slower > 1 else 0.0):
            self._next[key] = now + wait + pause * slower
            self._forget(now)
        return wait

    def hold(self, key: str, now: float, seconds: float) -> None:
        """No turn for so long, and slower ones after it, until they have gone well for a while."""
        self._held[key] = max(self._held.get(key, now), now + seconds)
        self._slower[key] = min(SLOWEST, 2 * self._slower.get(key, 1.0))
        self._forget(now)

    def held(self, key: str, now: float) -> float:
        """Seconds for which there is no turn for anybody."""
        return max(0.0, self._held.get(key, now) - now)

    def all_held(self, now: float) -> list[str]:
        """The keys for which there is none."""
        return [key for key, until in self._held.items() if until > now]

    def _forget(self, now: float) -> None:
        """Drop what is over, now and then."""
        if len(self._next) + len(self._held) > self._size:
            self._next = {key: at for key, at in self._next.items() if at > now}
            self._held = {key: until for key, until in self._held.items() if until > now}
            kept = self._next.keys() | self._held.keys()
            self._slower = {key: each for key, each in self._slower.items() if key in kept}
            self._size = max(FEW, 2 * len(kept))


class Pace:
    """The turns of one platform."""

    def __init__(self, limits: Limits) -> None:
        self._turns = {
            Scope.PLATFORM: Turns(limits.platform),
            Scope.WORKSPACE: Turns(limits.workspace),
            Scope.CHANNEL: Turns(limits.channel),
        }

    def wait(self, subscription: Subscription, now: float) -> float:
        """Seconds until something may be posted there."""
        return max(turns.wait(_key(scope, subscription), now) for scope, turns in self._turns.items())

    def take(self, subscription: Subscription, now: float) -> float:
        """Take the next turn there, and return the seconds until it comes."""
        return max(turns.take(_key(scope, subscription), now) for scope, turns in self._turns.items())

    def hold(self, scope: Scope, subscription: Subscription, now: float, seconds: float) -> None:
        """Obey a platform that asks to wait."""
        self._turns[scope].hold(_key(scope, subscription), now, seconds)

    def held(self, subscription: Subscription, now: float) -> float:
        """Seconds for which the platform has asked to wait there."""
        return max(turns.held(_key(scope, subscription), now) for scope, turns in self._turns.items())

    def pause(self, now: float) -> float:
        """Seconds for which nothing may be posted anywhere."""
        return self._turns[Scope.PLATFORM].held("", now)

    def held_workspaces(self, now: float) -> list[str]:
        """The workspaces in which nothing may be posted."""
        return self._turns[Scope.WORKSPACE].all_held(now)


def _key(scope: Scope, subscription: Subscription) -> str:
    match scope:
        case Scope.PLATFORM:
            return ""
        case Scope.WORKSPACE:
            return subscription.workspace
        case Scope.CHANNEL:
            return f"{subscription.workspace} {subscription.channel}"
