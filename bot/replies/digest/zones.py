"""Time zones to pick while one types: what our languages call their cities, and how far from UTC they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache

from babel import Locale

from bot.commands.digest.zones import offset, zones
from bot.replies.reply import Option
from bot.replies.words import LANGUAGES, Words

_FORMER: Mapping[str, str] = {
    "Africa/Asmera": "Africa/Asmara",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Catamarca": "America/Argentina/Catamarca",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Cordoba": "America/Argentina/Cordoba",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "America/Jujuy": "America/Argentina/Jujuy",
    "America/Louisville": "America/Kentucky/Louisville",
    "America/Mendoza": "America/Argentina/Mendoza",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Atlantic/Faeroe": "Atlantic/Faroe",
    "Europe/Kiev": "Europe/Kyiv",
    "Pacific/Enderbury": "Pacific/Kanton",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
}
"""Babel keeps the names that zones had once; here are those of today."""


def offered(typed: str, now: datetime, words: Words, limit: int) -> list[Option]:
    """The zones that may be meant by what is typed, in any of our languages, best first."""
    return [option(each, now, words) for each in zones(typed, limit, now, _called())]


def option(zone: str, now: datetime, words: Words) -> Option:
    """The zone as it is picked: 東京 · Asia/Tokyo (UTC+9)."""
    apart = f"{zone} ({_apart(offset(zone, now))})" if zone != "UTC" else zone
    city = _cities(words.language).get(zone, "")
    own = zone.rpartition("/")[2].replace("_", " ")
    return Option(zone, f"{city} · {apart}" if city and city != own else apart)


def _apart(difference: timedelta) -> str:
    minutes = round(difference.total_seconds() / 60)
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"


@lru_cache(maxsize=1)
def _called() -> Mapping[str, tuple[str, ...]]:
    """By zone, what its city is called in each of our languages."""
    every = [_cities(language) for language in LANGUAGES]
    known = dict.fromkeys(zone for cities in every for zone in cities)
    return {zone: tuple(cities[zone] for cities in every if zone in cities) for zone in known}


@lru_cache(maxsize=len(LANGUAGES))
def _cities(language: str) -> Mapping[str, str]:
    """By zone, what its city is called in that language, where that is known."""
    named = Locale.parse(language).time_zones.items()
    return {_FORMER.get(zone, zone): str(each["city"]) for zone, each in named if each.get("city")}
