"""What sites ask of robots in /robots.txt, read once a round and kept.

Protego reads it, not the standard library's parser: that one knows neither wildcards nor the longest match,
which RFC 9309 and every large site's file need.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

from protego import Protego
from yarl import URL

from bot.agent import NAME
from bot.links.redirects import Ask, Landing, follow
from bot.links.web import NoSuchHost, Unreachable

LENGTH = 500 * 1024  # bytes that are read of a file: what RFC 9309 asks for at least
TANGLE = 1_000_000  # robots times rules: Protego keeps each rule for each robot

_ROBOT = re.compile(r"\s*user\W*agent", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site allows; without a file, everything, and nothing where the file cannot be had."""

    file: Protego | None = None
    closed: str = ""  # why nothing may be visited

    def refusal(self, url: URL) -> str:
        """Why the address is not to be visited; empty where it may be."""
        if self.file is not None and not self.file.can_fetch(str(url), NAME):
            return "its site asks robots not to visit it"
        return self.closed

    @property
    def pause(self) -> float:
        """The seconds that the site wants between two visits."""
        return (self.file.crawl_delay(NAME) if self.file is not None else None) or 0.0


class Robots:
    """The rules of sites; ``ask`` fetches up to ``LENGTH`` bytes of one address."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._sites: dict[URL, asyncio.Task[Rules]] = {}

    async def rules(self, url: URL) -> Rules:
        """The rules for that address. Raises :class:`NoSuchHost`."""
        site = url.origin()
        if site not in self._sites:
            self._sites[site] = asyncio.create_task(self._read(site))
        return await self._sites[site]

    async def _read(self, site: URL) -> Rules:
        try:
            landing = await follow(site / "robots.txt", self._ask)
            return await asyncio.to_thread(_rules, landing)  # a long file takes a moment to read
        except NoSuchHost:
            raise
        except Unreachable as error:
            return Rules(closed=f"its robots.txt cannot be read: {error}")


def _rules(landing: Landing) -> Rules:
    reply = landing.reply
    if 400 <= reply.status < 500 and reply.status != 429:
        return Rules()
    if not 200 <= reply.status < 300:
        return Rules(closed=f"its robots.txt cannot be read: it answers {reply.status}")
    if reply.headers.get("Content-Encoding", "identity") != "identity":
        return Rules(closed="its robots.txt cannot be read: it is packed")
    text = reply.body.decode("utf-8", "replace")
    lines = text.splitlines()
    robots = sum(_ROBOT.match(line) is not None for line in lines)
    if robots * (len(lines) - robots) > TANGLE:
        return Rules(closed="its robots.txt cannot be read: it has too many rules for too many robots")
    return Rules(Protego.parse(text))
