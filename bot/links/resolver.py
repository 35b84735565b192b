"""Names into public addresses only.

The connection goes to what was resolved here and nowhere else, so a name that means something else a moment
later reaches nothing: there is no second look-up.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.links.address import IPAddress

Allowed = Callable[[IPAddress], bool]


class NotPublic(OSError):
    """A name that leads into a network that is nobody's business."""


class GuardedResolver(AbstractResolver):
    """Another resolver's answers, if every one of them is allowed."""

    def __init__(self, inner: AbstractResolver, allowed: Allowed) -> None:
        self._inner = inner
        self._allowed = allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of the name. Raises :class:`NotPublic`, and ``OSError`` where it has none."""
        found = await self._inner.resolve(host, port, family)
        for each in found:
            if not self._permits(each["host"]):
                raise NotPublic(f"{host} leads to an address that is not public")
        return found

    def _permits(self, written: str) -> bool:
        try:
            return self._allowed(ip_address(written.partition("%")[0]))
        except ValueError:
            return False

    async def close(self) -> None:
        """Close the resolver behind it."""
        await self._inner.close()
