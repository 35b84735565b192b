"""`/openness grok-2` over HTTP, against a bare Bolt app and a bare aiohttp handler that send the same body.

Each server is a process of its own, and they are asked in turns: the machine's speed cancels out.
"""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from bot.core import Bot, Line, Request
from bot.health import Health
from bot.platforms.slack import start
from bot.platforms.slack.render import response_body
from bot.settings import Settings
from bot.store.database import prepare
from bot.store.store import FactStore
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_payloads import SECRET, command

ROOT = Path(__file__).parents[1]
OURS, BOLT, BARE = "this bot", "bare Bolt", "bare aiohttp"
ROUNDS = 400  # single requests to each server
SLICES, SLICE = 5, 1.0  # saturated: so many turns of so many seconds
CONNECTIONS = 16

_numbers = count()


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        ports = {kind: servers.enter_context(_server(kind, folder)) for kind in (OURS, BOLT, BARE)}
        latencies = asyncio.run(_latencies(ports))
        rates = asyncio.run(_rates(ports))
    for kind in ports:
        print(f"{kind:14} p50 {latencies[kind] * 1e3:6.2f} ms   {rates[kind]:7.0f} requests/s")
    print(f"p50 / bare Bolt's:            {latencies[OURS] / latencies[BOLT]:.2f} (goal 0.2 at most)")
    print(f"requests/s / bare aiohttp's:  {rates[OURS] / rates[BARE]:.2f} (goal 0.35 at least)")


# --- asking ----------------------------------------------------------------------------------------------


def _request() -> bytes:
    """A slash command, signed now; no two are the same."""
    body = urlencode(command("grok-2", trigger_id=f"1.2.{next(_numbers)}"))
    timestamp = str(int(time.time()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=timestamp, body=body)
    head = (
        "POST /slack/events HTTP/1.1\r\nHost: localhost\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: {signature}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode()


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sent: bytes) -> None:
    writer.write(sent)
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if not head.startswith(b"http/1.1 200"):
        raise RuntimeError(head.decode())
    length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
    body = await reader.readexactly(length)
    if b"Grok-2" not in body:
        raise RuntimeError("another answer")


async def _latencies(ports: dict[str, int]) -> dict[str, float]:
    connections = {kind: await asyncio.open_connection("127.0.0.1", port) for kind, port in ports.items()}
    taken: dict[str, list[float]] = {kind: [] for kind in ports}
    for _ in range(ROUNDS):
        for kind, (reader, writer) in connections.items():
            sent = _request()
            begun = time.perf_counter()
            await _ask(reader, writer, sent)
            taken[kind].append(time.perf_counter() - begun)
    return {kind: median(times[ROUNDS // 10 :]) for kind, times in taken.items()}


async def _rates(ports: dict[str, int]) -> dict[str, float]:
    done = dict.fromkeys(ports, 0)
    for _ in range(SLICES):
        for kind, port in ports.items():
            until = time.perf_counter() + SLICE
            done[kind] += sum(await asyncio.gather(*(_press(port, until) for _ in range(CONNECTIONS))))
    return {kind: number / (SLICES * SLICE) for kind, number in done.items()}


async def _press(port: int, until: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answered = 0
    while time.perf_counter() < until:
        await _ask(reader, writer, _request())
        answered += 1
    writer.close()
    return answered


# --- the three servers -----------------------------------------------------------------------------------


@contextmanager
def _server(kind: str, folder: str) -> Iterator[int]:
    """The server in a process of its own, once it listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.slack", kind, str(port), folder], cwd=ROOT)
    try:
        for _ in range(300):
            if process.poll() is not None:
                raise RuntimeError(f"{kind} does not start")
            try:
                socket.create_connection(("127.0.0.1", port), timeout=0.1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


async def _serve(kind: str, port: int, folder: Path) -> None:
    facts = folder / f"{port}.db"
    prepare(ROOT / "facts.db", facts)
    store = await FactStore.open(facts)
    bot = Bot(store)
    body = response_body(await bot.answer(Request(Line("/open grok-2"))), store.version)
    async with FakeSlack() as slack:
        match kind:
            case "this bot":
                await _serve_ours(bot, slack, port, folder)
            case "bare Bolt":
                await _serve_bolt(body, slack, port)
            case _:
                await _serve_bare(body, port)


async def _serve_ours(bot: Bot, slack: FakeSlack, port: int, folder: Path) -> None:
    given: dict[str, Any] = {
        "bot_token": BOT_TOKEN,
        "signing_secret": SECRET,
        "mode": "http",
        "port": port,
        "api_url": slack.api_url,
    }
    state = {"url": f"sqlite+aiosqlite:///{folder / 'state.db'}"}
    await start.run(bot, Settings.model_validate({"slack": given, "state": state}), Health())


async def _serve_bolt(body: dict[str, Any], slack: FakeSlack, port: int) -> None:
    client = AsyncWebClient(token=BOT_TOKEN, base_url=slack.api_url)
    app = AsyncApp(client=client, signing_secret=SECRET)

    @app.command("/openness")
    async def answer(ack: Any) -> None:
        await ack(text=body["text"], blocks=body["blocks"], response_type="ephemeral")

    await _forever(app.web_app(), port)


async def _serve_bare(body: dict[str, Any], port: int) -> None:
    verifier = SignatureVerifier(SECRET)

    async def answer(request: web.Request) -> web.Response:
        sent = await request.text()
        if not verifier.is_valid_request(sent, dict(request.headers)):
            return web.Response(status=401)
        return web.Response(text=json.dumps(body), content_type="application/json")

    app = web.Application()
    app.router.add_post("/slack/events", answer)
    await _forever(app, port)


async def _forever(app: web.Application, port: int) -> None:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))
