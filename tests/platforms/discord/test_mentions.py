from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.core import Bot
from bot.limits import Limiter
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import FakeDiscord
from tests.platforms.discord.conftest import started
from tests.platforms.discord.test_render import texts

ME = f"<@{payloads.APPLICATION}>"


def asked(text: str, **fields: Any) -> dict[str, Any]:
    """A message of Ana's in the server, with the bot among those it mentions."""
    author = payloads.user()
    place = {"guild_id": str(payloads.GUILD), "member": payloads.member(author), "author": author}
    return payloads.message(text, **{**place, "mentions": [payloads.me()], **fields})


async def answered(discord: FakeDiscord, message: dict[str, Any]) -> dict[str, Any]:
    """The body of the message that answers."""
    before = len(discord.to("/messages"))
    await discord.send("MESSAGE_CREATE", message)
    body: dict[str, Any] = (await discord.call("/messages", before + 1)).body
    return body


async def test_a_mention_is_answered_in_place(running: FakeDiscord) -> None:
    """`@bot is grok-2 open?`: a reply to the message, that pings nobody and is not posted twice."""
    message = asked(f"{ME} is grok-2 open?")
    body = await answered(running, message)
    assert texts(body["components"])[0].startswith("## Grok-2 (xAI)")
    assert body["message_reference"]["message_id"] == int(message["id"])
    assert body["nonce"] == message["id"]
    assert body["enforce_nonce"]
    assert body["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_the_servers_language_in_a_server(bot: Bot, discord: FakeDiscord) -> None:
    """What all can read is in the language that the server prefers."""
    discord.guilds = [payloads.guild(locale="ja")]
    async with started(bot, discord):
        body = await answered(discord, asked(f"{ME} is grok-2 open?"))
        assert "2025年8月23日" in texts(body["components"])[0]


async def test_a_direct_message_needs_no_mention(running: FakeDiscord) -> None:
    """Alone with the bot, every message asks; its language is that of what is written."""
    where = {"channel_id": str(payloads.DIRECT), "author": payloads.user()}
    body = await answered(running, payloads.message("is grok-2 open?", **where))
    assert "Grok-2" in texts(body["components"])[0]
    body = await answered(running, payloads.message("grok-2 は公開されていますか？", **where))
    assert "2025年8月23日" in texts(body["components"])[0]


async def test_a_bare_mention_gets_help(running: FakeDiscord) -> None:
    """Somebody wonders what it can do."""
    body = await answered(running, asked(ME))
    assert "/open" in "\n".join(texts(body["components"]))


@pytest.mark.parametrize(
    "message",
    [
        asked("is grok-2 open?", mentions=[]),
        asked("is grok-2 open?"),  # a reply to the bot, which mentions it without saying so
        asked("@everyone is grok-2 open?", mention_everyone=True, mentions=[]),
        asked("<@&1000> is grok-2 open?", mentions=[]),
        asked("", mentions=[]),
        asked(f"{ME} is grok-2 open?", author=payloads.user(9, "robot", bot=True)),
        asked(f"{ME} is grok-2 open?", author=payloads.me()),
        asked(f"{ME} is grok-2 open?", webhook_id="9"),
        asked(f"{ME} pinned", type=6),
    ],
    ids=["no mention", "reply", "everyone", "role", "no text", "a bot", "itself", "a webhook", "a notice"],
)
async def test_nothing_else_is_answered(running: FakeDiscord, message: dict[str, Any]) -> None:
    """Only when mentioned, by a person, in words."""
    before = len(running.calls)
    await running.send("MESSAGE_CREATE", {**message, "id": payloads.snowflake()})
    await running.ask(payloads.slash("help", {}))
    assert len(running.calls) == before + 1


async def test_a_missing_permission_is_named_to_the_asker_alone(bot: Bot, discord: FakeDiscord) -> None:
    """Where the bot may not write it says so by direct message, and tries no forbidden call."""
    discord.guilds = [payloads.guild(everyone=str(1 << 10 | 1 << 16))]
    async with started(bot, discord):
        body = await answered(discord, asked(f"{ME} is grok-2 open?"))
        assert discord.to("/messages")[0].path == f"/channels/{payloads.DIRECT}/messages"
        (sentence,) = texts(body["components"])
        assert "#general" in sentence
        assert "Send Messages" in sentence
        assert "Read Message History" not in sentence


async def test_past_the_limit_one_notice_by_direct_message(store: Any, discord: FakeDiscord) -> None:
    """The channel doesn't read it, and it is said once."""
    async with started(Bot(store, Limiter(1)), discord):
        await answered(discord, asked(f"{ME} is grok-2 open?"))
        notice = await answered(discord, asked(f"{ME} is grok-2 open?"))
        assert "more than I answer" in texts(notice["components"])[0]
        await discord.send("MESSAGE_CREATE", asked(f"{ME} is grok-2 open?"))
        await asyncio.sleep(0.1)
        assert [each.path for each in discord.to("/messages")] == [
            f"/channels/{payloads.CHANNEL}/messages",
            f"/channels/{payloads.DIRECT}/messages",
        ]


async def test_the_unexpected_has_a_reference(
    running: FakeDiscord, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What breaks is told to the asker alone."""

    async def broken(_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(bot, "answer", broken)
    body = await answered(running, asked(f"{ME} is grok-2 open?"))
    assert running.to("/messages")[0].path == f"/channels/{payloads.DIRECT}/messages"
    assert "reference" in texts(body["components"])[0]
    assert "secret" not in texts(body["components"])[0]
