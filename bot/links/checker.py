"""One address checked: it answers, it is gone, or it cannot be said."""

from __future__ import annotations

from dataclasses import dataclass

from yarl import URL

from bot.links.address import Refused, address
from bot.links.lanes import Lanes
from bot.links.redirects import Landing, follow
from bot.links.robots import LENGTH, Robots
from bot.links.web import NoSuchHost, Reply, Unreachable, Web

_GONE = frozenset({404, 410})
_FIRST_BYTE = {"Range": "bytes=0-0"}
_EMPTY = 416  # no first byte: the page is there, with nothing on it


@dataclass(frozen=True, slots=True)
class Answers:
    """The page is there; ``to`` is where it has moved for good."""

    to: str | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """The page is not there, and its site (or nobody) says so."""

    said: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """It could not be checked: refused, busy, slow, forbidden to robots. Never counted as gone."""

    why: str


Outcome = Answers | Gone | Unclear


class Checker:
    """Checks addresses politely. ``landmark`` is a page that answers if anything does: without it, no host
    is called unknown, for then it is this machine that knows none."""

    def __init__(self, web: Web, lanes: Lanes, landmark: URL) -> None:
        self._web = web
        self._lanes = lanes
        self._landmark = landmark
        self._online: bool | None = None
        self._robots = Robots(self._fetch_rules)

    async def check(self, text: str) -> Outcome:
        """What became of the address."""
        try:
            url = address(text)
            landing = await follow(url, self._head)
            if not _fine(landing.reply):  # some sites answer HEAD with anything
                landing = await follow(url, self._get)
        except NoSuchHost as error:
            return Gone(str(error)) if await self._is_online() else Unclear("no host is known at the moment")
        except (Refused, Unreachable) as error:
            return Unclear(str(error))
        return _outcome(url, landing)

    async def _head(self, url: URL) -> Reply:
        return await self._visit("HEAD", url)

    async def _get(self, url: URL) -> Reply:
        return await self._visit("GET", url)

    async def _visit(self, method: str, url: URL) -> Reply:
        rules = await self._robots.rules(url)
        if refusal := rules.refusal(url):
            raise Unreachable(refusal)
        host = url.raw_host or ""
        async with self._lanes.turn(host, rules.pause):
            reply = await self._web.ask(method, url, _FIRST_BYTE if method == "GET" else None)
        if reply.status == 429 or (reply.status == 503 and "Retry-After" in reply.headers):
            self._lanes.rest(host)
        return reply

    async def _fetch_rules(self, url: URL) -> Reply:
        async with self._lanes.turn(url.raw_host or ""):
            return await self._web.ask("GET", url, read=LENGTH)

    async def _is_online(self) -> bool:
        if self._online is None:
            try:
                await self._web.ask("HEAD", self._landmark)
                self._online = True
            except Unreachable:
                self._online = False
        return self._online


def _fine(reply: Reply) -> bool:
    return 200 <= reply.status < 300 or reply.status == _EMPTY


def _outcome(url: URL, landing: Landing) -> Outcome:
    status = landing.reply.status
    if status in _GONE:
        return Gone(str(status))
    if not _fine(landing.reply):
        return Unclear(f"it answers {status}")
    if _is_front(landing.url) and not _is_front(url):
        return Unclear("it leads to the front page of its site")
    return Answers(str(landing.url) if landing.lasting and _elsewhere(url, landing.url) else None)


def _is_front(url: URL) -> bool:
    return url.path in ("", "/") and not url.query_string


def _elsewhere(old: URL, new: URL) -> bool:
    """Whether it is another address, not the same with TLS, "www." or a slash; never one without TLS."""
    return _plain(old) != _plain(new) and not (old.scheme == "https" and new.scheme == "http")


def _plain(url: URL) -> tuple[str, str, str]:
    return (url.raw_host or "").removeprefix("www."), url.raw_path.rstrip("/"), url.raw_query_string
