"""Discord: the CPU of one `/open` against a bare discord.py command with a fixed card; the memory of servers.

The local Discord runs in a process of its own, so that only the bot's CPU is counted; both bots live in this
one and are asked in turns. Memory is that of fresh processes, each with the servers of its own.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import subprocess
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

import discord

from bot.commands.open_ import Open
from bot.core import Bot, Request
from bot.facts.names import SubjectKind
from bot.health import Health
from bot.platforms.discord.client import OpennessClient
from bot.platforms.discord.run import redirect
from bot.settings import DiscordSettings
from bot.store.database import prepare
from bot.store.store import FactStore
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import TOKEN, FakeDiscord
from tests.fakes.discord_bare import Bare, megabytes

ROOT = Path(__file__).parents[1]
ROUNDS, BATCH = 40, 25
GUILDS = (0, 1_000, 10_000)


def main() -> None:
    """Print the ratios."""
    asyncio.run(_cpu())
    for guilds in GUILDS:
        bare, ours = _process("tests.fakes.discord_bare", guilds), _process("benchmarks.discord", guilds)
        more = ours - bare
        print(f"{guilds:>6} servers: {ours:.0f} MB, bare discord.py {bare:.0f} MB: {more:+.0f} MB (≤ +25)")


async def _cpu() -> None:
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    server.start()
    settings = DiscordSettings(api_url=here.recv(), shard_count=1, sync_at_start=False)
    redirect(settings)
    with tempfile.TemporaryDirectory() as folder:
        prepare(ROOT / "facts.db", Path(folder) / "facts.db")
        store = await FactStore.open(Path(folder) / "facts.db")
        models = [each.id for each in store.names.complete("", (SubjectKind.MODEL,), limit=500)] or ["grok-2"]
        async with Bare() as bare, OpennessClient(Bot(store), settings, Health()) as ours:
            await bare.login(TOKEN)
            await ours.login(TOKEN)
            taken: dict[str, list[float]] = {"bare": [], "same": [], "every": []}
            for number in range(ROUNDS + 2):
                every = [models[(number * BATCH + each) % len(models)] for each in range(BATCH)]
                batches = (("bare", bare, ["grok-2"] * BATCH), ("same", ours, ["grok-2"] * BATCH))
                for name, client, asked in (*batches, ("every", ours, every)):
                    seconds = await _batch(client, asked)
                    if number >= 2:
                        taken[name].append(seconds)
        store.close()
    here.send("stop")
    server.join(5)
    base = median(taken["bare"])
    print(f"bare discord.py, a fixed card: {base * 1e3 / BATCH:.2f} ms of CPU")
    for name, said in (("same", "/open grok-2"), ("every", f"/open of {len(models)} models in turn")):
        own = median(taken[name])
        print(f"{said}: {own * 1e3 / BATCH:.2f} ms, {own / base:.2f}× (≤ 1.6×)")


async def _batch(client: discord.AutoShardedClient, models: list[str]) -> float:
    """The CPU seconds of answering these questions, one after the other."""
    asked = [payloads.slash("open", {"model": model}) for model in models]
    state: Any = client._connection
    begun = time.process_time()
    for each in asked:
        before = asyncio.all_tasks()
        state.parse_interaction_create(each)
        await asyncio.wait(asyncio.all_tasks() - before)
    return time.process_time() - begun


def _serve(pipe: Connection) -> None:
    async def run() -> None:
        async with FakeDiscord() as fake:
            pipe.send(fake.api)
            await asyncio.to_thread(pipe.recv)

    asyncio.run(run())


def _process(module: str, guilds: int) -> float:
    """The megabytes of a fresh process with so many servers."""
    command = [sys.executable, "-m", module, str(guilds)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    return float(said.split()[-1])


async def _memory(guilds: int) -> None:
    """Print the megabytes of this process once so many servers are known and a question is answered."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(ROOT / "facts.db", Path(folder) / "facts.db")
        store = await FactStore.open(Path(folder) / "facts.db")
        bot = Bot(store)
        await bot.answer(Request(Open("grok-2")))
        print(megabytes(OpennessClient(bot, DiscordSettings(shard_count=1), Health()), guilds), flush=True)
        store.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        asyncio.run(_memory(int(sys.argv[1])))
    else:
        main()
