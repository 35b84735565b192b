"""When a digest comes, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.replies.slugs import N_
from bot.replies.words import Words
from bot.state.subscription import Cadence, Subscription, WhenEmpty

CADENCES: Mapping[Cadence, str] = {
    Cadence.DAILY: N_("every day"),
    Cadence.WEEKLY: N_("every week"),
    Cadence.MONTHLY: N_("every month"),
}
WHEN_EMPTY: Mapping[WhenEmpty, str] = {
    WhenEmpty.SKIP: N_("post nothing"),
    WhenEmpty.SAY_SO: N_("say so"),
}

_WEEKLY = (
    N_("Every Monday at {time}, {zone}"),
    N_("Every Tuesday at {time}, {zone}"),
    N_("Every Wednesday at {time}, {zone}"),
    N_("Every Thursday at {time}, {zone}"),
    N_("Every Friday at {time}, {zone}"),
    N_("Every Saturday at {time}, {zone}"),
    N_("Every Sunday at {time}, {zone}"),
)


def schedule(each: Subscription, words: Words) -> str:
    """The day and the time, in the zone of the subscription."""
    time = f"{each.hour:02d}:{each.minute:02d}"
    match each.cadence:
        case Cadence.DAILY:
            return words("Every day at {time}, {zone}", time=time, zone=each.zone)
        case Cadence.WEEKLY:
            return words(_WEEKLY[each.day], time=time, zone=each.zone)
    return words("On day {day} of every month at {time}, {zone}", day=each.day, time=time, zone=each.zone)


def moment(when: datetime, zone: str, words: Words) -> str:
    """A moment in the zone's time."""
    local = when.astimezone(ZoneInfo(zone))
    return words("{day}, {time}", day=words.date(local.date()), time=f"{local:%H:%M}")
