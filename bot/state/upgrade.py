"""Migrations run by themselves: once, after a copy was made, and never by an older program."""

from __future__ import annotations

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.state.errors import StateError

logging.getLogger("alembic").setLevel(logging.WARNING)  # each of its steps is two lines otherwise

SCRIPTS = Path(__file__).parent / "migrations"
LOCK = 7_305_118  # the number of an advisory lock of our own


def to_newest(connection: Connection, file: Path | None) -> None:
    """Bring the database to the newest form, after copying a SQLite ``file`` that holds something.

    Raises :class:`StateError` where the database is newer than this program.
    """
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    if not _behind(connection, scripts):
        return
    if file is not None:
        _copy(connection, file)
    _lock(connection)
    if _behind(connection, scripts):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    connection.commit()


def _behind(connection: Connection, scripts: ScriptDirectory) -> bool:
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {each.revision for each in scripts.walk_revisions()}:
        raise StateError(
            f"The state database is of form {current}, made by a newer version of the bot than this one: "
            "run that version, or restore the copy made before it."
        )
    return current != scripts.get_current_head()


def _lock(connection: Connection) -> None:
    """Let processes that start together migrate one after the other."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _copy(connection: Connection, file: Path) -> None:
    """Copy the file beside it as it is, ``state.db.from-<form>``, over an older copy of that form."""
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None:
        return
    copy = file.with_name(f"{file.name}.from-{current}")
    copy.unlink(missing_ok=True)
    connection.execute(text("VACUUM INTO :copy"), {"copy": str(copy)})
