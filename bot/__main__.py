"""The `openness` command line."""

from __future__ import annotations

import typer

from bot.cli import facts
from bot.cli.ask import ask
from bot.cli.mof import mof
from bot.cli.run import health, run

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
app.command()(run)
app.command()(ask)
app.command()(mof)
app.command()(health)
app.add_typer(facts.app, name="facts")


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
