"""Socket Mode: the same bot over a socket that it opens itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from bot.core import Bot
from bot.health import Health
from bot.platforms import slack as platform
from bot.settings import EditorsSettings
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import APP_TOKEN, FakeSlack
from tests.platforms.slack.conftest import settings
from tests.platforms.slack.edits import EDITOR, REVIEW, by, controls, editable, filled, until

__all__ = ["editable"]

Json = dict[str, Any]


@pytest_asyncio.fixture
async def connected(editable: Bot, slack: FakeSlack, tmp_path: Path) -> AsyncIterator[FakeSlack]:
    """A local Slack to which the bot has opened its socket."""
    found = settings(slack, tmp_path, mode="socket", app_token=APP_TOKEN, signing_secret=None)
    editors = EditorsSettings(slack_users=(EDITOR,), slack_channel=REVIEW)
    task = asyncio.create_task(
        platform.run(editable, found.model_copy(update={"editors": editors}), Health())
    )
    await slack.wait("hello")
    yield slack
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def opened(slack: FakeSlack, text: str, id: str) -> Json:
    """The view that an editor's command opens."""
    assert await slack.send("slash_commands", payloads.command(text, user_id=EDITOR), id) == {}
    view: Json = (await slack.wait("views.open"))[-1]["view"]
    return view


async def test_a_correction_is_made_over_the_socket(connected: FakeSlack, editable: Bot) -> None:
    """Mistakes, the preview and the publication all come as acknowledgements of their envelopes."""
    view = await opened(connected, "fact correct alpha-1/release-2024-01-10 field:date", "e1")
    wrong = by(filled(view, value="yesterdayish", why="No day."), EDITOR)
    refused = await connected.send("interactive", wrong, "e2")
    assert refused["response_action"] == "errors"
    assert set(refused["errors"]) == {"value"}
    right = by(filled(view, value="2024-01", why="No day."), EDITOR)
    preview = await connected.send("interactive", right, "e3")
    assert preview["response_action"] == "update"
    button = controls(preview["view"]["blocks"])["Publish"]
    pressed = payloads.press_in_view({"type": "button", **button}, preview["view"])
    assert await connected.send("interactive", by(pressed, EDITOR), "e4") == {}
    await until(lambda: editable.store.sequence == 1)
    event = await editable.store.event("alpha-1/release-2024-01-10")
    assert event is not None
    assert str(event.event.date) == "2024-01"


async def test_an_envelope_sent_twice_publishes_once(connected: FakeSlack, editable: Bot) -> None:
    """Slack sends again what was not acknowledged in time; the same press is taken once."""
    assert editable.desk is not None
    view = await opened(connected, "fact correct alpha-1/release-2024-01-10 field:date", "e1")
    preview = await connected.send(
        "interactive", by(filled(view, value="2024-01", why="No day."), EDITOR), "e2"
    )
    button = controls(preview["view"]["blocks"])["Publish"]
    pressed = by(payloads.press_in_view({"type": "button", **button}, preview["view"]), EDITOR)
    await asyncio.gather(*(connected.send("interactive", pressed, f"e{number}") for number in (3, 4)))
    await until(lambda: editable.store.sequence == 1)
    await connected.wait("views.update")
    assert len(connected.called("views.update")) == 1
    assert await editable.desk.journal.head() == 1


async def test_suggestions_come_over_the_socket(connected: FakeSlack) -> None:
    """What is suggested while one types is the acknowledgement, too."""
    typed = {"action_id": "license-license", "block_id": "license", "value": "MIT"}
    payload = payloads.interaction("block_suggestion", **typed, container={"type": "view", "view_id": "V1"})
    answer = await connected.send("interactive", payload, "e1")
    assert answer["options"][0]["value"] == "MIT"
