"""Discord's commands, made from the core's declarations: names, options, choices, completion, contexts."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot import commands
from bot.commands.declaration import Argument, Declaration, Kind
from bot.platforms.discord.completion import COMPLETED
from bot.platforms.discord.fit import DESCRIPTION, NUMBER, OPTION, OPTIONS, shortened
from bot.replies.labels import label
from bot.replies.slugs import N_
from bot.replies.words import LANGUAGES
from bot.replies.words import words as words_in

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]

MENU = N_("What about openness?")
GROUPS = {
    "fact": N_("What the facts say, and who says otherwise"),
    "digest": N_("What comes to this channel, and when"),
}
EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
BOTH = app_commands.AppInstallationType(guild=True, user=True)


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the commands lead."""

    ask: Callable[[Interaction, str, Mapping[str, str]], Awaitable[None]]
    complete: Callable[[Interaction, Argument, str], Awaitable[Choices]]
    about: Callable[[Interaction, discord.Message], Awaitable[None]]


class Translator(app_commands.Translator):
    """Names and descriptions in our languages; their keys are ``/open`` and ``model:``."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Any
    ) -> str | None:
        """The translation, or None where there is none and English serves."""
        language = locale.value.split("-")[0]
        if language == "en" or language not in LANGUAGES:
            return None
        words = words_in(language)
        place = app_commands.TranslationContextLocation
        match context.location:
            case place.command_name if isinstance(context.data, app_commands.Command):
                found = words(f"/{context.data.qualified_name}").removeprefix("/").split()[-1]
            case place.parameter_name:
                found = words(f"{string.message}:").removesuffix(":")
            case place.command_description | place.parameter_description:
                found = shortened(words(string.message), DESCRIPTION)
            case place.choice_name:
                found = label(string.extras["choice"], words)
            case _:
                found = words(string.message)
        return found if found != string.message else None


def fill(tree: app_commands.CommandTree[Any], doors: Doors) -> None:
    """Put every declared command that people are offered into the tree, and the menu on messages."""
    groups: dict[str, app_commands.Group] = {}
    for each in commands.COMMANDS:
        if not each.shown:
            continue
        if each.group is None:
            tree.add_command(_slash(each, doors, allowed_contexts=EVERYWHERE, allowed_installs=BOTH))
            continue
        if each.group not in groups:
            groups[each.group] = _group(each.group)
            tree.add_command(groups[each.group])
        groups[each.group].add_command(_slash(each, doors))
    tree.add_command(_menu(doors))


def _group(name: str) -> app_commands.Group:
    """Commands under one name. Who may use which of them is the core's to say: Discord can't per command."""
    return app_commands.Group(
        name=name,
        description=shortened(GROUPS.get(name, name), DESCRIPTION),
        allowed_contexts=EVERYWHERE,
        allowed_installs=BOTH,
    )


def _slash(found: Declaration, doors: Doors, **where: Any) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: Interaction, **given: str | int | None) -> None:
        filled = {name: str(value) for name, value in given.items() if value not in (None, "")}
        await doors.ask(interaction, found.name, filled)

    first = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Interaction)
    parameters = [first, *(_parameter(each) for each in found.arguments)]
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    described = {each.name: shortened(each.description, DESCRIPTION) for each in found.arguments}
    chosen = {each.name: _choices(each) for each in found.arguments if 0 < len(each.choices) <= OPTIONS}
    completed = {each.name: _completion(each, doors) for each in found.arguments if _is_completed(each)}
    app_commands.describe(**described)(callback)
    app_commands.choices(**chosen)(callback)
    app_commands.autocomplete(**completed)(callback)
    return app_commands.Command(
        name=found.name.split()[-1],
        description=shortened(found.description, DESCRIPTION),
        callback=callback,
        **where,
    )


def _parameter(argument: Argument) -> inspect.Parameter:
    kind, taken = inspect.Parameter.KEYWORD_ONLY, _taken(argument)
    if argument.required:
        return inspect.Parameter(argument.name, kind, annotation=taken)
    return inspect.Parameter(argument.name, kind, annotation=taken | None, default=None)


def _taken(argument: Argument) -> Any:
    """The type of the option."""
    if argument.kind is Kind.NUMBER:
        return app_commands.Range[int, 1, NUMBER]
    return str if 0 < len(argument.choices) <= OPTIONS else app_commands.Range[str, 1, argument.longest]


def _choices(argument: Argument) -> Choices:
    """Every choice by its English name; the translator has the others."""
    english = words_in("en")
    return [
        app_commands.Choice(
            name=app_commands.locale_str(shortened(label(each, english), OPTION), choice=each),
            value=str(each),
        )
        for each in argument.choices
    ]


def _is_completed(argument: Argument) -> bool:
    return argument.kind in COMPLETED or len(argument.choices) > OPTIONS


def _completion(
    argument: Argument, doors: Doors
) -> Callable[[Interaction, str], Coroutine[Any, Any, Choices]]:
    async def complete(interaction: Interaction, current: str) -> Choices:
        return await doors.complete(interaction, argument, current)

    return complete


def _menu(doors: Doors) -> app_commands.ContextMenu:
    async def callback(interaction: Interaction, message: discord.Message) -> None:
        await doors.about(interaction, message)

    return app_commands.ContextMenu(
        name=MENU,
        callback=callback,
        type=discord.AppCommandType.message,
        allowed_contexts=EVERYWHERE,
        allowed_installs=BOTH,
    )
