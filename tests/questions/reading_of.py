"""Rows of tests/cases against readings: what a row expects, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.commands import declaration
from bot.facts.names import NameIndex, SubjectKind
from bot.questions import Declined, Reading, Several, Understood, Unknown, read

TODAY = date(2026, 11, 23)  # a Monday
CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class Row:
    """One question with what it should be read as."""

    file: str
    ask: str
    expected: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.file}: {self.ask}"


def rows(path: Path) -> Iterator[Row]:
    """The rows of one table."""
    name = f"{path.parent.name}/{path.stem}"
    for each in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield Row(name, each.pop("ask"), each)


def every_row() -> list[Row]:
    """The rows of all tables of this project."""
    return [row for path in sorted(CASES.glob("*/*.yaml")) for row in rows(path)]


def differences(row: Row, names: NameIndex, today: date = TODAY) -> list[str]:
    """What the reading of a row has otherwise than the row expects."""
    reading = read(row.ask, names, today)
    return [
        f"{key}: expected {value!r}, read {_of(key, reading, names)!r}"
        for key, value in row.expected.items()
        if key != "note" and not _agrees(key, value, reading, names)
    ]


def _agrees(key: str, value: Any, reading: Reading, names: NameIndex) -> bool:
    found = _of(key, reading, names)
    if key == "family":
        return bool(found == sorted(_members(value, names)))
    if key in ("models", "organizations", "licenses"):
        return bool(found == sorted(value))
    if key in ("command", "declined") and isinstance(value, list):
        return found in value
    if key in ("as_of", "since", "until"):
        return str(found).startswith(str(value)) if found else False
    return bool(found == value)


def _of(key: str, reading: Reading, names: NameIndex) -> Any:
    match key:
        case "declined":
            return reading.kind.value if isinstance(reading, Declined) else None
        case "clarify":
            return isinstance(reading, Several)
        case "unknown":
            return isinstance(reading, Unknown)
    if not isinstance(reading, Understood):
        return str(reading)
    match key:
        case "command":
            return declaration(reading.command).name
        case "models" | "family":
            return _ids(reading, SubjectKind.MODEL)
        case "organizations":
            return _ids(reading, SubjectKind.ORGANIZATION)
        case "licenses":
            return _ids(reading, SubjectKind.LICENSE)
        case "commercial":
            return getattr(reading.command, "commercial", None) is not None
    return getattr(reading.command, key, None)


def _ids(reading: Understood, kind: SubjectKind) -> list[str]:
    return sorted(each.id for each in reading.subjects if each.kind is kind)


def _members(family: str, names: NameIndex) -> set[str]:
    """The models of a family."""
    found = names.find(family, (SubjectKind.MODEL, SubjectKind.FAMILY)).subjects
    return {each.id for each in found if each.kind is SubjectKind.MODEL}
