"""Time zones by their IANA names, and what people type for them: a city in any language, ``UTC+9``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo, available_timezones

from bot.commands.digest.places import PLACES

Names = Mapping[str, Collection[str]]
"""By zone, what a language calls it."""

_AREAS = tuple("Africa America Antarctica Asia Atlantic Australia Europe Indian Pacific".split())
_OFFSET = re.compile(r"(?:utc|gmt)_?([+-]?)|([+-])")
_HOURS = re.compile(r"(\d{1,2})(?::?([0-5]\d))?")
_RANK = {name: place for place, name in enumerate(PLACES)}


@lru_cache(maxsize=1)
def _zones() -> tuple[str, ...]:
    """The names of places, former ones too, and UTC: not the old names of countries and offsets."""
    return ("UTC", *sorted(each for each in available_timezones() if each.partition("/")[0] in _AREAS))


@lru_cache(maxsize=1)
def _offered() -> tuple[str, ...]:
    """The names of places as they are called today, and UTC; the best known first."""
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    today = {line.split("\t")[2] for line in table.splitlines() if not line.startswith("#")} | {"UTC"}
    return tuple(sorted(today & set(_zones()), key=lambda each: (_RANK.get(each, len(_RANK)), each)))


def zone(text: str) -> str | None:
    """The zone of that name, or of the one place that is called so, however it is written; else None."""
    wanted = _plain(text)
    if whole := [each for each in _zones() if each.casefold() == wanted]:
        return whole[0]
    called = [each for each, names in PLACES.items() if wanted in map(_plain, names)]
    cities = called or [each for each in _zones() if each.casefold().endswith(f"/{wanted}")]
    return cities[0] if len(cities) == 1 else None


def zones(text: str, limit: int, now: datetime, called: Names | None = None) -> list[str]:
    """The zones that may be meant, best first, each by its name of today.

    Those whose name or city is that, begins so, holds it; or those whose clocks differ so from UTC now.
    ``called`` has more names for each.
    """
    wanted = _plain(text)
    apart = _apart(wanted)
    if apart is not None:
        return [each for each in _offered() if offset(each, now) == apart][:limit]
    found = [(_likeness(wanted, _names(each, called or {})), each) for each in _offered()]
    # The sort keeps what is alike in the order in which it is offered.
    return [each for likeness, each in sorted(found, key=lambda one: one[0]) if likeness < _UNLIKE][:limit]


def offset(name: str, now: datetime) -> timedelta:
    """How far the zone's clocks are ahead of UTC at that moment."""
    return now.astimezone(_loaded(name)).utcoffset() or timedelta()


_UNLIKE = 3


def _likeness(wanted: str, names: Iterator[str]) -> int:
    """0 where one of the names is what is wanted, 1 where one begins so, 2 where one holds it."""
    best = _UNLIKE
    for each in names:
        if each == wanted:
            return 0
        if each.startswith(wanted):
            best = 1
        elif wanted in each:
            best = min(best, 2)
    return best


def _names(name: str, called: Names) -> Iterator[str]:
    """All that the zone is called; its area alone is none of its names, though it holds what is typed."""
    yield _plain(name.rpartition("/")[2])
    yield from map(_plain, PLACES.get(name, ()))
    yield from map(_plain, called.get(name, ()))
    yield _plain(name)


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """What is compared: full width is half width, capitals are small, spaces as in the names of zones."""
    return unicodedata.normalize("NFKC", text).strip().casefold().replace(" ", "_")


def _apart(wanted: str) -> timedelta | None:
    """The difference from UTC that is typed: ``utc+9``, ``gmt-5``, ``+05:30``."""
    begun = _OFFSET.match(wanted)
    hours = _HOURS.fullmatch(wanted, begun.end()) if begun else None
    if begun is None or hours is None:
        return None
    apart = timedelta(hours=int(hours[1]), minutes=int(hours[2] or 0))
    return -apart if "-" in begun[0] else apart


@lru_cache(maxsize=1024)
def _loaded(name: str) -> ZoneInfo:
    """The zone's rules, kept: the library forgets all but a few."""
    return ZoneInfo(name)
