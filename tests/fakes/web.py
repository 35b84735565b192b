"""A local web: one server that answers for every host, and the names that lead to it. It counts its calls."""

from __future__ import annotations

import asyncio
import gzip
import socket
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

HOME = "127.0.0.1"
BOMB = gzip.compress(b"\0" * 50_000_000)  # 50 MB in 50 kB


@dataclass(frozen=True, slots=True)
class Page:
    """What the server says at an address. ``head`` is the status for HEAD, where it differs."""

    status: int = 200
    body: bytes = b"<html>A page</html>"
    headers: Mapping[str, str] = field(default_factory=dict)
    head: int | None = None
    seconds: float = 0.0  # before the answer
    endless: bool = False  # the body never stops
    slow: bool = False  # the body comes byte by byte, for ever
    dropped: bool = False  # the connection is closed instead of an answer


def leads_to(target: str, status: int = 301) -> Page:
    """A redirect."""
    return Page(status, b"", {"Location": target})


def robots(text: str) -> Page:
    """A robots.txt that says so."""
    return Page(body=text.encode(), headers={"Content-Type": "text/plain"})


class FakeWeb:
    """Start it with ``async with``. ``pages`` by ``host/path``; other addresses answer 404.

    ``calls`` are ``METHOD host/path`` in order; ``most`` is how many a host had at once.
    """

    def __init__(self, pages: Mapping[str, Page] | None = None) -> None:
        self.pages: dict[str, Page] = dict(pages or {})
        self.calls: list[str] = []
        self.agents: set[str] = set()
        self.headers: list[Mapping[str, str]] = []
        self.most: Counter[str] = Counter()
        self._open: Counter[str] = Counter()
        self.sent = 0  # bytes of endless bodies

    async def __aenter__(self) -> FakeWeb:
        self._runner = web.ServerRunner(web.Server(self._answer), shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOME, 0)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    @property
    def names(self) -> FakeNames:
        """A look-up of names in which every name leads here."""
        return FakeNames(self.port)

    def asked(self, address: str) -> int:
        """How often an address was asked, by whatever method."""
        return sum(call.partition(" ")[2] == address for call in self.calls)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        host = request.host.partition(":")[0]
        address = f"{host}{request.path_qs}"
        self.calls.append(f"{request.method} {address}")
        self.agents.add(request.headers.get("User-Agent", ""))
        self.headers.append(dict(request.headers))
        self._open[host] += 1
        self.most[host] = max(self.most[host], self._open[host])
        try:
            return await self._say(request, self.pages.get(address, Page(404)))
        finally:
            self._open[host] -= 1

    async def _say(self, request: web.BaseRequest, page: Page) -> web.StreamResponse:
        if page.seconds:
            await asyncio.sleep(page.seconds)
        if page.dropped:
            assert request.transport is not None
            request.transport.close()
        if request.method == "HEAD":
            return web.Response(status=page.head or page.status, headers=page.headers)
        if page.endless or page.slow:
            return await self._stream(request, page)
        return web.Response(status=page.status, headers=page.headers, body=page.body)

    async def _stream(self, request: web.BaseRequest, page: Page) -> web.StreamResponse:
        response = web.StreamResponse(status=page.status, headers=page.headers)
        await response.prepare(request)
        part = b"x" if page.slow else b"User-agent: x\n" * 4_000
        while True:
            await response.write(part)
            self.sent += len(part)
            await asyncio.sleep(0.01 if page.slow else 0)


class FakeNames(AbstractResolver):
    """Names and the addresses behind them; ``asked`` counts. A callable answers anew each time."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.known: dict[str, str | Callable[[], str] | OSError] = {}
        self.asked: Counter[str] = Counter()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of the name, the port being the local server's."""
        self.asked[host] += 1
        found = self.known.get(host, HOME)
        if isinstance(found, OSError):
            raise found
        addresses = found if isinstance(found, str) else found()
        return [
            ResolveResult(
                hostname=host,
                host=each,
                port=self.port,
                family=socket.AF_INET6 if ":" in each else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for each in addresses.split()
        ]

    async def close(self) -> None:
        """Nothing is open."""


UNKNOWN = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
AGAIN = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
