"""Rows of the state as JSON lines, the same whichever database they come from or go to."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, MetaData, Table, func, insert, select, text

from bot.state import upgrade
from bot.state.errors import StateError

MANY = 200  # rows in one statement


def tables(connection: Connection, form: str) -> list[Table]:
    """The tables of a state of that form, each after those it refers to; its form itself left out."""
    found = MetaData()
    found.reflect(connection, only=sorted(upgrade.tables(form) - {"alembic_version"}))
    return found.sorted_tables


def lines(connection: Connection, table: Table) -> Iterator[bytes]:
    """Each row as a line, in the order of the key."""
    wish = select(table).order_by(*table.primary_key.columns)
    for row in connection.execute(wish).mappings():
        data = {name: _plain(value) for name, value in row.items()}
        yield json.dumps(data, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def count(connection: Connection, table: Table) -> int:
    """How many rows there are."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def put(connection: Connection, table: Table, written: Iterable[bytes]) -> int:
    """Put the rows of these lines in place of the table's own: how many. Raises :class:`StateError`."""
    connection.execute(table.delete())
    rows = [_row(table, line) for line in written if line.strip()]
    for start in range(0, len(rows), MANY):
        connection.execute(insert(table), rows[start : start + MANY])
    if connection.dialect.name == "postgresql":
        _count_on(connection, table)
    return len(rows)


def _row(table: Table, line: bytes) -> dict[str, Any]:
    try:
        data = {name: _value(value) for name, value in json.loads(line).items()}
    except (ValueError, AttributeError, KeyError, TypeError):
        raise StateError(f"The backup is damaged: a row of {table.name} cannot be read.") from None
    if set(data) != set(table.columns.keys()):
        raise StateError(f"The backup is damaged: a row of {table.name} has other columns than its form.")
    return data


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows from where the rows that were put in end."""
    for column in table.primary_key.columns:
        if isinstance(column.type, Integer):
            name = connection.dialect.identifier_preparer.quote(table.name)
            asked = text("SELECT pg_get_serial_sequence(:table, :column)")
            sequence = connection.execute(asked, {"table": name, "column": column.name}).scalar()
            highest = connection.execute(select(func.max(column))).scalar()
            if sequence is not None and highest is not None:
                connection.execute(
                    text("SELECT setval(:sequence, :at)"), {"sequence": sequence, "at": highest}
                )


def _plain(value: Any) -> Any:
    match value:
        case bytes():
            return {"bytes": base64.b64encode(value).decode()}
        case datetime():
            return {"time": value.isoformat()}
        case None | bool() | int() | float() | str():
            return value
    raise TypeError(f"a {type(value).__name__} is nothing that a row holds")


def _value(value: Any) -> Any:
    match value:
        case {"bytes": str(written)}:
            return base64.b64decode(written, validate=True)
        case {"time": str(written)}:
            return datetime.fromisoformat(written)
        case None | bool() | int() | float() | str():
            return value
    raise ValueError(value)
