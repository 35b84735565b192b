from __future__ import annotations

from datetime import date

import pytest

from bot.commands.answers import UnknownName
from bot.commands.declaration import Context
from bot.commands.models import Commercial, Models, ModelsAnswer, ModelsStatus, answer
from bot.facts.model import Component


@pytest.mark.parametrize(
    ("command", "listed"),
    [
        (Models(), ["beta-2", "alpha-3", "beta-1", "alpha-2", "alpha-1"]),
        (Models(organization="The Works"), ["beta-2", "beta-1"]),
        (Models(license="MIT"), ["beta-1", "alpha-1"]),
        (Models(license="Lab Licence 1"), []),
        (Models(status=ModelsStatus.OPEN_WEIGHTS), ["alpha-3", "beta-1", "alpha-1"]),
        (Models(status=ModelsStatus.OPEN_LICENSE), ["beta-1", "alpha-1"]),
        (Models(status=ModelsStatus.RESTRICTED), ["alpha-3"]),
        (Models(status=ModelsStatus.PROMISED), ["alpha-2"]),
        (Models(status=ModelsStatus.CLOSED), ["beta-2"]),
        (Models(status=ModelsStatus.WITHDRAWN), []),
        (Models(component=Component.TRAINING_CODE), ["alpha-1"]),
        (Models(commercial=Commercial.YES), ["beta-1", "alpha-1"]),
        (Models(commercial=Commercial.LIMITED), ["alpha-3"]),
        (Models(commercial=Commercial.NO), []),
        (Models(since=date(2025, 4, 15), until=date(2025, 12, 31)), ["beta-1"]),
        (Models(until=date(2024, 5, 1)), ["alpha-1"]),
    ],
)
async def test_filters(small_context: Context, command: Models, listed: list[str]) -> None:
    """Each filter lets through what it says; a month counts for each of its days."""
    found = await answer(command, small_context)
    assert isinstance(found, ModelsAnswer)
    assert sorted(each.assessment.model.id for each in found.listed) == sorted(listed)


async def test_the_newest_stands_first(small_context: Context) -> None:
    """By the day on which the weights could be had; of what is closed, by its release."""
    found = await answer(Models(), small_context)
    assert isinstance(found, ModelsAnswer)
    days = [str(each.day) for each in found.listed]
    assert days == ["2026-11-10", "2025-04", "2025-02-01", "2024-06-01", "2024-03-10"]


async def test_an_unknown_licence_is_said_so(small_context: Context) -> None:
    """A filter that is not understood lists nothing: the near names are for that filter."""
    found = await answer(Models(license="Lab Licence 7"), small_context)
    assert isinstance(found, UnknownName)
    assert found.argument == "license"
