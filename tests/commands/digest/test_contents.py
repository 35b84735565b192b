from __future__ import annotations

from typing import Any

import pytest

from bot.commands.declaration import Context
from bot.commands.digest.contents import DigestAnswer, Release
from bot.commands.digest.filters import Topic
from bot.commands.digest.news import Corrected, Opened, Relicensed, Turn, Turned
from bot.facts.date import PartialDate
from bot.facts.model import Component
from tests.commands.digest.telling import BY_RELEASE, added, corrected, digest, told, undone
from tests.facts.small import UNCHECKED


def topics(answer: DigestAnswer) -> list[Topic]:
    return list(answer.news)


async def test_what_was_opened_on_one_day_is_one_piece_of_news(small_context: Context) -> None:
    """Weights and training code of a model, the weights first."""
    found = await digest(small_context, "2024-03-04", "2024-03-11")
    (opened,) = found.news[Topic.OPENED]
    assert isinstance(opened, Opened)
    assert opened.model.id == "alpha-1"
    parts = [part for event in opened.events for part in event.components]
    assert parts == [Component.PARAMETERS_FINAL, Component.TRAINING_CODE]
    assert topics(found) == [Topic.OPENED]


async def test_a_change_of_licence_is_told_as_such_alone(small_context: Context) -> None:
    """From which to which; it is not told again as opened."""
    found = await digest(small_context, "2025-04-28", "2025-05-05", zone="Asia/Tokyo")
    (change,) = found.news[Topic.LICENSES]
    assert isinstance(change, Relicensed)
    assert (change.before.license, change.after.license) == ("LicenseRef-Lab-1", "LicenseRef-Lab-2")
    assert not any("alpha-3/" in id for id in told(found.news.get(Topic.OPENED, ())))


async def test_a_promise_is_told_when_it_is_made_and_when_its_day_has_passed(small_context: Context) -> None:
    """Overdue by the clock alone: in the period of the day after its last, and in no other."""
    turns = {}
    for start, end in (
        ("2024-07-01", "2024-07-08"),
        ("2024-08-19", "2024-08-26"),
        ("2024-08-26", "2024-09-02"),
        ("2024-09-02", "2024-09-09"),
    ):
        found = await digest(small_context, start, end)
        turns[start] = [each.turn for each in found.news.get(Topic.PROMISES, ()) if isinstance(each, Turned)]
    assert turns == {
        "2024-07-01": [Turn.MADE],
        "2024-08-19": [],
        "2024-08-26": [Turn.OVERDUE],
        "2024-09-02": [],
    }


async def test_every_day_is_in_one_digest(small_context: Context) -> None:
    """What happened on the day of a post is told by the next one."""
    before = await digest(small_context, "2026-11-03", "2026-11-10")
    after = await digest(small_context, "2026-11-10", "2026-11-17")
    assert Topic.MODELS not in before.news
    assert told(after.news[Topic.MODELS]) == ["beta-2/release-2026-11-10"]


async def test_of_a_month_alone_it_is_told_where_the_month_ends(small_context: Context) -> None:
    """Once, though nobody knows the day."""
    weeks = [("2025-04-01", "2025-04-08"), ("2025-04-21", "2025-04-28"), ("2025-04-28", "2025-05-05")]
    found = [await digest(small_context, start, end) for start, end in weeks]
    assert [Topic.OPENED in each.news for each in found] == [False, False, True]


async def test_the_days_are_those_of_the_zone(small_context: Context) -> None:
    """At one in the morning in Auckland it is still the day before in UTC."""
    found = await digest(small_context, "2026-11-09T12:00", "2026-11-10T12:00", zone="Pacific/Auckland")
    assert (str(found.span.first), str(found.span.last)) == ("2026-11-10", "2026-11-10")
    assert topics(found) == [Topic.MODELS]


async def test_what_happened_before_and_is_new_in_the_record_is_told_apart(small_context: Context) -> None:
    """As added, not as opened; and not again as something that was corrected."""
    id = "alpha-1/training-code-2024-03-10"
    found = await digest(small_context, "2026-11-16", "2026-11-23", added(id, "2026-11-18"))
    assert topics(found) == [Topic.ADDED]
    assert told(found.news[Topic.ADDED]) == [id]


async def test_what_is_recorded_late_is_told_once(small_context: Context) -> None:
    """It happened in one period and entered the record in the next: only the next one tells it."""
    entry = added("beta-2/release-2026-11-10", "2026-11-10T10:00")
    first = await digest(small_context, "2026-11-03", "2026-11-10", entry)
    second = await digest(small_context, "2026-11-10", "2026-11-17", entry)
    assert not first.news
    assert told(second.news[Topic.MODELS]) == ["beta-2/release-2026-11-10"]


async def test_what_was_told_on_the_morning_of_its_day_is_not_told_again(small_context: Context) -> None:
    """It happened and was recorded just before a post, which tells it; the next one doesn't."""
    entry = added("beta-2/release-2026-11-10", "2026-11-10T08:00")
    first = await digest(small_context, "2026-11-03", "2026-11-10", entry)
    second = await digest(small_context, "2026-11-10", "2026-11-17", entry)
    assert told(first.news[Topic.MODELS]) == ["beta-2/release-2026-11-10"]
    assert not second.news


async def test_a_correction_says_which_record_and_what_of_it(small_context: Context) -> None:
    """Of people alone, whatever they corrected."""
    entry = corrected("alpha-1/release-2024-01-10", "2026-11-18", date=PartialDate(2024, 1))
    found = await digest(small_context, "2026-11-16", "2026-11-23", entry)
    (told,) = found.news[Topic.CORRECTED]
    assert isinstance(told, Corrected)
    assert told.model is not None
    assert (told.model.id, told.change.fields) == ("alpha-1", ("date",))


async def test_another_source_corrects_nothing(small_context: Context) -> None:
    """Where something is found may change without news."""
    entry = corrected("alpha-1/release-2024-01-10", "2026-11-18", sources=(UNCHECKED,))
    found = await digest(small_context, "2026-11-16", "2026-11-23", entry)
    assert found.empty


async def test_what_was_done_and_undone_is_nothing(small_context: Context) -> None:
    """Only what is left of a period's edits is told."""
    entry = corrected("alpha-1/release-2024-01-10", "2026-11-18", date=PartialDate(2024, 1))
    found = await digest(small_context, "2026-11-16", "2026-11-23", entry, undone(entry, "2026-11-19"))
    assert found.empty


async def test_a_release_of_the_facts_is_summed_up(small_context: Context) -> None:
    """Its old events and corrections are counted; what is recent is told, for it is news."""
    entries = (
        added("alpha-1/training-code-2024-03-10", "2026-11-18", BY_RELEASE),
        added("beta-2/release-2026-11-10", "2026-11-18", BY_RELEASE),
        corrected("alpha-1/release-2024-01-10", "2026-11-18", BY_RELEASE, date=PartialDate(2024, 1)),
    )
    found = await digest(small_context, "2026-11-16", "2026-11-23", *entries)
    assert found.release == Release(added=1, corrected=1, models=0)
    assert told(found.news[Topic.ADDED]) == ["beta-2/release-2026-11-10"]
    assert Topic.CORRECTED not in found.news


async def test_statements_are_counted_only(small_context: Context) -> None:
    """They are no news of openness, and make no digest by themselves."""
    found = await digest(small_context, "2026-11-02", "2026-11-09")
    assert found.empty
    assert found.others == 1


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"organization": "works"}, {"beta-1", "beta-2"}),
        ({"model": "alpha"}, {"alpha-1", "alpha-2", "alpha-3"}),
        ({"model": "alpha-3"}, {"alpha-3"}),
        ({"license": "LicenseRef-Lab-2"}, {"alpha-3"}),
        ({"kinds": ("licenses",)}, {"alpha-3"}),
        ({"organization": "works", "kinds": ("promises",)}, set()),
    ],
)
async def test_filters(small_context: Context, filters: dict[str, Any], expected: set[str]) -> None:
    """By maker, family or model, licence and kind of news, and by several at once."""
    found = await digest(small_context, "2024-01-01", "2026-11-23", **filters)
    models = {id.partition("/")[0] for news in found.news.values() for id in told(news)}
    assert models == expected
