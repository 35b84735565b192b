"""What comes of asking about digests, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.commands.digest.contents import DigestAnswer
from bot.commands.fact.answers import FormAnswer
from bot.state.delivery import Delivery
from bot.state.subscription import Filters, Subscription


class Done(StrEnum):
    """What was done with a subscription."""

    SUBSCRIBED = "subscribed"
    EDITED = "edited"
    PAUSED = "paused"
    RESUMED = "resumed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class SubscriptionAnswer:
    """A subscription as it is now, its next runs, and what the next digest would say today."""

    done: Done
    subscription: Subscription
    runs: tuple[datetime, ...] = ()
    preview: DigestAnswer | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A subscription as the list shows it: what it is about, by names, and its next run, if one comes."""

    subscription: Subscription
    wishes: Filters
    run: datetime | None


@dataclass(frozen=True, slots=True)
class SubscriptionsAnswer:
    """The subscriptions of a channel; ``everywhere`` where they are those of a whole workspace."""

    standing: tuple[Standing, ...]
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class WishAnswer(FormAnswer):
    """What can be chosen of a digest, to be filled in; ``names`` is what it is about, as people call it."""

    names: Filters


@dataclass(frozen=True, slots=True)
class PreviewAnswer:
    """A digest as it would be posted now; ``public`` where everybody is to see it."""

    digest: DigestAnswer
    language: str
    public: bool = False


@dataclass(frozen=True, slots=True)
class DeliveriesAnswer:
    """What became of a subscription's digests, newest first."""

    subscription: Subscription
    deliveries: tuple[Delivery, ...]
