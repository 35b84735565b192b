"""A chat platform as a process of its own, which counts what it is posted; and a poster that speaks to it."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

import aiohttp
from aiohttp import web

from bot.posting import Uncertain
from bot.state.subscription import Subscription

LATENCY = (
    0.02  # seconds from the moment in which a post is accepted to the answer, or to the end of one that dies
)


def serve(listening: socket.socket, enforces_nonce: bool) -> None:
    """Accept posts on the socket until killed; ``enforces_nonce``: the second of two is the first again."""
    posts: Counter[str] = Counter()

    async def post(request: web.Request) -> web.Response:
        nonce = request.match_info["nonce"]
        if not (enforces_nonce and nonce in posts):
            posts[nonce] += 1
        await asyncio.sleep(LATENCY)
        return web.json_response(nonce)

    async def find(request: web.Request) -> web.Response:
        nonce = request.match_info["nonce"]
        return web.json_response(nonce if nonce in posts else None)

    async def counted(_: web.Request) -> web.Response:
        return web.json_response(posts)

    app = web.Application()
    app.router.add_post("/{nonce}", post)
    app.router.add_get("/{nonce}", find)
    app.router.add_get("/", counted)
    web.run_app(app, sock=listening, print=None, handle_signals=False)


@dataclass(slots=True)
class ServerPoster:
    """Posts there, and finds by the nonce what was posted."""

    session: aiohttp.ClientSession
    url: str

    async def prepare(self, workspace: str) -> None:
        """Nothing expires."""

    async def post(self, subscription: Subscription, digest: str, nonce: str) -> str:
        """Post it; where the answer is lost, nobody knows."""
        try:
            async with self.session.post(f"{self.url}/{nonce}", data=digest) as answer:
                return str(await answer.json())
        except aiohttp.ClientError as error:
            raise Uncertain from error

    async def find(self, subscription: Subscription, nonce: str, since: datetime) -> str | None:
        """The message with that nonce, where there is one."""
        async with self.session.get(f"{self.url}/{nonce}") as answer:
            found: str | None = await answer.json()
            return found

    async def tell_admin(self, subscription: Subscription, reason: str) -> None:
        """Nobody is suspended here."""
        raise AssertionError(reason)
