"""Lasting copies, as a local availability service knows them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from yarl import URL

from bot.links.archive import Archive
from bot.links.web import Unreachable
from tests.fakes.web import BOMB, Page
from tests.links.conftest import Net

SERVICE = URL("http://archive.example/wayback/available")
PAGE = "https://site.example/page?a=b"
ASKED = "archive.example/wayback/available?url=https://site.example/page?a%3Db&timestamp=20240317"
COPY = "http://web.archive.example/web/20240318000000/https://site.example/page?a=b"


def _answer(url: Any = COPY, status: Any = "200", available: Any = True) -> Page:
    closest = {"available": available, "url": url, "timestamp": "20240318000000", "status": status}
    return Page(body=json.dumps({"url": PAGE, "archived_snapshots": {"closest": closest}}).encode())


async def _copy(net: Net, page: Page) -> str | None:
    net.server.pages[ASKED] = page
    found = await Archive(net.web, net.lanes, SERVICE).copy(PAGE, date(2024, 3, 17))
    assert net.server.calls == [f"GET {ASKED}"]
    return found


async def test_finds_the_copy_nearest_to_the_day(net: Net) -> None:
    """The service is asked with the page and the day; its copy is had with TLS."""
    assert await _copy(net, _answer()) == COPY.replace("http://web", "https://web")


@pytest.mark.parametrize(
    "page",
    [
        Page(body=b'{"archived_snapshots": {}}'),
        Page(body=b"{}"),
        Page(body=b"[]"),
        Page(body=b"null"),
        _answer(status="404"),
        _answer(status="302"),
        _answer(available=False),
        _answer(url=None),
        _answer(url=["x"]),
        _answer(url="javascript:alert(1)"),
        _answer(url="http://127.0.0.1/web/20240318000000/https://site.example/page?a=b"),
        _answer(url="http://user:secret@web.archive.example/web/20240318000000/https://site.example/"),
        _answer(url="http://web.archive.example/web/20240318000000/https://casino.example/"),
        _answer(url="http://web.archive.example/"),
        _answer(url="http://web.archive.example/web/20240318000000/https://site.example/" + "a" * 3_000),
    ],
)
async def test_what_is_no_copy_of_the_page_is_none(net: Net, page: Page) -> None:
    """No copy, a copy of an error, of another site, or of nothing."""
    assert await _copy(net, page) is None


@pytest.mark.parametrize("patience", [0.2])
@pytest.mark.parametrize(
    "page",
    [
        Page(500),
        Page(429),
        Page(seconds=1),
        Page(slow=True),
        Page(body=b"not JSON"),
        Page(body=b"[" * 60_000),
        Page(body=b"\xff\xfe"),
        Page(body=b'"' + b"a" * 1_000_000),
        Page(body=BOMB, headers={"Content-Encoding": "gzip"}),
    ],
)
async def test_an_answer_that_cannot_be_read_is_said(net: Net, page: Page) -> None:
    """A failing service is not a missing copy: it is asked again another time."""
    with pytest.raises(Unreachable):
        await _copy(net, page)


async def test_an_archive_that_asks_for_a_pause_has_it(net: Net) -> None:
    """The other dead pages have their copies looked for in another round."""
    net.server.pages[ASKED] = Page(429)
    archive = Archive(net.web, net.lanes, SERVICE)
    for _ in range(3):
        with pytest.raises(Unreachable):
            await archive.copy(PAGE, date(2024, 3, 17))
    assert len(net.server.calls) == 1


async def test_a_page_without_a_day_is_asked_for_without(net: Net) -> None:
    """Then any copy will do."""
    net.server.pages["archive.example/wayback/available?url=https://site.example/"] = _answer()
    assert await Archive(net.web, net.lanes, SERVICE).copy("https://site.example/", None) is not None
