"""The bot on a local Slack, over HTTP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from pydantic import SecretStr
from sqlalchemy import create_engine

from bot.core import Bot
from bot.health import Health
from bot.platforms.slack import start, web
from bot.settings import Settings
from bot.state import upgrade
from bot.store import database
from bot.store.store import FactStore
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.platforms.slack import judges

ROOT = Path(__file__).parents[3]

Json = dict[str, Any]


def judge(kind: str, body: Json) -> list[str]:
    """What is wrong with a message or a view that was sent."""
    return judges.complaints_of_view(body) if kind == "view" else judges.complaints(body)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def facts(tmp_path_factory: Any) -> Path:
    """The shipped facts, prepared once."""
    path = Path(tmp_path_factory.mktemp("facts")) / "facts.db"
    database.prepare(ROOT / "facts.db", path)
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def bot(facts: Path) -> AsyncIterator[Bot]:
    """The core on the shipped facts."""
    store = await FactStore.open(facts)
    yield Bot(store)
    store.close()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests don't wait between attempts."""
    monkeypatch.setattr(web, "PAUSE", 0.01)


@pytest_asyncio.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A local Slack; what it complains about fails the test."""
    async with FakeSlack(judge) as fake:
        yield fake
    assert fake.complaints == []


def settings(slack: FakeSlack, folder: Path, **changes: Any) -> Settings:
    """Settings that lead to the local Slack."""
    given: Json = {
        "bot_token": BOT_TOKEN,
        "signing_secret": payloads.SECRET,
        "mode": "http",
        "port": free_port(),
        "api_url": slack.api_url,
        **changes,
    }
    file = folder / "state.db"
    if not file.exists():
        file.write_bytes(_state())
    state: Json = {"url": SecretStr(f"sqlite+aiosqlite:///{file}")}
    if keys := given.pop("keys", None):
        state["keys"] = keys
    if url := given.pop("state_url", None):
        state["url"] = url
    return Settings.model_validate({"slack": given, "state": state})


@cache
def _state() -> bytes:
    """An empty state database, migrated once for all tests."""
    with TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/state.db")
        with engine.connect() as connection:
            upgrade.to_newest(connection, None)
        engine.dispose()
        return Path(folder, "state.db").read_bytes()


@dataclass(slots=True)
class Running:
    """The bot, as Slack reaches it."""

    url: str
    session: aiohttp.ClientSession
    slack: FakeSlack

    async def send(self, payload: Json, headers: dict[str, str] | None = None) -> aiohttp.ClientResponse:
        """Send the payload as Slack does."""
        return await self.post(payloads.form(payload), headers)

    async def post(self, body: str, headers: dict[str, str] | None = None) -> aiohttp.ClientResponse:
        """Send a signed body."""
        sent = {**payloads.signed(body), **(headers or {})}
        response = await self.session.post(f"{self.url}/slack/events", data=body.encode(), headers=sent)
        await response.read()
        return response

    async def command(self, text: str, **changes: str) -> Json:
        """Type a slash command; the body that answers it, judged."""
        response = await self.send(payloads.command(text, self.slack.response_url, **changes))
        assert response.status == 200
        if not await response.text():
            return {}
        body: Json = await response.json()
        assert judges.complaints(body) == []
        return body


@asynccontextmanager
async def running(bot: Bot, found: Settings, slack: FakeSlack) -> AsyncIterator[Running]:
    """The bot, running over HTTP until the end of the block."""
    health = Health()
    task = asyncio.create_task(start.run(bot, found, health))
    try:
        async with asyncio.timeout(10):
            while not (health.ready or task.done()):  # noqa: ASYNC110 - health is a value, not an event
                await asyncio.sleep(0.005)
        if task.done():
            task.result()
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
            yield Running(f"http://127.0.0.1:{found.slack.port}", session, slack)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest_asyncio.fixture
async def app(bot: Bot, slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot in one workspace."""
    async with running(bot, settings(slack, tmp_path), slack) as found:
        yield found
