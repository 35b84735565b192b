"""Requests with the guard as it ships: nothing local is reached, whatever it is called."""

from __future__ import annotations

import pytest
from yarl import URL

from bot.links.web import Unreachable, open_web
from tests.fakes.web import BOMB, FakeWeb, Page
from tests.links.conftest import AGENT, Net


async def test_as_it_ships_nothing_local_is_reached() -> None:
    """A name that leads to this machine is refused before any connection."""
    async with FakeWeb() as server, open_web(AGENT, resolver=server.names) as web:
        with pytest.raises(Unreachable, match="not public"):
            await web.ask("GET", URL("http://site.example/"))
        assert server.calls == []


async def test_as_it_ships_localhost_is_refused() -> None:
    """The system's own names are judged too."""
    async with open_web(AGENT) as web:
        with pytest.raises(Unreachable, match="not public"):
            await web.ask("GET", URL("http://localhost/"))


async def test_proxies_of_the_environment_are_not_used(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would look names up by itself, past the guard."""
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    net.server.pages["site.example/"] = Page()
    assert (await net.web.ask("GET", URL("http://site.example/"))).status == 200
    assert "proxy.example" not in net.names.asked


async def test_reads_no_more_than_asked_for(net: Net) -> None:
    """An endless body is read up to the number of bytes, and the connection closed."""
    net.server.pages["site.example/"] = Page(endless=True)
    reply = await net.web.ask("GET", URL("http://site.example/"), read=100_000)
    assert len(reply.body) == 100_000


@pytest.mark.parametrize("patience", [0.2])
async def test_a_slow_body_is_given_up(net: Net) -> None:
    """The time for one request counts its body."""
    net.server.pages["site.example/"] = Page(slow=True)
    with pytest.raises(Unreachable, match="too long"):
        await net.web.ask("GET", URL("http://site.example/"), read=100_000)


async def test_nothing_is_unpacked(net: Net) -> None:
    """A small body that unpacks to a large one stays small; none is asked for."""
    net.server.pages["site.example/"] = Page(body=BOMB, headers={"Content-Encoding": "gzip"})
    reply = await net.web.ask("GET", URL("http://site.example/"), read=1_000_000)
    assert reply.body == BOMB
    assert net.server.headers[-1]["Accept-Encoding"] == "identity"


async def test_keeps_no_cookie(net: Net) -> None:
    """A site does not know the bot again."""
    net.server.pages["site.example/"] = Page(headers={"Set-Cookie": "id=1"})
    for _ in range(2):
        await net.web.ask("GET", URL("http://site.example/"))
    assert "Cookie" not in net.server.headers[-1]
