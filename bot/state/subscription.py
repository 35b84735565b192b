"""A subscription: a channel's wish for a digest, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Cadence(StrEnum):
    """How often."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class WhenEmpty(StrEnum):
    """What to do where nothing happened."""

    SKIP = "skip"
    SAY_SO = "say-so"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a digest is about, by the ids and kinds of the facts; empty means all."""

    organization: str = ""
    model: str = ""
    license: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A channel's wish for a digest. Moments are in UTC; the day, hour and minute are those of ``zone``."""

    id: int = 0  # given when it is kept
    platform: str
    workspace: str
    channel: str
    cadence: Cadence = Cadence.WEEKLY
    day: int = 0  # of the week, 0 for Monday; of the month, 1 to 31: the last one where there are fewer
    hour: int = 9
    minute: int = 0
    zone: str = "UTC"  # as IANA calls it
    language: str = "en"
    filters: Filters = field(default_factory=Filters)
    when_empty: WhenEmpty = WhenEmpty.SKIP
    role: str = ""  # to mention; none unless somebody chose one
    created_by: str
    created_at: datetime
    next_due: datetime
    covered: datetime | None = None  # up to when digests told what happened; None before the first
    missed: int = 0  # digests that were due since, and never came
    refusals: int = 0  # of the platform, in a row
    paused: bool = False
    suspended: str = ""  # why, as bot.state.why keeps it, once the platform has refused too often


def row(subscription: Subscription) -> dict[str, Any]:
    """The values of its columns, but for the id."""
    covered = subscription.covered
    found = {name: getattr(subscription, name) for name in Subscription.__slots__ if name != "id"}
    return found | {
        "cadence": subscription.cadence.value,
        "when_empty": subscription.when_empty.value,
        "filters": asdict(subscription.filters),
        "created_at": subscription.created_at.timestamp(),
        "next_due": subscription.next_due.timestamp(),
        "covered": covered.timestamp() if covered is not None else None,
    }


def readable(row: Mapping[Any, Any]) -> Subscription | None:
    """The subscription that a row holds; None where somebody else wrote something there."""
    try:
        return read(row)
    except (KeyError, TypeError, ValueError):
        return None


def read(row: Mapping[Any, Any]) -> Subscription:
    """The subscription that a row holds. Raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    covered = row["covered"]
    filters = dict(row["filters"])
    return Subscription(
        **{name: row[name] for name in _PLAIN},
        cadence=Cadence(row["cadence"]),
        when_empty=WhenEmpty(row["when_empty"]),
        filters=Filters(**filters | {"kinds": tuple(filters.get("kinds", ()))}),
        created_at=moment(row["created_at"]),
        next_due=moment(row["next_due"]),
        covered=moment(covered) if covered is not None else None,
    )


def moment(seconds: float) -> datetime:
    """The moment so many seconds after the beginning of 1970."""
    return datetime.fromtimestamp(seconds, UTC)


_CONVERTED = {"cadence", "when_empty", "filters", "created_at", "next_due", "covered"}
_PLAIN = [name for name in Subscription.__slots__ if name not in _CONVERTED]
