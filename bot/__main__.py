"""The `openness` command line."""

from __future__ import annotations

import typer

from bot.cli import discord, facts, slack
from bot.cli.ask import ask
from bot.cli.doctor import doctor
from bot.cli.mof import mof
from bot.cli.run import health, run

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
app.command()(run)
app.command()(ask)
app.command()(mof)
app.command()(health)
app.command()(doctor)
app.add_typer(facts.app, name="facts")
app.add_typer(discord.app, name="discord")
app.add_typer(slack.app, name="slack")


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
