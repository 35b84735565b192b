"""A workspace in which the facts can be edited, and what people do there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest_asyncio

from bot.core import Bot
from bot.editing.opening import open_desk
from bot.editing.rights import Editors
from bot.settings import EditorsSettings, Settings
from bot.state.database import open_state
from bot.store import database
from tests.conftest import NOW
from tests.facts import small
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import TEAM, FakeSlack
from tests.platforms.slack import judges
from tests.platforms.slack.conftest import Running, running, settings
from tests.state import servers

Json = dict[str, Any]

EDITOR, GROUPED, STRANGER = "U0EDITOR", "U0GROUPED", "U0STRANGER"
REVIEW, GROUP = "C0REVIEW", "S0GROUP"
WRITTEN = {
    "summary": "The lab says more.",
    "date": "2026",
    "source": "https://news.example/more",
    "why": "It is *missing* <!everyone>.",
}


@pytest_asyncio.fixture
async def editable(tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot on the small facts, with a desk; one person and one user group are its editors."""
    database.build(tmp_path / "shipped.db", small.PACK)
    editors = Editors({"slack": frozenset({EDITOR})}, {"slack": frozenset({GROUP})})
    async with (
        open_state(servers.sqlite(tmp_path / "edits.db")) as engine,
        open_desk(engine, tmp_path / "shipped.db", tmp_path / "facts.db", NOW, 10) as desk,
    ):
        yield Bot(desk.store, desk=desk, editors=editors)


@pytest_asyncio.fixture
async def app(editable: Bot, slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot in a workspace with a channel for editors."""
    slack.groups = {GROUP: [GROUPED]}
    async with started(editable, slack, tmp_path) as found:
        yield found


@asynccontextmanager
async def started(bot: Bot, slack: FakeSlack, folder: Path) -> AsyncIterator[Running]:
    editors = EditorsSettings(slack_users=(EDITOR,), slack_groups=(GROUP,), slack_channel=REVIEW)
    found: Settings = settings(slack, folder).model_copy(update={"editors": editors})
    async with running(bot, found, slack) as app:
        yield app


def by(payload: Json, user: str) -> Json:
    """The interaction as somebody's."""
    return {
        **payload,
        "user": {**payload["user"], "id": user, "username": user.lower(), "name": user.lower()},
    }


def filled(view: Json, **written: str) -> Json:
    """The view as it comes back, filled in; what isn't named keeps what it held."""
    values: Json = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element, name = block["element"], block["block_id"]
        state: Json = {"type": element["type"]}
        if element["type"] == "plain_text_input":
            state["value"] = written.get(name, element.get("initial_value"))
        else:
            picked = written.get(name) or (element.get("initial_option") or {}).get("value")
            state["selected_option"] = {"value": picked} if picked else None
        values[name] = {element["action_id"]: state}
    sent = {**view, "id": "V1", "team_id": TEAM, "state": {"values": values}}
    return payloads.interaction("view_submission", view=sent)


def controls(blocks: list[Json]) -> dict[str, Json]:
    """The buttons, by their words."""
    rows = [each for each in blocks if each["type"] == "actions"]
    return {
        each["text"]["text"]: each for row in rows for each in row["elements"] if each["type"] == "button"
    }


async def submit(app: Running, view: Json, user: str = payloads.USER, **written: str) -> Json:
    """Send the form; the body that answers it, judged."""
    response = await app.send(by(filled(view, **written), user))
    assert response.status == 200
    body: Json = await response.json()
    if "view" in body:
        assert judges.complaints_of_view(body["view"]) == []
    return body


async def opened(app: Running, text: str, user: str = payloads.USER) -> Json:
    """The view that a command opens."""
    before = len(app.slack.called("views.open"))
    assert await app.command(text, user_id=user) == {}
    view: Json = (await app.slack.wait("views.open", before + 1))[-1]["view"]
    return view


async def press(app: Running, button: Json, user: str, ts: str = "1700000000.000100") -> Json:
    """Press a button under a message of the editors' channel; what answers, if anything."""
    payload = payloads.press(
        {"type": "button", **button}, app.slack.response_url, channel=REVIEW, ephemeral=False, ts=ts
    )
    response = await app.send(by(payload, user))
    assert response.status == 200
    text = await response.text()
    return json.loads(text) if text else {}


async def until(so: Callable[[], bool]) -> None:
    """Wait, not for ever, until it is so."""
    async with asyncio.timeout(5):
        while not so():  # noqa: ASYNC110 - what is looked at are values, not events
            await asyncio.sleep(0.01)


def posted_to(app: Running) -> list[str]:
    """Where messages were posted."""
    return [each["channel"] for each in app.slack.called("chat.postMessage")]


async def card(app: Running) -> Json:
    """The card in the editors' channel."""
    await until(lambda: REVIEW in posted_to(app))
    return next(each for each in app.slack.called("chat.postMessage") if each["channel"] == REVIEW)


def said(app: Running) -> str:
    """All that Slack was sent."""
    return json.dumps([each.body for each in app.slack.calls], ensure_ascii=False)


async def propose(app: Running) -> None:
    """Propose something as somebody who is no editor."""
    view = await opened(app, "fact propose alpha-2")
    assert "Thank you" in json.dumps((await submit(app, view, **WRITTEN))["view"])
