"""When a subscription's digests are due, and what each covers. Pure: the moment is an argument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice, takewhile
from typing import Literal
from zlib import crc32
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, weekday

from bot.state.delivery import Period
from bot.state.subscription import Cadence, Subscription

JITTER = 60  # seconds over which the digests of one minute are spread

_DAY = timedelta(days=1)
_FREQUENCY: Mapping[Cadence, Literal[1, 2, 3]] = {
    Cadence.DAILY: DAILY,
    Cadence.WEEKLY: WEEKLY,
    Cadence.MONTHLY: MONTHLY,
}
# At least one run lies in so long a time: a zone may leave out a whole day.
_SPAN = {Cadence.DAILY: 3 * _DAY, Cadence.WEEKLY: 9 * _DAY, Cadence.MONTHLY: 33 * _DAY}


def next_runs(subscription: Subscription, now: datetime, count: int) -> list[datetime]:
    """The next moments at which it is due, in UTC."""
    return list(islice(runs(subscription, now), count))


def runs(subscription: Subscription, after: datetime) -> Iterator[datetime]:
    """All moments after that at which it is due, in UTC, in their order.

    A time that the zone leaves out is the first minute after the gap; of one that comes twice, the first.
    Raises ``ZoneInfoNotFoundError`` or ``ValueError`` where the subscription makes no schedule.
    """
    zone = ZoneInfo(subscription.zone)
    start = after.astimezone(zone).replace(tzinfo=None) - 2 * _DAY
    for wall in _rule(subscription, start):
        moment = _moment(wall, zone)
        if moment > after:
            yield moment
            after = moment


def last_run(subscription: Subscription, before: datetime) -> datetime:
    """The latest moment before that at which it was due."""
    found = takewhile(lambda run: run < before, runs(subscription, before - _SPAN[subscription.cadence]))
    return max(found)


def nearest_run(subscription: Subscription, moment: datetime) -> datetime:
    """The moment closest to that at which it is due: the same one, unless its zone has other rules now."""
    later = next(runs(subscription, moment - timedelta(seconds=1)))
    if later == moment:
        return moment
    earlier = last_run(subscription, moment)
    return min(earlier, later, key=lambda run: abs(run - moment))


def due(subscription: Subscription, now: datetime) -> Period | None:
    """The period whose digest is due; None where none is. What was missed is made up for by one digest.

    It begins where the last one ended; the first covers one period back.
    """
    first = nearest_run(subscription, subscription.next_due)
    if first > now:
        return None
    later = list(takewhile(lambda run: run <= now, runs(subscription, first)))
    end = later[-1] if later else first
    covered = subscription.covered
    start = covered if covered is not None and covered < end else last_run(subscription, first)
    return Period(start, end, subscription.missed + len(later))


def corrected(subscription: Subscription, now: datetime) -> Subscription:
    """The same, due when it should be: a wrong clock or former rules of its zone may have said otherwise."""
    moment = subscription.next_due
    if moment - now > 2 * _SPAN[subscription.cadence]:
        return replace(subscription, next_due=next(runs(subscription, now)), covered=None, missed=0)
    wall = moment.astimezone(ZoneInfo(subscription.zone))
    at = (wall.hour, wall.minute, wall.second)
    if at == (subscription.hour, subscription.minute, 0) and _on_day(subscription, wall):
        return subscription
    return replace(subscription, next_due=nearest_run(subscription, moment))


def days(period: Period, zone: str) -> tuple[date, date]:
    """The zone's days that a period covers, from the first to before the second; none is in two periods."""
    return period.start.astimezone(ZoneInfo(zone)).date(), period.end.astimezone(ZoneInfo(zone)).date()


def jitter(subscription: Subscription) -> timedelta:
    """How long after its minute a digest is sent: the same each time, so that not all come at once."""
    return timedelta(seconds=crc32(f"{subscription.platform} {subscription.id}".encode()) % JITTER)


def _rule(subscription: Subscription, start: datetime) -> rrule:
    """The rule in the zone's own wall-clock time, from the day of ``start``."""
    cadence, day = subscription.cadence, subscription.day
    monthly, weekly = cadence is Cadence.MONTHLY, cadence is Cadence.WEEKLY
    return rrule(
        _FREQUENCY[cadence],
        dtstart=start.replace(hour=0, minute=0, second=0, microsecond=0),
        byweekday=weekday(day) if weekly else None,
        # Of the days up to the one wished for, the last that the month has.
        bymonthday=range(min(day, 28), day + 1) if monthly else None,
        bysetpos=-1 if monthly else None,
        byhour=subscription.hour,
        byminute=subscription.minute,
        bysecond=0,
    )


def _on_day(subscription: Subscription, wall: datetime) -> bool:
    match subscription.cadence:
        case Cadence.DAILY:
            return True
        case Cadence.WEEKLY:
            return wall.weekday() == subscription.day
        case Cadence.MONTHLY:
            return wall.day == subscription.day


def _moment(wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which the zone's clocks show that time."""
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return first if first <= second else _after_gap(second, first, zone)


def _after_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first minute of the zone's new offset, which begins somewhere between."""
    new = after.astimezone(zone).utcoffset()
    while after - before > timedelta(minutes=1):
        middle = before + timedelta(minutes=(after - before) // timedelta(minutes=2))
        if middle.astimezone(zone).utcoffset() == new:
            after = middle
        else:
            before = middle
    return after
