"""The form with its type-ahead, answers over what one sees, the App Home."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core import Bot
from bot.platforms.slack.limits import OPTIONS
from bot.platforms.slack.presses import Act, Press
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import FakeSlack
from tests.platforms.slack import judges
from tests.platforms.slack.conftest import Running

Json = dict[str, Any]


async def suggestions(app: Running, typed: str) -> list[Json]:
    """What the type-ahead offers."""
    payload = payloads.interaction(
        "block_suggestion",
        action_id="find-model",
        block_id="model",
        value=typed,
        container={"type": "view", "view_id": "V1"},
        view={"id": "V1", "type": "modal"},
    )
    response = await app.send(payload)
    found: list[Json] = (await response.json())["options"]
    return found


def filled(option: Json | None, day: str | None = None) -> Json:
    """The form as it is sent."""
    model = {"type": "external_select", "selected_option": option}
    values = {
        "model": {"find-model": model},
        "day": {"day": {"type": "datepicker", "selected_date": day}},
    }
    view = {"id": "V1", "type": "modal", "callback_id": "ask", "state": {"values": values}}
    return payloads.interaction("view_submission", view=view, response_urls=[])


async def test_the_global_shortcut_opens_a_form(app: Running, slack: FakeSlack) -> None:
    """The form has a search for the model and a day, and is sent with the trigger."""
    await app.send(payloads.interaction("shortcut", callback_id="ask", action_ts="1.0"))
    (opened,) = await slack.wait("views.open")
    assert opened["trigger_id"].startswith("1.2.")
    kinds = [each["element"]["type"] for each in opened["view"]["blocks"]]
    assert kinds == ["external_select", "datepicker"]


async def test_the_type_ahead_answers_from_memory(app: Running, slack: FakeSlack) -> None:
    """Half a name brings what it can become; no call of the Web API."""
    before = len(slack.calls)
    found = await suggestions(app, "grok")
    assert {"Grok-2", "Grok-1"} <= {each["text"]["text"] for each in found}
    assert len(slack.calls) == before


@pytest.mark.parametrize("typed", ["", "a", "grok", "オ", "zzzz", "<!channel>", "x" * 500])
async def test_the_type_ahead_keeps_its_limits(app: Running, typed: str) -> None:
    """At most 100 options, of 75 and 150 characters."""
    found = await suggestions(app, typed)
    assert len(found) <= OPTIONS
    assert all(len(each["text"]["text"]) <= 75 and len(each["value"]) <= 150 for each in found)


async def test_the_form_is_answered_by_its_acknowledgement(app: Running, slack: FakeSlack) -> None:
    """Sending the form shows the card in its place, as of the day, with no call of the Web API."""
    before = len(slack.calls)
    option = next(each for each in await suggestions(app, "grok-2") if each["text"]["text"] == "Grok-2")
    answer = await (await app.send(filled(option, "2025-01-01"))).json()
    assert answer["response_action"] == "update"
    assert judges.complaints_of_view(answer["view"]) == []
    assert answer["view"]["blocks"][0]["text"]["text"].startswith("Grok-2 (xAI), as of 1 January 2025")
    assert len(slack.calls) == before


async def test_a_day_in_the_future_is_said_at_the_day(app: Running) -> None:
    """What is wrong with an input stands below it."""
    option = next(each for each in await suggestions(app, "grok-2") if each["text"]["text"] == "Grok-2")
    answer = await (await app.send(filled(option, "2099-01-01"))).json()
    assert answer["response_action"] == "errors"
    assert "future" in answer["errors"]["day"]


async def test_a_form_without_a_model_does_nothing(app: Running) -> None:
    """Nothing picked: the form closes."""
    response = await app.send(filled(None))
    assert (response.status, await response.text()) == (200, "")


@pytest.mark.parametrize(("kind", "method"), [("modal", "views.update"), ("home", "views.open")])
async def test_buttons_in_views(app: Running, slack: FakeSlack, bot: Bot, kind: str, method: str) -> None:
    """In a modal the answer takes its place; over the App Home it opens."""
    press = Press(Act.SHOW, "open grok-2", bot.store.version)
    pressed = {"action_id": "show-0", "value": press.value}
    await app.send(payloads.press_in_view(pressed, {"type": kind}))
    (call,) = await slack.wait(method)
    assert call["view"]["blocks"][0]["text"]["text"].startswith("Grok-2 (xAI)")
    await app.send(payloads.press_in_view({"action_id": "gone"}, {"type": kind}))
    assert "older version" in str((await slack.wait(method, 2))[1])


async def test_the_home_says_what_this_is(app: Running, slack: FakeSlack) -> None:
    """The App Home: what the bot is, a search, how to ask, every command."""
    opened = {"type": "app_home_opened", "user": payloads.USER, "channel": payloads.DIRECT, "tab": "home"}
    await app.send(payloads.event(opened))
    (published,) = await slack.wait("views.publish")
    assert published["user_id"] == payloads.USER
    written = str(published["view"])
    assert "external_select" in written
    assert "/openness grok-2" in written
    assert "How to ask" in written
