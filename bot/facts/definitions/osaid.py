"""The Open Source AI Definition 1.0 of the Open Source Initiative, as far as a machine can judge it.

Whether the information about the data is complete takes a reader: it is decided here only by data sets
that are open themselves, or by what OSI has published of the system. https://opensource.org/ai/open-source-ai-definition
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.facts.definitions.verdict import DefinitionId, Licenses, Reason, Verdict, rulings
from bot.facts.definitions.weights import withheld
from bot.facts.license import is_open, is_osi_approved, restrictions
from bot.facts.model import NO_LICENSE, UNKNOWN_LICENSE, UNREAD_LICENSE, Component, Event
from bot.facts.status import ComponentStatus, State, Status


class OsaidVerdict(StrEnum):
    MEETS = "meets"
    FAILS = "fails"
    UNDETERMINED = "undetermined"


class OsaidReason(StrEnum):
    """The grounds of the verdict, the failures first."""

    ABSENT = "absent"  # components: required, and known not to be anyone's to have
    RESTRICTS = "restricts"  # components, licenses, terms, event: its licence restricts use
    UNLICENSED = "unlicensed"  # components, event: published without a licence
    NOT_RECORDED = "not-recorded"  # components: required, and nothing is known of them
    NOT_APPROVED = "not-approved"  # components, licenses, event: neither approved nor known to restrict
    LICENSE_UNDISCLOSED = "license-undisclosed"  # components, event: nobody says under which licence
    LICENSE_UNREAD = "license-unread"  # components, event: under which licence is not in our data
    DATA_OPEN = "data-open"  # event: the training data sets themselves are open
    DATA_DESCRIBED = "data-described"  # components, event: a description is there, its completeness unjudged
    DATA_UNJUDGED = (
        "data-unjudged"  # the data sets aren't open, and no judgement of their description is known
    )
    RULING = "ruling"  # event: what OSI (or another) published of the system
    CONTRADICTED = "contradicted"  # event: OSI's result and the rest of the record disagree


REQUIRED = (
    Component.PARAMETERS_FINAL,
    Component.ARCHITECTURE,
    Component.DATA_PREPROCESSING_CODE,
    Component.TRAINING_CODE,
    Component.EVALUATION_CODE,
    Component.INFERENCE_CODE,
)
"""What has to be there beside the information about the data: the parameters and the code."""

IF_USED = (Component.SUPPORTING_TOOLS,)
"""Code that the definition asks for where it was used, so that its absence leaves the verdict open."""

_NAMELESS = {
    NO_LICENSE: OsaidReason.UNLICENSED,
    UNKNOWN_LICENSE: OsaidReason.LICENSE_UNDISCLOSED,
    UNREAD_LICENSE: OsaidReason.LICENSE_UNREAD,
}
_FAILURES = (OsaidReason.ABSENT, OsaidReason.RESTRICTS, OsaidReason.UNLICENSED)
_OSI = frozenset({"OSI", "Open Source Initiative"})


@dataclass(frozen=True, slots=True)
class _Record:
    """What the components alone say."""

    failures: tuple[Reason, ...]
    gaps: tuple[Reason, ...]
    data_open: bool

    @property
    def verdict(self) -> OsaidVerdict:
        if self.failures:
            return OsaidVerdict.FAILS
        return OsaidVerdict.MEETS if self.data_open and not self.gaps else OsaidVerdict.UNDETERMINED


def osaid(status: Status, licenses: Licenses) -> Verdict:
    """Whether the model meets the definition, by its components and by what OSI published of it."""
    record = _record(status, licenses)
    ruling = _ruling(status)
    verdict, contradicted = _weigh(record.verdict, ruling)
    reasons = [*record.failures, *record.gaps, *_data(status, judged=ruling is not None)]
    reasons += rulings(status, DefinitionId.OSAID, OsaidReason.RULING)
    if contradicted:
        reasons.append(Reason(OsaidReason.CONTRADICTED, event=ruling))
    holds = {OsaidVerdict.MEETS: True, OsaidVerdict.FAILS: False}.get(verdict)
    return Verdict(DefinitionId.OSAID, verdict, holds, tuple(reasons))


def _ruling(status: Status) -> Event | None:
    """The latest result that OSI itself published."""
    results = [
        event
        for ruling, event in status.rulings
        if ruling.definition == DefinitionId.OSAID and ruling.by in _OSI
    ]
    return results[-1] if results else None


def _weigh(computed: OsaidVerdict, event: Event | None) -> tuple[OsaidVerdict, bool]:
    """The verdict of the components and OSI's result together, and whether the two contradict each other.

    OSI's readers have seen what no record shows, so their result fills gaps. It doesn't overrule a fact.
    "Would meet" (with other licences or terms) judges the data information alone.
    """
    result = event.ruling.verdict if event is not None and event.ruling is not None else None
    contradicted = {
        ("meets", OsaidVerdict.FAILS),
        ("fails", OsaidVerdict.MEETS),
        ("would-meet", OsaidVerdict.MEETS),
    }
    if result is not None and (result, computed) in contradicted:
        return OsaidVerdict.UNDETERMINED, True
    if result in (OsaidVerdict.MEETS, OsaidVerdict.FAILS):
        return OsaidVerdict(result), False
    return computed, False


def _record(status: Status, licenses: Licenses) -> _Record:
    found = tuple(_against(REQUIRED, status, licenses))
    return _Record(
        failures=tuple(reason for reason in found if reason.code in _FAILURES),
        gaps=(
            *(reason for reason in found if reason.code not in _FAILURES),
            *_against(IF_USED, status, licenses),
        ),
        data_open=status[Component.TRAINING_DATA].open,
    )


def _against(components: tuple[Component, ...], status: Status, licenses: Licenses) -> Iterator[Reason]:
    """What stands against these components meeting the definition, known or not known."""
    absent = tuple(each for each in components if withheld(status, each))
    unknown = tuple(each for each in components if not status[each].published and each not in absent)
    if absent:
        yield Reason(OsaidReason.ABSENT, components=absent)
    if unknown:
        yield Reason(OsaidReason.NOT_RECORDED, components=unknown)
    for component in components:
        yield from _license_reasons(status[component], licenses)


def _license_reasons(component: ComponentStatus, licenses: Licenses) -> Iterator[Reason]:
    """What stands against the licences that the component is published under, each once."""
    approved = is_open if component.component is Component.PARAMETERS_FINAL else is_osi_approved
    by_license = {download.license or UNREAD_LICENSE: download for download in component.downloads}
    for license, event in by_license.items():
        about = (component.component,)
        if license in _NAMELESS:
            yield Reason(_NAMELESS[license], components=about, event=event)
        elif not approved(license):
            terms = restrictions(license, licenses)
            code = OsaidReason.RESTRICTS if terms else OsaidReason.NOT_APPROVED
            yield Reason(code, components=about, licenses=(license,), terms=terms, event=event)


def _data(status: Status, judged: bool) -> Iterator[Reason]:
    data = status[Component.TRAINING_DATA]
    if data.open:
        yield Reason(OsaidReason.DATA_OPEN, event=data.event)
        return
    for component in (Component.DATA_CARD, Component.TRAINING_DATA):
        each = status[component]
        if (component is Component.DATA_CARD and each.published) or each.state is State.DESCRIBED:
            yield Reason(OsaidReason.DATA_DESCRIBED, components=(component,), event=each.event)
    if not judged:
        yield Reason(OsaidReason.DATA_UNJUDGED)
