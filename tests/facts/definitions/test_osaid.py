from __future__ import annotations

from bot.facts.definitions.osaid import IF_USED, REQUIRED, OsaidReason, osaid
from bot.facts.definitions.verdict import Reason, Verdict
from bot.facts.model import Component, Event, Finding, TermName, TermValue
from tests.facts.definitions.timelines import finding, license, publish, ruling, status

CODE_AND_PARAMETERS = tuple(publish(component) for component in (*REQUIRED, *IF_USED))
DATA = publish(Component.TRAINING_DATA, "ODC-By-1.0")
OSI_MEETS = ruling("osaid", "meets", "Open Source Initiative")
OSI_FAILS = ruling("osaid", "fails", "OSI")
OSI_WOULD = ruling("osaid", "would-meet", "OSI")


def judged(*events: Event) -> Verdict:
    terms = license("LicenseRef-X", acceptable_use=TermValue.REQUIRED)
    return osaid(status(*events), terms)


def without(*components: Component) -> tuple[Event, ...]:
    return tuple(event for event in CODE_AND_PARAMETERS if event.component not in components)


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


def test_meets_with_open_data() -> None:
    """All code, the parameters and the data sets themselves openly available meet the definition."""
    verdict = judged(*CODE_AND_PARAMETERS, DATA)
    assert (verdict.verdict, verdict.holds) == ("meets", True)
    assert verdict.reasons == (Reason(OsaidReason.DATA_OPEN, event=DATA),)


def test_a_description_of_the_data_is_not_judged() -> None:
    """With the data only described a machine cannot tell: it says so, and that nobody judged it."""
    card = publish(Component.DATA_CARD)
    described = finding(Component.TRAINING_DATA, Finding.DESCRIBED)
    verdict = judged(*CODE_AND_PARAMETERS, card, described)
    assert (verdict.verdict, verdict.holds) == ("undetermined", None)
    assert verdict.reasons == (
        Reason("data-described", components=(Component.DATA_CARD,), event=card),
        Reason("data-described", components=(Component.TRAINING_DATA,), event=described),
        Reason("data-unjudged"),
    )


def test_withheld_training_code_fails() -> None:
    """A required piece of code that is known to be withheld fails it, however open the rest is."""
    missing = finding(Component.TRAINING_CODE, Finding.ABSENT)
    verdict = judged(*without(Component.TRAINING_CODE), DATA, missing)
    assert (verdict.verdict, verdict.holds) == ("fails", False)
    assert verdict.reasons[0] == Reason("absent", components=(Component.TRAINING_CODE,))


def test_a_restricting_licence_fails() -> None:
    """Parameters under a licence that restricts use fail the definition, and the terms are named."""
    restricted = publish(Component.PARAMETERS_FINAL, "LicenseRef-X")
    verdict = judged(*without(Component.PARAMETERS_FINAL), DATA, restricted)
    assert verdict.verdict == "fails"
    assert verdict.reasons[0].terms == (TermName.ACCEPTABLE_USE,)


def test_code_without_a_licence_fails() -> None:
    """Code that was published without a licence gives nobody permission."""
    unlicensed = publish(Component.INFERENCE_CODE, "unlicensed")
    verdict = judged(*without(Component.INFERENCE_CODE), DATA, unlicensed)
    assert (verdict.verdict, codes(verdict)[0]) == ("fails", "unlicensed")


def test_what_is_not_known_leaves_it_open() -> None:
    """A piece that nobody speaks of, and a licence that is neither approved nor restricting, fail nothing."""
    verdict = judged(*without(Component.EVALUATION_CODE), DATA)
    assert (verdict.verdict, codes(verdict)) == ("undetermined", ["not-recorded", "data-open"])
    code_under_data_licence = publish(Component.INFERENCE_CODE, "CC-BY-4.0")
    verdict = judged(*without(Component.INFERENCE_CODE), DATA, code_under_data_licence)
    assert (verdict.verdict, codes(verdict)) == ("undetermined", ["not-approved", "data-open"])
    for unknown in ("undisclosed", "unread"):
        code = publish(Component.INFERENCE_CODE, unknown)
        verdict = judged(*without(Component.INFERENCE_CODE), DATA, code)
        assert (verdict.verdict, codes(verdict)) == ("undetermined", [f"license-{unknown}", "data-open"])


def test_supporting_tools_cannot_fail_it() -> None:
    """The definition asks for supporting libraries where they were used, so their licence leaves it open."""
    tools = publish(Component.SUPPORTING_TOOLS, "unlicensed")
    verdict = judged(*without(Component.SUPPORTING_TOOLS), DATA, tools)
    assert (verdict.verdict, codes(verdict)) == ("undetermined", ["unlicensed", "data-open"])


def test_osi_fills_the_gaps() -> None:
    """What OSI published counts where the record has gaps: its readers have seen what no record shows."""
    parameters = publish(Component.PARAMETERS_FINAL)
    assert judged(parameters).verdict == "undetermined"
    meets = judged(parameters, OSI_MEETS)
    assert (meets.verdict, meets.reasons[-1]) == ("meets", Reason("ruling", event=OSI_MEETS))
    fails = judged(parameters, OSI_FAILS)
    assert (fails.verdict, fails.reasons[-1]) == ("fails", Reason("ruling", event=OSI_FAILS))


def test_osi_does_not_overrule_a_fact() -> None:
    """Where OSI's result and the record contradict each other, nothing is decided and both are shown."""
    restricted = publish(Component.PARAMETERS_FINAL, "LicenseRef-X")
    verdict = judged(restricted, OSI_MEETS)
    assert (verdict.verdict, verdict.holds) == ("undetermined", None)
    assert {"restricts", "ruling", "contradicted"} <= set(codes(verdict))
    assert judged(*CODE_AND_PARAMETERS, DATA, OSI_FAILS).verdict == "undetermined"


def test_would_meet_judges_the_data_alone() -> None:
    """OSI's "would meet with other licences" settles the data, and never makes a model meet it."""
    restricted = publish(Component.PARAMETERS_FINAL, "LicenseRef-X")
    failed = judged(*without(Component.PARAMETERS_FINAL), restricted, OSI_WOULD)
    assert failed.verdict == "fails"
    assert "data-unjudged" not in codes(failed)
    assert judged(*CODE_AND_PARAMETERS, DATA, OSI_WOULD).verdict == "undetermined"


def test_others_do_not_decide() -> None:
    """What somebody other than OSI says of the definition is shown, and decides nothing."""
    verdict = judged(publish(Component.PARAMETERS_FINAL), ruling("osaid", "meets", "A blog"))
    assert verdict.verdict == "undetermined"
    assert {"ruling", "data-unjudged"} <= set(codes(verdict))


def test_the_latest_result_counts() -> None:
    """Of two results the later one is OSI's word."""
    later = ruling("osaid", "meets", "OSI", on="2025-06-01")
    assert judged(publish(Component.PARAMETERS_FINAL), OSI_FAILS, later).verdict == "meets"
