"""`openness run`: the bot on every platform that has a token, or in this terminal where none has."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

import typer

from bot import app
from bot.cli.start import loaded, settings_or_exit
from bot.core import Bot
from bot.errors import PlatformError
from bot.health import Health, problems
from bot.platforms.terminal import chat, render
from bot.platforms.terminal.posts import Printer
from bot.settings import Settings


def run() -> None:
    """Answer questions until stopped: on every platform with a token, else in this terminal."""
    try:
        asyncio.run(_run())
    except PlatformError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None


async def _run() -> None:
    settings = settings_or_exit()
    platforms = app.wanted(settings)
    with loaded():
        async with app.open_bot(settings) as bot:
            if platforms:
                await _until_stopped(app.serve(bot, settings, platforms))
            else:
                await _chat(bot, settings)


async def _chat(bot: Bot, settings: Settings) -> None:
    """Chat in this terminal; while somebody sits there, the digests that come due are printed."""
    if bot.desk is None or not sys.stdin.isatty():
        await chat.run(bot, chat.Manner())
        return
    from bot.background import working  # noqa: PLC0415 - only a bot that stays needs it

    async with working(bot, bot.desk, settings, ["terminal"], Health()):
        bot.doors["terminal"].behind = Printer(render.console())
        await chat.run(bot, chat.Manner())


async def _until_stopped(serving: Coroutine[Any, Any, None]) -> None:
    """Run until it ends, or until SIGTERM or Ctrl-C asks it to close cleanly."""
    task = asyncio.create_task(serving)
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        print("Stopped.", file=sys.stderr)


def health() -> None:
    """Say whether the bot that runs here is ready: exit status 0, or 1 with the reasons."""
    found = problems(settings_or_exit().store.path.with_name(app.READINESS), datetime.now(UTC))
    for problem in found:
        print(problem, file=sys.stderr)
    if found:
        raise typer.Exit(1)
