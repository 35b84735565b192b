"""The two ways by which Slack reaches the bot: a socket that the bot opens, or requests to its address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp

from bot.health import Health, State
from bot.platforms.slack.error import SlackError
from bot.platforms.slack.manifest import EVENTS_PATH
from bot.platforms.slack.web import APP_TOKEN, Web, in_sentences

PING = 5.0  # seconds between heartbeats: a dead connection is noticed after four
LOOK = 1.0  # seconds between two looks at the connection

log = structlog.get_logger(__name__)


async def over_socket(app: AsyncApp, web: Web, app_token: str, health: Health) -> None:
    """Answer over Socket Mode until cancelled; connections that end are made anew.

    Raises :class:`SlackError` where Slack refuses the token.
    """
    async with in_sentences(APP_TOKEN):
        opened = await web.client(patient=False).apps_connections_open(app_token=app_token)
    handler = AsyncSocketModeHandler(app, app_token, web_client=web.client(), ping_interval=PING)
    handler.client.wss_uri = str(opened["url"])
    try:
        await handler.connect_async()  # type: ignore[no-untyped-call]
        while True:
            connected = await handler.client.is_connected()
            _note(health, connected)
            await asyncio.sleep(LOOK)
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def over_http(app: AsyncApp, host: str, port: int, health: Health) -> None:
    """Answer over HTTP until cancelled. Raises :class:`SlackError` where the port is taken."""
    async with listening(app, host, port):
        log.info("listening", platform="slack", host=host, port=port)
        health.becomes(State.READY)
        await asyncio.Event().wait()


@asynccontextmanager
async def listening(app: AsyncApp, host: str, port: int) -> AsyncIterator[int]:
    """The HTTP server; the port that it listens on. Raises :class:`SlackError` where it can't."""
    served = app.web_app(path=EVENTS_PATH)
    served.middlewares.append(_unreadable)
    runner = web.AppRunner(served, access_log=None, shutdown_timeout=3.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise SlackError(
                f"[slack] host and port: cannot listen on {host}:{port} ({error.strerror})."
            ) from None
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


@web.middleware
async def _unreadable(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What cannot be read, or bears no moment in seconds, was not signed by Slack."""
    refusal = web.json_response({"error": "invalid request"}, status=401)
    if request.method == "POST" and not request.headers.get("X-Slack-Request-Timestamp", "").isdecimal():
        return refusal
    try:
        return await handler(request)
    except ValueError:
        return refusal


def _note(health: Health, connected: bool) -> None:
    if connected and not health.ready:
        health.becomes(State.READY)
        log.info("connected", platform="slack")
    elif not connected and health.ready:
        health.becomes(State.DISCONNECTED, "Slack's socket is being opened anew.")
