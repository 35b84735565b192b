"""A delivery: the digest of one period for one subscription, kept so that it is sent once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.state.subscription import Subscription, moment


class State(StrEnum):
    """Where a delivery stands; the last four are for good."""

    WAITING = "waiting"  # nothing was posted
    CLAIMED = "claimed"  # a replica is at it; past its lease nobody knows how far it came
    DOUBTFUL = "doubtful"  # the platform did not say whether it took the post
    SENT = "sent"
    EMPTY = "empty"  # nothing happened, and nothing was to be said
    REFUSED = "refused"
    GIVEN_UP = "given-up"


OPEN = (State.WAITING, State.CLAIMED, State.DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Period:
    """What a digest covers: from ``start`` to before ``end``, the moment at which it is due, in UTC."""

    start: datetime
    end: datetime
    missed: int = 0  # digests that it makes up for

    @property
    def key(self) -> str:
        """Its name among the periods of a subscription."""
        return self.end.isoformat()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One digest of a subscription, by its id. Nobody may take it before ``free_at``."""

    subscription: int
    period: Period
    state: State
    free_at: datetime | None  # None once it is settled
    nonce: str  # by which the platform's message is known
    claims: int = 0
    attempts: int = 0
    message: str = ""  # its id on the platform
    reason: str = ""  # why it was not sent, or not at once, as bot.state.why keeps it
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that is ours until its lease is over, and the state it was found in."""

    delivery: Delivery
    subscription: Subscription
    found: State


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a claim. Where that is not for good, ``free_at`` says when to try again."""

    state: State
    message: str = ""
    reason: str = ""
    free_at: datetime | None = None
    refused: bool = False  # by the platform, definitely
    tried: bool = True  # False where the platform only asked to wait
    suspends: bool = False


def row(delivery: Delivery, platform: str, workspace: str) -> dict[str, Any]:
    """The values of its columns while it is not settled."""
    period = delivery.period
    return {
        "subscription": delivery.subscription,
        "period": period.key,
        "platform": platform,
        "workspace": workspace,
        "state": delivery.state.value,
        "begins": period.start.timestamp(),
        "ends": period.end.timestamp(),
        "missed": period.missed,
        "free_at": delivery.free_at.timestamp() if delivery.free_at is not None else None,
        "claims": delivery.claims,
        "attempts": delivery.attempts,
        "nonce": delivery.nonce,
        "message": delivery.message,
        "reason": delivery.reason,
    }


def read(row: Mapping[Any, Any]) -> Delivery:
    """The delivery that a row holds."""
    free_at, settled_at = row["free_at"], row["settled_at"]
    return Delivery(
        subscription=row["subscription"],
        period=Period(moment(row["begins"]), moment(row["ends"]), row["missed"]),
        state=State(row["state"]),
        free_at=moment(free_at) if free_at is not None else None,
        nonce=row["nonce"],
        claims=row["claims"],
        attempts=row["attempts"],
        message=row["message"],
        reason=row["reason"],
        settled_at=moment(settled_at) if settled_at is not None else None,
    )
