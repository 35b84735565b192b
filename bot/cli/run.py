"""`openness run`: the bot on every platform that has a token, or in this terminal where none has."""

from __future__ import annotations

import asyncio

from bot.app import open_bot
from bot.cli.start import loaded, settings_or_exit
from bot.platforms.terminal import chat


def run() -> None:
    """Answer questions until stopped: on every platform with a token, else in this terminal."""
    asyncio.run(_run())


async def _run() -> None:
    settings = settings_or_exit()
    with loaded():
        async with open_bot(settings) as bot:
            await chat.run(bot, chat.Manner())
