"""Events as a table, CSV or JSON: one row an event, the columns of :data:`bot.catalogues.rows.COLUMNS`.

A row without an id is a new event, or the one that says the same already. A column that isn't there leaves
what an event has; an empty cell takes it away. A cell with several values has ``;`` between them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from bot.catalogues.entry import CatalogueError, Unread, Wanted
from bot.catalogues.rows import COLUMNS, LISTS, Row, Rows
from bot.facts.model import Pack


def read(path: str, text: str, pack: Pack) -> Wanted:
    """What the table changes in the pack. Raises :class:`CatalogueError` with every row's problems."""
    found = Rows(path, pack)
    rows = list(_json(path, text) if path.endswith(".json") else _csv(path, text))
    changes = [change for number, row in rows if (change := found.change(number, row)) is not None]
    if found.problems:
        raise CatalogueError(found.problems)
    real = tuple(each for each in changes if each.before != each.after)
    return Wanted(real, len(changes) - len(real))


def _csv(path: str, text: str) -> Iterator[tuple[int, Row]]:
    """The rows, the header being the first."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restkey="", strict=True)
    try:
        _check(path, reader.fieldnames or ())
        for number, row in enumerate(reader, 2):
            if "" in row:
                raise CatalogueError([Unread(f"{path}: row {number}", "it has more cells than the header.")])
            yield number, {name: (cell or "").strip() for name, cell in row.items()}
    except csv.Error as error:
        raise CatalogueError([Unread(f"{path}: line {reader.line_num}", f"not CSV: {error}.")]) from error


def _json(path: str, text: str) -> Iterator[tuple[int, Row]]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise CatalogueError([Unread(f"{path}: line {error.lineno}", f"not JSON: {error.msg}.")]) from error
    if not isinstance(data, list) or not all(isinstance(each, dict) for each in data):
        raise CatalogueError([Unread(path, "write a list of objects, one an event.")])
    for number, row in enumerate(data, 1):
        _check(f"{path}: row {number}", row)
        yield number, {name: _cell(path, number, name, value) for name, value in row.items()}


def _cell(path: str, number: int, name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and name in LISTS and all(isinstance(each, str) for each in value):
        return ";".join(value)
    if not isinstance(value, str):
        raise CatalogueError([Unread(f"{path}: row {number}, column {name}", "write a text in quotes.")])
    return value.strip()


def _check(where: str, names: Any) -> None:
    if unknown := [each for each in names if each not in COLUMNS]:
        said = f"there is no column {unknown[0]!r}: the columns are {', '.join(COLUMNS)}."
        raise CatalogueError([Unread(where, said)])
    if "subject" not in names and "id" not in names:
        raise CatalogueError([Unread(where, "a column subject or id is needed: whose events these are.")])
