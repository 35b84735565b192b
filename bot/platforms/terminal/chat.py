"""The bot in a terminal: a chat where a person sits, one answer a line where a program writes."""

from __future__ import annotations

import asyncio
import getpass
import json
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from rich.console import Console

from bot.asker import Asker
from bot.commands import declaration, line
from bot.core import Answered, Bot, Line, Request
from bot.platforms.terminal import machine, render
from bot.replies.words import words


def asker() -> Asker:
    """Who sits at the terminal, for the history of edits; questions of theirs have no limit."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        name = ""
    return Asker("terminal", name=name, manages=True)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the terminal asks and prints."""

    language: str = "en"
    as_of: date | None = None  # for every command that takes a day and names none
    now: datetime | None = None  # the clock; the machine's where it is None
    write: Callable[[Answered, str], str] | None = (
        None  # for machines, with the facts' version; None: for people
    )

    def request(self, text: str) -> Request:
        """The request that a typed line makes."""
        now = self.now or datetime.now(UTC)
        return Request(Line(text), self.language, asker(), now)


async def answer(bot: Bot, text: str, manner: Manner) -> Answered:
    """Answer one line, as of the manner's day where the line names none."""
    request = manner.request(text)
    answered = await bot.answer(request)
    if manner.as_of is None or answered.command is None or not _wants_day(answered.command):
        return answered
    command = line.replace(answered.command, as_of=min(manner.as_of, request.today))
    return await bot.answer(Request(command, request.language, request.asker, request.now))


def _wants_day(command: Any) -> bool:
    takes = {argument.name for argument in declaration(command).arguments}
    return "as_of" in takes and command.as_of is None


def show(answered: Answered, manner: Manner, console: Console, version: str) -> None:
    """Print one answer, for people or for machines."""
    if manner.write is None:
        render.show(answered.reply, console)
    else:
        print(manner.write(answered, version), flush=True)


def as_json(answered: Answered, _: str) -> str:
    """The answer as one line of JSON."""
    return json.dumps(machine.to_json(answered), ensure_ascii=False)


async def run(bot: Bot, manner: Manner) -> None:
    """Answer until standard input ends."""
    console = render.console()
    if sys.stdin.isatty():
        console.print(
            words(manner.language)("Ask about a model: /open grok-2. /help says more; Ctrl-D ends.")
        )
    async for text in _lines(prompt="> " if sys.stdin.isatty() else ""):
        if text.strip() in ("/quit", "/exit"):
            break
        if text.strip():
            show(await answer(bot, text, manner), manner, console, bot.store.version)


async def _lines(prompt: str) -> AsyncIterator[str]:
    """The lines of standard input as they come, without holding up the loop."""
    if prompt:
        # readline gives a person history and editing at the prompt.
        import readline  # noqa: F401, PLC0415
    while True:
        try:
            yield await asyncio.to_thread(_next, prompt)
        except (EOFError, KeyboardInterrupt):
            break


def _next(prompt: str) -> str:
    if prompt:
        return input(prompt)
    text = sys.stdin.readline()
    if not text:
        raise EOFError
    return text
