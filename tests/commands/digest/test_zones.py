from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.commands.digest.places import PLACES
from bot.commands.digest.zones import offset, zone, zones
from bot.replies.digest.zones import offered, option
from bot.replies.words import words

WINTER = datetime(2026, 11, 23, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("tokyo", "Asia/Tokyo"),
        ("ＴＯＫＹＯ", "Asia/Tokyo"),
        ("東京", "Asia/Tokyo"),
        ("大阪", "Asia/Tokyo"),
        ("JST", "Asia/Tokyo"),
        ("new york", "America/New_York"),
        ("San Francisco", "America/Los_Angeles"),
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("utc", "UTC"),
        ("", None),
        ("Asia", None),
        ("UTC+9", None),
        ("JST-9", None),
        ("../etc/passwd", None),
    ],
)
def test_a_zone_is_found_by_its_name_or_its_city(typed: str, found: str | None) -> None:
    """However it is written, in Japanese too; nothing else is a zone."""
    assert zone(typed) == found


def test_every_place_is_a_zone_and_its_names_are_its_own() -> None:
    """No name stands for two zones, so that each finds its zone."""
    for name, called in PLACES.items():
        assert zone(name) == name
        assert [zone(each) for each in called] == [name] * len(called)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tok", ["Asia/Tokyo", "Antarctica/Vostok", "Asia/Vladivostok"]),
        ("york", ["America/New_York"]),
        ("ber", ["Europe/Berlin", "Atlantic/Bermuda"]),
        ("india", ["Asia/Kolkata"]),
        ("america/arg", ["America/Argentina/Buenos_Aires"]),
        ("saigon", ["Asia/Ho_Chi_Minh"]),
        ("montreal", ["America/Toronto"]),
        ("zzzz", []),
    ],
)
def test_type_ahead_begins_with_what_is_called_so(typed: str, first: list[str]) -> None:
    """Then come those that begin so, then those that hold it: of those alike the best known first."""
    assert zones(typed, len(first), WINTER) == first
    assert bool(zones(typed, 25, WINTER)) is bool(first)


def test_nothing_typed_offers_the_best_known() -> None:
    """As many as a platform shows, none of them twice."""
    found = zones("", 100, WINTER)
    assert found[:3] == ["Asia/Tokyo", "UTC", "America/Los_Angeles"]
    assert len(found) == len(set(found)) == 100


@pytest.mark.parametrize("typed", ["UTC+9", "utc+09:00", "GMT+9", "+9", "ＵＴＣ＋９", "utc 9", "UTC+0900"])
def test_a_difference_from_utc_offers_the_zones_that_have_it(typed: str) -> None:
    """However it is written."""
    found = zones(typed, 100, WINTER)
    assert found[:2] == ["Asia/Tokyo", "Asia/Seoul"]
    assert all(offset(each, WINTER) == timedelta(hours=9) for each in found)


def test_a_difference_is_that_of_the_moment() -> None:
    """In summer other zones are an hour ahead than in winter; half hours count; some nobody has."""
    assert "Europe/London" in zones("UTC+1", 100, SUMMER)
    assert "Europe/London" not in zones("UTC+1", 100, WINTER)
    assert zones("utc+5:30", 1, WINTER) == ["Asia/Kolkata"]
    assert zones("-8", 1, WINTER) == ["America/Los_Angeles"]
    assert zones("UTC-11:45", 25, WINTER) == zones("UTC+99", 25, WINTER) == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("東京", "Asia/Tokyo"),
        ("ニューヨーク", "America/New_York"),
        ("レイキャビク", "Atlantic/Reykjavik"),
        ("カトマンズ", "Asia/Kathmandu"),
        ("ブエノス", "America/Argentina/Buenos_Aires"),
        ("ほーちみん", ""),
        ("Ho Chi Minh City", "Asia/Ho_Chi_Minh"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_cities_are_found_in_both_languages(typed: str, first: str, language: str) -> None:
    """Whatever language is spoken: Babel has the Japanese names of cities that have a zone."""
    found = offered(typed, WINTER, words(language), 25)
    assert [each.value for each in found][:1] == ([first] if first else [])


@pytest.mark.parametrize(
    ("name", "english", "japanese"),
    [
        ("Asia/Tokyo", "Asia/Tokyo (UTC+9)", "東京 · Asia/Tokyo (UTC+9)"),
        ("Asia/Kolkata", "Asia/Kolkata (UTC+5:30)", "コルカタ · Asia/Kolkata (UTC+5:30)"),
        (
            "America/St_Johns",
            "St. John’s · America/St_Johns (UTC-3:30)",
            "セントジョンズ · America/St_Johns (UTC-3:30)",
        ),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_a_zone_is_named_with_its_city_and_its_difference(name: str, english: str, japanese: str) -> None:
    """In English the zone's name says the city already, but where it is written otherwise."""
    assert option(name, WINTER, words("en")).label == english
    assert option(name, WINTER, words("ja")).label == japanese


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_zone_fits_the_platforms(language: str) -> None:
    """Slack's option has 75 characters, Discord's 100."""
    found = offered("", WINTER, words(language), 1000)
    assert len(found) > 400
    assert max(len(each.label) for each in found) <= 75
