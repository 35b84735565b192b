from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import core
from bot.core import Bot, Options, Request
from bot.limits import Limiter
from bot.platforms.discord import callback_body
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import FakeDiscord, Refusal
from tests.platforms.discord.conftest import started
from tests.platforms.discord.test_render import labels, texts


def said(body: dict[str, Any]) -> str:
    """All that an answer says."""
    return "\n".join(texts(body["data"]["components"]))


async def test_one_open_is_one_call(running: FakeDiscord) -> None:
    """`/open grok-2` is answered by exactly one call, to the asker alone."""
    before = len(running.calls)
    body = await running.ask(payloads.slash("open", {"model": "grok-2"}))
    await asyncio.sleep(0.05)
    assert len(running.calls) == before + 1
    assert body["type"] == 4
    assert body["data"]["flags"] & 64
    assert said(body).startswith("## Grok-2 (xAI)")
    assert "Share to channel" in labels(body["data"]["components"])


async def test_what_is_sent_is_what_is_printed(running: FakeDiscord, bot: Bot) -> None:
    """`openness ask --discord` prints the callback's body, to the letter."""
    body = await running.ask(payloads.slash("open", {"model": "grok-2"}))
    answered = await bot.answer(Request(Options("open", {"model": "grok-2"})))
    assert body == callback_body(answered, bot.store.version)


async def test_options_are_read(running: FakeDiscord) -> None:
    """A day and a definition change the answer."""
    options = {"model": "grok-2", "as_of": "2025-02-26", "definition": "weights"}
    body = await running.ask(payloads.slash("open", options))
    assert "26 February 2025" in said(body)
    assert "Open weights" in said(body)
    assert "Timeline" not in said(body)


@pytest.mark.parametrize(("locale", "word"), [("en-US", "Share to channel"), ("ja", "チャンネルに共有")])
async def test_a_private_answer_speaks_the_askers_language(
    running: FakeDiscord, locale: str, word: str
) -> None:
    """The asker's locale, not the server's."""
    body = await running.ask(payloads.slash("open", {"model": "grok-2"}, locale=locale))
    assert word in labels(body["data"]["components"])


async def test_a_public_channel_speaks_the_servers_language(bot: Bot, discord: FakeDiscord) -> None:
    """Where the settings say public, the answer is for all, in the server's language; a refusal is not."""
    async with started(bot, discord, public_in=(payloads.CHANNEL,)):
        body = await discord.ask(payloads.slash("open", {"model": "grok-2"}, guild_locale="ja"))
        assert not body["data"]["flags"] & 64
        assert "時点を変える" in labels(body["data"]["components"])
        assert "チャンネルに共有" not in labels(body["data"]["components"])
        refused = await discord.ask(payloads.slash("open", {"model": "nonsense-9"}, guild_locale="ja"))
        assert refused["data"]["flags"] & 64
        assert "not in our data" in said(refused)


async def test_alone_with_the_bot_nothing_is_hidden(running: FakeDiscord) -> None:
    """In the conversation with the bot the answer stays, and there is nobody to share it with."""
    body = await running.ask(payloads.slash("open", {"model": "grok-2"}, direct=True))
    assert not body["data"]["flags"] & 64
    assert "Share to channel" not in labels(body["data"]["components"])


async def test_names_are_completed(running: FakeDiscord) -> None:
    """At most 25 names, best first, by their ids."""
    body = await running.ask(payloads.slash("open", {"model": "grok"}, focused="model"))
    assert body["type"] == 8
    assert 1 <= len(body["data"]["choices"]) <= 25
    assert body["data"]["choices"][0]["name"].startswith("Grok")
    body = await running.ask(payloads.slash("timeline", {"of": "xai"}, focused="of"))
    assert {"name": "xAI (organization)", "value": "xai"} in body["data"]["choices"]


@pytest.mark.parametrize("typed", ["", " ", "@everyone", "x" * 300, "\ud800", "グロック", "🦙"])
async def test_completion_never_fails(running: FakeDiscord, typed: str) -> None:
    """Whatever is typed, there is an answer."""
    body = await running.ask(payloads.slash("open", {"model": typed}, focused="model"))
    assert body["type"] == 8


async def test_broken_completion_offers_nothing(
    running: FakeDiscord, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in the index, or an option that is no more: an empty list."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(bot.store.names, "complete", broken, raising=False)
    body = await running.ask(payloads.slash("open", {"model": "g"}, focused="model"))
    assert body["data"]["choices"] == []
    body = await running.ask(payloads.slash("gone", {"what": "g"}, focused="what"))
    assert body["data"]["choices"] == []


@pytest.mark.parametrize(("name", "options"), [("gone", {}), ("open", {"was": "grok-2"})])
async def test_a_stale_registration_gets_a_sentence(
    running: FakeDiscord, name: str, options: dict[str, str]
) -> None:
    """A command or an option that Discord still lists and the bot no longer has."""
    body = await running.ask(payloads.slash(name, options))
    assert body["data"]["flags"] & 64
    assert "has changed" in said(body)


async def test_a_slow_store_is_told_in_time(
    running: FakeDiscord, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past the core's two seconds (here less) the asker reads a sentence."""

    async def slow(_: str) -> None:
        await asyncio.sleep(9)

    monkeypatch.setattr(core, "SECONDS", 0.05)
    monkeypatch.setattr(bot.store, "model", slow)
    body = await running.ask(payloads.slash("open", {"model": "grok-2"}))
    assert "too long" in said(body)
    assert body["data"]["flags"] & 64


async def test_the_unexpected_has_a_reference(
    running: FakeDiscord, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what breaks in the core nor what breaks in the platform goes without a private answer."""

    async def broken(_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(bot.store, "model", broken)
    body = await running.ask(payloads.slash("open", {"model": "grok-2"}))
    assert "reference" in said(body)
    monkeypatch.setattr(bot, "answer", broken)
    body = await running.ask(payloads.slash("open", {"model": "grok-2"}))
    assert "reference" in said(body)
    assert "secret" not in said(body)
    assert body["data"]["flags"] & 64


async def test_past_the_limit_one_notice(store: Any, discord: FakeDiscord) -> None:
    """The second question of one a minute gets a private notice; the third is taken back without a word."""
    async with started(Bot(store, Limiter(1)), discord):
        question = {"model": "grok-2"}
        await discord.ask(payloads.slash("open", question))
        notice = await discord.ask(payloads.slash("open", question))
        assert "more than I answer in a minute" in said(notice)
        assert notice["data"]["flags"] & 64
        silent = await discord.ask(payloads.slash("open", question))
        assert silent["type"] == 5
        assert silent["data"]["flags"] == 64
        assert (await discord.call("/messages/@original")).method == "DELETE"


@pytest.mark.parametrize("via", [{}, {"Via": "1.1 google"}])
async def test_a_moments_wait_is_waited(running: FakeDiscord, via: dict[str, str]) -> None:
    """429 with Retry-After: the same answer again after that time, inside the three seconds."""
    headers = {"Retry-After": "0.05", **via}
    running.refusals.append(Refusal("/callback", 429, {"retry_after": 0.05, "message": ""}, headers))
    interaction = payloads.slash("open", {"model": "grok-2"})
    await running.ask(interaction)
    second = await running.call(interaction["id"], 2)
    assert second.body == running.to(interaction["id"])[0].body


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (403, 50013), (400, 40060), (429, 0)])
async def test_a_refused_answer_is_not_repeated(running: FakeDiscord, status: int, code: int) -> None:
    """Too late, forbidden, answered already, or asked to wait too long: one call, and the bot goes on."""
    headers = {"Retry-After": "60"} if status == 429 else {}
    running.refusals.append(Refusal("/callback", status, {"code": code, "message": "no"}, headers))
    interaction = payloads.slash("open", {"model": "grok-2"})
    await running.ask(interaction)
    await asyncio.sleep(0.05)
    assert len(running.to(interaction["id"])) == 1
    assert said(await running.ask(payloads.slash("help", {})))


async def test_a_failing_discord_is_asked_again(running: FakeDiscord) -> None:
    """The library repeats an answer that Discord failed to take (after a second)."""
    running.refusals.append(Refusal("/callback", 502))
    interaction = payloads.slash("open", {"model": "grok-2"})
    await running.ask(interaction)
    await running.call(interaction["id"], 2)


async def test_the_menu_finds_models_and_addresses(running: FakeDiscord) -> None:
    """One model is answered about; several are a question; none a sentence. Always to the asker alone."""
    one = await running.ask(payloads.menu("Did you see https://huggingface.co/xai-org/grok-2 today?"))
    assert said(one).startswith("## Grok-2")
    two = await running.ask(payloads.menu("Grok-1 and DeepSeek-V3, which one is more open?"))
    assert {"Grok-1", "DeepSeek-V3"} <= set(labels(two["data"]["components"]))
    none = await running.ask(payloads.menu("Good morning @everyone"))
    assert "no model" in said(none)
    assert all(each["data"]["flags"] & 64 for each in (one, two, none))


async def test_hostile_questions_mention_nobody(running: FakeDiscord) -> None:
    """What is asked is repeated without mentions, markup or links."""
    asked = "@everyone <@123456789012345678> [x](https://evil.example) **b** \u202e"
    body = await running.ask(payloads.slash("open", {"model": asked}))
    assert "@everyone" not in said(body)
    assert "<@1" not in said(body)
    assert "](https://evil" not in said(body)
