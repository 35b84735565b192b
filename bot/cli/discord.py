"""`openness discord`: register the commands, and print the invitation."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable

import typer

from bot.app import open_bot
from bot.cli.start import loaded, settings_or_exit
from bot.platforms.discord import DiscordError, permissions
from bot.platforms.discord.client import OpennessClient
from bot.platforms.discord.run import logged_in
from bot.platforms.discord.sync import sync as register

app = typer.Typer(no_args_is_help=True, help="Discord: register the commands, invite the bot.")


@app.command()
def sync() -> None:
    """Register the commands with Discord, if they differ from those that are registered."""
    _with_discord(_sync)


@app.command()
def invite() -> None:
    """Print the link that adds the bot to a server, and why it asks for each permission."""
    _with_discord(_invite)


async def _sync(client: OpennessClient) -> None:
    print(await register(client, client.tree))


async def _invite(client: OpennessClient) -> None:
    print(permissions.invitation(client.application_id or 0))
    for name, reason in permissions.REASONS.items():
        print(f"  {permissions.NAMES[name]}: {reason}")


def _with_discord(work: Callable[[OpennessClient], Awaitable[None]]) -> None:
    asyncio.run(_logged_in(work))


async def _logged_in(work: Callable[[OpennessClient], Awaitable[None]]) -> None:
    settings = settings_or_exit()
    try:
        with loaded():
            async with open_bot(settings) as bot, logged_in(bot, settings.discord) as client:
                await work(client)
    except DiscordError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
