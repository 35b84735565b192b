"""What changes, record by record, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.facts.change import Change
from bot.facts.record import RecordKind, fact
from bot.replies import events
from bot.replies.reply import Block, Field, Fields, Note, Timeline
from bot.replies.words import Words

SHOWN = 8  # changes in full; of more their number is said


def blocks(changes: Sequence[Change], words: Words) -> Iterator[Block]:
    """Each change: an event as its entry, a correction field by field."""
    for each in changes[:SHOWN]:
        yield _block(each, words)
    if len(changes) > SHOWN:
        rest = len(changes) - SHOWN
        yield Note((words.count("… and {n} more change", "… and {n} more changes", rest),))


def _block(change: Change, words: Words) -> Block:
    record = change.record
    data = change.after if change.after is not None else change.before
    whole = change.before is None or change.after is None
    title = words("Added: {id}") if change.before is None else words("Withdrawn: {id}")
    if whole and record.kind is RecordKind.EVENT and data is not None:
        return Timeline(title.format(id=record.id), (events.entry(fact(record.kind, data), {}, words),))
    if whole:
        shown = {name: value for name, value in (data or {}).items() if name != "id"}
        return Fields(
            title.format(id=record.id), tuple(Field(name, (said(value),)) for name, value in shown.items())
        )
    before, after = change.before or {}, change.after or {}
    fields = tuple(
        Field(name, (words("{before} → {after}", **_both(before.get(name), after.get(name), words)),))
        for name in change.fields
    )
    return Fields(words("Corrected: {id}", id=record.id), fields)


def _both(before: Any, after: Any, words: Words) -> dict[str, str]:
    """Both values; of lists and of what they hold only what the other has not."""
    if isinstance(before, list) and isinstance(after, list):
        before, after = _unlike(before, after), _unlike(after, before)
    none = words("(nothing)")
    return {"before": said(before) or none, "after": said(after) or none}


def _unlike(these: list[Any], others: list[Any]) -> list[Any]:
    """What the others have not; of a source that they have, its address and what differs."""
    known = {each["url"]: each for each in others if isinstance(each, Mapping) and "url" in each}
    return [_unlike_twin(each, known) for each in these if each not in others]


def _unlike_twin(each: Any, known: Mapping[str, Any]) -> Any:
    twin = known.get(each.get("url", "")) if isinstance(each, Mapping) else None
    if twin is None:
        return each
    return {name: value for name, value in each.items() if name == "url" or twin.get(name) != value}


def said(value: Any) -> str:
    """A value of the facts' plain data on one line."""
    match value:
        case None:
            return ""
        case Mapping():
            if set(value) <= {"en", "ja"}:
                return " / ".join(value.values())
            return "; ".join(f"{name}: {said(each)}" for name, each in value.items())
        case list() | tuple():
            return ", ".join(said(each) for each in value)
    return str(value)


def one_line(changes: Sequence[Change], words: Words) -> str:
    """The changes in a few words: ``added grok-2/release``."""
    first = changes[0]
    match first.before, first.after:
        case None, _:
            line = words("added {id}", id=first.record.id)
        case _, None:
            line = words("withdrew {id}", id=first.record.id)
        case _:
            fields = words.list(first.fields)
            line = words("corrected {fields} of {id}", fields=fields, id=first.record.id)
    if len(changes) == 1:
        return line
    return words.count("{line} and {n} more", "{line} and {n} more", len(changes) - 1, line=line)
