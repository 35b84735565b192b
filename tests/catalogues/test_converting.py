"""Where entries are placed, and what becomes of those that say the same, another thing, or too little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogues import european_index, models_dev, mot
from bot.catalogues.entry import Copy
from bot.facts.model import Pack
from tests.catalogues.written import COPY, added, converted, index, toml
from tests.catalogues.written import mot as written
from tests.facts import small

TRAINING = "name: Training code"


def test_what_says_the_same_changes_nothing() -> None:
    """A component that we have under that licence is the same, and proposes nothing."""
    conversion = converted(mot.read({"a.yml": written(TRAINING, name="Alpha 1")}, COPY))
    assert (conversion.same, conversion.suggestions, conversion.disagreements) == (("a.yml",), (), ())


def test_another_licence_is_told_and_not_proposed() -> None:
    """What contradicts us is listed with both values; no event of ours is touched."""
    component = "name: Training code, license: Apache-2.0"
    conversion = converted(mot.read({"a.yml": written(component, name="Alpha 1")}, COPY))
    (found,) = conversion.disagreements
    assert (found.model, found.about, found.ours, found.theirs) == (
        "alpha-1",
        "training-code",
        "MIT",
        "Apache-2.0",
    )
    assert conversion.suggestions == ()


def test_a_licence_that_is_disputed_says_nothing_of_other_components() -> None:
    """Where we have another licence of one component, nothing is proposed under theirs; the rest is."""
    apache = "license: Apache-2.0"
    components = (f"name: Training code, {apache}", f"name: Model card, {apache}", "name: Research paper")
    conversion = converted(mot.read({"a.yml": written(*components, name="Alpha 1")}, COPY))
    assert [each.about for each in conversion.disagreements] == ["training-code"]
    assert list(added(conversion)) == ["alpha-1/research-paper"]


def test_closed_where_we_have_it_published_is_told() -> None:
    """Weights that a catalogue calls closed, and we have: somebody has to look."""
    conversion = converted(models_dev.read({"models/lab/a.toml": toml("Alpha 1", "2024-01-10")}, COPY))
    (found,) = conversion.disagreements
    assert (found.about, found.ours, found.theirs) == (
        "parameters-final",
        "published since 2024-03-10",
        "closed",
    )


@pytest.mark.parametrize(
    ("day", "disagrees"),
    [
        ("2024-06-01", False),
        ("2024-06", False),
        ("2024-06-02", False),
        ("2024-06-04", True),
        ("2024-07", True),
    ],
)
def test_first_use_disagrees_where_both_cannot_be_the_same_day(day: str, disagrees: bool) -> None:
    """A less precise date may be ours; a neighbouring day may be ours in another zone."""
    conversion = converted(models_dev.read({"models/lab/a.toml": toml(release=day)}, COPY))
    assert [each.about for each in conversion.disagreements] == (["first use"] if disagrees else [])


def test_several_entries_of_one_model_are_one_suggestion() -> None:
    """Sizes of one model are one proposal: what the first adds, the second doesn't add again."""
    reading = mot.read(
        {"a.yml": written(TRAINING), "b.yml": written(TRAINING, "name: Evaluation code")}, COPY
    )
    (suggestion,) = converted(reading).suggestions
    assert [each.record.id for each in suggestion.changes] == [
        "alpha-2/training-code",
        "alpha-2/evaluation-code",
    ]
    assert suggestion.paths == ("a.yml", "b.yml")


def test_the_key_stays_from_copy_to_copy() -> None:
    """The same words in a later copy are the same finding; other words are another."""

    def key(text: str, copy: Copy) -> str:
        (suggestion,) = converted(european_index.read({"a.yaml": text}, copy)).suggestions
        return suggestion.key

    first = key(index(trainingcode="closed"), COPY)
    assert first == key(index(trainingcode="closed"), Copy(date(2026, 9, 1), "def456"))
    assert first != key(index(trainingcode="open"), COPY)


@pytest.mark.parametrize(
    ("name", "maker", "reason"),
    [
        ("Alpha 2", "Somebody", "its maker 'Somebody' isn't known"),
        ("Alpha 2", "The Works", "isn't of The Works"),
        ("Omega", "Somebody", "its maker 'Somebody' isn't known"),
        ("Alpha", "The Lab", "it may be alpha-3, alpha-2, alpha-1"),
    ],
)
def test_doubt_places_nothing(name: str, maker: str, reason: str) -> None:
    """A name alone doesn't place an entry: the maker has to fit, and only one model can be meant."""
    reading = mot.read({"a.yml": written(TRAINING, name=name, producer=maker)}, COPY)
    conversion = converted(reading)
    (found,) = conversion.unplaced
    assert reason in found.reason
    assert conversion.suggestions == ()


def test_an_address_places_whatever_the_maker_is_called() -> None:
    """The address of a repository of ours says which model it is."""
    alpha = replace(small.ALPHA_2, repositories=("https://huggingface.co/lab-ai/alpha-2-chat",))
    lab = replace(small.LAB, models=(small.ALPHA_1, alpha, small.ALPHA_3))
    pack = Pack((lab, small.WORKS), small.PACK.licenses)
    text = written(TRAINING, name="A2", producer="L.A.B.", huggingface="lab-ai/alpha-2-chat")
    assert "alpha-2/training-code" in added(converted(mot.read({"a.yml": text}, COPY), pack))


def test_a_new_model_needs_something_to_go_by() -> None:
    """A model that we don't have, of a maker that we have, becomes one only with an event of its own."""
    link = "component_path: 'https://github.com/lab/omega'"
    files = {
        "a.yml": written(TRAINING, name="Omega 1"),
        "b.yml": written(f"{TRAINING}, {link}", name="Omega 2"),
    }
    conversion = converted(mot.read(files, COPY))
    assert list(added(conversion)) == ["omega-2", "omega-2/training-code"]
    assert [each.path for each in conversion.unplaced] == ["a.yml"]
