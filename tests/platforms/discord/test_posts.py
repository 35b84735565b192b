"""Digests on Discord: posted with a nonce, found again, and every refusal named."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import discord as library
import pytest
from discord.http import Route

from bot.platforms.discord.posts import Posts
from bot.posting import Away, Busy, Refused, Uncertain
from bot.replies.reply import Reply
from bot.state.subscription import Subscription
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import TOKEN, FakeDiscord, Refusal

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
NONCE = "a" * 24
WEEKLY = Subscription(
    platform="discord",
    workspace="",
    channel="7001",
    created_by="4242",
    created_at=NOW,
    next_due=NOW,
    role="99",
)
DIGEST = Reply("Openness digest", "Nothing new @everyone.")


class Me(library.Client):
    """A client that knows who it is, and nothing else."""

    @property
    def user(self) -> library.ClientUser | None:
        """The bot."""
        return library.Object(int(payloads.me()["id"]))  # type: ignore[return-value]


@pytest.fixture
async def posts(discord: FakeDiscord, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Posts]:
    """The poster, on the local Discord."""
    monkeypatch.setattr(Route, "BASE", discord.api)
    async with aiohttp.ClientSession() as session:
        yield Posts(Me(intents=library.Intents.none()), session, TOKEN, "0" * 12)


async def test_a_digest_is_posted_with_its_nonce(posts: Posts, discord: FakeDiscord) -> None:
    """Discord is asked to take the nonce once; only the chosen role may be mentioned."""
    assert await posts.post(WEEKLY, DIGEST, NONCE)
    (call,) = discord.to("channels/7001/messages")
    assert (call.body["nonce"], call.body["enforce_nonce"]) == (NONCE, True)
    assert call.body["allowed_mentions"] == {"parse": [], "roles": ["99"]}


async def test_a_digest_is_found_again(posts: Posts, discord: FakeDiscord) -> None:
    """Our own message with the nonce is found; another's with the same line isn't, nor one without it."""
    await posts.post(WEEKLY, DIGEST, NONCE)
    (call,) = discord.to("channels/7001/messages")
    ours = payloads.message(author=payloads.me(), components=call.body["components"])
    others = payloads.message(author=payloads.user(), components=call.body["components"])
    discord.history = [others, ours]
    assert await posts.find(WEEKLY, NONCE, NOW) == ours["id"]
    discord.history = [others]
    assert await posts.find(WEEKLY, NONCE, NOW) is None


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (403, {"message": "Missing Access", "code": 50001}, Refused),
        (404, {"message": "Unknown Channel", "code": 10003}, Refused),
        (429, {"message": "You are being rate limited.", "retry_after": 2.5, "global": False}, Busy),
        (500, {}, Uncertain),
        (401, {}, Away),
    ],
)
async def test_every_refusal_is_named(
    posts: Posts, discord: FakeDiscord, status: int, body: dict[str, object], kind: type[Exception]
) -> None:
    """What is definite, what is to wait for, what may have arrived, and what is an outage."""
    discord.refusals.append(Refusal("channels/7001/messages", status, body))
    with pytest.raises(kind):
        await posts.post(WEEKLY, DIGEST, NONCE)


async def test_a_discord_that_is_away(posts: Posts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody answers, nothing was posted."""
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:9")
    with pytest.raises(Away):
        await posts.post(WEEKLY, DIGEST, NONCE)


async def test_an_admin_is_told_with_a_way_to_resume(posts: Posts, discord: FakeDiscord) -> None:
    """Who subscribed reads why, and has the button."""
    await posts.tell_admin(WEEKLY, "The channel is gone.")
    (call,) = discord.to(f"channels/{payloads.DIRECT}/messages")
    assert "The channel is gone" in str(call.body)
    assert "digest resume-own 0" in str(call.body)
