"""Many workspaces: installing, tokens at rest and renewed, leaving."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import SecretStr
from slack_sdk.oauth.installation_store import Installation

from bot.core import Bot
from bot.platforms.slack.installations import Installations
from bot.settings import Settings
from bot.state.cipher import Cipher, new_key
from bot.state.database import open_state
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import CLIENT_ID, CLIENT_SECRET, SCOPES, TEAM, FakeSlack
from tests.platforms.slack.conftest import Running, running, settings

KEY = new_key()
CODE, TOKEN = "code-1", "xoxb-installed"

Json = dict[str, Any]


def many(slack: FakeSlack, folder: Path, keys: str = KEY, **changes: Any) -> Settings:
    """Settings of an app that workspaces install."""
    credentials = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "bot_token": None}
    return settings(slack, folder, **{**credentials, "keys": keys, **changes})


def grant(**changes: Any) -> Json:
    """What Slack gives for a code."""
    return {
        "access_token": TOKEN,
        "token_type": "bot",
        "scope": SCOPES,
        "bot_user_id": "U0BOT",
        "app_id": "A1",
        "team": {"id": TEAM, "name": "Team"},
        "enterprise": None,
        "authed_user": {"id": "U0ADMIN"},
        "is_enterprise_install": False,
        **changes,
    }


async def begin(app: Running) -> tuple[str, dict[str, str]]:
    """Visit the installation's page; its state and the browser's cookie."""
    page = await app.session.get(f"{app.url}/slack/install")
    cookie: SimpleCookie = SimpleCookie(page.headers["Set-Cookie"])
    found = re.search(r'href="([^"]*oauth/v2/authorize[^"]*)"', (await page.text()).replace("&amp;", "&"))
    assert found is not None
    asked = parse_qs(urlsplit(found[1]).query)
    assert set(asked["scope"][0].split(",")) == set(SCOPES.split(","))
    assert found[1].startswith(app.slack.api_url.removesuffix("/api/"))
    return asked["state"][0], {"Cookie": "; ".join(f"{each.key}={each.value}" for each in cookie.values())}


async def finish(app: Running, state: str, cookie: dict[str, str], code: str = CODE) -> int:
    """Come back from Slack with a code."""
    address = f"{app.url}/slack/oauth_redirect?code={code}&state={state}"
    return (await app.session.get(address, headers=cookie)).status


@asynccontextmanager
async def installed(bot: Bot, slack: FakeSlack, folder: Path, **changes: Any) -> AsyncIterator[Running]:
    """The app, installed in the workspace."""
    slack.codes[CODE] = grant(**changes)
    async with running(bot, many(slack, folder), slack) as app:
        assert await finish(app, *await begin(app)) == 200
        yield app


def bytes_of(folder: Path) -> bytes:
    """All that the state's files hold."""
    return b"".join(each.read_bytes() for each in folder.glob("state.db*"))


async def test_installing_and_answering(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """After the installation a mention is answered with the workspace's token, kept encrypted."""
    async with installed(bot, slack, tmp_path) as app:
        await app.send(payloads.event(payloads.mention("<@U0BOT> grok-2")))
        await slack.wait("chat.postMessage")
        assert [each.token for each in slack.calls if each.method == "chat.postMessage"] == [TOKEN]
        assert (await app.command("grok-2"))["text"].startswith("Grok-2")
    held = bytes_of(tmp_path)
    assert TEAM.encode() in held
    assert TOKEN.encode() not in held


async def test_the_state_is_checked(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """A state that was not given out, is used twice or comes from another browser is refused."""
    slack.codes |= {CODE: grant(), "code-2": grant()}
    async with running(bot, many(slack, tmp_path), slack) as app:
        state, cookie = await begin(app)
        assert await finish(app, state, {}) == 400
        assert await finish(app, "forged", {"Cookie": cookie["Cookie"].replace(state, "forged")}) == 401
        assert await finish(app, state, cookie) == 200
        assert await finish(app, state, cookie, "code-2") == 401
    assert "code-2" in slack.codes


async def test_a_wrong_code_installs_nothing(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """Slack's refusal of the code is told to the person."""
    async with running(bot, many(slack, tmp_path), slack) as app:
        assert await finish(app, *await begin(app), "wrong") == 401


@pytest.mark.parametrize(
    "event",
    [
        {"type": "app_uninstalled"},
        {"type": "tokens_revoked", "tokens": {"oauth": ["U0ADMIN"], "bot": ["U0BOT"]}},
    ],
)
async def test_leaving_purges_the_workspace(bot: Bot, slack: FakeSlack, tmp_path: Path, event: Json) -> None:
    """An uninstalled app or revoked tokens: nothing of the workspace is kept; commands are still answered."""
    async with installed(bot, slack, tmp_path) as app:
        await app.send(payloads.event(event))
        await asyncio.sleep(0.05)
        await app.send(payloads.event(payloads.mention("<@U0BOT> grok-2"), "Ev2"))
        assert await app.command("grok-2")
        await asyncio.sleep(0.05)
    assert slack.called("chat.postMessage") == []
    async with open_state(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as engine:
        store = Installations(CLIENT_ID, engine, Cipher(KEY))
        assert await store.async_find_installation(enterprise_id=None, team_id=TEAM) is None
        assert await store.every_bot() == []


async def test_a_token_that_ends_soon_is_renewed_once(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """Ten minutes before its end the token is changed for a new one, by one of many answers at once."""
    slack.codes["refresh-1"] = {
        **grant(access_token="xoxb-fresh", refresh_token="refresh-2", expires_in=43200),
        "token_type": "bot",
    }
    async with installed(bot, slack, tmp_path, refresh_token="refresh-1", expires_in=600) as app:
        events = [payloads.event(payloads.mention("<@U0BOT> grok-2"), f"Ev{each}") for each in range(4)]
        await asyncio.gather(*(app.send(each) for each in events))
        await slack.wait("chat.postMessage", 4)
        await app.send(payloads.event(payloads.mention("<@U0BOT> grok-2"), "Ev9"))
        await slack.wait("chat.postMessage", 5)
    used = [each.token for each in slack.calls if each.method == "chat.postMessage"]
    assert used[-1] == "xoxb-fresh"
    refreshed = [each for each in slack.called("oauth.v2.access") if each.get("refresh_token")]
    assert [each["refresh_token"] for each in refreshed] == ["refresh-1"]


async def test_installing_again_keeps_one(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """A second installation takes the first one's place."""
    async with open_state(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as engine:
        store = Installations(CLIENT_ID, engine, Cipher(KEY))
        for number, at in enumerate((time.time() - 60, time.time())):
            await store.async_save(_installation(f"xoxb-{number}", at))
        (kept,) = await store.every_bot()
        assert kept.bot_token == "xoxb-1"


async def test_keys_can_be_changed(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """With a new key in front, a start writes every token under it: the old key can go."""
    fresh = new_key()
    async with open_state(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as engine:
        await Installations(CLIENT_ID, engine, Cipher(KEY)).async_save(
            _installation("xoxb-kept", time.time(), refresh="refresh")
        )
    async with running(bot, many(slack, tmp_path, f"{fresh},{KEY}"), slack):
        pass
    async with open_state(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as engine:
        store = Installations(CLIENT_ID, engine, Cipher(fresh))
        found = await store.async_find_bot(enterprise_id=None, team_id=TEAM)
        assert found is not None
        assert (found.bot_token, found.bot_refresh_token) == ("xoxb-kept", "refresh")
        assert await store.renew() == 0


def _installation(token: str, at: float, refresh: str | None = None) -> Installation:
    return Installation(
        app_id="A1",
        user_id="U0ADMIN",
        team_id=TEAM,
        team_name="Team",
        bot_token=token,
        bot_id="B0BOT",
        bot_user_id="U0BOT",
        bot_scopes=SCOPES.split(","),
        bot_refresh_token=refresh,
        installed_at=at,
    )


def test_secrets_are_not_shown() -> None:
    """The settings' text holds no key."""
    assert KEY not in repr(Settings.model_validate({"state": {"keys": SecretStr(KEY)}}))
