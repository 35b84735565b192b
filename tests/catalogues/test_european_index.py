"""The European index's entries as additions."""

from __future__ import annotations

import pytest

from bot.catalogues import european_index
from bot.catalogues.converting import Conversion
from tests.catalogues.written import COPY, added, converted, index


def read(text: str) -> Conversion:
    """What one entry would change in the small pack."""
    return converted(european_index.read({"/x/Alpha Two.yaml": text}, COPY))


def test_open_weights_are_a_publication_of_the_release_date() -> None:
    """Weights that the index calls open are published since its month, under its licence."""
    event = added(read(index(weights_endmodel="open")))["alpha-2/parameters-final"]
    assert (event["kind"], event["date"], event["license"], event["access"]) == (
        "publish",
        "2024-06",
        "MIT",
        "public",
    )
    assert event["sources"] == [
        {
            "url": "https://github.com/Language-Technology-Assessment/main-database/blob/abc123/Alpha%20Two.yaml",
            "title": "European Open Source AI Index: Alpha Two",
            "publisher": "European Open Source AI Index",
            "kind": "secondary",
        }
    ]


@pytest.mark.parametrize(
    ("classes", "finding"),
    [
        ({"datasources_basemodel": "closed", "datasources_endmodel": "closed"}, "absent"),
        ({"datasources_basemodel": "open", "datasources_endmodel": "open"}, None),
    ],
)
def test_data_counts_where_both_dimensions_say_the_same(classes: dict[str, str], finding: str | None) -> None:
    """Data of the base and of the end model, both open or both closed, are a statement of the copy's day."""
    event = added(read(index(**classes)))["alpha-2/training-data"]
    assert (event["kind"], event["date"], event.get("finding")) == ("statement", "2026-06-12", finding)


def test_what_is_partial_or_of_two_minds_is_not_said() -> None:
    """Partial, or open for one model and closed for the other: nothing of ours is said by it."""
    found = added(
        read(index(datasources_basemodel="open", datasources_endmodel="closed", modelcard="closed"))
    )
    assert list(found) == ["alpha-2/statement"]


def test_the_count_of_its_dimensions_is_a_ruling() -> None:
    """How many dimensions are open, partial and closed is the index's verdict."""
    event = added(read(index(trainingcode="open", paper="closed")))["alpha-2/statement"]
    assert event["ruling"] == {
        "definition": "european-index",
        "verdict": "1 open, 10 partial, 1 closed",
        "by": "European Open Source AI Index",
    }


def test_an_entry_without_all_classes_has_no_ruling() -> None:
    """A dimension that doesn't apply leaves the count open."""
    assert not added(read(index(paper="")))
