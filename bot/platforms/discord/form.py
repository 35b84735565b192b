"""Forms: the one that asks for a day, those that complete a command, and what was filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import quote, unquote

import discord

from bot import commands
from bot.commands.declaration import Declaration
from bot.core import Options
from bot.errors import BadInput, Mistake
from bot.platforms.discord.custom_ids import Act, Press
from bot.platforms.discord.fit import (
    DESCRIPTION,
    FORM_TITLE,
    INPUT,
    INPUT_LABEL,
    INPUTS,
    OPTION,
    OPTIONS,
    shortened,
)
from bot.replies.reply import Choice, Field, Fields, Form, Input, Reply
from bot.replies.words import Words
from bot.replies.words import words as words_in

DAY = "day"
_PLACES = "0123456789abcdefghijklmnopqrstuvwxyz"
_PLAIN = "/:.,-_~ ()+@'&=?#!*"  # what an id holds as it is


class DayForm(discord.ui.Modal):
    """One field for the day. Its id is that of the button that opened it; the library remembers nothing."""

    def __init__(self, custom_id: str, words: Words) -> None:
        super().__init__(title=words("As of another day"), custom_id=custom_id)
        typed: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=DAY, placeholder="2025-02-26", min_length=1, max_length=40
        )
        self.add_item(
            discord.ui.Label(
                text=words("Day"), description=words("Like 2025-02-26, 2025-02 or 2025."), component=typed
            )
        )
        self.stop()


class CommandForm(discord.ui.Modal):
    """The inputs that a command lacks. Its id is the command with what is given already."""

    def __init__(self, form: Form, custom_id: str) -> None:
        super().__init__(title=shortened(form.title, FORM_TITLE), custom_id=custom_id)
        for each in form.inputs:
            label = shortened(each.label, INPUT_LABEL)
            hint = shortened(each.hint, DESCRIPTION) if each.hint != each.label else None
            self.add_item(discord.ui.Label(text=label, description=hint or None, component=_input(each)))
        self.stop()


def opened(form: Form) -> CommandForm | None:
    """The form; None where Discord's limits leave no place for its inputs or for what is given."""
    press = Press(Act.FORM, _packed(form))
    if press.custom_id is None or len(form.inputs) > INPUTS:
        return None
    if any(len(each.value) > INPUT or len(each.options) > OPTIONS for each in form.inputs):
        return None
    return CommandForm(form, press.custom_id)


def _packed(form: Form) -> str:
    """The command with what is given, shorter than a line: arguments by their places, ``fact undo|017``."""
    places = [each.name for each in _declared(form.command).arguments]
    given = (f"{_PLACES[places.index(name)]}{quote(value, _PLAIN)}" for name, value in form.given)
    return "|".join([form.command, *given])


def unpacked(written: str) -> Options:
    """What :func:`_packed` wrote. Raises :class:`BadInput` where nobody wrote it so."""
    name, *given = written.split("|")
    places = [each.name for each in _declared(name).arguments]
    found = {_PLACES.find(each[:1]): unquote(each[1:]) for each in given}
    if any(not 0 <= place < len(places) for place in found):
        raise BadInput(Mistake.UNKNOWN_COMMAND, value=name)
    return Options(name, {places[place]: value for place, value in found.items()})


def _declared(name: str) -> Declaration:
    found = commands.named(name)
    if found is None:
        raise BadInput(Mistake.UNKNOWN_COMMAND, value=name)
    return found


def _input(each: Input) -> discord.ui.Item[Any]:
    if each.options:
        choices = [
            discord.SelectOption(
                label=shortened(one.label, OPTION), value=one.value, default=one.value == each.value
            )
            for one in each.options
        ]
        return discord.ui.Select(custom_id=each.name, options=choices, required=each.required)
    return discord.ui.TextInput(
        custom_id=each.name,
        default=each.value or None,
        style=discord.TextStyle.paragraph if each.long else discord.TextStyle.short,
        required=each.required,
        max_length=max(each.most, len(each.value)),
    )


def given_back(reply: Reply, asked: Options, written: Mapping[str, str], today: date) -> Reply:
    """What is said to a form that did not do, with what was written, and a button that opens it again."""
    words = words_in(reply.language)
    fields = tuple(Field(label, (value,)) for label, value in written.items())
    command = _begun(asked, today)
    again = (Choice(words("Open the form again"), command),) if command is not None else ()
    return replace(
        reply,
        blocks=(*reply.blocks, *([Fields(words("What you wrote"), fields)] if fields else [])),
        follow_ups=(*again, *reply.follow_ups),
        private=True,
    )


def _begun(asked: Options, today: date) -> Any:
    """The command with what was given before the form; None where it can't be begun."""
    try:
        return _declared(asked.command).read(asked.given, today)
    except BadInput:
        return None


def filled(data: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by the inputs' names; what was left empty is left out."""
    return {name: value for name, value in _values(data.get("components", ())) if value}


def _values(components: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for each in components:
        if "value" in each and "custom_id" in each:
            yield str(each["custom_id"]), str(each["value"] or "")
        elif "values" in each and "custom_id" in each:
            yield str(each["custom_id"]), str(next(iter(each["values"]), ""))
        yield from _values(each.get("components", ()))
        if "component" in each:
            yield from _values([each["component"]])
