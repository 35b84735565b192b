"""Lasting copies of pages, as the Wayback Machine's availability service knows them."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from yarl import URL

from bot.links.address import Refused, address
from bot.links.lanes import Lanes
from bot.links.web import Unreachable, Web

LENGTH = 64 * 1024  # bytes that are read of an answer
_COPY = re.compile(r"/web/[0-9]{4,14}[a-z_]*/(?P<page>https?:/.+)")


class Archive:
    """The service at an address such as https://archive.org/wayback/available."""

    def __init__(self, web: Web, lanes: Lanes, service: URL) -> None:
        self._web = web
        self._lanes = lanes
        self._service = service

    async def copy(self, page: str, near: date | None) -> str | None:
        """The address of the copy nearest to that day, or None. Raises :class:`Unreachable`."""
        query = {"url": page} | ({"timestamp": f"{near:%Y%m%d}"} if near else {})
        async with self._lanes.turn(self._service.raw_host or ""):
            reply = await self._web.ask("GET", self._service.update_query(query), read=LENGTH)
        if reply.status == 429:
            self._lanes.rest(self._service.raw_host or "")
        if reply.status != 200:
            raise Unreachable(f"the archive answers {reply.status}")
        try:
            found = json.loads(reply.body)
        except (ValueError, RecursionError):
            raise Unreachable("the archive's answer cannot be read") from None
        return _copy(found, page)


def _copy(answer: Any, page: str) -> str | None:
    """The copy that the answer names, if it is one of that page's site and was a good answer then."""
    match answer:
        case {"archived_snapshots": {"closest": {"available": True, "status": "200", "url": str(url)}}}:
            try:
                copy = address(url)
            except Refused:
                return None
            match = _COPY.fullmatch(copy.path)
            if match is None or _site(match["page"]) != _site(page):
                return None
            return str(copy.with_scheme("https"))
    return None


def _site(page: str) -> str:
    """The host of a page; a copy's path may have lost a slash of ``https://``."""
    host = URL(re.sub(r"^(https?):/+", r"\1://", page)).host or ""
    return host.removeprefix("www.")
