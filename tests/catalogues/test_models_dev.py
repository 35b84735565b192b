"""models.dev's entries as additions: labs and makers, not resellers."""

from __future__ import annotations

import json

from bot.catalogues import models_dev
from tests.catalogues.written import COPY, added, converted, toml


def test_a_hosted_model_that_is_new_is_a_release_by_api() -> None:
    """A closed model of a known lab: its first public day by API, and weights that aren't published."""
    reading = models_dev.read({"/x/models/lab/gamma-9.toml": toml("Gamma 9", "2026-03")}, COPY)
    found = added(converted(reading))
    assert list(found) == ["gamma-9", "gamma-9/release", "gamma-9/parameters-final"]
    assert found["gamma-9"] == {"id": "gamma-9", "name": "Gamma 9", "organization": "lab"}
    release = found["gamma-9/release"]
    assert (release["date"], release["access"]) == ("2026-03", "api")
    assert found["gamma-9/parameters-final"]["finding"] == "absent"
    page = "https://github.com/anomalyco/models.dev/blob/abc123/models/lab/gamma-9.toml"
    assert [each["url"] for each in release["sources"]] == [page]


def test_open_weights_without_their_terms_are_a_statement() -> None:
    """It doesn't say whether a form comes first: what it lists as open is said, with the place."""
    more = '[[weights]]\nurl = "https://huggingface.co/lab/alpha-2"\n'
    reading = models_dev.read({"/x/models/lab/a.toml": toml(open_weights=True, more=more)}, COPY)
    event = added(converted(reading))["alpha-2/parameters-final"]
    assert (event["kind"], event["url"]) == ("statement", "https://huggingface.co/lab/alpha-2")


def test_resellers_are_counted_and_left_out() -> None:
    """Who isn't known to have made a model knows no better: nothing, not even a new model, comes of it."""
    files = {
        "/x/providers/reseller/models/alpha-2.toml": toml(),
        "/x/providers/works/models/alpha-2.toml": toml(),
        "/x/providers/works/models/other/thing-1.toml": toml("Thing 1"),
        "/x/providers/works/provider.toml": 'name = "Works"\n',
    }
    reading = models_dev.read(files, COPY)
    conversion = converted(reading)
    assert (conversion.resold, conversion.suggestions, conversion.unplaced) == (3, (), ())
    assert reading.left == 1


def test_a_name_for_whatever_is_newest_is_no_model() -> None:
    """``-latest`` stands for another model from time to time: it is left out."""
    reading = models_dev.read({"/x/models/lab/alpha-latest.toml": toml()}, COPY)
    assert (reading.entries, reading.left) == ((), 1)


def test_the_api_file_says_the_same() -> None:
    """api.json holds the providers with their models: a maker's own counts."""
    model = {"id": "alpha-2", "name": "Alpha 2", "release_date": "2024-06-01", "open_weights": False}
    data = {"lab": {"id": "lab", "models": {"alpha-2": model, "broken": {"name": "B"}}}}
    reading = models_dev.read({"/x/api.json": json.dumps(data)}, COPY)
    assert [each.path for each in reading.unread] == ["/x/api.json: lab/broken"]
    event = added(converted(reading))["alpha-2/parameters-final"]
    assert event["sources"] == [
        {
            "url": "https://models.dev/api.json",
            "title": "models.dev: lab/alpha-2",
            "publisher": "models.dev (community database)",
            "kind": "secondary",
        }
    ]
