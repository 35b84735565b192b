from __future__ import annotations

from typing import Any

import pytest

from bot.core import Bot
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import FakeDiscord
from tests.platforms.discord import rules
from tests.platforms.discord.conftest import started
from tests.platforms.discord.test_commands import said
from tests.platforms.discord.test_render import labels

Body = dict[str, Any]

PRIVATE = payloads.message(flags=64)
PUBLIC = payloads.message()


def button(body: Body, label: str) -> str:
    """The id of the button with that label."""
    components = rules.walk(body["data"]["components"])
    return next(str(each["custom_id"]) for each in components if each.get("label") == label)


async def opened(discord: FakeDiscord, command: str = "open", **options: str) -> Body:
    """The answer to a slash command."""
    options = options or {"model": "grok-2"}
    body: Body = await discord.ask(payloads.slash(command, options))
    return body


async def test_pages_turn_in_place(running: FakeDiscord) -> None:
    """On a message of one's own: the next page in its place, by one call."""
    first = await opened(running, "timeline", of="xai")
    before = len(running.calls)
    second = await running.ask(payloads.press(button(first, "Next page"), PRIVATE))
    assert len(running.calls) == before + 1
    assert second["type"] == 7
    assert "Page 2 of" in said(second)
    back = await running.ask(payloads.press(button(second, "Previous page"), PRIVATE))
    assert back["data"]["components"] == first["data"]["components"]


async def test_a_public_message_stays(running: FakeDiscord) -> None:
    """What somebody presses on a message for all is answered beside it, to them alone."""
    first = await opened(running, "timeline", of="xai")
    page = await running.ask(payloads.press(button(first, "Next page"), PUBLIC))
    assert page["type"] == 4
    assert page["data"]["flags"] & 64


async def test_buttons_survive_a_restart(bot: Bot, discord: FakeDiscord) -> None:
    """A button made by a process that has ended does what it says."""
    async with started(bot, discord):
        first = await opened(discord, "timeline", of="xai")
    async with started(bot, discord, sync_at_start=False):
        await discord.connected(2)
        page = await discord.ask(payloads.press(button(first, "Last page"), PRIVATE))
        assert page["type"] == 7


async def test_another_definition(running: FakeDiscord) -> None:
    """The menu asks the same under one definition."""
    first = await opened(running)
    (select,) = (each for each in rules.walk(first["data"]["components"]) if each["type"] == 3)
    value = next(each["value"] for each in select["options"] if each["value"].endswith(":osaid"))
    body = await running.ask(payloads.press(select["custom_id"], PRIVATE, value))
    assert body["type"] == 7
    assert "OSI's Open Source AI Definition" in said(body)
    assert "Model Openness Framework" not in said(body)


@pytest.mark.parametrize(
    ("typed", "kind", "words"), [("2025-02-26", 7, "26 February 2025"), ("soon", 4, "not a day")]
)
async def test_as_of_another_day(running: FakeDiscord, typed: str, kind: int, words: str) -> None:
    """A form asks for the day; what is no day gets a sentence, and the card stays."""
    first = await opened(running)
    form = await running.ask(payloads.press(button(first, "As of another day"), PRIVATE))
    assert form["type"] == 9
    body = await running.ask(payloads.submit(form["data"]["custom_id"], typed, PRIVATE))
    assert body["type"] == kind
    assert words in said(body)


async def test_follow_ups_are_new_messages(running: FakeDiscord) -> None:
    """The next question is answered below the last answer, which stays."""
    first = await opened(running)
    body = await running.ask(payloads.press(button(first, "All of xAI"), PRIVATE))
    assert body["type"] == 4
    assert "xAI: timeline" in said(body)


async def test_a_choice_is_taken_in_place(running: FakeDiscord) -> None:
    """“Which one?” is replaced by the answer."""
    first = await opened(running, "open", model="grok")
    choices = [each for each in rules.walk(first["data"]["components"]) if each["type"] == 3]
    if choices:
        press = payloads.press(choices[0]["custom_id"], PRIVATE, choices[0]["options"][0]["value"])
    else:
        press = payloads.press(button(first, labels(first["data"]["components"])[0]), PRIVATE)
    body = await running.ask(press)
    assert body["type"] == 7
    assert said(body).startswith("## Grok")


async def test_sharing_names_the_sharer(running: FakeDiscord) -> None:
    """One call posts the card for all, in the server's language, with the name and without a ping."""
    first = await opened(running)
    press = payloads.press(button(first, "Share to channel"), PRIVATE, locale="ja")
    before = len(running.calls)
    body = await running.ask(press)
    assert len(running.calls) == before + 1
    assert body["type"] == 4
    assert not body["data"]["flags"] & 64
    assert said(body).startswith("-# Shared by Ana\n## Grok-2")
    assert "Share to channel" not in labels(body["data"]["components"])


async def test_a_double_click_shares_once(running: FakeDiscord) -> None:
    """The second press of the same button posts nothing."""
    first = await opened(running)
    custom_id = button(first, "Share to channel")
    bodies = [await running.ask(payloads.press(custom_id, PRIVATE)) for _ in range(3)]
    assert [bool(each["data"]["flags"] & 64) for each in bodies] == [False, True, True]
    assert "shared already" in said(bodies[1])


async def test_who_may_not_write_may_not_share(running: FakeDiscord) -> None:
    """The refusal names the permission."""
    first = await opened(running)
    press = payloads.press(button(first, "Share to channel"), PRIVATE, permissions=str(1 << 10))
    body = await running.ask(press)
    assert body["data"]["flags"] & 64
    assert "Send Messages" in said(body)


async def test_stale_data_says_so(running: FakeDiscord, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The facts changed since the button was made: what is shown is of now, and says so."""
    first = await opened(running, "timeline", of="xai")
    custom_id = button(first, "Next page")
    monkeypatch.setattr(bot.store, "version", "f" * 64)
    body = await running.ask(payloads.press(custom_id, PRIVATE))
    assert "facts have changed" in said(body)
    assert ":ffffffff:" in button(body, "Previous page")


@pytest.mark.parametrize("custom_id", ["other-bot:1", "1q0:0:open x", "0", "1select-definition"])
async def test_unknown_buttons_say_they_are_dead(running: FakeDiscord, custom_id: str) -> None:
    """An id that nobody knows is answered, privately."""
    body = await running.ask(payloads.press(custom_id, PRIVATE))
    assert body["data"]["flags"] & 64
    assert "older version" in said(body)


async def test_a_line_that_no_longer_reads_gets_a_sentence(running: FakeDiscord) -> None:
    """A button about a command that is gone: one sentence, the card stays."""
    for custom_id in ("1p0:00000000:gone x", "1s0:00000000:gone x", "1a0:00000000:open"):
        body = await running.ask(payloads.press(custom_id, payloads.message(flags=64)))
        assert body["type"] == 4
        assert body["data"]["flags"] & 64
    body = await running.ask(payloads.submit("1t0:00000000:gone x", "2025", PRIVATE))
    assert body["data"]["flags"] & 64
