"""One address checked on a local web: what counts as gone, what as moved, and what says nothing."""

from __future__ import annotations

import pytest

from bot.links.checker import Answers, Gone, Outcome, Unclear
from tests.fakes.web import AGAIN, UNKNOWN, Page, leads_to
from tests.links.conftest import AGENT, Net

PAGE = "http://site.example/page"


async def _check(net: Net, *pages: tuple[str, Page], url: str = PAGE) -> Outcome:
    net.server.pages |= dict(pages)
    return await net.checker().check(url)


async def test_a_page_that_answers_is_asked_once(net: Net) -> None:
    """HEAD is enough where it is answered, after a look at robots.txt; the agent says who asks."""
    assert await _check(net, ("site.example/page", Page())) == Answers()
    assert net.server.calls == ["GET site.example/robots.txt", "HEAD site.example/page"]
    assert net.server.agents == {AGENT}


@pytest.mark.parametrize("head", [400, 403, 404, 405, 500, 501])
async def test_a_page_is_judged_by_get_where_head_fails(net: Net, head: int) -> None:
    """Some sites answer HEAD with anything: then one byte is asked for."""
    assert await _check(net, ("site.example/page", Page(206, head=head))) == Answers()
    assert net.server.headers[-1]["Range"] == "bytes=0-0"


async def test_an_empty_page_is_there(net: Net) -> None:
    """A page without a first byte answers 416."""
    assert await _check(net, ("site.example/page", Page(416, head=405))) == Answers()


@pytest.mark.parametrize("status", [404, 410])
async def test_gone_is_what_the_site_says(net: Net, status: int) -> None:
    """404 and 410 are definite, said to GET."""
    assert await _check(net, ("site.example/page", Page(status))) == Gone(str(status))
    assert net.server.calls[-1] == "GET site.example/page"


@pytest.mark.parametrize("status", [300, 304, 400, 401, 402, 403, 405, 408, 418, 451, 500, 502, 503, 999])
async def test_other_answers_say_nothing(net: Net, status: int) -> None:
    """A refusal or a failure is never counted as gone."""
    assert await _check(net, ("site.example/page", Page(status))) == Unclear(f"it answers {status}")


@pytest.mark.parametrize("patience", [0.2])
@pytest.mark.parametrize("page", [Page(seconds=1), Page(dropped=True)])
async def test_silence_says_nothing(net: Net, page: Page) -> None:
    """A page that takes too long, or closes the connection, may be well."""
    assert isinstance(await _check(net, ("site.example/page", page)), Unclear)


@pytest.mark.parametrize("page", [Page(head=405, endless=True), Page(head=405, slow=True)])
async def test_no_body_is_read(net: Net, page: Page) -> None:
    """Endless and slow bodies cost nothing: the connection is closed after the head."""
    assert await _check(net, ("site.example/page", page)) == Answers()
    assert net.server.sent < 5_000_000


@pytest.mark.parametrize("headers", [{"X": "a" * 20_000}, {f"X-{n}": "a" * 8_000 for n in range(200)}])
async def test_endless_headers_are_cut_off(net: Net, headers: dict[str, str]) -> None:
    """A head that does not end is no answer, or a bounded one."""
    assert isinstance(await _check(net, ("site.example/page", Page(headers=headers))), Unclear | Answers)


# --- names -----------------------------------------------------------------------------------------------


async def test_a_host_that_nobody_knows_is_gone(net: Net) -> None:
    """An unknown name is definite while other names are known."""
    net.names.known["site.example"] = UNKNOWN
    assert await _check(net) == Gone("its host is not known")


async def test_nothing_is_gone_while_this_machine_is_offline(net: Net) -> None:
    """Where not even the landmark is known, the names say nothing."""
    net.names.known |= {"site.example": UNKNOWN, "landmark.example": UNKNOWN}
    assert await _check(net) == Unclear("no host is known at the moment")


async def test_a_look_up_that_fails_says_nothing(net: Net) -> None:
    """A name server that is away is no answer."""
    net.names.known["site.example"] = AGAIN
    outcome = await _check(net)
    assert isinstance(outcome, Unclear)
    assert "cannot be looked up" in outcome.why


# --- redirects -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (301, "http://new.example/there"),
        (308, "http://new.example/there"),
        (302, None),
        (303, None),
        (307, None),
    ],
)
async def test_moved_is_what_was_moved_for_good(net: Net, status: int, expected: str | None) -> None:
    """Only permanent redirects are a move."""
    first = ("site.example/page", leads_to("http://new.example/there", status))
    assert await _check(net, first, ("new.example/there", Page())) == Answers(expected)


async def test_one_passing_stop_makes_the_whole_way_passing(net: Net) -> None:
    """A permanent redirect into a temporary one is no move."""
    way = [
        ("site.example/page", leads_to("/two")),
        ("site.example/two", leads_to("/three", 302)),
        ("site.example/three", Page()),
    ]
    assert await _check(net, *way) == Answers()


@pytest.mark.parametrize("to", ["http://www.site.example/page", "http://site.example/page/", "/page#top"])
async def test_the_same_address_in_other_words_is_no_move(net: Net, to: str) -> None:
    """A slash, www. or a fragment is nobody's news."""
    pages = [("www.site.example/page", Page()), ("site.example/page/", Page())]
    first = Page() if to.startswith("/page#") else leads_to(to)
    assert await _check(net, ("site.example/page", first), *pages) == Answers()


async def test_the_front_page_is_no_new_address(net: Net) -> None:
    """Sites send what they have thrown away to their front page: that is neither moved nor certainly gone."""
    outcome = await _check(net, ("site.example/page", leads_to("/")), ("site.example/", Page()))
    assert outcome == Unclear("it leads to the front page of its site")


async def test_a_redirect_to_nothing_is_gone(net: Net) -> None:
    """What counts is where the way ends."""
    assert await _check(net, ("site.example/page", leads_to("/nowhere"))) == Gone("404")


async def test_a_loop_ends(net: Net) -> None:
    """A page that leads to itself is asked a few times and no more."""
    assert await _check(net, ("site.example/page", leads_to("/page"))) == Unclear("it redirects too often")
    assert net.server.asked("site.example/page") == 6


async def test_an_endless_way_ends(net: Net) -> None:
    """So does a way of ever new addresses."""
    way = [(f"site.example/{n}", leads_to(f"/{n + 1}")) for n in range(50)]
    assert await _check(net, *way, url="http://site.example/0") == Unclear("it redirects too often")


# --- what is nobody's business ---------------------------------------------------------------------------

TARGETS = """
http://127.0.0.1/ http://127.0.0.2/ http://169.254.169.254/latest/meta-data/ http://[::1]/
http://[::ffff:169.254.169.254]/ http://2130706433/ http://0x7f.1/ http://0/ file:///etc/passwd
gopher://site.example/ http://site.example:6379/ http://a:b@site.example/ http://①②⑦.⓪.⓪.①/ //127.1/
javascript:alert(1)
""".split()


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("status", [301, 302, 307])
async def test_a_redirect_inwards_is_not_followed(net: Net, target: str, status: int) -> None:
    """Wherever a page points, nothing but its own site has been asked."""
    assert isinstance(await _check(net, ("site.example/page", leads_to(target, status))), Unclear)
    assert {call.split()[1].partition("/")[0] for call in net.server.calls} == {"site.example"}


@pytest.mark.parametrize(
    "private",
    ["10.0.0.1", "169.254.169.254", "127.0.0.2", "::1", "::ffff:127.0.0.1", "fe80::1%2", "nonsense"],
)
async def test_a_name_for_a_private_address_is_not_visited(net: Net, private: str) -> None:
    """Names are judged by what they lead to, and one private address among several is one too many."""
    for found in (private, f"127.0.0.1 {private}"):
        net.names.known["site.example"] = found
        outcome = await net.checker().check(PAGE)
        assert isinstance(outcome, Unclear)
        assert "not public" in outcome.why
    assert net.server.calls == []


async def test_a_redirect_to_a_name_for_a_private_address_is_not_followed(net: Net) -> None:
    """A redirect's name is judged like the first."""
    net.names.known["inside.example"] = "10.0.0.1"
    outcome = await _check(net, ("site.example/page", leads_to("http://inside.example/")))
    assert isinstance(outcome, Unclear)
    assert "not public" in outcome.why


async def test_a_name_that_changes_its_meaning_reaches_nothing(net: Net) -> None:
    """Each connection has one look-up, and goes to exactly what that gave: there is nothing to rebind."""
    answers = iter(["127.0.0.1", "127.0.0.2", "127.0.0.1"])
    net.names.known["site.example"] = lambda: next(answers)
    net.server.pages["site.example/page"] = Page(headers={"Connection": "close"})
    net.server.pages["site.example/robots.txt"] = Page(404, headers={"Connection": "close"})
    outcome = await net.checker().check(PAGE)
    assert isinstance(outcome, Unclear)
    assert "not public" in outcome.why
    assert net.server.calls == ["GET site.example/robots.txt"]
    assert net.names.asked["site.example"] == 2


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost:1/", "file:///etc/passwd", "", "http://[bad"]
)
async def test_an_address_of_no_page_is_not_asked(net: Net, url: str) -> None:
    """What the facts cite is judged like a redirect: it is text that somebody typed."""
    assert isinstance(await net.checker().check(url), Unclear)
    assert net.server.calls == []
