from __future__ import annotations

import pytest

from bot.facts.definitions.european_index import european_index
from bot.facts.definitions.verdict import Reason
from bot.facts.model import Access, Component, Event, EventKind, Finding
from tests.facts.definitions.timelines import event, finding, publish, ruling, status

PARAMETERS, DATA = Component.PARAMETERS_FINAL, Component.TRAINING_DATA
TRAINING, PREPROCESSING = Component.TRAINING_CODE, Component.DATA_PREPROCESSING_CODE


def numbers(*events: Event) -> dict[str, float | None]:
    return {reason.code: reason.number for reason in european_index(status(*events), {}).reasons}


def test_twelve_dimensions() -> None:
    """All twelve dimensions are named, known or not; what isn't known is None and not 0."""
    found = numbers(publish(PARAMETERS))
    assert len(found.keys() - {"score", "known"}) == 12
    assert {code for code, number in found.items() if number is not None} == {
        "weights-end",
        "score",
        "known",
    }


def test_the_score_is_the_mean_of_the_known() -> None:
    """The score is the mean over the known dimensions, with their number beside it."""
    found = numbers(publish(PARAMETERS, access=Access.GATED), finding(DATA, Finding.UNDISCLOSED))
    assert (found["weights-end"], found["data-end"]) == (0.5, 0.0)
    assert (found["score"], found["known"]) == (0.25, 2)


def test_nothing_known() -> None:
    """Where no dimension is known there is no score, and the verdict says so."""
    verdict = european_index(status(publish(Component.MODEL_CARD)), {})
    assert (verdict.verdict, verdict.holds) == ("unknown", None)
    assert verdict.reasons[-1] == Reason("known", number=0)


@pytest.mark.parametrize(
    ("events", "degree"),
    [
        ((publish(DATA),), 1.0),
        ((finding(DATA, Finding.DESCRIBED),), 0.5),
        ((finding(DATA, Finding.ABSENT),), 0.0),
        ((finding(DATA, Finding.UNSAID),), None),
        ((), None),
    ],
)
def test_data(events: tuple[Event, ...], degree: float | None) -> None:
    """Data is open if it can be had, partial if it is described, closed if it is known to be withheld."""
    assert numbers(*events)["data-end"] == degree


@pytest.mark.parametrize(
    ("parameters", "degree"),
    [
        (publish(PARAMETERS, "LicenseRef-X"), 1.0),
        (publish(PARAMETERS, access=Access.REQUEST), 0.5),
        (event(EventKind.RELEASE, access=Access.API), 0.0),
        (finding(PARAMETERS, Finding.UNSAID), None),
    ],
)
def test_weights(parameters: Event, degree: float | None) -> None:
    """Shared weights are open whatever their licence, partial behind a form or on request."""
    assert numbers(parameters)["weights-end"] == degree


@pytest.mark.parametrize(
    ("events", "degree"),
    [
        ((publish(TRAINING), publish(PREPROCESSING)), 1.0),
        ((publish(TRAINING), finding(PREPROCESSING, Finding.ABSENT)), 0.5),
        ((finding(TRAINING, Finding.ABSENT), finding(PREPROCESSING, Finding.ABSENT)), 0.0),
        ((publish(TRAINING),), None),
    ],
)
def test_training_code(events: tuple[Event, ...], degree: float | None) -> None:
    """The code that prepares the data belongs to the training code: half of it is partial."""
    assert numbers(*events)["training-code"] == degree


@pytest.mark.parametrize(
    ("licenses", "degree"),
    [
        (("MIT", "MIT", "CC-BY-4.0"), 1.0),
        (("MIT", "MIT", "unlicensed"), 0.5),
        (("MIT", "LicenseRef-X", "unlicensed"), None),
        (("LicenseRef-X", "LicenseRef-X", "unlicensed"), 0.0),
    ],
)
def test_licenses(licenses: tuple[str, ...], degree: float | None) -> None:
    """Weights, training code and data: all three open, two of them, none; one alone decides nothing."""
    events = (
        publish(each, license) for each, license in zip((PARAMETERS, TRAINING, DATA), licenses, strict=True)
    )
    assert numbers(*events)["licenses"] == degree


def test_documents() -> None:
    """A document that is known to be missing closes its dimension; one that is there waits for a reader."""
    missing = (
        finding(Component.RESEARCH_PAPER, Finding.ABSENT),
        finding(Component.DATA_CARD, Finding.ABSENT),
    )
    found = numbers(*missing, publish(Component.TECHNICAL_REPORT), publish(Component.MODEL_CARD))
    assert (found["paper"], found["datasheet"]) == (0.0, 0.0)
    assert (found["preprint"], found["model-card"]) == (None, None)


def test_the_index_itself() -> None:
    """What the index published is shown, whatever we compute."""
    published = ruling("european-index", "0.61", "European Open Source AI Index")
    verdict = european_index(status(publish(PARAMETERS), published), {})
    assert verdict.reasons[-1] == Reason("ruling", event=published)
