"""Migrations run by themselves: once, after a copy was made, and never by an older program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text

from bot.state.errors import StateError

SCRIPTS = Path(__file__).parent / "migrations"
LOCK = 7_305_118  # the number of an advisory lock of our own


def to_newest(connection: Connection, file: Path | None) -> None:
    """Bring the database to the newest form, after copying a SQLite ``file`` that holds something.

    Raises :class:`StateError` where the database is newer than this program.
    """
    scripts = ScriptDirectory.from_config(_config(connection))
    if not _behind(connection, scripts):
        return
    if file is not None:
        _copy(connection, file)
    _lock(connection)
    if _behind(connection, scripts):
        to(connection, "head")
    connection.commit()


def to(connection: Connection, form: str) -> None:
    """Bring the database to a form, in the transaction that is open."""
    command.upgrade(_config(connection), form)


def form(connection: Connection) -> str | None:
    """The form of the database; None where it has none of ours."""
    return MigrationContext.configure(connection).get_current_revision()


def knows(form: str) -> bool:
    """Whether this program knows the form: one made by a newer one it doesn't."""
    return form in {each.revision for each in ScriptDirectory.from_config(_config()).walk_revisions()}


@cache
def tables(form: str) -> frozenset[str]:
    """The names of the tables that a state of that form has."""
    with create_engine("sqlite://").begin() as connection:
        to(connection, form)
        return frozenset(inspect(connection).get_table_names())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _behind(connection: Connection, scripts: ScriptDirectory) -> bool:
    current = form(connection)
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
    current = form(connection)
    if current is None:
        return
    copy = file.with_name(f"{file.name}.from-{current}")
    copy.unlink(missing_ok=True)
    connection.execute(text("VACUUM INTO :copy"), {"copy": str(copy)})
