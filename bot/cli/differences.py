"""What changes would make of the facts, for people at a terminal and for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rich.text import Text

from bot.facts.change import Change
from bot.platforms.plain import plain

_SIGNS = {"add": ("+", "green"), "change": ("~", "yellow"), "remove": ("-", "red")}


def action(change: Change) -> str:
    """What becomes of the record: add, change or remove."""
    if change.before is None:
        return "add"
    return "remove" if change.after is None else "change"


def lines(changes: Iterable[Change]) -> Iterator[Text]:
    """A line for each record, and at least one for each field that changes, set in."""
    for each in changes:
        sign, style = _SIGNS[action(each)]
        yield Text(plain(f"{sign} {each.record}"), style=style)
        if each.after is None:
            continue
        for name in each.fields:
            if name != "id":
                old, new = (each.before or {}).get(name), each.after.get(name)
                yield from (Text(f"    {plain(said)}") for said in _field(name, old, new))


def as_data(change: Change) -> dict[str, Any]:
    """A change for scripts."""
    return {
        "record": {"kind": change.record.kind.value, "id": change.record.id},
        "action": action(change),
        "before": change.before,
        "after": change.after,
        "fields": list(change.fields),
    }


def _field(name: str, old: Any, new: Any) -> Iterator[str]:
    """Before and after; of a list, what goes and what comes."""
    if isinstance(old, list) and isinstance(new, list):
        for sign, items, others in (("-", old, new), ("+", new, old)):
            yield from (f"{name}: {sign} {_said(each)}" for each in items if each not in others)
        if sorted(map(_said, old)) == sorted(map(_said, new)):
            yield f"{name}: in another order"
    elif old is None:
        yield f"{name}: {_said(new)}"
    else:
        yield f"{name}: {_said(old)} → {'nothing' if new is None else _said(new)}"


def _said(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)
