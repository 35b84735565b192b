"""One claimed delivery: a look for what may have been posted already, the post, and what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

import structlog

from bot.digests import trouble
from bot.digests.metrics import Metrics
from bot.digests.pacing import Pace
from bot.digests.time import Time
from bot.posting import Away, Busy, Poster, Refused, Uncertain
from bot.state.delivery import Claimed, Outcome, Period, State
from bot.state.errors import StateError
from bot.state.leases import Leases
from bot.state.subscription import Subscription
from bot.state.why import Why

LEASE = timedelta(minutes=2)  # past it, another replica takes the delivery over
ANSWER = 20.0  # seconds that a platform has for an answer
FRESH = 5.0  # seconds after which a claim is made sure of before anything is posted
GRACE = 30.0  # seconds after which a former owner's post has arrived or never will: FRESH and ANSWER fit in
PATIENCE = 10.0  # seconds that a claimed delivery waits for its turn

D = TypeVar("D")
Compose = Callable[[Subscription, Period], Awaitable[D | None]]
"""The digest of a period; None where nothing is to be said."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Sender(Generic[D]):
    """Sends the digests of one platform."""

    poster: Poster[D]
    compose: Compose[D]
    leases: Leases
    pace: Pace
    metrics: Metrics
    time: Time

    async def send(self, claimed: Claimed) -> None:
        """Send what is claimed, once, and write down what became of it, with one line in the log."""
        try:
            outcome = await self._outcome(claimed)
            if outcome is None or not await self.leases.settle(claimed, outcome, self.time.now()):
                self._log(claimed, "taken over by another replica")
                return
        except StateError as error:
            # The lease runs out, and whoever takes the delivery over looks for what was posted.
            self._log(claimed, "not written down", str(error))
            return
        if outcome.free_at is None:
            self.metrics.settled(claimed.subscription.platform, outcome.state)
        self._log(claimed, outcome.state if outcome.free_at is None else "put off", outcome.reason)
        if outcome.suspends:
            await self._tell_admin(claimed.subscription, outcome.reason)

    async def _outcome(self, claimed: Claimed) -> Outcome | None:
        """What became of it; None where somebody else has taken it."""
        began = self.time.seconds()
        if claimed.delivery.attempts > trouble.ATTEMPTS:
            return Outcome(State.GIVEN_UP, reason=Why.ENDLESS)
        try:
            posted = await self._posted(claimed) if claimed.found is not State.WAITING else None
        except Exception as error:
            return self._trouble(claimed, error, State.DOUBTFUL)
        if posted is not None:
            return Outcome(State.SENT, message=posted, reason=Why.FOUND)
        try:
            async with asyncio.timeout(ANSWER):
                digest = await self.compose(claimed.subscription, claimed.delivery.period)
            if digest is None:
                return Outcome(State.EMPTY)
            await self._ready(claimed.subscription)
            if self.time.seconds() - began > FRESH and not await self._ours(claimed):
                return None
            return Outcome(State.SENT, message=await self._post(claimed, digest))
        except StateError:
            raise
        except Exception as error:
            return self._trouble(claimed, error, State.WAITING)

    async def _posted(self, claimed: Claimed) -> str | None:
        """The message that an earlier attempt may have left."""
        if claimed.found is State.CLAIMED:
            await self.time.sleep(GRACE)
        delivery = claimed.delivery
        async with asyncio.timeout(ANSWER):
            await self.poster.prepare(claimed.subscription.workspace)
            return await self.poster.find(claimed.subscription, delivery.nonce, delivery.period.end)

    async def _ready(self, subscription: Subscription) -> None:
        """Wait for a turn. Raises :class:`bot.posting.Busy` where that takes too long."""
        pace, seconds = self.pace, self.time.seconds
        while True:
            if (wait := pace.wait(subscription, seconds())) > PATIENCE:
                raise Busy(wait)
            if held := pace.held(subscription, seconds()):
                await self.time.sleep(held)
                continue  # turns are taken after that, or all would come at once
            await self.time.sleep(pace.take(subscription, seconds()))
            if not pace.held(subscription, seconds()):
                break
        async with asyncio.timeout(ANSWER):
            await self.poster.prepare(subscription.workspace)

    async def _ours(self, claimed: Claimed) -> bool:
        return await self.leases.renew(claimed, self.time.now() + LEASE)

    async def _post(self, claimed: Claimed, digest: D) -> str:
        """Post it. Raises what the poster raises; all else is :class:`bot.posting.Uncertain`."""
        try:
            async with asyncio.timeout(ANSWER):
                return await self.poster.post(claimed.subscription, digest, claimed.delivery.nonce)
        except Busy as error:
            self.pace.hold(error.scope, claimed.subscription, self.time.seconds(), error.retry_after)
            raise
        except (Refused, Away, Uncertain):
            raise
        except TimeoutError as error:
            raise Uncertain from error
        except Exception as error:
            log.exception("unexpected", subscription=claimed.subscription.id)
            raise Uncertain from error

    def _trouble(self, claimed: Claimed, error: Exception, state: State) -> Outcome:
        cause = trouble.cause(error)
        if cause == "failed":
            log.error("unexpected", subscription=claimed.subscription.id, exc_info=error)
        outcome = trouble.outcome(claimed, error, state, self.time.now())
        if outcome.free_at is not None:
            self.metrics.put_off(claimed.subscription.platform, cause)
        return outcome

    async def _tell_admin(self, subscription: Subscription, reason: str) -> None:
        """Once: a restart in this moment leaves it to the list of subscriptions."""
        try:
            async with asyncio.timeout(ANSWER):
                await self.poster.tell_admin(subscription, reason)
        except Exception as error:
            failed = str(error) or type(error).__name__
            log.warning("admin not told", subscription=subscription.id, reason=failed)

    def _log(self, claimed: Claimed, outcome: str, reason: str = "") -> None:
        subscription, delivery = claimed.subscription, claimed.delivery
        log.info(
            "digest",
            platform=subscription.platform,
            workspace=subscription.workspace,
            subscription=subscription.id,
            period=delivery.period.key,
            outcome=str(outcome),
            attempts=delivery.attempts,
            seconds_late=round((self.time.now() - delivery.period.end).total_seconds(), 1),
            **({"reason": reason} if reason else {}),
        )
