"""What sites ask of robots, and how a host is given time."""

from __future__ import annotations

import asyncio

import pytest

from bot.links.checker import Answers, Gone, Unclear
from bot.links.lanes import FAILURES, PATIENCE, Lanes
from bot.links.web import Unreachable
from tests.fakes.web import BOMB, UNKNOWN, Page, leads_to, robots
from tests.links.conftest import Clock, Net

PAGE = "http://site.example/private/page"
FORBIDDEN = Unclear("its site asks robots not to visit it")


@pytest.fixture(autouse=True)
def _a_page(net: Net) -> None:
    net.server.pages["site.example/private/page"] = Page()


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /private",
        "User-agent: *\nDisallow: /*/page$",
        "User-agent: other\nAllow: /\n\nUser-agent: openness-bot\nDisallow: /private/",
        "User-agent: *\nAllow: /private\nDisallow: /private/page",
    ],
)
async def test_a_forbidden_page_is_not_visited(net: Net, text: str) -> None:
    """Rules for everybody or for this bot, with wildcards, the longest winning."""
    net.server.pages["site.example/robots.txt"] = robots(text)
    assert await net.checker().check(PAGE) == FORBIDDEN
    assert net.server.calls == ["GET site.example/robots.txt"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "User-agent: *\nDisallow:",
        "User-agent: other\nDisallow: /",
        "User-agent: *\nDisallow: /\n\nUser-agent: openness-bot\nAllow: /",
        "User-agent: *\nDisallow: /private\nAllow: /private/page",
        "<html>A page instead of rules</html>",
        "\0\xff: \udcff".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
async def test_other_pages_are(net: Net, text: str) -> None:
    """Nothing said, said to others, or allowed by the longer rule; nonsense says nothing."""
    net.server.pages["site.example/robots.txt"] = robots(text)
    assert await net.checker().check(PAGE) == Answers()


async def test_the_file_is_read_once_a_round(net: Net) -> None:
    """Many pages of a site need one look, at the same time too."""
    checker = net.checker()
    await asyncio.gather(*(checker.check(PAGE) for _ in range(5)))
    assert net.server.asked("site.example/robots.txt") == 1
    assert net.server.most["site.example"] == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
async def test_without_a_file_everything_is_allowed(net: Net, status: int) -> None:
    """RFC 9309: an unavailable file forbids nothing."""
    net.server.pages["site.example/robots.txt"] = Page(status)
    assert await net.checker().check(PAGE) == Answers()


@pytest.mark.parametrize("patience", [0.2])
@pytest.mark.parametrize(
    "page",
    [
        Page(429),
        Page(500),
        Page(503),
        Page(seconds=1),
        Page(slow=True),
        Page(dropped=True),
        Page(body=BOMB, headers={"Content-Encoding": "gzip"}),
        leads_to("/robots.txt"),
        leads_to("http://127.0.0.1/robots.txt"),
        leads_to("http://inside.example/robots.txt"),
        leads_to("file:///etc/passwd"),
    ],
)
async def test_an_unreadable_file_forbids_everything(net: Net, page: Page) -> None:
    """RFC 9309: while the rules can't be had, none is broken."""
    net.names.known["inside.example"] = "10.0.0.1"
    net.server.pages["site.example/robots.txt"] = page
    outcome = await net.checker().check(PAGE)
    assert isinstance(outcome, Unclear)
    assert outcome.why.startswith("its robots.txt cannot be read")
    assert not net.server.asked("site.example/private/page")


async def test_a_file_elsewhere_is_followed(net: Net) -> None:
    """Redirects of the rules are followed with the same care."""
    net.server.pages["site.example/robots.txt"] = leads_to("http://other.example/rules")
    net.server.pages["other.example/rules"] = robots("User-agent: *\nDisallow: /")
    assert await net.checker().check(PAGE) == FORBIDDEN


async def test_of_an_endless_file_the_beginning_counts(net: Net) -> None:
    """A huge file is read as far as RFC 9309 asks, and no further."""
    net.server.pages["site.example/robots.txt"] = Page(endless=True)
    assert await net.checker().check(PAGE) == Answers()


async def test_rules_made_to_take_for_ever_do_not(net: Net) -> None:
    """Thousands of rules full of wildcards are decided at once."""
    rule = "Disallow: /" + "*a" * 200 + "b\n"
    net.server.pages["site.example/robots.txt"] = robots("User-agent: *\n" + rule * 1_000)
    url = "http://site.example/" + "a" * 1_500
    async with asyncio.timeout(30):
        assert await net.checker().check(url) == Gone("404")


async def test_rules_made_to_fill_the_memory_are_not_read(net: Net) -> None:
    """Every rule for every robot of a group: a small file of that kind would be kept as gigabytes."""
    robots_named = "".join(f"User-agent: robot{n}\n" for n in range(15_000))
    rules = "".join(f"Disallow: /{n}\n" for n in range(10_000))
    net.server.pages["site.example/robots.txt"] = robots(robots_named + rules)
    outcome = await net.checker().check(PAGE)
    assert outcome == Unclear("its robots.txt cannot be read: it has too many rules for too many robots")


async def test_the_rules_of_every_stop_are_kept(net: Net) -> None:
    """A redirect to a site that wants no robots ends there."""
    net.server.pages["site.example/private/page"] = leads_to("http://shy.example/")
    net.server.pages["shy.example/robots.txt"] = robots("User-agent: *\nDisallow: /")
    assert await net.checker().check(PAGE) == FORBIDDEN
    assert not net.server.asked("shy.example/")


async def test_an_unknown_host_is_gone_though_it_has_no_rules(net: Net) -> None:
    """Nobody is there to forbid it."""
    net.names.known["site.example"] = UNKNOWN
    assert isinstance(await net.checker().check(PAGE), Gone)


# --- time for the host -----------------------------------------------------------------------------------


async def test_a_host_has_a_second_between_two_visits(net: Net) -> None:
    """Other hosts do not wait for it."""
    await net.checker().check(PAGE)
    await net.checker().check("http://other.example/")
    assert net.clock.slept == [1.0, 1.0, 1.0]  # a page after each site's rules, GET after HEAD


async def test_a_crawl_delay_is_kept(net: Net) -> None:
    """What the site asks for, if it is longer."""
    net.server.pages["site.example/robots.txt"] = robots("User-agent: *\nCrawl-delay: 7")
    checker = net.checker()
    await checker.check(PAGE)
    await checker.check(PAGE)
    assert net.clock.slept == [1.0, 7.0]


@pytest.mark.parametrize("delay", ["3600", "1e300"])
async def test_a_host_that_wants_long_pauses_gets_one_visit(net: Net, delay: str) -> None:
    """A round does not wait an hour: the other pages have their turn in another one."""
    net.server.pages["site.example/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {delay}")
    checker = net.checker()
    assert await checker.check(PAGE) == Answers()
    assert await checker.check(PAGE) == Unclear("its site asks for long pauses between visits")
    assert max(net.clock.slept) <= PATIENCE


@pytest.mark.parametrize("page", [Page(429), Page(503, headers={"Retry-After": "100000000"})])
async def test_a_host_that_asks_for_a_pause_has_it(net: Net, page: Page) -> None:
    """After "too many requests" nothing more is asked of it in this round."""
    net.server.pages["site.example/busy"] = page
    checker = net.checker()
    await checker.check("http://site.example/busy")
    before = len(net.server.calls)
    assert await checker.check(PAGE) == Unclear("its site asks for a pause")
    assert len(net.server.calls) == before


async def test_a_host_that_does_not_answer_is_left_alone() -> None:
    """After some failures in a row the round goes on elsewhere; an answer between them begins anew."""
    clock = Clock()
    lanes = Lanes(clock, clock.sleep)

    async def visit(fails: bool) -> None:
        async with lanes.turn("site.example"):
            if fails:
                raise Unreachable("it takes too long to answer")

    for fails in [True] * (FAILURES - 1) + [False] + [True] * FAILURES:
        try:
            await visit(fails)
        except Unreachable as error:
            assert "too long" in str(error)
    with pytest.raises(Unreachable, match="did not answer"):
        await visit(False)
