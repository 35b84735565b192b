"""A round over pages: what is looked at, what is remembered, what is found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from yarl import URL

from bot.facts.date import PartialDate
from bot.facts.model import Pack
from bot.links.archive import Archive
from bot.links.checker import Answers, Gone, Outcome, Unclear
from bot.links.cited import Page as Cited
from bot.links.cited import pages
from bot.links.findings import Dead, Finding, Moved
from bot.links.round import Round, chosen
from bot.state.errors import StateError
from bot.state.sightings import Sighting
from tests.facts import making
from tests.fakes.web import Page, leads_to
from tests.links.conftest import Net

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
SERVICE = URL("http://archive.example/available")


def _pack(*urls: str, archive: str | None = None) -> Pack:
    """A pack whose first event cites these pages, and whose second cites the first of them."""
    sources = tuple(replace(making.SOURCE, url=url, archive=archive) for url in urls)
    one = making.publish("2024-01-01", sources=sources)
    two = making.publish("2024-02-01", "training-code", sources=sources[:1])
    return making.pack(making.model(one, two))


@dataclass(slots=True)
class Rounds:
    """Rounds that remember each other."""

    net: Net
    seen: dict[str, Sighting] = field(default_factory=dict)
    told: list[tuple[str, Outcome]] = field(default_factory=list)

    async def go(self, pack: Pack, today: date) -> list[Finding]:
        """One round over all pages."""
        self.told.clear()
        archive = Archive(self.net.web, self.net.lanes, SERVICE)
        round = Round(self.net.checker(), archive, dict(self.seen), self._keep, today)
        wanted = chosen(pages(pack), self.seen)
        return await round.go(wanted, lambda page, outcome: self.told.append((page.url, outcome)))

    async def _keep(self, sighting: Sighting) -> None:
        self.seen[sighting.address] = sighting


async def test_a_page_is_dead_when_it_was_gone_on_two_days(net: Net) -> None:
    """The first day it may be a mistake; the second it is a finding, with a copy if there is one."""
    url, rounds = "http://site.example/page", Rounds(net)
    copy = "https://web.archive.example/web/20240101/http://site.example/page"
    net.server.pages["archive.example/available?url=http://site.example/page&timestamp=20261101"] = Page(
        body=b'{"archived_snapshots": {"closest": {"available": true, "status": "200", "url": "%s"}}}'
        % copy.encode()
    )
    pack = _pack(url)
    assert await rounds.go(pack, MONDAY) == []
    assert await rounds.go(pack, MONDAY) == []
    dead = Dead(url, "404", MONDAY, copy, ("m1/parameters-final-2024-01-01", "m1/training-code-2024-02-01"))
    assert await rounds.go(pack, TUESDAY) == [dead]
    assert await rounds.go(pack, FRIDAY) == [dead]


async def test_a_page_that_came_back_begins_anew(net: Net) -> None:
    """One good answer between two absences, and nothing is dead."""
    rounds, pack = Rounds(net), _pack("http://site.example/page")
    await rounds.go(pack, MONDAY)
    net.server.pages["site.example/page"] = Page()
    await rounds.go(pack, TUESDAY)
    del net.server.pages["site.example/page"]
    assert await rounds.go(pack, FRIDAY) == []


async def test_a_failure_between_changes_nothing(net: Net) -> None:
    """A busy site between two absences is no good answer, and no absence."""
    rounds, pack = Rounds(net), _pack("http://site.example/page")
    await rounds.go(pack, MONDAY)
    net.server.pages["site.example/page"] = Page(500)
    assert await rounds.go(pack, TUESDAY) == []
    del net.server.pages["site.example/page"]
    (found,) = await rounds.go(pack, FRIDAY)
    assert isinstance(found, Dead)
    assert found.since == MONDAY


@pytest.mark.parametrize("status", [403, 429, 500])
async def test_what_could_not_be_checked_is_never_dead(net: Net, status: int) -> None:
    """However often it is refused."""
    net.server.pages["site.example/page"] = Page(status)
    rounds = Rounds(net)
    for day in (MONDAY, TUESDAY, FRIDAY):
        net.lanes = type(net.lanes)(net.clock, net.clock.sleep)
        assert await rounds.go(_pack("http://site.example/page"), day) == []


async def test_a_dead_page_with_a_copy_needs_nothing(net: Net) -> None:
    """It is counted, and not proposed again."""
    rounds, pack = Rounds(net), _pack("http://site.example/page", archive="https://archive.example/copy")
    for day in (MONDAY, TUESDAY):
        assert await rounds.go(pack, day) == []
    assert rounds.told == [("http://site.example/page", Gone("404"))]


async def test_a_dead_page_is_found_without_the_archive(net: Net) -> None:
    """The archive being away keeps nobody from knowing that the page is dead."""
    net.names.known["archive.example"] = OSError()
    rounds, pack = Rounds(net), _pack("http://site.example/page")
    await rounds.go(pack, MONDAY)
    (found,) = await rounds.go(pack, TUESDAY)
    assert isinstance(found, Dead)
    assert found.archive is None


async def test_a_move_is_found_at_once(net: Net) -> None:
    """The page itself says so."""
    net.server.pages |= {"site.example/a": leads_to("/b"), "site.example/b": Page()}
    (found,) = await Rounds(net).go(_pack("http://site.example/a#part"), MONDAY)
    assert isinstance(found, Moved)
    assert (found.url, found.to) == ("http://site.example/a", "http://site.example/b")


async def test_every_page_is_told_once(net: Net) -> None:
    """Fragments of one page are one visit, and hosts are visited beside each other, one at a time each."""
    urls = [f"http://{host}.example/{n}" for host in "abc" for n in range(4)]
    net.server.pages |= {url.removeprefix("http://"): Page() for url in urls}
    rounds = Rounds(net)
    await rounds.go(_pack(*urls, *(f"{url}#x" for url in urls), "ftp://a.example/"), MONDAY)
    assert sorted(rounds.told, key=lambda each: each[0]) == [
        ("ftp://a.example/", Unclear("it is no http(s) address")),
        *((url, Answers()) for url in urls),
    ]
    assert set(net.server.most.values()) == {1}


async def test_a_memory_that_fails_ends_the_round(net: Net) -> None:
    """What cannot be remembered is not looked at for nothing."""

    async def fail(_: Sighting) -> None:
        raise StateError("The state database cannot be reached.")

    archive = Archive(net.web, net.lanes, SERVICE)
    round = Round(net.checker(), archive, {}, fail, MONDAY)
    with pytest.raises(StateError):
        await round.go(list(pages(_pack("http://a.example/", "http://b.example/")).values()), lambda *_: None)


def test_the_longest_unseen_come_first() -> None:
    """A limited round goes on where the one before stopped."""
    every = pages(_pack(*(f"https://{host}.example/" for host in "abcd")))
    seen = {
        "https://a.example/": Sighting("https://a.example/", TUESDAY),
        "https://b.example/": Sighting("https://b.example/", MONDAY),
    }
    assert [each.url[8] for each in chosen(every, seen)] == ["c", "d", "b", "a"]
    assert [each.url[8] for each in chosen(every, seen, limit=3)] == ["c", "d", "b"]
    assert [each.url[8] for each in chosen(every, seen, host="b.example")] == ["b"]


def test_a_page_is_wanted_as_it_was_when_it_was_read() -> None:
    """The first check of its sources; without one, the first day on which it can have been published."""
    read = making.SOURCE
    unread = replace(read, url="https://example.org/other", checked=None, published=PartialDate(2024, 3))
    event = making.publish("2024-01-01", sources=(read, unread, replace(read, checked=date(2026, 10, 1))))
    found = pages(making.pack(making.model(event)))
    assert found["https://example.org/page"] == Cited(
        "https://example.org/page", (event.id,), date(2026, 10, 1), archived=False
    )
    assert found["https://example.org/other"].near == date(2024, 3, 1)
