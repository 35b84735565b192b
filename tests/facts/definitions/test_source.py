from __future__ import annotations

import pytest

from bot.facts.definitions.source import source
from bot.facts.definitions.verdict import Reason
from bot.facts.model import Access, Component, EventKind, Finding
from tests.facts.definitions.timelines import event, finding, publish, status

TRAINING, INFERENCE = Component.TRAINING_CODE, Component.INFERENCE_CODE


def test_both_are_needed() -> None:
    """Training and inference code under OSI-approved licences are open source."""
    verdict = source(status(publish(TRAINING, "MIT"), publish(INFERENCE)), {})
    assert (verdict.verdict, verdict.holds) == ("published", True)
    assert [reason.licenses for reason in verdict.reasons] == [("MIT",), ("Apache-2.0",)]


def test_parameters_are_no_source_code() -> None:
    """Publishing parameters publishes no source code."""
    verdict = source(status(publish(Component.PARAMETERS_FINAL)), {})
    assert (verdict.verdict, verdict.holds) == ("unknown", None)
    assert [reason.code for reason in verdict.reasons] == ["not-recorded", "not-recorded"]


def test_inference_only() -> None:
    """With inference code alone, the bar is missed if the training code is known to be withheld."""
    withheld = finding(TRAINING, Finding.ABSENT)
    verdict = source(status(publish(INFERENCE), withheld), {})
    assert (verdict.verdict, verdict.holds) == ("inference-only", False)
    assert verdict.reasons[0] == Reason("not-published", components=(TRAINING,), event=withheld)


def test_inference_only_as_far_as_we_know() -> None:
    """With inference code alone and nothing known of the training code, the bar is left undecided."""
    verdict = source(status(publish(INFERENCE)), {})
    assert (verdict.verdict, verdict.holds) == ("inference-only", None)


def test_training_only() -> None:
    """Training code without inference code is said the same way."""
    verdict = source(status(publish(TRAINING), finding(INFERENCE, Finding.ABSENT)), {})
    assert (verdict.verdict, verdict.holds) == ("training-only", False)


def test_a_licence_that_osi_has_not_approved() -> None:
    """Code under an open data licence, a maker's own or none at all is not open source."""
    for license, code in (
        ("CC-BY-4.0", "not-approved"),
        ("LicenseRef-X", "not-approved"),
        ("unlicensed", "unlicensed"),
    ):
        verdict = source(status(publish(TRAINING, license), publish(INFERENCE, license)), {})
        assert (verdict.verdict, verdict.holds, verdict.reasons[0].code) == ("not-published", False, code)


@pytest.mark.parametrize("license", ["undisclosed", "unread"])
def test_a_licence_that_is_not_known(license: str) -> None:
    """Code under a licence that nobody tells, or that nobody read for us, decides nothing; each is said."""
    verdict = source(status(publish(TRAINING), publish(INFERENCE, license)), {})
    assert (verdict.verdict, verdict.holds) == ("training-only", None)
    assert verdict.reasons[-1].code == f"license-{license}"


def test_a_product_says_nothing_of_its_source() -> None:
    """A product with no word on its code is unknown here, not closed."""
    assert source(status(event(EventKind.RELEASE, access=Access.PRODUCT)), {}).verdict == "unknown"
