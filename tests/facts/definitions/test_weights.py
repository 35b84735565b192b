from __future__ import annotations

from datetime import date

from bot.facts.definitions.verdict import Reason, Verdict
from bot.facts.definitions.weights import WeightsReason, WeightsVerdict, weights, withheld
from bot.facts.model import Access, Component, EventKind, Finding, TermName, TermValue
from tests.facts.definitions.timelines import event, finding, license, publish, status

PARAMETERS = Component.PARAMETERS_FINAL


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


def test_open_licence() -> None:
    """Parameters that anyone downloads under Apache-2.0 are open weights under an open licence."""
    published = publish(PARAMETERS)
    verdict = weights(status(published), {})
    assert (verdict.verdict, verdict.holds) == (WeightsVerdict.OPEN_LICENSE, True)
    assert verdict.reasons == (Reason("open", licenses=("Apache-2.0",), event=published),)


def test_restrictions_are_named() -> None:
    """A restricted licence is said with the terms that restrict, and without those that don't."""
    terms = license(
        "LicenseRef-X",
        threshold=TermValue.LIMITED,
        acceptable_use=TermValue.REQUIRED,
        attribution=TermValue.REQUIRED,
        commercial_use=TermValue.FREE,
    )
    verdict = weights(status(publish(PARAMETERS, "LicenseRef-X")), terms)
    assert (verdict.verdict, verdict.holds) == (WeightsVerdict.RESTRICTED_LICENSE, True)
    assert verdict.reasons[0].code == WeightsReason.RESTRICTS
    assert verdict.reasons[0].terms == (TermName.THRESHOLD, TermName.ACCEPTABLE_USE)


def test_a_licence_on_no_list() -> None:
    """A licence on no list of open ones whose terms restrict nothing we know of is said to be that."""
    terms = license("LicenseRef-X", attribution=TermValue.REQUIRED)
    verdict = weights(status(publish(PARAMETERS, "LicenseRef-X")), terms)
    assert (verdict.verdict, codes(verdict)) == ("restricted-license", ["not-listed"])


def test_three_ways_of_naming_no_licence() -> None:
    """None, one that nobody tells and one that nobody read for us are restricted, each for its own reason."""
    assert codes(weights(status(publish(PARAMETERS, "unread")), {})) == ["license-unread"]
    assert codes(weights(status(publish(PARAMETERS, "unlicensed")), {})) == ["unlicensed"]
    assert codes(weights(status(publish(PARAMETERS, "undisclosed")), {})) == ["license-undisclosed"]


def test_gated_counts_and_is_said() -> None:
    """A form before the download doesn't make weights closed; it is said."""
    verdict = weights(status(publish(PARAMETERS, access=Access.GATED)), {})
    assert (verdict.verdict, codes(verdict)) == ("open-license", ["open", "gated"])


def test_on_request_does_not_count() -> None:
    """Access that is granted case by case is no download."""
    verdict = weights(status(publish(PARAMETERS, access=Access.REQUEST)), {})
    assert (verdict.verdict, verdict.holds, codes(verdict)) == ("not-downloadable", False, ["on-request"])


def test_a_large_size_on_request_leaves_the_small_ones_open() -> None:
    """Sizes on request take nothing away from sizes that anyone downloads."""
    small = publish(PARAMETERS, "MIT", variants=("1B",))
    large = publish(PARAMETERS, "LicenseRef-X", access=Access.REQUEST, variants=("100B",))
    assert weights(status(small, large), {}).verdict == "open-license"


def test_variants_under_different_licences() -> None:
    """Where sizes differ in licence the strictest decides, and each size's licence is said."""
    small = publish(PARAMETERS, "Apache-2.0", variants=("1B",))
    large = publish(PARAMETERS, "CC-BY-NC-4.0", variants=("7B",))
    verdict = weights(status(small, large), {})
    assert verdict.verdict == "restricted-license"
    variants = {reason.event: reason.licenses for reason in verdict.reasons if reason.code == "variant"}
    assert variants == {small: ("Apache-2.0",), large: ("CC-BY-NC-4.0",)}


def test_withdrawn() -> None:
    """Parameters that were taken back are withdrawn, and the event says since when."""
    withdrawal = event(EventKind.WITHDRAW, component=PARAMETERS, on="2025-01-01")
    verdict = weights(status(publish(PARAMETERS), withdrawal), {})
    assert (verdict.verdict, verdict.holds) == ("withdrawn", False)
    assert verdict.reasons == (Reason("withdrawn", event=withdrawal),)


def test_kinds_of_no() -> None:
    """Known not to exist, undisclosed, nobody has said and not in our data stay four different answers."""
    for what, verdict in (
        (Finding.ABSENT, "not-downloadable"),
        (Finding.UNDISCLOSED, "not-downloadable"),
        (Finding.DESCRIBED, "not-downloadable"),
        (Finding.UNSAID, "unknown"),
    ):
        found = weights(status(finding(PARAMETERS, what)), {})
        assert (found.verdict, codes(found)) == (verdict, [what.value])
    nothing = weights(status(publish(Component.RESEARCH_PAPER)), {})
    assert (nothing.verdict, nothing.holds, codes(nothing)) == ("unknown", None, ["not-recorded"])


def test_a_product_is_no_download() -> None:
    """A model that is offered by API, with no publication on record, is not downloadable; both are said."""
    offered = event(EventKind.RELEASE, access=Access.API)
    verdict = weights(status(offered), {})
    assert (verdict.verdict, verdict.holds) == ("not-downloadable", False)
    assert verdict.reasons == (Reason("offered-otherwise", event=offered), Reason("not-recorded"))


def test_announced_only() -> None:
    """A model that was only announced is not downloadable."""
    verdict = weights(status(event(EventKind.ANNOUNCE)), {})
    assert (verdict.verdict, codes(verdict)) == ("not-downloadable", ["announced-only", "not-recorded"])


def test_a_date_that_may_lie_before_the_day() -> None:
    """Asked inside the month of a publication without a day, the answer is unknown, and says why."""
    published = publish(PARAMETERS, on="2024-03")
    offered = event(EventKind.RELEASE, access=Access.API, on="2024-01-01")
    verdict = weights(status(offered, published, day=date(2024, 3, 15)), {})
    assert (verdict.verdict, verdict.holds) == ("unknown", None)
    assert verdict.reasons == (Reason("maybe", event=published),)
    assert weights(status(published, day=date(2024, 3, 31)), {}).verdict == "open-license"


def test_withheld() -> None:
    """Withheld is what is known not to be had, and a product's parameters that nobody speaks of."""
    offered = status(event(EventKind.RELEASE, access=Access.PRODUCT))
    assert withheld(offered, PARAMETERS)
    assert not withheld(offered, Component.TRAINING_CODE)
    assert withheld(status(finding(Component.TRAINING_CODE, Finding.DESCRIBED)), Component.TRAINING_CODE)
    assert not withheld(status(publish(PARAMETERS)), PARAMETERS)
