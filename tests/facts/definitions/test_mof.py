from __future__ import annotations

import pytest

from bot.facts.definitions.mof import REQUIRED, MofClass, Part, evaluate, mof
from bot.facts.definitions.verdict import Reason
from bot.facts.model import Access, Component, EventKind, Finding
from tests.facts.definitions.timelines import event, finding, publish, ruling, status

III = REQUIRED[MofClass.OPEN_MODEL]
II = (*III, *REQUIRED[MofClass.OPEN_TOOLING])
I = (*II, *REQUIRED[MofClass.OPEN_SCIENCE])  # noqa: E741 - the classes have Roman numbers
REPORT, PAPER = Component.TECHNICAL_REPORT, Component.RESEARCH_PAPER


def listed(*components: Component, without: Component | None = None) -> dict[Component, str | None]:
    return {component: "MIT" for component in components if component is not without}


def progress(licenses: dict[Component, str | None]) -> tuple[float, float, float]:
    """Of classes III, II and I."""
    evaluation = evaluate(licenses)
    return tuple(evaluation.progress[each] for each in REQUIRED)  # type: ignore[return-value]


def test_sizes() -> None:
    """The classes require 6, 10 and 14 components."""
    assert (len(III), len(II), len(I)) == (6, 10, 14)
    assert len(set(I)) == 14


@pytest.mark.parametrize(
    ("components", "expected", "percents"),
    [
        (III, MofClass.OPEN_MODEL, (100.0, 60.0, 0.0)),
        (II, MofClass.OPEN_TOOLING, (100.0, 100.0, 10 / 14 * 100)),
        (I, MofClass.OPEN_SCIENCE, (100.0, 100.0, 100.0)),
        ((), MofClass.NONE, (0.0, 0.0, 0.0)),
    ],
)
def test_classes_are_cumulative(
    components: tuple[Component, ...], expected: MofClass, percents: tuple[float, float, float]
) -> None:
    """The class is the lowest-numbered complete one, and its components count for the next."""
    assert evaluate(listed(*components)).mof_class is expected
    assert progress(listed(*components)) == percents


def test_a_class_waits_for_the_one_below() -> None:
    """With one component of class III missing, the classes above it have no progress."""
    assert progress(listed(*I, without=Component.DATA_CARD)) == (5 / 6 * 100, 0.0, 0.0)


def test_a_paper_stands_in_for_the_report() -> None:
    """Without a report the paper is counted for III and II; class I then requires one component less."""
    licenses = listed(*I, without=REPORT)
    assert progress(licenses) == (100.0, 100.0, 100.0)
    assert evaluate(licenses).having(Part.MISSING) == ()
    assert progress(listed(*III, PAPER, without=REPORT)) == (100.0, 60.0, 0.0)
    assert progress(listed(*II, PAPER, without=REPORT)) == (100.0, 100.0, 10 / 13 * 100)


def test_a_report_and_a_paper_are_two_components() -> None:
    """With an open report the paper counts for class I alone."""
    assert progress(listed(*II, PAPER)) == (100.0, 100.0, 11 / 14 * 100)


@pytest.mark.parametrize("license", [None, "LicenseRef-X"])
def test_a_paper_brings_its_own_state(license: str | None) -> None:
    """A paper that isn't open takes the report's place among what is missing, and fills it with nothing."""
    licenses = {**listed(*I, without=REPORT), PAPER: license}
    assert progress(licenses) == (5 / 6 * 100, 0.0, 0.0)
    assert evaluate(licenses).having(Part.MISSING) == ()


def test_a_report_that_is_not_open_still_shows() -> None:
    """An unlicensed report is replaced by an open paper in the count, and still named as unlicensed."""
    licenses = {**listed(*I), REPORT: None}
    assert progress(licenses) == (100.0, 100.0, 100.0)
    assert evaluate(licenses).having(Part.UNLICENSED) == (REPORT,)


def test_optional_components_never_count() -> None:
    """Sample outputs, supporting tools and metadata change nothing."""
    optional = {Component.SAMPLE_OUTPUTS, Component.SUPPORTING_TOOLS, Component.MODEL_METADATA}
    assert set(Component) - set(I) == optional
    assert evaluate(listed(*III, *optional)) == evaluate(listed(*III))


@pytest.mark.parametrize(
    ("license", "part"),
    [
        ("Apache-2.0", Part.INCLUDED),
        ("WTFPL", Part.INCLUDED),  # free by the FSF's list, not approved by OSI
        ("CC-BY-4.0", Part.INCLUDED),
        ("OpenMDW-1.0", Part.INCLUDED),
        ("ODC-PDDL-1.0", Part.INCLUDED),  # the tool's own spelling
        ("PDDL-1.0", Part.INVALID),
        ("apache-2.0", Part.INVALID),  # ids are exact
        ("Apache-2.0 OR MIT", Part.INVALID),  # the tool knows no expressions
        ("Llama 2 Community License (2023)", Part.INVALID),
        ("CC-BY-NC-4.0", Part.INVALID),
        ("", Part.UNLICENSED),
        (None, Part.UNLICENSED),
    ],
)
def test_what_counts_as_open(license: str | None, part: Part) -> None:
    """Exactly the ids of the tool's lists are open, for every type of component."""
    for component in (Component.ARCHITECTURE, Component.PARAMETERS_FINAL, Component.MODEL_CARD):
        assert evaluate({component: license}).parts[component] is part


def test_a_status_carries_its_licences() -> None:
    """The publication's licence counts for what comes with it, and the strictest where variants differ."""
    carrier = publish(Component.MODEL_CARD, "Apache-2.0", also=(Component.DATA_CARD,))
    small = publish(Component.PARAMETERS_FINAL, "MIT", variants=("1B",))
    large = publish(Component.PARAMETERS_FINAL, "LicenseRef-X", variants=("7B",))
    verdict = mof(status(carrier, small, large, publish(REPORT, "unlicensed")), {})
    found = {reason.code: (reason.components, reason.licenses) for reason in verdict.reasons}
    assert found["invalid"] == ((Component.PARAMETERS_FINAL,), ("LicenseRef-X",))
    assert found["unlicensed"] == ((REPORT,), ())
    assert verdict.reasons[0] == Reason("progress-3", number=2 / 6 * 100)


def test_a_choice_of_licences_is_open_in_a_status() -> None:
    """Where the taker may choose, an open licence among the choices counts."""
    verdict = mof(status(publish(Component.ARCHITECTURE, "LicenseRef-X OR MIT")), {})
    assert verdict.reasons[0].number == 1 / 6 * 100


def test_missing_and_not_recorded_differ() -> None:
    """What is known to be withheld is missing; what nobody speaks of is not recorded."""
    offered = event(EventKind.RELEASE, access=Access.API)
    verdict = mof(status(offered, finding(Component.TRAINING_DATA, Finding.UNDISCLOSED)), {})
    found = {reason.code: reason.components for reason in verdict.reasons}
    assert found["missing"] == (Component.PARAMETERS_FINAL, Component.TRAINING_DATA)
    assert len(found["not-recorded"]) == 12


def test_access_on_request_is_not_published() -> None:
    """A component that is granted case by case isn't counted."""
    verdict = mof(status(publish(Component.ARCHITECTURE, access=Access.REQUEST)), {})
    assert verdict.reasons[0].number == 0


def test_holds() -> None:
    """A class is met, known to be missed, or undecided where what we don't know could make the difference."""
    published = tuple(publish(component) for component in III)
    assert mof(status(*published), {}).holds is True
    assert mof(status(*published[1:]), {}).holds is None
    assert mof(status(*published[1:], publish(III[0], "unread")), {}).holds is None
    assert mof(status(*published[1:], publish(III[0], "undisclosed")), {}).holds is False
    assert mof(status(*published[1:], finding(III[0], Finding.ABSENT)), {}).holds is False


def test_published_classes_are_shown() -> None:
    """A class that somebody else published stands beside ours and changes nothing."""
    published = ruling("mof", "3", "Model Openness Tool")
    verdict = mof(status(publish(Component.ARCHITECTURE), published), {})
    assert verdict.verdict == "none"
    assert verdict.reasons[-1] == Reason("ruling", event=published)
