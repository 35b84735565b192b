"""`openness ask`: one answer, or one for each line of standard input, for people and for scripts."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, date, datetime, time
from json import dumps
from typing import Annotated

import typer

from bot.app import open_bot
from bot.cli.start import loaded, settings_or_exit
from bot.core import Answered
from bot.platforms.terminal import chat, render

Text = Annotated[str, typer.Argument(help="A command (/open grok-2) or a question; - for standard input.")]
Locale = Annotated[str, typer.Option(help="The language of the answer: en or ja.")]
AsOf = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day asked about.")]
Now = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The clock, for tests and scripts.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Discord = Annotated[bool, typer.Option("--discord", help="The body that Discord would be sent, one a line.")]
Slack = Annotated[bool, typer.Option("--slack", help="The body that Slack would be sent, one a line.")]


def ask(
    text: Text,
    locale: Locale = "en",
    as_of: AsOf = None,
    now: Now = None,
    json: Json = False,
    discord: Discord = False,
    slack: Slack = False,
) -> None:
    """Answer one question (or each line of standard input) and end."""
    writers = [
        write
        for wanted, write in ((json, chat.as_json), (discord, _discord_body), (slack, _slack_body))
        if wanted
    ]
    if len(writers) > 1:
        raise typer.BadParameter("choose one of --json, --discord and --slack")
    manner = chat.Manner(
        language=locale,
        as_of=_day(as_of),
        now=datetime.combine(now.date(), time(12), UTC) if now is not None else None,
        write=writers[0] if writers else None,
    )
    asyncio.run(_ask(text, manner))


def _discord_body(answered: Answered, version: str) -> str:
    # The platform's library takes a moment to load: only who asks for its body waits for it.
    from bot.platforms.discord import callback_body  # noqa: PLC0415

    return dumps(callback_body(answered, version), ensure_ascii=False)


def _slack_body(answered: Answered, version: str) -> str:
    from bot.platforms.slack import response_body  # noqa: PLC0415

    return dumps(response_body(answered, version), ensure_ascii=False)


async def _ask(text: str, manner: chat.Manner) -> None:
    settings = settings_or_exit()
    console = render.console()
    with loaded():
        async with open_bot(settings, editing=False) as bot:
            for line in sys.stdin if text == "-" else [text]:
                if line.strip():
                    answered = await chat.answer(bot, line.strip(), manner)
                    chat.show(answered, manner, console, bot.store.version)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None
