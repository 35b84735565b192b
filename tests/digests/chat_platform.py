"""A chat platform in memory: channels, messages, limits counted the platform's way, and trouble on demand."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.digests.time import Time
from bot.posting import Busy, Refused, Scope
from bot.state.subscription import Subscription


@dataclass(frozen=True, slots=True)
class Rule:
    """So many posts in so many seconds, counted for each channel, workspace or over all."""

    scope: Scope
    posts: int
    seconds: float


DISCORD = (Rule(Scope.PLATFORM, 50, 1), Rule(Scope.CHANNEL, 5, 5))
SLACK = (Rule(Scope.WORKSPACE, 300, 60), Rule(Scope.CHANNEL, 1, 1))

Trouble = Callable[[Subscription, str], None]
"""Raises what goes wrong with a post, before it is accepted or after."""


@dataclass(slots=True)
class Platform:
    """Keeps what is posted. ``before`` and ``after`` raise the trouble that a post meets."""

    time: Time
    rules: tuple[Rule, ...] = ()
    latency: float = 0.1
    enforces_nonce: bool = False
    before: Trouble | None = None
    after: Trouble | None = None
    gone: set[str] = field(default_factory=set)  # channels
    messages: list[tuple[str, str, str]] = field(default_factory=list)  # channel, digest, nonce
    refused_as_too_fast: int = 0
    told: list[tuple[int, str]] = field(default_factory=list)
    prepared: Counter[str] = field(default_factory=Counter)
    found: int = 0
    _nonces: dict[str, int] = field(default_factory=dict)
    _posts: defaultdict[tuple[Scope, str], deque[float]] = field(default_factory=lambda: defaultdict(deque))

    @property
    def nonces(self) -> Counter[str]:
        """How often each digest was posted."""
        return Counter(nonce for _, _, nonce in self.messages)

    def in_channel(self, channel: str) -> list[str]:
        """The digests of a channel."""
        return [digest for where, digest, _ in self.messages if where == channel]

    async def prepare(self, workspace: str) -> None:
        """Count it."""
        self.prepared[workspace] += 1

    async def post(self, subscription: Subscription, digest: str, nonce: str) -> str:
        """Accept it, or refuse it as a platform would."""
        self._check_limits(subscription)
        await self.time.sleep(self.latency)
        if subscription.channel in self.gone:
            raise Refused(f"The channel {subscription.channel} is gone.")
        if self.before is not None:
            self.before(subscription, nonce)
        if not (self.enforces_nonce and nonce in self._nonces):
            self._nonces[nonce] = len(self.messages)
            self.messages.append((subscription.channel, digest, nonce))
        if self.after is not None:
            self.after(subscription, nonce)
        return f"m{self._nonces[nonce]}"

    async def find(self, subscription: Subscription, nonce: str, since: datetime) -> str | None:
        """Our own message, where it was accepted."""
        self.found += 1
        await self.time.sleep(self.latency)
        return f"m{self._nonces[nonce]}" if nonce in self._nonces else None

    async def tell_admin(self, subscription: Subscription, reason: str) -> None:
        """Note it."""
        self.told.append((subscription.id, reason))

    def _check_limits(self, subscription: Subscription) -> None:
        now = self.time.seconds()
        windows = [(rule, self._window(rule, subscription, now)) for rule in self.rules]
        for rule, window in windows:
            if len(window) >= rule.posts:
                self.refused_as_too_fast += 1
                raise Busy(window[0] + rule.seconds - now, rule.scope)
        for _, window in windows:
            window.append(now)

    def _window(self, rule: Rule, subscription: Subscription, now: float) -> deque[float]:
        of = {
            Scope.PLATFORM: "",
            Scope.WORKSPACE: subscription.workspace,
            Scope.CHANNEL: f"{subscription.workspace} {subscription.channel}",
        }[rule.scope]
        window = self._posts[rule.scope, of]
        while window and window[0] <= now - rule.seconds:
            window.popleft()
        return window


def failing(errors: Iterable[Exception | None]) -> Trouble:
    """Trouble that comes in that order, None for none, and ends when they do."""
    left = iter(errors)

    def trouble(_: Subscription, __: str) -> None:
        if (error := next(left, None)) is not None:
            raise error

    return trouble
