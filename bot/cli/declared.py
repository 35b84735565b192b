"""A command of the command line, made from the same declaration as in chat."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from bot.commands.declaration import Argument, Declaration

Option = tuple[Any, Any]
"""The annotation of an option, and its value unless somebody says another."""

JSON: Option = (Annotated[bool, typer.Option("--json", help="One JSON object, and no questions.")], False)
LOCALE: Option = (Annotated[str, typer.Option(help="The language: en or ja.")], "en")

Run = Callable[[Mapping[str, str], Mapping[str, Any]], None]
"""Runs a command with the arguments that were written, and with the options beside them."""


def add(app: typer.Typer, found: Declaration, run: Run, **options: Option) -> None:
    """Put the command into its group, under its second name, with options beside its arguments."""

    def called(**said: Any) -> None:
        beside = {name: said.pop(name) for name in options}
        run({name: value for name, value in said.items() if value is not None}, beside)

    parameters = [_parameter(each, first=place == 0) for place, each in enumerate(found.arguments)]
    parameters += [_keyword(name, annotation, default) for name, (annotation, default) in options.items()]
    called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {each.name: each.annotation for each in parameters}
    app.command(found.name.partition(" ")[2], help=found.description)(called)


def _parameter(argument: Argument, *, first: bool) -> inspect.Parameter:
    said = argument.description
    if argument.choices:
        said += f": {', '.join(argument.choices)}"
    if argument.required:
        return _keyword(argument.name, Annotated[str, typer.Argument(help=said)], inspect.Parameter.empty)
    if first:
        return _keyword(argument.name, Annotated[str | None, typer.Argument(help=said)], None)
    option = typer.Option(f"--{argument.name.replace('_', '-')}", help=said)
    return _keyword(argument.name, Annotated[str | None, option], None)


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
