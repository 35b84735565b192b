"""The EU AI Act's exemption for general-purpose models under a free and open-source licence.

Article 53(2) of Regulation (EU) 2024/1689, as the Commission's guidelines C(2025) 5045 of 18 July 2025
read it. Whether the published terms would qualify: who is exempt is for authorities and courts to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from bot.facts.definitions.verdict import DefinitionId, Licenses, Reason, Verdict
from bot.facts.definitions.weights import withheld
from bot.facts.license import is_open, parts
from bot.facts.model import (
    NO_LICENSE,
    UNKNOWN_LICENSE,
    UNREAD_LICENSE,
    Access,
    Component,
    Event,
    TermName,
    TermValue,
)
from bot.facts.status import State, Status

SYSTEMIC_RISK = 1e25
"""Floating-point operations of training above which systemic risk is presumed (Article 51(2))."""


class ExemptionVerdict(StrEnum):
    WOULD_QUALIFY = "would-qualify"
    WOULD_NOT_QUALIFY = "would-not-qualify"
    NOT_DECIDABLE = "not-decidable"


class ExemptionReason(StrEnum):
    """The grounds: those that rule it out, those that leave it open, and what is worth saying."""

    WEIGHTS_WITHHELD = "weights-withheld"  # event: the parameters aren't public
    EXCLUDING_TERMS = "excluding-terms"  # licenses, terms, event: the licence denies one of the freedoms
    UNLICENSED = "unlicensed"  # event: no licence, so no permission
    SYSTEMIC_RISK = "systemic-risk"  # number: training compute, above the presumption
    WEIGHTS_UNKNOWN = "weights-unknown"  # event: nobody says whether the parameters can be had
    DOUBTFUL_TERMS = "doubtful-terms"  # licenses, terms, event: may or may not be a proportionate condition
    TERMS_NOT_READ = "terms-not-read"  # licenses, terms, event: not in our data
    LICENSE_UNDISCLOSED = "license-undisclosed"  # event: nobody says under which licence
    LICENSE_UNREAD = "license-unread"  # event: under which licence is not in our data
    GATED = "gated"  # event: a form first, which may verify users (para. 79) or collect their data (para. 87)
    ARCHITECTURE_UNKNOWN = "architecture-unknown"  # no information on the architecture in our data
    USAGE_UNKNOWN = "usage-unknown"  # no information on usage in our data
    OPEN_LICENSE = "open-license"  # licenses, event: the open licence
    COMPUTE_UNKNOWN = "compute-unknown"  # void above the presumption; the compute isn't in our data


_EXCLUDING = frozenset(
    {ExemptionReason.WEIGHTS_WITHHELD, ExemptionReason.EXCLUDING_TERMS}
    | {ExemptionReason.UNLICENSED, ExemptionReason.SYSTEMIC_RISK}
)
_NAMELESS = {
    NO_LICENSE: ExemptionReason.UNLICENSED,
    UNKNOWN_LICENSE: ExemptionReason.LICENSE_UNDISCLOSED,
    UNREAD_LICENSE: ExemptionReason.LICENSE_UNREAD,
}
_REMARKS = frozenset({ExemptionReason.OPEN_LICENSE, ExemptionReason.COMPUTE_UNKNOWN})

_FREEDOMS = (TermName.COMMERCIAL_USE, TermName.REDISTRIBUTION, TermName.MODIFICATION)
_EXCLUDING_TERMS = frozenset({*_FREEDOMS, TermName.THRESHOLD, TermName.TERRITORY})
"""A limit on one of these denies somebody access, use, modification or distribution (paras. 78-83)."""

_DOUBTFUL_TERMS = frozenset({TermName.ACCEPTABLE_USE, TermName.NAMING, TermName.OUTPUT_TRAINING})
"""Attribution and proportionate safety terms are fine (para. 84): whether these are that is undecided."""

_ARCHITECTURE = (
    Component.ARCHITECTURE,
    Component.INFERENCE_CODE,
    Component.TECHNICAL_REPORT,
    Component.RESEARCH_PAPER,
)
_USAGE = (Component.MODEL_CARD, Component.INFERENCE_CODE, Component.TECHNICAL_REPORT)


def eu_exemption(status: Status, licenses: Licenses) -> Verdict:
    """Whether the published terms would qualify, for a general-purpose model."""
    reasons = (*_weights(status), *_information(status), *_compute(status))
    for event in {event.license: event for event in status.parameters.downloads}.values():
        reasons += tuple(_license(event, licenses))
    order = {code: position for position, code in enumerate(ExemptionReason)}
    reasons = tuple(sorted(reasons, key=lambda reason: order[ExemptionReason(reason.code)]))
    codes = {reason.code for reason in reasons}
    if codes & _EXCLUDING:
        return Verdict(DefinitionId.EU_EXEMPTION, ExemptionVerdict.WOULD_NOT_QUALIFY, False, reasons)
    if codes - _REMARKS:
        return Verdict(DefinitionId.EU_EXEMPTION, ExemptionVerdict.NOT_DECIDABLE, None, reasons)
    return Verdict(DefinitionId.EU_EXEMPTION, ExemptionVerdict.WOULD_QUALIFY, True, reasons)


def _weights(status: Status) -> Iterator[Reason]:
    parameters = status.parameters
    for event in parameters.downloads:
        if event.access is Access.GATED:
            yield Reason(ExemptionReason.GATED, event=event)
    if withheld(status, Component.PARAMETERS_FINAL):
        yield Reason(ExemptionReason.WEIGHTS_WITHHELD, event=parameters.event)
    elif not parameters.published:
        yield Reason(ExemptionReason.WEIGHTS_UNKNOWN, event=parameters.event)


def _license(event: Event, licenses: Licenses) -> Iterator[Reason]:
    license = event.license or UNREAD_LICENSE
    if license in _NAMELESS:
        yield Reason(_NAMELESS[license], event=event)
    elif is_open(license):
        yield Reason(ExemptionReason.OPEN_LICENSE, licenses=(license,), event=event)
    else:
        for code, terms in _terms(license, licenses).items():
            if terms:
                yield Reason(code, licenses=(license,), terms=terms, event=event)


def _terms(license: str, licenses: Licenses) -> Mapping[ExemptionReason, tuple[TermName, ...]]:
    """The terms of a licence on no list of open ones, by what they mean for the exemption."""
    terms = [term for id in parts(license) if id in licenses for term in licenses[id].terms]
    tight = {term.name for term in terms if term.value in (TermValue.LIMITED, TermValue.FORBIDDEN)}
    asked = {term.name for term in terms if term.value is not TermValue.FREE}
    read = {term.name for term in terms}
    return {
        ExemptionReason.EXCLUDING_TERMS: tuple(name for name in TermName if name in tight & _EXCLUDING_TERMS),
        ExemptionReason.DOUBTFUL_TERMS: tuple(name for name in TermName if name in asked & _DOUBTFUL_TERMS),
        ExemptionReason.TERMS_NOT_READ: tuple(name for name in _FREEDOMS if name not in read),
    }


def _information(status: Status) -> Iterator[Reason]:
    """Information on architecture and usage has to be public (paras. 90-92); documents or code carry it."""
    if not _told(status, _ARCHITECTURE):
        yield Reason(ExemptionReason.ARCHITECTURE_UNKNOWN)
    if not _told(status, _USAGE):
        yield Reason(ExemptionReason.USAGE_UNKNOWN)


def _told(status: Status, carriers: tuple[Component, ...]) -> bool:
    return any(status[each].published or status[each].state is State.DESCRIBED for each in carriers)


def _compute(status: Status) -> Iterator[Reason]:
    compute = status.training_compute
    if compute is None:
        yield Reason(ExemptionReason.COMPUTE_UNKNOWN)
    elif compute > SYSTEMIC_RISK:
        yield Reason(ExemptionReason.SYSTEMIC_RISK, number=compute)
