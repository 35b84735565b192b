"""The Model Openness Tool's entries as additions."""

from __future__ import annotations

from bot.catalogues import mot
from tests.catalogues.written import COPY, added, converted
from tests.catalogues.written import mot as written

PAGE = "https://github.com/lfai/model_openness_tool/blob/abc123/models/Alpha-2.yml"


def read(*components: str, **head: str) -> dict[str, dict[str, object]]:
    """What one entry would add to the small pack."""
    return added(converted(mot.read({"/x/models/Alpha-2.yml": written(*components, **head)}, COPY)))


def test_a_component_is_published_within_the_time_that_is_known() -> None:
    """Between the model's first event (June) and the entry (September) lies the year, no month of it."""
    found = read("name: Training code, component_path: 'https://github.com/lab/alpha/train'")
    assert found == {
        "alpha-2/training-code": {
            "id": "alpha-2/training-code",
            "date": "2024",
            "kind": "publish",
            "component": "training-code",
            "license": "MIT",
            "access": "public",
            "url": "https://github.com/lab/alpha/train",
            "summary": {
                "en": "The Model Openness Tool lists the training code of Alpha 2 under MIT.",
                "ja": "Model Openness ToolはAlpha 2の学習コードを公開（MIT）とする。",
            },
            "sources": [
                {
                    "url": PAGE,
                    "title": "Model Openness Tool: Alpha 2",
                    "publisher": "LF AI & Data / Generative AI Commons",
                    "kind": "secondary",
                    "published": "2024-09-02",
                }
            ],
        }
    }


def test_in_one_month_the_month_is_the_date() -> None:
    """An entry of the month in which the model appeared dates a component to that month."""
    assert read("name: Training code", date="2024-06-28")["alpha-2/training-code"]["date"] == "2024-06"


def test_what_cannot_be_dated_is_a_statement_where_there_is_a_place_to_look() -> None:
    """An entry of a later year says what is there, not since when; without a link nobody could look."""
    found = read(
        "name: Training code",
        "name: Evaluation code, component_path: 'https://github.com/lab/alpha/eval'",
        date="2025-05-16",
    )
    assert list(found) == ["alpha-2/evaluation-code"]
    event = found["alpha-2/evaluation-code"]
    assert (event["kind"], event["date"], "access" in event) == ("statement", "2025-05-16", False)


def test_data_may_be_gated_so_its_publication_is_not_claimed() -> None:
    """The tool doesn't say whether a form comes first: data and weights are no publication by its word."""
    found = read("name: Datasets, component_path: 'https://lab.example/data'")
    assert found["alpha-2/training-data"]["kind"] == "statement"


def test_what_has_no_licence_or_no_place_is_left_out() -> None:
    """Unlicensed, under what is no licence, or nowhere: it is as often guessed as known."""
    assert not read(
        "name: Model card, license: unlicensed", "name: Data card, license: Component not include"
    )
    assert not read("name: Training code", repository="")


def test_a_broken_file_is_named_and_the_others_are_read() -> None:
    """A file that is none of the tool's is a sentence; the rest go on."""
    good = written("name: Training code")
    reading = mot.read(
        {"a.yml": "release: 1", "b.yml": good, "c.yml": good.replace("2024-09-02", "soon")}, COPY
    )
    assert [each.path for each in reading.unread] == ["a.yml", "c.yml"]
    assert len(reading.entries) == 1
