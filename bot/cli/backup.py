"""`openness backup` and `openness restore`: all that a deployment knows of its own, in one file."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.app import READINESS
from bot.cli.start import loaded, settings_or_exit
from bot.health import running
from bot.store import database

Into = Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="The file to write.")]
From = Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="The backup.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over a file that is there.")]
Replace = Annotated[bool, typer.Option("--replace", help="In the place of a state that isn't empty.")]


def backup(into: Into, overwrite: Overwrite = False) -> None:
    """Write a backup of the state (edits, proposals, subscriptions, installations) while the bot runs."""
    # SQLAlchemy takes a moment to load: only who backs up waits for it.
    from bot.state import backup as backups  # noqa: PLC0415

    settings = settings_or_exit()
    if into.exists() and not overwrite:
        print(f"{into} is there already: name another file, or say --overwrite.", file=sys.stderr)
        raise typer.Exit(2)
    with loaded():
        if settings.state.untouched:
            print("There is no state to back up: nothing has been kept yet.", file=sys.stderr)
            raise typer.Exit(2)
        address = settings.state.url.get_secret_value()
        made = asyncio.run(backups.write(address, into, datetime.now(UTC)))
    print(f"{into}: {made.rows} rows in {len(made.members)} tables, form {made.form}.")
    print("Keep OPENNESS_STATE_KEYS elsewhere: tokens in it cannot be read without them.")


def restore(path: From, replace: Replace = False) -> None:
    """Put a backup in the place of the state. Stop the bot first."""
    from bot.state import restore as restoring  # noqa: PLC0415

    settings = settings_or_exit()
    working = settings.store.path
    if running(working.with_name(READINESS), datetime.now(UTC)):
        print("A bot is running here: stop it, then restore.", file=sys.stderr)
        raise typer.Exit(2)
    with loaded():
        done = asyncio.run(restoring.restore(settings.state.url.get_secret_value(), path, replace))
        database.forget(working)
    manifest = done.manifest
    made = manifest.made_at.isoformat(sep=" ", timespec="seconds")
    print(f"Restored {manifest.rows} rows in {len(manifest.members)} tables, as of {made}.")
    if done.kept is not None:
        print(f"What was there before is kept in {done.kept}.")
    print(f"{working} is made anew at the next start; where there are other replicas, delete theirs.")
