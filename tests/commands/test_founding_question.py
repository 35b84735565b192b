"""The question that the project was founded on, on the shipped facts."""

from __future__ import annotations

from datetime import date

import pytest

from bot.commands.declaration import Context
from bot.commands.open_ import Open, OpenAnswer
from bot.commands.open_ import answer as answer_open
from bot.commands.timeline import Timeline, TimelineAnswer
from bot.commands.timeline import answer as answer_timeline
from bot.facts.headline import Headline
from bot.facts.model import Access
from bot.facts.promises import Outcome, Shortfall
from bot.facts.status import State

THE_DAY = date(2025, 2, 26)


async def opened(context: Context, model: str, day: date | None = None) -> OpenAnswer:
    found = await answer_open(Open(model, day), context)
    assert isinstance(found, OpenAnswer)
    return found


async def test_in_february_2025_only_grok_1_was_open(context: Context) -> None:
    """Of xAI's models Grok-1 alone was open; Grok 1.5, 2 and 3 were not."""
    found = await answer_timeline(Timeline("xai", THE_DAY), context)
    assert isinstance(found, TimelineAnswer)
    rows = {row.assessment.model.id: row for row in found.rows}
    assert [id for id, row in rows.items() if row.assessment.is_open] == ["grok-1"]
    assert {"grok-1.5", "grok-2", "grok-3"} <= set(rows)


async def test_at_the_pace_of_grok_1_the_others_were_due(context: Context) -> None:
    """Grok-1 took 4 months and 14 days: so Grok 1.5 and 2 were due before the day, Grok 3 after it."""
    found = await answer_timeline(Timeline("xai", THE_DAY), context)
    assert isinstance(found, TimelineAnswer)
    assert found.pace is not None
    assert (found.pace.days, found.pace.count) == (135, 1)
    rows = {row.assessment.model.id: row for row in found.rows}
    lag = rows["grok-1"].assessment.lag
    assert lag is not None
    assert lag.calendar == (0, 4, 14)
    assert rows["grok-2"].due == (date(2024, 12, 26), date(2024, 12, 26))
    assert rows["grok-1.5"].due == (date(2024, 9, 13), date(2024, 10, 13))
    assert rows["grok-3"].due == (date(2025, 7, 2), date(2025, 7, 2))


async def test_nothing_of_later_stands_in_that_day(context: Context) -> None:
    """As of a day, nothing that happened after it is told."""
    found = await answer_timeline(Timeline("xai", THE_DAY), context)
    assert isinstance(found, TimelineAnswer)
    assert max(entry.event.date.latest for entry in found.entries) <= THE_DAY


async def test_today_grok_2_has_its_weights_under_a_restricted_licence(context: Context) -> None:
    """The weights of 23 August 2025, their licence, and what became of the promise."""
    found = await opened(context, "grok-2")
    parameters = found.assessment.status.parameters
    assert found.assessment.headline is Headline.OPEN_WEIGHTS_RESTRICTED_LICENSE
    assert parameters.license == "LicenseRef-xAI-Community"
    assert (await opened(context, "grok-2", date(2025, 9, 1))).assessment.status.parameters.license == (
        "LicenseRef-Grok-2-Community"
    )
    assert str(parameters.since) == "2025-08-23"
    last = found.assessment.promises[-1]
    assert last.outcome is Outcome.KEPT_IN_PART
    assert last.shortfalls == (Shortfall.STRICTER_LICENSE,)
    assert last.days_late == 6


async def test_the_promise_of_grok_3_is_overdue(context: Context) -> None:
    """About six months from 23 August 2025 have passed by any reading."""
    found = await opened(context, "grok-3")
    promised = {each.event.id: each for each in found.assessment.promises}
    assert promised["grok-3/promise"].outcome is Outcome.OVERDUE
    assert found.assessment.headline is Headline.ANNOUNCED


@pytest.mark.parametrize(
    ("model", "day", "headline"),
    [
        ("grok-1", None, Headline.OPEN_WEIGHTS_OPEN_LICENSE),
        ("gpt-2", date(2019, 6, 1), Headline.ANNOUNCED),
        ("gpt-2", date(2019, 12, 1), Headline.OPEN_WEIGHTS_OPEN_LICENSE),
        ("pythia", None, Headline.OPEN_SOURCE),
        ("llama-2", None, Headline.OPEN_WEIGHTS_RESTRICTED_LICENSE),
        ("claude-3-opus", None, Headline.CLOSED),
        ("grok-2", date(2020, 1, 1), Headline.NOT_IN_OUR_DATA),
    ],
)
async def test_the_cases_that_everyone_knows(
    context: Context, model: str, day: date | None, headline: Headline
) -> None:
    """Models whose state is settled say what is settled."""
    assert (await opened(context, model, day)).assessment.headline is headline


async def test_llama_2_is_behind_a_form(context: Context) -> None:
    """The gate before the download is kept and said."""
    parameters = (await opened(context, "llama-2")).assessment.status.parameters
    assert parameters.state is State.PUBLISHED
    assert parameters.access is Access.GATED


async def test_every_answer_has_its_sources(context: Context) -> None:
    """No entry of any timeline is without a source, and each link is http or https."""
    found = await answer_timeline(Timeline("xai"), context)
    assert isinstance(found, TimelineAnswer)
    for entry in found.entries:
        assert entry.event.sources
        assert all(source.url.startswith(("https://", "http://")) for source in entry.event.sources)
