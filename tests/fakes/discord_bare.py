"""discord.py alone with one command that always answers with the same card: what the bot is measured against.

``python -m tests.fakes.discord_bare 1000`` prints the megabytes of a process that knows 1,000 servers.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from tests.fakes import discord_payloads as payloads

HEAD = "## Grok-2 (xAI)\n**Open weights, restricted licence.**"
BODY = "x" * 600  # five times: a card as long as a real one


class Bare(discord.AutoShardedClient):
    """The least that answers `/open`."""

    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            shard_count=1,
        )
        self.tree = app_commands.CommandTree(self)

        @self.tree.command()
        async def open(interaction: discord.Interaction[Any], model: str) -> None:
            """Is a model open?"""
            await interaction.response.send_message(view=fixed_card(), ephemeral=True)


def fixed_card() -> discord.ui.LayoutView:
    """Six texts and three rows of two buttons, made with the library's own parts."""
    view = discord.ui.LayoutView(timeout=None)
    texts = [discord.ui.TextDisplay[Any](HEAD), *(discord.ui.TextDisplay[Any](BODY) for _ in range(5))]
    view.add_item(discord.ui.Container(*texts, accent_color=0xC98A00))
    for row in range(3):
        buttons = (discord.ui.Button[Any](label="Button", custom_id=f"{row}{number}") for number in range(2))
        view.add_item(discord.ui.ActionRow(*buttons))
    view.stop()
    return view


def megabytes(client: discord.AutoShardedClient, guilds: int) -> float:
    """What this process holds once the client knows so many servers."""
    state: Any = client._connection
    state.user = discord.ClientUser(state=state, data=payloads.me())  # type: ignore[arg-type]
    state.shard_count = 1
    for number in range(guilds):
        state.parse_guild_create(payloads.guild(payloads.GUILD + number))
    gc.collect()
    gc.freeze()
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024


async def main() -> None:
    """Print the megabytes."""
    print(megabytes(Bare(), int(sys.argv[1])))


if __name__ == "__main__":
    asyncio.run(main())
