"""The `openness` command line."""

from __future__ import annotations

import typer

from bot.cli import facts

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(facts.app, name="facts")


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
