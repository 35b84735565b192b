"""Redirects, followed by hand: every stop is an address that may be visited, asked like the first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from yarl import URL

from bot.links.address import Refused, address
from bot.links.web import Reply, Unreachable

HOPS = 5

_LASTING = frozenset({301, 308})
_REDIRECTS = _LASTING | {302, 303, 307}

Ask = Callable[[URL], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Landing:
    """Where the redirects ended. ``lasting``: every one of them was meant for good."""

    url: URL
    reply: Reply
    lasting: bool


async def follow(url: URL, ask: Ask) -> Landing:
    """Ask the address, and where that leads. Raises :class:`Unreachable`."""
    lasting = True
    for _ in range(HOPS + 1):
        reply = await ask(url)
        target = reply.headers.get("Location")
        if reply.status not in _REDIRECTS or target is None:
            return Landing(url, reply, lasting)
        lasting = lasting and reply.status in _LASTING
        try:
            url = address(target, page=url)
        except Refused as error:
            raise Unreachable(f"it leads to a place that is not visited: {error}") from None
    raise Unreachable("it redirects too often")
