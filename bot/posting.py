"""What a platform does for digests: it posts, finds what it has posted, tells an admin, says what is wrong.

What surely was not posted (:class:`Refused`, :class:`Busy`, :class:`Away`) is tried again; what may have been
(:class:`Uncertain`) is looked for first.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:  # loaded where digests are: SQLAlchemy takes a moment and some memory
    from bot.state.subscription import Subscription

D = TypeVar("D")
D_contra = TypeVar("D_contra", contravariant=True)


class Scope(StrEnum):
    """What a platform's limit is counted for."""

    CHANNEL = "channel"
    WORKSPACE = "workspace"
    PLATFORM = "platform"


class Refused(Exception):
    """The platform said no, definitely: the channel is gone, a permission is lost, the bot was removed.

    The message is the reason as :mod:`bot.state.why` keeps it.
    """


class Busy(Exception):
    """The platform asks to wait for so many seconds; nothing was posted."""

    def __init__(self, retry_after: float, scope: Scope = Scope.CHANNEL) -> None:
        super().__init__(f"The platform asks to wait for {retry_after:.0f} seconds.")
        self.retry_after = retry_after
        self.scope = scope


class Away(Exception):
    """The platform cannot be reached, or has trouble of its own; nothing was posted."""


class Uncertain(Exception):
    """Nobody said whether it was posted: no answer in time, or the connection broke after sending."""


class Poster(Protocol[D_contra]):
    """One platform. Every method may raise :class:`Refused`, :class:`Busy` or :class:`Away`."""

    async def prepare(self, workspace: str) -> None:
        """Refresh what posting there needs, a token above all; done before each post, so keep it cheap."""

    async def post(self, subscription: Subscription, digest: D_contra, nonce: str) -> str:
        """Post it to the subscription's channel with the nonce, and return the message's id.

        It should give up within twenty seconds. Raises :class:`Uncertain`, too.
        """
        ...

    async def find(self, subscription: Subscription, nonce: str, since: datetime) -> str | None:
        """The id of our own message with that nonce, posted after ``since``; None where there is none."""
        ...

    async def tell_admin(self, subscription: Subscription, reason: str) -> None:
        """Tell somebody who can mend it that the subscription is suspended, with a way to resume it.

        The reason is as :mod:`bot.state.why` keeps it.
        """


class Door(Generic[D]):
    """A poster for whoever begins before the platform has connected: until it has, the platform is away."""

    def __init__(self) -> None:
        self.behind: Poster[D] | None = None

    def _opened(self) -> Poster[D]:
        if self.behind is None:
            raise Away
        return self.behind

    async def prepare(self, workspace: str) -> None:
        """As the platform does."""
        await self._opened().prepare(workspace)

    async def post(self, subscription: Subscription, digest: D, nonce: str) -> str:
        """As the platform does."""
        return await self._opened().post(subscription, digest, nonce)

    async def find(self, subscription: Subscription, nonce: str, since: datetime) -> str | None:
        """As the platform does."""
        return await self._opened().find(subscription, nonce, since)

    async def tell_admin(self, subscription: Subscription, reason: str) -> None:
        """As the platform does."""
        await self._opened().tell_admin(subscription, reason)
