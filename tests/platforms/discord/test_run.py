from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import SecretStr

from bot.core import Bot
from bot.health import Health, State
from bot.platforms.discord import DiscordError, run
from bot.platforms.discord import run as package_run
from bot.platforms.discord.client import INTENTS
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import FakeDiscord
from tests.platforms.discord.conftest import settings, started

pacing: Any = __import__("bot.platforms.discord.run", fromlist=["run"])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses between two starts that a test can wait for."""
    monkeypatch.setattr(pacing, "SHORTEST", 0.01)


async def becomes(health: Health, state: State) -> None:
    """Wait until the connection stands so."""
    await until(lambda: health.state is state)


async def until(true: Callable[[], bool]) -> None:
    """Wait until it is true."""
    for _ in range(600):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


async def test_no_privileged_intent_is_asked_for(running: FakeDiscord) -> None:
    """Servers, and messages without their text: nothing that Discord would have to approve."""
    assert not (INTENTS.members or INTENTS.presences or INTENTS.message_content)
    assert running.identified[0]["intents"] == INTENTS.value


async def test_ready_is_said_when_it_is_so(bot: Bot, discord: FakeDiscord) -> None:
    """Starting, then ready once the servers are known, and stopped at the end."""
    health = Health()
    async with started(bot, discord, health):
        await becomes(health, State.READY)
    assert health.state is State.STOPPED


@pytest.mark.parametrize("token", [None, "", "wrong"])
async def test_a_wrong_token_is_one_sentence(bot: Bot, discord: FakeDiscord, token: str | None) -> None:
    """It ends, at once, with what to do."""
    secret = SecretStr(token) if token is not None else None
    with pytest.raises(DiscordError, match="token") as caught:
        await run(bot, settings(discord, token=secret), Health())
    assert "\n" not in str(caught.value)


async def test_shards_need_their_count(bot: Bot, discord: FakeDiscord) -> None:
    """Ids of shards make no sense without the count over all processes."""
    with pytest.raises(DiscordError, match="shard_count"):
        await run(bot, settings(discord, shard_ids=(2,), shard_count=2), Health())


async def test_given_shards_are_taken(bot: Bot, discord: FakeDiscord) -> None:
    """One process may take some of the shards."""
    async with started(bot, discord, shard_ids=(1,), shard_count=3):
        assert discord.identified[0]["shard"] == [1, 3]
    assert not discord.to("/gateway/bot")
    assert not discord.to("/commands")  # the process with the first shard registers them


@pytest.mark.usefixtures("quick")
async def test_without_a_network_it_tries_again(bot: Bot, discord: FakeDiscord) -> None:
    """Nobody there: a sentence, a pause, another attempt."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
    health = Health()
    task = asyncio.create_task(run(bot, settings(discord, api_url=address), health))
    await until(lambda: health.restarts >= 2)
    assert "cannot be reached" in health.reason
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_lost_connection_is_resumed(bot: Bot, discord: FakeDiscord) -> None:
    """The library takes up where it was, and questions are answered again."""
    async with started(bot, discord):
        await discord.drop()
        await discord.connected(2)
        assert discord.resumed[0]["session_id"] == "session"
        assert await discord.ask(payloads.slash("help", {}))


@pytest.mark.usefixtures("quick")
async def test_an_exception_in_a_parser_begins_anew(bot: Bot, discord: FakeDiscord) -> None:
    """An event that the library cannot read ends its client: the bot starts another and says so."""
    health = Health()
    async with started(bot, discord, health):
        await discord.send("INTERACTION_CREATE", {"id": "1"})
        await discord.connected(2)
        assert health.restarts == 1
        assert await discord.ask(payloads.slash("help", {}))


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_a_final_refusal_of_the_gateway_is_one_sentence(
    bot: Bot, discord: FakeDiscord, code: int
) -> None:
    """Where another attempt would end the same way it ends, with what to do."""
    task = asyncio.create_task(run(bot, settings(discord), Health()))
    await discord.connected()
    await discord.drop(code)
    with pytest.raises(DiscordError, match="Discord"):
        await asyncio.wait_for(task, 5)


async def test_it_stops_when_it_is_told(bot: Bot, discord: FakeDiscord) -> None:
    """Cancelled, it closes its connection and leaves nothing running."""
    before = asyncio.all_tasks()
    async with started(bot, discord):
        pass
    await asyncio.sleep(0.05)
    left = {each for each in asyncio.all_tasks() - before if "discord" in repr(each.get_coro())}
    assert not left


def test_the_package_exports_run() -> None:
    """The application imports one name."""
    assert package_run is run
