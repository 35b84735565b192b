"""What every subcommand begins with: settings read, problems told in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from bot import log, settings
from bot.settings import Settings, SettingsError
from bot.state.errors import StateError
from bot.store.database import StoreError


def settings_or_exit() -> Settings:
    """The settings, or the end of the program with a sentence that names what is wrong."""
    path = Path(os.environ.get("OPENNESS_CONFIG", "config/bot.toml"))
    try:
        found = settings.read(path, os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    log.configure(found.log)
    return found


@contextmanager
def loaded() -> Iterator[None]:
    """Turn facts or a state that cannot be used into one sentence and an exit status."""
    try:
        yield
    except (StoreError, StateError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
