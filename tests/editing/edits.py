"""Small edits of the small facts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.editing.desk import Desk
from bot.facts.change import Change
from bot.facts.edit import Actor, Edit
from bot.facts.record import Record, RecordKind

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANN = Actor("discord", "1", "10", "Ann")
BEN = Actor("slack", "T1", "U2", "Ben")
EVENT = Record(RecordKind.EVENT, "alpha-1/release-2024-01-10")


def edit(*changes: Change, actor: Actor = ANN, why: str = "A test.") -> Edit:
    """An edit made now."""
    return Edit(changes, actor, NOW, why)


async def summary(desk: Desk, said: str, record: Record = EVENT) -> Change:
    """The change of an event's summary, from what it is now."""
    now = await desk.record(record)
    assert now is not None
    return Change(record, now, {**now, "summary": said})


def new_event(id: str, **fields: Any) -> Change:
    """An event that isn't there yet."""
    data = {
        "id": id,
        "date": "2024-02-01",
        "kind": "statement",
        "summary": "Something was said.",
        "sources": [
            {"url": "https://example.org/said", "title": "Said", "publisher": "Example", "kind": "primary"}
        ],
    }
    return Change(Record(RecordKind.EVENT, id), None, data | fields)
