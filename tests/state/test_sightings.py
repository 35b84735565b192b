"""Sightings: what an address outside was like, from one round to the next."""

from __future__ import annotations

from datetime import date

from bot.state.database import Engine, open_state
from bot.state.sightings import BATCH, Sighting, Sightings

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
PAGE = "https://example.org/page"


def test_one_day_of_absence_is_no_miss() -> None:
    """Gone on two different days is: the first one counts, and nothing unclear between them matters."""
    first = Sighting(PAGE, MONDAY).gone(MONDAY, "404")
    assert not first.missed
    assert not first.gone(MONDAY, "404").missed
    later = first.unclear(TUESDAY, "it answers 500").gone(FRIDAY, "410")
    assert later.missed
    assert (later.gone_since, later.said) == (MONDAY, "410")


def test_whoever_is_back_was_never_gone() -> None:
    """A good answer between two absences begins anew."""
    back = Sighting(PAGE, MONDAY).gone(MONDAY, "404").there(TUESDAY, "answers")
    assert back.gone_since is None
    assert not back.gone(FRIDAY, "404").missed


async def test_the_last_sighting_is_kept(address: str) -> None:
    """Of each address one, over a restart too; kinds do not see each other."""
    first = Sighting(PAGE, MONDAY).gone(MONDAY, "404")
    second = first.there(TUESDAY, "answers", '{"a": 1}')
    async with open_state(address) as engine:
        await Sightings(engine, "link").keep(first)
        await Sightings(engine, "link").keep(second)
        await Sightings(engine, "repository").keep(first)
    async with open_state(address) as engine:
        assert await Sightings(engine, "link").every() == {PAGE: second}
        assert await Sightings(engine, "repository").every() == {PAGE: first}


async def test_forgets_what_nobody_asks_about(engine: Engine) -> None:
    """However many there are; those of another kind stay."""
    links, repositories = Sightings(engine, "link"), Sightings(engine, "repository")
    urls = [f"{PAGE}/{number}" for number in range(BATCH + 2)]
    for url in (urls[0], urls[-1], PAGE):
        await links.keep(Sighting(url, MONDAY))
    await repositories.keep(Sighting(urls[0], MONDAY))
    await links.forget(urls)
    assert set(await links.every()) == {PAGE}
    assert set(await repositories.every()) == {urls[0]}
