"""The form in which a digest is chosen: every wish with what it is now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale

from bot import commands
from bot.commands.declaration import Argument, Kind
from bot.commands.digest.answers import WishAnswer
from bot.commands.digest.arguments import ALL
from bot.commands.digest.choosing import DAYS, NONE
from bot.commands.digest.subscribe import SUBSCRIBE
from bot.replies.labels import label
from bot.replies.reply import Field, Fields, Form, Input, Option, Reply
from bot.replies.slugs import N_
from bot.replies.words import LANGUAGES, Words

_LABELS: Mapping[str, str] = {
    "cadence": N_("How often"),
    "day": N_("On which day"),
    "hour": N_("At what time"),
    "zone": N_("Time zone"),
    "language": N_("Language of the posts"),
    "organization": N_("Only about this maker"),
    "model": N_("Only about this model"),
    "license": N_("Only under this licence"),
    "news": N_("Which news"),
    "when_empty": N_("Where nothing happened"),
    "role": N_("Whom to mention"),
}
_NONE: Mapping[str, str] = {"organization": ALL, "model": ALL, "license": ALL, "role": NONE}
"""What can be left empty, and what that means."""

_COMPLETED = (Kind.ZONE, Kind.ORGANIZATION, Kind.MODEL, Kind.LICENSE)


def reply(answer: WishAnswer, command: Any, words: Words) -> Reply:
    """The form; the text says how to give the rest where no form can be opened."""
    declared = commands.named(answer.command)
    assert declared is not None
    known = {each.name: each for each in declared.arguments}
    inputs = tuple(_input(known[name], answer, words) for name in answer.ask)
    fields = tuple(Field(each.name, (words(known[each.name].description),)) for each in inputs)
    new = answer.command == SUBSCRIBE.name
    return Reply(
        title=words(declared.description),
        headline=words("What you leave out stays as it is."),
        blocks=(Fields(words("Write each as name:value, in quotes"), fields),),
        form=Form(
            title=words(declared.description),
            command=answer.command,
            given=tuple({**answer.given, **_NONE}.items()),
            inputs=inputs,
            submit=words("Subscribe") if new else words("Change it"),
        ),
        private=True,
        language=words.language,
    )


def _input(argument: Argument, answer: WishAnswer, words: Words) -> Input:
    value = answer.values[argument.name]
    empty = _NONE.get(argument.name)
    completed = argument.kind if argument.kind in _COMPLETED else None
    options = _picked(argument, answer, value) if completed else _options(argument, words)
    return Input(
        name=argument.name,
        label=words(_LABELS[argument.name]),
        value="" if value == empty else value,
        hint=words(argument.description) if not options else "",
        options=options,
        completed=completed,
        required=empty is None,
        most=argument.longest,
    )


def _picked(argument: Argument, answer: WishAnswer, value: str) -> tuple[Option, ...]:
    """What is picked already, by the name that people know."""
    return (Option(value, getattr(answer.names, argument.name, "") or value),)


def _options(argument: Argument, words: Words) -> tuple[Option, ...]:
    match argument.name:
        case "day":
            return (*_weekdays(words), *_days(words))
        case "language":
            return tuple(Option(each, _language(each)) for each in LANGUAGES)
        case "news":
            return tuple(Option(str(each), _news(each, words)) for each in (ALL, *argument.choices[:-1]))
    return tuple(Option(str(each), label(each, words)) for each in argument.choices)


def _news(choice: str, words: Words) -> str:
    return words("Everything") if choice == ALL else label(choice, words)


def _weekdays(words: Words) -> list[Option]:
    names = Locale.parse(words.language).days["stand-alone"]["wide"]
    return [Option(day, names[place]) for place, day in enumerate(DAYS)]


def _days(words: Words) -> list[Option]:
    return [Option(str(day), words("Day {day} of the month", day=day)) for day in range(1, 32)]


def _language(language: str) -> str:
    """A language as it calls itself."""
    name = Locale.parse(language).get_display_name() or language
    return name[:1].upper() + name[1:]
