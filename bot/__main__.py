"""The `openness` command line."""

from __future__ import annotations

import importlib
from typing import Any

import typer
from typer.core import TyperGroup

from bot.cli import digest, facts
from bot.cli.ask import ask
from bot.cli.backup import backup, restore
from bot.cli.mof import mof
from bot.cli.run import health, run

LATER = ("doctor", "discord", "slack", "watch")


class Program(TyperGroup):
    """The subcommands. Those of the platforms are loaded when asked for: their libraries take a second.

    Contexts and commands are those of the click that typer carries, which has no public name.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        """Every subcommand's name, in the order of the help."""
        return [*super().list_commands(ctx), *LATER]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The subcommand of that name."""
        if cmd_name not in LATER:
            return super().get_command(ctx, cmd_name)
        command = typer.main.get_command(importlib.import_module(f"bot.cli.{cmd_name}").app)
        command.name = cmd_name
        return command


app = typer.Typer(cls=Program, no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
app.command()(run)
app.command()(ask)
app.command()(mof)
app.command()(health)
app.command()(backup)
app.command()(restore)
app.add_typer(facts.app, name="facts")
app.add_typer(digest.app, name="digest")


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
