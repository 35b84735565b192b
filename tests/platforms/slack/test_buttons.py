"""Buttons and menus: stateless, answered once, in place or beside."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.core import Bot
from bot.platforms.slack.presses import Act, Press
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import FakeSlack, Fault
from tests.platforms.slack.conftest import Running, running, settings

Json = dict[str, Any]


def action(bot: Bot, act: Act, line: str, page: int = 0, language: str = "en") -> Json:
    """A button of ours, made from the facts as they are."""
    press = Press(act, line, bot.store.version, page, language)
    return {"type": "button", "action_id": f"{act}-0", "value": press.value}


def element(body: Json, words: str) -> Json:
    """The control with these words, as Slack sends it back."""
    for row in (each for each in body["blocks"] if each["type"] == "actions"):
        for each in row["elements"]:
            if each.get("text", each.get("placeholder"))["text"] == words:
                return dict(each)
    raise AssertionError(f"no {words}")


async def test_the_next_page_replaces_the_page(app: Running, slack: FakeSlack) -> None:
    """A press under an ephemeral message shows the next page in its place, without any token."""
    body = await app.command("grok-2")
    pressed = element(body, "Next page")
    assert (await app.send(payloads.press(pressed, slack.response_url))).status == 200
    (answer,) = await slack.wait("response")
    assert answer["replace_original"] is True
    assert "Page 2 of" in answer["text"]
    assert [each.method for each in slack.calls if each.token] == ["auth.test"]


async def test_under_a_public_message_the_answer_is_private(app: Running, slack: FakeSlack, bot: Bot) -> None:
    """Others' message stays as it is; who pressed gets an answer for themselves, with a share button."""
    pressed = action(bot, Act.SHOW, "open grok-2", 1)
    await app.send(payloads.press(pressed, slack.response_url, ephemeral=False))
    (answer,) = await slack.wait("response")
    assert (answer["replace_original"], answer["response_type"]) == (False, "ephemeral")
    assert element(answer, "Share to channel")


async def test_a_follow_up_is_answered_beside(app: Running, slack: FakeSlack) -> None:
    """The next question leaves the first answer where it is."""
    body = await app.command("grok-2")
    await app.send(payloads.press(element(body, "All of xAI"), slack.response_url))
    (answer,) = await slack.wait("response")
    assert answer["replace_original"] is False
    assert "xAI" in answer["text"]


async def test_a_definition_and_a_day_can_be_picked(app: Running, slack: FakeSlack) -> None:
    """The menu shows one definition; the calendar another day."""
    body = await app.command("grok-2")
    menu = element(body, "By which definition?")
    picked = next(each for each in menu["options"] if "Source AI Definition" in each["text"]["text"])
    await app.send(payloads.press({**menu, "selected_option": picked}, slack.response_url))
    (answer,) = await slack.wait("response")
    assert "Source AI Definition" in answer["text"]
    assert "Model Openness Framework" not in answer["text"]
    calendar = element(body, "As of another day")
    await app.send(payloads.press({**calendar, "selected_date": "2025-01-01"}, slack.response_url))
    answer = (await slack.wait("response", 2))[1]
    assert answer["text"].startswith("Grok-2 (xAI), as of 1 January 2025")
    await app.send(payloads.press({**calendar, "selected_date": "2099-01-01"}, slack.response_url))
    answer = (await slack.wait("response", 3))[2]
    assert "lies in the future" in answer["text"]
    assert answer["replace_original"] is False


async def test_a_choice_takes_the_questions_place(app: Running, slack: FakeSlack) -> None:
    """Picking one of several models replaces the question by its card."""
    body = await app.command("grok")
    (row,) = [each for each in body["blocks"] if each["type"] == "actions"]
    menu = row["elements"][0]
    pressed = {**menu, "selected_option": menu["options"][0]} if "options" in menu else menu
    await app.send(payloads.press(pressed, slack.response_url))
    (answer,) = await slack.wait("response")
    assert answer["replace_original"] is True
    assert ", as of " in answer["text"]


async def test_sharing_names_the_sharer(app: Running, slack: FakeSlack) -> None:
    """What one person saw is posted for all, above it who shared it, and nothing to share again."""
    body = await app.command("grok-2")
    await app.send(payloads.press(element(body, "Share to channel"), slack.response_url))
    (answer,) = await slack.wait("response")
    assert answer["response_type"] == "in_channel"
    (line,) = answer["blocks"][0]["elements"]
    assert {"type": "user", "user_id": payloads.USER} in line["elements"]
    assert answer["text"].startswith(f"Shared by @{payloads.USER}")
    assert "Share to channel" not in str(answer["blocks"])


async def test_a_double_click_shares_once(app: Running, slack: FakeSlack, bot: Bot) -> None:
    """The second click on the same button gets a private word."""
    pressed = action(bot, Act.SHARE, "open grok-2")
    clicks = [payloads.press(pressed, slack.response_url) for _ in range(2)]
    await asyncio.gather(*(app.send(each) for each in clicks))
    answers = await slack.wait("response", 2)
    assert sorted(each["response_type"] for each in answers) == ["ephemeral", "in_channel"]
    assert any("shared already" in each["text"] for each in answers)


async def test_a_share_that_failed_can_be_tried_again(app: Running, slack: FakeSlack, bot: Bot) -> None:
    """Where Slack did not take it, the next click shares."""
    slack.faults.append(Fault("response", status=404))
    pressed = action(bot, Act.SHARE, "open grok-2")
    await app.send(payloads.press(pressed, slack.response_url))
    await slack.wait("response 404")
    await asyncio.sleep(0.05)
    await app.send(payloads.press(pressed, slack.response_url))
    (answer,) = await slack.wait("response")
    assert answer["response_type"] == "in_channel"


async def test_a_button_of_older_facts_says_so(app: Running, slack: FakeSlack) -> None:
    """A button whose facts have changed still answers, from today's facts, and says that they changed."""
    press = Press(Act.SHOW, "open grok-2", "00000000")
    pressed = {"action_id": "show-0", "value": press.value}
    await app.send(payloads.press(pressed, slack.response_url))
    (answer,) = await slack.wait("response")
    assert answer["text"].startswith("The facts have changed since that message.")


@pytest.mark.parametrize(
    "pressed",
    [
        {"action_id": "unknown", "value": "x"},
        {"action_id": "show-0", "value": "no version"},
        {"action_id": "show-0"},
    ],
)
async def test_an_unknown_button_gets_a_sentence(app: Running, slack: FakeSlack, pressed: Json) -> None:
    """A button of another form is answered privately, naming the command as it is typed here."""
    assert (await app.send(payloads.press(pressed, slack.response_url))).status == 200
    (answer,) = await slack.wait("response")
    assert answer["response_type"] == "ephemeral"
    assert "older version of me" in answer["text"]
    assert "/openness grok-2" in answer["text"]


async def test_buttons_survive_a_restart(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """A button that one process made is answered by the next."""
    async with running(bot, settings(slack, tmp_path), slack) as app:
        pressed = element(await app.command("timeline xai"), "Next page")
    async with running(bot, settings(slack, tmp_path), slack) as app:
        await app.send(payloads.press(pressed, slack.response_url))
        (answer,) = await slack.wait("response")
    assert "Page 2 of" in answer["text"]


async def test_in_a_direct_message_answers_stay(app: Running, slack: FakeSlack, bot: Bot) -> None:
    """Alone with the bot, answers are ordinary messages, and pages are turned in place."""
    shown = action(bot, Act.SHOW, "open grok-2")
    asked = action(bot, Act.ASK, "timeline xai")
    for pressed in (shown, asked):
        await app.send(payloads.press(pressed, slack.response_url, channel=payloads.DIRECT, ephemeral=False))
    answers = await slack.wait("response", 2)
    assert {(each["replace_original"], each["response_type"]) for each in answers} == {
        (True, "in_channel"),
        (False, "in_channel"),
    }


async def test_a_button_in_a_thread_is_answered_in_the_thread(
    app: Running, slack: FakeSlack, bot: Bot
) -> None:
    """The answer stays where the button is."""
    payload = payloads.press(action(bot, Act.ASK, "timeline xai"), slack.response_url, ephemeral=False)
    payload["container"]["thread_ts"] = "1700000000.000001"
    await app.send(payload)
    (answer,) = await slack.wait("response")
    assert answer["thread_ts"] == "1700000000.000001"
