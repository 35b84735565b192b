"""A local Slack: Web API, response addresses and Socket Mode on one port. It keeps what it was told."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from aiohttp import BasicAuth, WSMsgType, web

Json = dict[str, Any]

BOT_TOKEN, APP_TOKEN = "xoxb-good", "xapp-good"
TEAM, BOT_USER, CLIENT_ID, CLIENT_SECRET = "T0TEAM", "U0BOT", "111.222", "client-secret"
SCOPES = (
    "commands,chat:write,app_mentions:read,im:history,assistant:write,"
    "channels:history,groups:history,channels:read,groups:read"
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call: a Web API method with its arguments, or ``response`` for what a response address got."""

    method: str
    body: Json
    token: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What the next call of the method gets instead of an answer. ``status`` 0: the connection is dropped."""

    method: str
    status: int = 0
    error: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0  # before the answer, whatever it is


class FakeSlack:
    """Start it with ``async with``; ``api_url`` is its Web API. ``judge`` sees every message and view."""

    def __init__(self, judge: Callable[[str, Json], list[str]] | None = None) -> None:
        self.calls: list[Call] = []
        self.faults: deque[Fault] = deque()
        self.tokens: dict[str, str] = {BOT_TOKEN: TEAM}
        self.complaints: list[str] = []
        self.history: list[Json] = []  # of a channel that is read
        self.groups: dict[str, list[str]] = {}  # the members of user groups
        self.channels: dict[str, list[str]] = {}  # the members of channels
        self.admins: list[str] = []
        self.scopes: str | None = SCOPES
        self.date: str | None = None
        self.codes: dict[str, Json] = {}
        self.sockets: list[web.WebSocketResponse] = []
        self.acknowledged: dict[str, Json] = {}
        self._judge = judge or (lambda _kind, _body: [])
        self._changed = asyncio.Condition()
        self._ts = 1_700_000_000

    async def __aenter__(self) -> FakeSlack:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/response/{id}", self._response)
        app.router.add_get("/socket", self._socket)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for socket in self.sockets:
            await socket.close()
        await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """The setting that leads here."""
        return f"http://127.0.0.1:{self.port}/api/"

    @property
    def response_url(self) -> str:
        """An address to answer to."""
        return f"http://127.0.0.1:{self.port}/response/1"

    def called(self, method: str) -> list[Json]:
        """What the method was called with."""
        return [each.body for each in self.calls if each.method == method]

    async def wait(self, method: str, count: int = 1, seconds: float = 5.0) -> list[Json]:
        """Wait until the method was called so often."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(self.called(method)) >= count)
        return self.called(method)

    # --- the Web API

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        body = await _body(request)
        authorization = request.headers.get("Authorization", "")
        if authorization.startswith("Basic "):
            login = BasicAuth.decode(authorization)
            body |= {"client_id": login.login, "client_secret": login.password}
        token = authorization.removeprefix("Bearer ") or str(body.get("token", ""))
        fault = self._fault(method)
        if fault is not None and (refused := await self._refuse(request, fault)) is not None:
            return refused
        await self._note(Call(method, body, token))
        answer = self._answer(method, body, token)
        headers = {"X-OAuth-Scopes": self.scopes} if self.scopes is not None else {}
        if self.date is not None:
            headers["Date"] = self.date
        return web.json_response(answer, headers=headers)

    def _answer(self, method: str, body: Json, token: str) -> Json:
        if method == "oauth.v2.access":
            return self._grant(body)
        if method == "apps.connections.open":
            if token != APP_TOKEN:
                return {"ok": False, "error": "invalid_auth"}
            return {"ok": True, "url": f"ws://127.0.0.1:{self.port}/socket"}
        if token not in self.tokens:
            return {"ok": False, "error": "invalid_auth"}
        match method:
            case "auth.test":
                team = self.tokens[token]
                return {"ok": True, "team_id": team, "team": "Team", "user_id": BOT_USER, "bot_id": "B0BOT"}
            case "chat.postMessage" | "chat.postEphemeral":
                self.complaints += self._judge("message", body)
                self._ts += 1
                return {"ok": True, "channel": body.get("channel"), "ts": f"{self._ts}.000100"}
            case "chat.update":
                self.complaints += self._judge("message", body)
                return {"ok": True, "channel": body.get("channel"), "ts": body.get("ts")}
            case "conversations.history":
                return {"ok": True, "messages": self.history}
            case "users.conversations":
                return self._conversations(body)
            case "users.info":
                return {"ok": True, "user": {"id": body["user"], "is_admin": body["user"] in self.admins}}
            case "usergroups.users.list":
                members = self.groups.get(str(body.get("usergroup")))
                if members is None:
                    return {"ok": False, "error": "no_such_subteam"}
                return {"ok": True, "users": members}
            case "views.open" | "views.update" | "views.publish":
                self.complaints += self._judge("view", body["view"])
                return {"ok": True, "view": {"id": "V1", **body["view"]}}
            case "chat.unfurl":
                for each in body["unfurls"].values():
                    self.complaints += self._judge("message", {"text": "preview", **each})
                return {"ok": True}
            case "assistant.threads.setSuggestedPrompts":
                return {"ok": True}
        return {"ok": False, "error": "unknown_method"}

    def _conversations(self, body: Json) -> Json:
        """The channels that somebody is in, one on each page."""
        found = [each for each, members in self.channels.items() if body["user"] in members]
        place = int(body.get("cursor") or 0)
        more = str(place + 1) if place + 1 < len(found) else ""
        channels = [{"id": each} for each in found[place : place + 1]]
        return {"ok": True, "channels": channels, "response_metadata": {"next_cursor": more}}

    def _grant(self, body: Json) -> Json:
        if (body.get("client_id"), body.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return {"ok": False, "error": "bad_client_secret"}
        key = str(body.get("refresh_token") or body.get("code"))
        granted = self.codes.pop(key, None)
        if granted is None:
            return {"ok": False, "error": "invalid_code"}
        self.tokens[granted["access_token"]] = granted["team"]["id"]
        return {"ok": True, **granted}

    # --- response addresses

    async def _response(self, request: web.Request) -> web.StreamResponse:
        fault = self._fault("response")
        if fault is not None and (refused := await self._refuse(request, fault)) is not None:
            return refused
        body = await _body(request)
        self.complaints += self._judge("message", body)
        await self._note(Call("response", body))
        return web.Response(text="ok")

    # --- Socket Mode

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        await self._note(Call("hello", {}))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                said = json.loads(message.data)
                self.acknowledged[said["envelope_id"]] = said.get("payload") or {}
                await self._note(Call("acknowledged", said))
        return socket

    async def send(self, kind: str, payload: Json, id: str = "e1", **more: Any) -> Json:
        """Send an envelope over the newest socket; what it is acknowledged with."""
        body = {"envelope_id": id, "type": kind, "payload": payload, "accepts_response_payload": True, **more}
        await self.sockets[-1].send_json(body)
        async with asyncio.timeout(5), self._changed:
            await self._changed.wait_for(lambda: id in self.acknowledged)
        return self.acknowledged[id]

    # --- what goes wrong

    def _fault(self, method: str) -> Fault | None:
        for fault in self.faults:
            if fault.method == method:
                self.faults.remove(fault)
                return fault
        return None

    async def _refuse(self, request: web.Request, fault: Fault) -> web.StreamResponse | None:
        await asyncio.sleep(fault.seconds)
        if fault.status:
            await self._note(Call(f"{fault.method} {fault.status}", {}))
            return web.json_response(
                {"ok": False, "error": fault.error or "fault"}, status=fault.status, headers=fault.headers
            )
        if fault.seconds:
            return None
        await self._note(Call(f"{fault.method} dropped", {}))
        if request.transport is not None:
            request.transport.close()
        return web.Response()

    async def _note(self, call: Call) -> None:
        async with self._changed:
            self.calls.append(call)
            self._changed.notify_all()


async def _body(request: web.Request) -> Json:
    if request.content_type == "application/json":
        return dict(await request.json())
    return {name: str(value) for name, value in {**request.query, **(await request.post())}.items()}
