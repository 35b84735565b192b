"""`openness digest subscribe` and the others, for any channel, made from the same declarations as in chat."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

import typer

from bot.app import open_bot
from bot.cli import declared
from bot.cli.declared import JSON, LOCALE
from bot.cli.start import loaded, settings_or_exit
from bot.commands import DIGEST
from bot.commands.digest.subscribe import SUBSCRIBE
from bot.core import Options, Request
from bot.platforms.terminal import chat, render

PLATFORM = (
    Annotated[str, typer.Option(help="Whose channel: discord or slack; else this terminal.")],
    "terminal",
)
WORKSPACE = (Annotated[str, typer.Option(help="The id of its server (Discord) or workspace (Slack).")], "")
CHANNEL = (Annotated[str, typer.Option(help="The id of the channel.")], "")

PLATFORMS = ("terminal", "discord", "slack")

app = typer.Typer(no_args_is_help=True, help="The digests of a channel: subscribe, look, change, end.")


def _run(command: str, given: Mapping[str, str], options: Mapping[str, Any]) -> None:
    if options["platform"] not in PLATFORMS:
        raise typer.BadParameter(f"the platform is one of {', '.join(PLATFORMS)}")
    if command == SUBSCRIBE.name and options["platform"] != "terminal" and not options["channel"]:
        raise typer.BadParameter("say which channel: --workspace and --channel take the platform's ids")
    asyncio.run(_asked(Options(command, given), options))


async def _asked(asked: Options, options: Mapping[str, Any]) -> None:
    manner = chat.Manner(language=options["locale"], write=chat.as_json if options["json"] else None)
    here = {name: options[name] for name in ("platform", "workspace", "channel")}
    settings = settings_or_exit()
    with loaded():
        async with open_bot(settings) as bot:
            answered = await bot.answer(Request(asked, manner.language, replace(chat.asker(), **here)))
            chat.show(answered, manner, render.console(), bot.store.version)
    if answered.answer is None:
        raise typer.Exit(1)


for each in DIGEST:
    if each.shown:
        declared.add(
            app,
            each,
            partial(_run, each.name),
            platform=PLATFORM,
            workspace=WORKSPACE,
            channel=CHANNEL,
            json=JSON,
            locale=LOCALE,
        )
