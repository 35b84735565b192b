"""`openness ask`: one answer, or one for each line of standard input, for people and for scripts."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, date, datetime, time
from typing import Annotated

import typer

from bot.app import open_bot
from bot.cli.start import loaded, settings_or_exit
from bot.platforms.terminal import chat, render

Text = Annotated[str, typer.Argument(help="A command (/open grok-2) or a question; - for standard input.")]
Locale = Annotated[str, typer.Option(help="The language of the answer: en or ja.")]
AsOf = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day asked about.")]
Now = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The clock, for tests and scripts.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def ask(text: Text, locale: Locale = "en", as_of: AsOf = None, now: Now = None, json: Json = False) -> None:
    """Answer one question (or each line of standard input) and end."""
    manner = chat.Manner(
        language=locale,
        as_of=_day(as_of),
        now=datetime.combine(now.date(), time(12), UTC) if now is not None else None,
        write=chat.as_json if json else None,
    )
    asyncio.run(_ask(text, manner))


async def _ask(text: str, manner: chat.Manner) -> None:
    settings = settings_or_exit()
    console = render.console()
    with loaded():
        async with open_bot(settings) as bot:
            for line in sys.stdin if text == "-" else [text]:
                if line.strip():
                    chat.show(await chat.answer(bot, line.strip(), manner), manner, console)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None
