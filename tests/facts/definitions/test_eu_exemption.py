from __future__ import annotations

import pytest

from bot.facts.definitions.eu_exemption import eu_exemption
from bot.facts.definitions.verdict import Verdict
from bot.facts.model import Access, Component, Event, EventKind, License, TermName, TermValue
from tests.facts.definitions.timelines import event, license, publish, status

PARAMETERS = Component.PARAMETERS_FINAL
CARD, CODE = publish(Component.MODEL_CARD), publish(Component.INFERENCE_CODE)
FREE = {
    "commercial_use": TermValue.FREE,
    "redistribution": TermValue.REQUIRED,
    "modification": TermValue.FREE,
}


def judged(*events: Event, terms: dict[str, License] | None = None, compute: float | None = 1e23) -> Verdict:
    return eu_exemption(status(*events, training_compute=compute), terms or {})


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


def test_would_qualify() -> None:
    """Public weights under an open licence, with their architecture and usage told, would qualify."""
    verdict = judged(publish(PARAMETERS), CARD, CODE)
    assert (verdict.verdict, verdict.holds, codes(verdict)) == ("would-qualify", True, ["open-license"])


@pytest.mark.parametrize(
    "term", ["commercial_use", "redistribution", "modification", "threshold", "territory"]
)
def test_terms_that_exclude(term: str) -> None:
    """A limit on commerce, size, place, passing on or changing denies one of the freedoms."""
    terms = license("LicenseRef-X", **{**FREE, term: TermValue.LIMITED})
    verdict = judged(publish(PARAMETERS, "LicenseRef-X"), CARD, CODE, terms=terms)
    assert (verdict.verdict, verdict.holds) == ("would-not-qualify", False)
    assert verdict.reasons[0].code == "excluding-terms"
    assert verdict.reasons[0].terms == (TermName(term.replace("_", "-")),)


@pytest.mark.parametrize("term", ["acceptable_use", "naming", "output_training"])
def test_terms_of_which_nobody_has_decided(term: str) -> None:
    """A list of excluded uses, a name to carry, a limit on output: proportionate or not, we don't decide."""
    terms = license("LicenseRef-X", **{**FREE, term: TermValue.REQUIRED})
    verdict = judged(publish(PARAMETERS, "LicenseRef-X"), CARD, CODE, terms=terms)
    assert (verdict.verdict, codes(verdict)) == ("not-decidable", ["doubtful-terms"])


def test_terms_that_nobody_has_read() -> None:
    """A licence on no open list qualifies only where its freedoms have been read in it."""
    parameters = publish(PARAMETERS, "LicenseRef-X")
    unread = judged(parameters, CARD, CODE, terms=license("LicenseRef-X", commercial_use=TermValue.FREE))
    assert (unread.verdict, codes(unread)) == ("not-decidable", ["terms-not-read"])
    assert unread.reasons[0].terms == (TermName.REDISTRIBUTION, TermName.MODIFICATION)
    read = judged(parameters, CARD, CODE, terms=license("LicenseRef-X", **FREE))
    assert read.verdict == "would-qualify"


def test_no_licence() -> None:
    """Without a licence nobody has permission; under one that isn't known nothing is decided."""
    assert judged(publish(PARAMETERS, "unlicensed"), CARD, CODE).verdict == "would-not-qualify"
    for unknown in ("undisclosed", "unread"):
        verdict = judged(publish(PARAMETERS, unknown), CARD, CODE)
        assert (verdict.verdict, codes(verdict)) == ("not-decidable", [f"license-{unknown}"])


def test_access() -> None:
    """Weights that aren't public rule it out; a form before the download, or no word, leaves it open."""
    assert judged(event(EventKind.RELEASE, access=Access.API)).verdict == "would-not-qualify"
    assert judged(publish(PARAMETERS, access=Access.REQUEST), CARD, CODE).verdict == "would-not-qualify"
    gated = judged(publish(PARAMETERS, access=Access.GATED), CARD, CODE)
    assert (gated.verdict, codes(gated)) == ("not-decidable", ["gated", "open-license"])
    assert judged(CARD, CODE).verdict == "not-decidable"


def test_information() -> None:
    """Without public information on architecture and usage in our data, nothing is decided."""
    verdict = judged(publish(PARAMETERS))
    assert (verdict.verdict, verdict.holds) == ("not-decidable", None)
    assert codes(verdict) == ["architecture-unknown", "usage-unknown", "open-license"]


@pytest.mark.parametrize(
    ("compute", "verdict", "code"),
    [
        (1.1e25, "would-not-qualify", "systemic-risk"),
        (1e25, "would-qualify", "open-license"),
        (None, "would-qualify", "compute-unknown"),
    ],
)
def test_systemic_risk(compute: float | None, verdict: str, code: str) -> None:
    """Above 10^25 operations the exemption is void; where nobody published them, that is said."""
    found = judged(publish(PARAMETERS), CARD, CODE, compute=compute)
    assert found.verdict == verdict
    assert code in codes(found)
