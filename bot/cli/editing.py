"""`openness facts add` and the other editing commands, made from the same declarations as in chat."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

import click
import typer

from bot.app import open_bot
from bot.cli import declared
from bot.cli.declared import JSON, LOCALE
from bot.cli.start import loaded, settings_or_exit
from bot.commands.fact import FACT
from bot.commands.fact.answers import ProposalAnswer
from bot.commands.fact.review import Approve
from bot.core import Answered, Bot, Options, Request
from bot.facts.edit import Status
from bot.platforms.terminal import chat, render
from bot.replies.reply import Input

YES = (Annotated[bool, typer.Option("--yes", help="Publish at once, without being asked.")], False)
ANYWAY = (
    Annotated[bool, typer.Option("--anyway", help="With --yes: whatever is merely odd about it.")],
    False,
)


def add_to(app: typer.Typer) -> None:
    """Put every editing command into the group, under its second name."""
    for each in FACT:
        if each.shown:
            declared.add(
                app, each, partial(_edit, each.name), yes=YES, anyway=ANYWAY, json=JSON, locale=LOCALE
            )


def _edit(command: str, given: Mapping[str, str], options: Mapping[str, Any]) -> None:
    manner = chat.Manner(language=options["locale"], write=chat.as_json if options["json"] else None)
    asyncio.run(_run(command, given, manner, yes=options["yes"], anyway=options["anyway"]))


async def _run(
    command: str, given: Mapping[str, str], manner: chat.Manner, *, yes: bool, anyway: bool
) -> None:
    settings = settings_or_exit()
    with loaded():
        async with open_bot(settings) as bot:
            answered = await _asked(bot, Options(command, given), manner)
            if yes and _is_draft(answered):
                answered = await _published(bot, answered, manner, anyway)
            chat.show(answered, manner, render.console(), bot.store.version)
            asks = manner.write is None and _is_draft(answered) and sys.stdin.isatty()
            if asks and typer.confirm("Publish?", default=False):
                answered = await _published(bot, answered, manner, anyway=True)
                chat.show(answered, manner, render.console(), bot.store.version)
    if answered.answer is None or answered.reply.form is not None:
        raise typer.Exit(1)


async def _asked(bot: Bot, options: Options, manner: chat.Manner) -> Answered:
    """The answer; where a person sits at the terminal, what is missing is asked for first."""
    answered = await _answer(bot, options, manner)
    while answered.reply.form is not None and manner.write is None and sys.stdin.isatty():
        form = answered.reply.form
        filled = {each.name: _filled(each) for each in form.inputs}
        answered = await _answer(bot, Options(form.command, dict(form.given) | filled), manner)
    return answered


def _filled(field: Input) -> str:
    """What a person writes into a field; several lines in their editor."""
    print(field.hint)
    for each in field.options:
        print(f"  {each.value}: {each.label}")
    if field.long:
        return (click.edit(field.value) or field.value).strip()
    said: str = typer.prompt(field.label, default=field.value or ("" if not field.required else None))
    return said


async def _published(bot: Bot, answered: Answered, manner: chat.Manner, anyway: bool) -> Answered:
    draft = answered.answer.proposal
    return await _answer(bot, Approve(draft.id, draft.revision, "yes" if anyway else None), manner)


def _is_draft(answered: Answered) -> bool:
    answer = answered.answer
    return isinstance(answer, ProposalAnswer) and answer.proposal.status is Status.DRAFT


async def _answer(bot: Bot, asked: Any, manner: chat.Manner) -> Answered:
    return await bot.answer(Request(asked, manner.language, chat.asker()))
