"""Facts as plain data, both ways: the mappings, lists and strings that YAML and JSON hold.

A field that has its default is left out, so that the same fact is always the same data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import cattrs

from bot.facts.date import PartialDate
from bot.facts.model import Text

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a place in the data."""


class NotFacts(ValueError):
    """The data cannot be read as facts; ``problems`` has a place and a sentence of each thing wrong."""

    def __init__(self, problems: Iterable[tuple[Path, str]]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(message for _, message in self.problems))


def structure(data: Any, shape: Any) -> Any:
    """The fact of that type that the data stands for. Raises :class:`NotFacts` with every problem found."""
    try:
        return _converter.structure(data, shape)
    except cattrs.BaseValidationError as error:
        raise NotFacts((path, _sentence(path, cause)) for path, cause in _causes(error)) from error


def unstructure(fact: Any, shape: Any) -> Any:
    """The data that stands for the fact."""
    return _converter.unstructure(fact, shape)


def _causes(error: BaseException, path: Path = ()) -> Iterator[tuple[Path, BaseException]]:
    """Each thing that is wrong, with the keys and indexes that lead to it."""
    if isinstance(error, cattrs.ClassValidationError | cattrs.IterableValidationError):
        noted, others = error.group_exceptions()
        for each, note in noted:
            step = note.name if isinstance(note, cattrs.AttributeValidationNote) else note.index
            yield from _causes(each, (*path, step))
        for each in others:
            yield from _causes(each, path)
    else:
        yield path, error


def _sentence(path: Path, cause: BaseException) -> str:
    indexes = [position for position, step in enumerate(path) if isinstance(step, int)]
    where = ".".join(map(str, path[indexes[-1] + 1 :] if indexes else path)) or "here"
    match cause:
        case cattrs.ForbiddenExtraKeysError():
            return f"unknown key {', '.join(sorted(cause.extra_fields))}: remove or rename it"
        case KeyError():
            return f"{where} is missing: add it"
        case _:
            return f"{where}: {cause}"


def _text(value: Any, _: Any) -> Text:
    """A sentence, given as a bare string (English) or as a mapping by language."""
    if isinstance(value, str):
        return Text(value)
    if isinstance(value, dict) and isinstance(value.get("en"), str) and set(value) <= {"en", "ja"}:
        return Text(value["en"], value.get("ja"))
    raise ValueError("write a sentence, or a mapping with en and ja")


def _string(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("write one text here, not a list or a mapping")
    return value


def _choice(value: Any, shape: type[StrEnum]) -> StrEnum:
    try:
        return shape(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is none of {', '.join(shape)}") from error


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(
        forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list}
    )
    # By identity: a hook for str would catch its subclasses, the enums, too.
    converter.register_structure_hook_func(lambda shape: shape is str, _string)
    converter.register_unstructure_hook(int, str)
    converter.register_unstructure_hook(float, str)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(PartialDate, lambda value, _: PartialDate.parse(value))
    converter.register_unstructure_hook(PartialDate, str)
    converter.register_structure_hook(Text, _text)
    converter.register_unstructure_hook(
        Text, lambda text: text.en if text.ja is None else {"en": text.en, "ja": text.ja}
    )
    converter.register_structure_hook(StrEnum, _choice)
    converter.register_unstructure_hook(StrEnum, lambda value: value.value)
    return converter


_converter = _make_converter()
