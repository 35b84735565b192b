"""`openness slack`: the app's manifest, and keys for the tokens that are kept."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from bot.cli.start import settings_or_exit
from bot.errors import PlatformError
from bot.platforms.slack.manifest import manifest as make
from bot.state.cipher import new_key

app = typer.Typer(no_args_is_help=True, help="The Slack app: its manifest, keys for tokens.")

Url = Annotated[
    str, typer.Option(help="The bot's public address, for the HTTP mode; without it, Socket Mode.")
]


@app.command()
def manifest(url: Url = "") -> None:
    """Print the manifest to paste into Slack: Create an app, From a manifest."""
    try:
        made = make(settings_or_exit(), url)
    except PlatformError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    print(json.dumps(made, indent=2, ensure_ascii=False))


@app.command()
def key() -> None:
    """Print a fresh key for OPENNESS_STATE_KEYS: put it in front of those that are there."""
    print(new_key())
