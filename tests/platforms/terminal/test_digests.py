"""News of every kind as JSON."""

from __future__ import annotations

from typing import Any

from bot.commands.declaration import Context
from bot.commands.digest.answers import PreviewAnswer
from bot.commands.digest.filters import Topic
from bot.facts.date import PartialDate
from bot.facts.edit import Entry
from bot.platforms.terminal.machine.digests import preview
from tests.commands.digest.telling import added, corrected, digest


async def news(context: Context, start: str, end: str, *entries: Entry) -> Any:
    return preview(PreviewAnswer(await digest(context, start, end, *entries), "en"))["news"]


async def test_each_kind_of_news_names_its_record(small_context: Context) -> None:
    """By ids; a change of licence with both, a promise with what became of it."""
    found = await news(small_context, "2025-04-28", "2025-05-05")
    (change,) = found[Topic.LICENSES]
    assert (change["model"], change["before"], change["after"]) == (
        "alpha-3",
        "LicenseRef-Lab-1",
        "LicenseRef-Lab-2",
    )
    assert found[Topic.OPENED] == [{"model": "beta-1", "events": ["beta-1/parameters-final-2025-04"]}]
    (promise,) = (await news(small_context, "2024-08-26", "2024-09-02"))[Topic.PROMISES]
    assert (promise["model"], promise["turn"], promise["outcome"]) == ("alpha-2", "overdue", "overdue")


async def test_what_changed_in_the_record(small_context: Context) -> None:
    """Added events by id; corrections by record and field."""
    entries = (
        added("alpha-1/training-code-2024-03-10", "2026-11-18"),
        corrected("alpha-1/release-2024-01-10", "2026-11-18", date=PartialDate(2024, 1)),
    )
    found = await news(small_context, "2026-11-16", "2026-11-23", *entries)
    assert found[Topic.ADDED] == [{"model": "alpha-1", "events": ["alpha-1/training-code-2024-03-10"]}]
    assert found[Topic.CORRECTED] == [
        {"kind": "event", "record": "alpha-1/release-2024-01-10", "fields": ["date"]}
    ]
