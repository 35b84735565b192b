"""A local Discord: gateway and REST on one port. It remembers all that it was told, and counts the calls."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes import discord_payloads as payloads
from tests.fakes.discord_payloads import Payload

TOKEN = "a-good-token"
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, HELLO, ACK = 0, 1, 2, 6, 10, 11


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the REST API."""

    method: str
    path: str
    body: Any
    query: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the next call whose path contains the fragment gets instead of an answer."""

    fragment: str
    status: int
    body: Any = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


class FakeDiscord:
    """Start it with ``async with``; ``api`` and ``gateway`` are its addresses."""

    def __init__(self, guilds: int = 1) -> None:
        self.calls: list[Call] = []
        self.registered: list[Payload] = []
        self.refusals: deque[Refusal] = deque()
        self.history: list[Payload] = []  # messages of a channel that is read
        self.identified: list[Payload] = []
        self.resumed: list[Payload] = []
        self.guilds = [payloads.guild(payloads.GUILD + number) for number in range(guilds)]
        self._sockets: list[web.WebSocketResponse] = []
        self._sequence = 0
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> FakeDiscord:
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api{path:/.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.api = f"http://127.0.0.1:{port}/api"
        self.gateway = f"ws://127.0.0.1:{port}/gateway"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    # What the tests do with it

    async def connected(self, times: int = 1) -> None:
        """Wait until the bot has identified or resumed so many times."""
        await self._until(lambda: len(self.identified) + len(self.resumed) >= times)

    async def send(self, event: str, data: Payload) -> None:
        """Send an event to the bot."""
        self._sequence += 1
        await self._sockets[-1].send_json({"op": DISPATCH, "t": event, "s": self._sequence, "d": data})

    async def drop(self, code: int = 4000) -> None:
        """Close the connection with that code."""
        await self._sockets.pop().close(code=code)

    async def ask(self, interaction: Payload) -> Any:
        """Send an interaction and return the body that answers it."""
        await self.send("INTERACTION_CREATE", interaction)
        return (await self.call(f"/interactions/{interaction['id']}/")).body

    async def call(self, fragment: str, number: int = 1) -> Call:
        """Wait for the so many-th call whose path contains the fragment."""
        await self._until(lambda: len(self.to(fragment)) >= number)
        return self.to(fragment)[number - 1]

    def to(self, fragment: str) -> list[Call]:
        """The calls whose path contains the fragment."""
        return [each for each in self.calls if fragment in each.path]

    async def _until(self, true: Any) -> None:
        async with self._changed, asyncio.timeout(8):
            await self._changed.wait_for(true)

    async def _change(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    # The gateway

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41_250}, "s": None, "t": None})
        async for received in socket:
            if received.type is WSMsgType.TEXT:
                await self._received(socket, json.loads(received.data))
        return socket

    async def _received(self, socket: web.WebSocketResponse, said: Payload) -> None:
        match said["op"]:
            case 1:
                await socket.send_json({"op": ACK, "d": None, "s": None, "t": None})
            case 2:
                self._sockets.append(socket)
                await self._welcome(said["d"])
                self.identified.append(said["d"])
                await self._change()
            case 6:
                self._sockets.append(socket)
                await self.send("RESUMED", {"_trace": []})
                self.resumed.append(said["d"])
                await self._change()

    async def _welcome(self, identify: Payload) -> None:
        ready = {
            "v": 10,
            "user": payloads.me(),
            "guilds": [{"id": each["id"], "unavailable": True} for each in self.guilds],
            "session_id": "session",
            "resume_gateway_url": self.gateway,
            "shard": identify.get("shard", [0, 1]),
            "application": {"id": str(payloads.APPLICATION), "flags": 0},
            "private_channels": [],
            "_trace": [],
        }
        await self.send("READY", ready)
        for each in self.guilds:
            await self.send("GUILD_CREATE", each)

    # REST

    async def _rest(self, request: web.Request) -> web.Response:
        path = request.match_info["path"]
        text = await request.text()
        call = Call(request.method, path, json.loads(text) if text else None, dict(request.query))
        self.calls.append(call)
        await self._change()
        if self.refusals and self.refusals[0].fragment in path:
            refusal = self.refusals.popleft()
            return _json(refusal.body, refusal.status, refusal.headers)
        is_known = request.headers.get("Authorization") == f"Bot {TOKEN}"
        if not is_known and not path.startswith(("/interactions/", "/webhooks/")):
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        return self._answer(call)

    def _answer(self, call: Call) -> web.Response:
        match call.method, call.path.strip("/").split("/"):
            case "GET", ["users", "@me"]:
                return _json(payloads.me())
            case "GET", ["oauth2", "applications", "@me"]:
                return _json(_application())
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
                return _json({"url": self.gateway, "shards": 1, "session_start_limit": limit})
            case "GET", ["applications", _, "commands"]:
                return _json(self.registered)
            case "PUT", ["applications", application, "commands"]:
                self.registered = [_registered(each, application) for each in call.body]
                return _json(self.registered)
            case "POST", ["interactions", id, _, "callback"]:
                return _json(_called_back(id, call.body))
            case "GET", ["channels", _, "messages"]:
                return _json(self.history)
            case "POST", ["channels", channel, "messages"]:
                return _json(payloads.message(channel_id=channel))
            case "PATCH", ["channels", channel, "messages", id]:
                return _json(payloads.message(channel_id=channel, id=id))
            case "GET", ["users", id]:
                return _json(payloads.user(int(id)))
            case "POST", ["users", "@me", "channels"]:
                return _json(payloads.channel(payloads.DIRECT, 1))
            case "DELETE", ["webhooks", *_]:
                return web.Response(status=204)
        return _json({"message": "404: Not Found", "code": 0}, 404)


def _json(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """An answer of exactly ``Content-Type: application/json``, as Discord's are."""
    content = json.dumps(body).encode()
    return web.Response(body=content, status=status, headers=headers, content_type="application/json")


def _application() -> Payload:
    return {
        "id": str(payloads.APPLICATION),
        "name": "openness",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": 0,
        "owner": payloads.user(),
        "team": None,
        "summary": "",
    }


def _registered(command: Payload, application: str) -> Payload:
    """The command as Discord gives it back: with ids, and without what has its default value."""
    options = [
        {key: value for key, value in option.items() if value not in (None, False, {}, [])}
        for option in command.get("options", ())
    ]
    ids = {"id": payloads.snowflake(), "application_id": application, "version": payloads.snowflake()}
    return {"description": "", **command, "options": options, **ids}


def _called_back(id: str, body: Payload) -> Payload:
    """What a callback sent with ``?with_response=1`` is answered with."""
    kind, data = body["type"], body.get("data") or {}
    answered: Payload = {"id": id, "type": 2, "response_message_loading": kind == 5}
    resource: Payload = {"type": kind}
    if kind in (4, 7):
        message = payloads.message(flags=data.get("flags", 0), components=data.get("components", []))
        answered |= {
            "response_message_id": message["id"],
            "response_message_ephemeral": bool(data.get("flags", 0) & 64),
        }
        resource["message"] = message
    return {"interaction": answered, "resource": resource}
