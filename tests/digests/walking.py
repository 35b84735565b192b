"""When a time comes in a zone, found without a calendar: by looking at the zone's clock each minute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
STEP = timedelta(hours=6)  # no zone changes its clock twice in so short a time

Walk = Sequence[tuple[datetime, datetime]]
"""Minutes, with what the zone's clock showed."""


def changes(zone: ZoneInfo, year: int) -> list[datetime]:
    """The minutes of a year from which on the zone's clock has another offset."""
    moment, found = datetime(year, 1, 1, tzinfo=UTC), []
    while moment.year == year:
        old, new = (each.astimezone(zone).utcoffset() for each in (moment, moment + STEP))
        if old != new:
            minutes = (moment + number * MINUTE for number in range(STEP // MINUTE + 1))
            found.append(next(each for each in minutes if each.astimezone(zone).utcoffset() == new))
        moment += STEP
    return found


def walk(zone: ZoneInfo, begin: datetime, end: datetime) -> Walk:
    """Every minute from one moment to before another."""
    minutes = (begin + number * MINUTE for number in range((end - begin) // MINUTE))
    return [(each, each.astimezone(zone).replace(tzinfo=None)) for each in minutes]


def daily(walked: Walk, at: time) -> Iterator[datetime]:
    """The moments at which a time of the day comes: once a day, at the next minute where it is left out."""
    _, first = walked[0]
    wanted = datetime.combine(first, at)
    if wanted < first:
        wanted += DAY
    for moment, wall in walked:
        if wall >= wanted:
            yield moment
            while wanted <= wall:
                wanted += DAY
