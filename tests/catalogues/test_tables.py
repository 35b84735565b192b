"""Events as a table."""

from __future__ import annotations

import json

import pytest

from bot.catalogues import tables
from bot.catalogues.entry import CatalogueError
from bot.facts.change import apply
from tests.facts import small

NEW = {
    "subject": "Alpha 2",
    "date": "2025-03",
    "kind": "publish",
    "component": "training-data",
    "also": "data-card",
    "license": "MIT",
    "access": "public",
    "summary": "The data, with its card.",
    "summary_ja": "データとそのカード。",
    "source_url": "https://lab.example/data",
    "source_title": "Data",
    "source_publisher": "The Lab",
    "source_kind": "primary",
}
HEADER, CELLS = ",".join(NEW), ",".join(f'"{each}"' for each in NEW.values())
CSV = f"{HEADER}\n{CELLS}\n"


@pytest.mark.parametrize(
    ("path", "text"), [("e.csv", CSV), ("e.json", json.dumps([NEW])), ("e.csv", f"\ufeff{CSV}")]
)
def test_a_row_without_an_id_is_a_new_event(path: str, text: str) -> None:
    """The subject may be a name; the id is the first free one; a list has semicolons between."""
    (change,) = tables.read(path, text, small.PACK).changes
    assert change.before is None
    assert change.after == {
        "id": "alpha-2/training-data",
        "date": "2025-03",
        "kind": "publish",
        "component": "training-data",
        "also": ["data-card"],
        "license": "MIT",
        "access": "public",
        "summary": {"en": "The data, with its card.", "ja": "データとそのカード。"},
        "sources": [
            {"url": "https://lab.example/data", "title": "Data", "publisher": "The Lab", "kind": "primary"}
        ],
    }


def test_importing_twice_changes_nothing_the_second_time() -> None:
    """A row that says what an event says already is that event."""
    first = tables.read("e.csv", CSV, small.PACK)
    second = tables.read("e.csv", CSV, apply(small.PACK, first.changes))
    assert (second.changes, second.same) == ((), 1)


def test_an_id_changes_the_fields_that_have_a_column() -> None:
    """A cell replaces its field, an empty one takes it away, and what has no column stays."""
    text = "id,license,url\nalpha-1/training-code-2024-03-10,Apache-2.0,\n"
    (change,) = tables.read("e.csv", text, small.PACK).changes
    assert change.fields == ("license", "url")
    assert change.after is not None and "url" not in change.after


def test_a_source_joins_the_others_or_takes_the_place_of_its_like() -> None:
    """By its address: another one is added, the same one is mended."""
    head = "id,source_url,source_title,source_publisher,source_kind"
    event = "beta-1/parameters-final-2025-04"
    added, mended = (
        tables.read("e.csv", f"{head}\n{event},{url},T,P,secondary\n", small.PACK).changes[0].after or {}
        for url in ("https://other.example/page", "https://example.org/press")
    )
    assert [each["title"] for each in added["sources"]] == ["A page", "A report", "T"]
    assert [each["title"] for each in mended["sources"]] == ["A page", "T"]


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("e.csv", "subject,licence\n", "there is no column 'licence'"),
        ("e.csv", "date\n2025\n", "a column subject or id is needed"),
        ("e.csv", "id,date\na/b,c,d\n", "e.csv: row 2: it has more cells than the header."),
        ("e.csv", "subject,date\nNobody,2025\n", "row 2, column subject: 'Nobody' is no model"),
        ("e.csv", f"{HEADER}\n{CELLS.replace('2025-03', '2025-13')}\n", "row 2, column date: '2025-13'"),
        (
            "e.csv",
            f"{HEADER}\n{CELLS.replace('primary', 'good')}\n",
            "row 2, column source_kind: 'good' is none",
        ),
        ("e.csv", "subject,date,kind\nalpha-2,2025,statement\n", "column source_url: it is missing"),
        (
            "e.csv",
            "id,license\nalpha-2/x,MIT\nalpha-2/x,MIT\n",
            "row 3, column id: alpha-2/x stands in row 2",
        ),
        ("e.json", "[1]", "write a list of objects"),
        ("e.json", '[{"subject": "alpha-2", "date": 2025}]', "row 1, column date: write a text in quotes"),
        ("e.json", "{", "line 1: not JSON"),
    ],
)
def test_what_is_wrong_is_named_with_row_and_column(path: str, text: str, said: str) -> None:
    """One sentence for each cell that cannot be read, and nothing is changed."""
    with pytest.raises(CatalogueError) as caught:
        tables.read(path, text, small.PACK)
    assert said in str(caught.value)


def test_every_wrong_row_is_named_at_once() -> None:
    """All problems of a table are told together."""
    with pytest.raises(CatalogueError) as caught:
        tables.read("e.csv", "subject,date\nNobody,2025\nNoone,2025\n", small.PACK)
    assert [each.path for each in caught.value.problems] == [
        "e.csv: row 2, column subject",
        "e.csv: row 3, column subject",
    ]
