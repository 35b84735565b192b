"""A form, from the declaration of the command that it completes."""

from __future__ import annotations

from typing import Any

from bot import commands
from bot.commands.declaration import Argument, Kind
from bot.commands.fact.answers import FormAnswer
from bot.replies.labels import label
from bot.replies.reply import Field, Fields, Form, Input, Option, Reply
from bot.replies.slugs import N_
from bot.replies.words import Words

_LABELS = {
    "kind": N_("What happened"),
    "component": N_("Which part"),
    "license": N_("Licence"),
    "access": N_("Access"),
    "date": N_("Date"),
    "source": N_("Sources"),
    "summary": N_("In one line"),
    "summary_ja": N_("In Japanese"),
    "why": N_("Why"),
    "value": N_("What is right"),
    "data": N_("The record"),
    "reason": N_("Reason"),
    "wording": N_("How its day is worded"),
    "by": N_("Who made it"),
    "earliest": N_("First day"),
    "latest": N_("Last day"),
}
_OPTIONAL = {("fact correct", "source")}


def reply(answer: FormAnswer, command: Any, words: Words) -> Reply:
    """The form; the text says how to give the rest where no form can be opened."""
    declared = commands.named(answer.command)
    assert declared is not None
    known = {each.name: each for each in declared.arguments}
    inputs = tuple(_input(known[name], answer, words) for name in answer.ask)
    fields = tuple(Field(each.name, (words(known[each.name].description),)) for each in inputs)
    return Reply(
        title=words(declared.description),
        headline=words("Still to be filled in: {names}", names=words.list(answer.ask)),
        blocks=(Fields(words("Write each as name:value, in quotes"), fields),),
        form=Form(
            title=words(declared.description),
            command=answer.command,
            given=tuple(answer.given.items()),
            inputs=inputs,
            submit=words("Go on"),
        ),
        private=True,
        language=words.language,
    )


def _input(argument: Argument, answer: FormAnswer, words: Words) -> Input:
    described = words(argument.description)
    return Input(
        name=argument.name,
        label=words(_LABELS[argument.name]) if argument.name in _LABELS else described,
        value=answer.values.get(argument.name, ""),
        hint=described,
        options=tuple(Option(str(each), label(each, words)) for each in argument.choices),
        long=argument.kind is Kind.LONG,
        completed=argument.kind if argument.kind is Kind.LICENSE else None,
        required=(answer.command, argument.name) not in _OPTIONAL,
        most=argument.longest,
    )
