"""What is chosen of a digest, read: the day, the hour, the zone, what it is about, whom it mentions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import Context, Kind
from bot.commands.digest import schedule
from bot.commands.digest.arguments import ALL
from bot.commands.digest.zones import zone, zones
from bot.commands.resolve import pick
from bot.errors import BadInput, Mistake
from bot.facts.names import SubjectKind
from bot.state.subscription import Cadence, Filters, Subscription

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NONE = "none"

_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:：.]([0-5]\d))?")
_ROLE = re.compile(r"[0-9]+|S[A-Z0-9]+")  # Discord's ids, and those of Slack's user groups
_ABOUT: Mapping[str, tuple[Kind, tuple[SubjectKind, ...]]] = {
    "organization": (Kind.ORGANIZATION, (SubjectKind.ORGANIZATION,)),
    "model": (Kind.MODEL, (SubjectKind.MODEL, SubjectKind.FAMILY)),
    "license": (Kind.LICENSE, (SubjectKind.LICENSE,)),
}


def chosen(
    command: Any, before: Subscription, context: Context
) -> Subscription | UnknownName | AmbiguousName:
    """The subscription with what the command chooses. Raises :class:`BadInput`."""
    filters = _filters(command, before.filters, context)
    if not isinstance(filters, Filters):
        return filters
    cadence = command.cadence or before.cadence
    hour, minute = _hour(command.hour) if command.hour else (before.hour, before.minute)
    found = replace(
        before,
        cadence=cadence,
        day=_day(command.day, cadence) if command.day else _kept_day(before, cadence),
        hour=hour,
        minute=minute,
        zone=_zone(command.zone, context.now) if command.zone else before.zone,
        language=command.language or before.language,
        filters=filters,
        when_empty=command.when_empty or before.when_empty,
        role=_role(command.role) if command.role else before.role,
    )
    return replace(found, next_due=next(schedule.runs(found, context.now)))


def _kept_day(before: Subscription, cadence: Cadence) -> int:
    """The day as it was, or the first where another cadence counts other days."""
    if cadence is before.cadence:
        return before.day
    return 1 if cadence is Cadence.MONTHLY else 0


def _day(text: str, cadence: Cadence) -> int:
    word = text.strip().casefold()
    if cadence is Cadence.MONTHLY:
        if word.isdecimal() and 1 <= int(word) <= 31:
            return int(word)
        raise BadInput(Mistake.NOT_A_CHOICE, "day", text, ("1", "31"))
    found = [place for place, each in enumerate(DAYS) if len(word) >= 3 and each.startswith(word)]
    if not found:
        raise BadInput(Mistake.NOT_A_CHOICE, "day", text, DAYS)
    return found[0]


def _hour(text: str) -> tuple[int, int]:
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise BadInput(Mistake.NOT_A_TIME, "hour", text)
    return int(match[1]), int(match[2] or 0)


def _zone(text: str, now: datetime) -> str:
    found = zone(text)
    if found is None:
        raise BadInput(Mistake.NOT_A_ZONE, "zone", text, tuple(zones(text, 3, now)) or ("Asia/Tokyo", "UTC"))
    return found


def _role(text: str) -> str:
    id = text.strip().strip("<@&!>").removeprefix("subteam^").partition("|")[0]
    if id.casefold() == NONE:
        return ""
    if not _ROLE.fullmatch(id):
        raise BadInput(Mistake.NOT_A_CHOICE, "role", text, ("123456789012345678", NONE))
    return id


def _filters(command: Any, before: Filters, context: Context) -> Filters | UnknownName | AmbiguousName:
    """What it is about: as before where nothing is said, about everything where ``all`` is."""
    ids: dict[str, str] = {}
    for argument in _ABOUT:
        asked = getattr(command, argument)
        if asked is None:
            continue
        id = "" if asked.casefold() == ALL else _named(asked, argument, context)
        if not isinstance(id, str):
            return id
        ids[argument] = id
    kinds = before.kinds
    if command.news is not None:
        kinds = () if command.news == ALL else (command.news,)
    return Filters(
        organization=ids.get("organization", before.organization),
        model=ids.get("model", before.model),
        license=ids.get("license", before.license),
        kinds=kinds,
    )


def _named(asked: str, argument: str, context: Context) -> str | UnknownName | AmbiguousName:
    """The id of what is named; a name that several models share means their family."""
    kind, kinds = _ABOUT[argument]
    names = context.store.names
    found = pick(names, asked, kind, kinds, argument)
    if isinstance(found, AmbiguousName) and (family := names.find(asked, kinds).family) is not None:
        return family.id
    return found if isinstance(found, UnknownName | AmbiguousName) else found.id
