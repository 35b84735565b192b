"""Rows of a table into changes of events: each cell in its field, each problem with its row and column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.catalogues.entry import Unread
from bot.facts import plain, record
from bot.facts.change import Change
from bot.facts.model import Pack
from bot.facts.names import Found, NameIndex, SubjectKind, entries
from bot.facts.record import Data, Record, RecordKind

Row = Mapping[str, str]

LISTS = ("also", "variants")
_PLAIN = ("date", "kind", "component", *LISTS, "license", "access", "url", "finding", "claim")
_SOURCE = ("url", "title", "publisher", "kind", "published", "checked", "archive")
COLUMNS = ("subject", "id", *_PLAIN, "summary", "summary_ja", *(f"source_{each}" for each in _SOURCE))

_SUBJECTS = frozenset({SubjectKind.MODEL, SubjectKind.ORGANIZATION})
_TWIN = ("date", "kind", "component", "summary")
"""Two events of a subject that have all of these in common say the same."""


class Rows:
    """One table while it is read: rows into changes, problems gathered."""

    def __init__(self, path: str, pack: Pack) -> None:
        self.problems: list[Unread] = []
        self._path = path
        self._names = NameIndex(entries(pack))
        self._subjects = {each.id for each in pack.models} | {each.id for each in pack.organizations}
        self._known = {each.id: record.event(each) for each in pack.events}
        self._taken = set(self._known)
        self._rows: dict[str, int] = {}

    def change(self, number: int, row: Row) -> Change | None:
        """What a row changes, or None where it cannot be read: that is among the problems then."""
        subject = self._subject(number, row)
        if subject is None:
            return None
        id = row.get("id") or self._twin(subject, row)
        before = self._known.get(id) if id else None
        after = _event(row, before)
        what = after.get("component") or after.get("kind", "")
        after["id"] = id or record.event_id(subject, what, self._taken)
        self._taken.add(after["id"])
        if (other := self._rows.setdefault(after["id"], number)) != number:
            self._problem(number, "id", f"{after['id']} stands in row {other} already")
            return None
        try:
            fact = record.fact(RecordKind.EVENT, after)
        except plain.NotFacts as error:
            for path, message in error.problems:
                self._problem(number, *_cell_of(path, message))
            return None
        return Change(Record(RecordKind.EVENT, fact.id), before, record.event(fact))

    def _subject(self, number: int, row: Row) -> str | None:
        """The id of the model or organization that the row is about, by its id or a name."""
        asked = row.get("subject") or row.get("id", "").partition("/")[0]
        if asked in self._subjects:
            return asked
        match = self._names.find(asked, _SUBJECTS)
        if asked and match.found is Found.EXACT:
            return match.subjects[0].id
        column = "subject" if row.get("subject") or not row.get("id") else "id"
        self._problem(number, column, f"{asked!r} is no model or organization that is known")
        return None

    def _twin(self, subject: str, row: Row) -> str | None:
        wanted = _event(row, None)
        for id, data in self._known.items():
            if id.startswith(f"{subject}/") and all(_said(data, n) == _said(wanted, n) for n in _TWIN):
                return id
        return None

    def _problem(self, number: int, column: str, message: str) -> None:
        self.problems.append(Unread(f"{self._path}: row {number}, column {column}", f"{message}."))


def _event(row: Row, before: Data | None) -> dict[str, Any]:
    """The event as it would be with the row's cells in it."""
    data = dict(before or {})
    for name in _PLAIN:
        if name in row:
            value = [each.strip() for each in row[name].split(";") if each.strip()]
            _put(data, name, value if name in LISTS else row[name])
    if "summary" in row or "summary_ja" in row:
        old = data.get("summary", "")
        english, japanese = (old["en"], old.get("ja")) if isinstance(old, Mapping) else (old, None)
        english, japanese = row.get("summary", english), row.get("summary_ja", japanese)
        _put(data, "summary", {"en": english, "ja": japanese} if japanese else english)
    _put(data, "sources", _sources(row, list(data.get("sources", ()))))
    return data


def _sources(row: Row, sources: list[Data]) -> list[Data]:
    """The sources with the row's: in the place of the one with its address, else after them."""
    given = {name: row[f"source_{name}"] for name in _SOURCE if row.get(f"source_{name}")}
    if not given:
        return sources
    old = next((each for each in sources if each["url"] == given.get("url")), None)
    if old is None:
        return [*sources, given]
    return [{**old, **given} if each is old else each for each in sources]


def _put(data: dict[str, Any], name: str, value: Any) -> None:
    if value:
        data[name] = value
    else:
        data.pop(name, None)


def _said(data: Data, name: str) -> Any:
    value = data.get(name)
    return value["en"] if isinstance(value, Mapping) else value


def _cell_of(path: plain.Path, message: str) -> tuple[str, str]:
    """The column that a problem of the event is about, and its sentence without the column's name."""
    inside = path[0] == "sources" if path else False
    name, colon, rest = message.partition(": ")
    missing = name.removesuffix(" is missing")
    column = str(path[-1]) if path and isinstance(path[-1], str) else missing
    said = rest if colon and not name.endswith("is missing") else "it is missing: fill it in"
    if inside or column == "sources":
        return f"source_{column}" if column != "sources" else "source_url", said
    return column, said
