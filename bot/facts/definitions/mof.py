"""The Model Openness Framework, as the Model Openness Tool computes it today.

Three classes, each with the components it requires; a class is met when all of them, and those of the
classes below it, are published under open licences. Decided by: LF AI & Data. Rules, with the tool's own
peculiarities: docs/definitions.md. Framework: https://arxiv.org/abs/2403.13784; tool: https://mot.isitopen.ai/
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.facts.definitions.verdict import DefinitionId, Licenses, Reason, Verdict, rulings
from bot.facts.definitions.weights import withheld
from bot.facts.license import NAMELESS, is_open, is_open_id, parts
from bot.facts.model import UNREAD_LICENSE, Component
from bot.facts.status import ComponentStatus, Status


class MofClass(StrEnum):
    """The classes; the lower the number, the more is required. ``none`` is the tool's "Unclassified"."""

    OPEN_SCIENCE = "1"
    OPEN_TOOLING = "2"
    OPEN_MODEL = "3"
    NONE = "none"


class MofReason(StrEnum):
    """The grounds of the verdict. Components stand in the order in which the classes require them."""

    PROGRESS_3 = "progress-3"  # number: percent of class III, and so on
    PROGRESS_2 = "progress-2"
    PROGRESS_1 = "progress-1"
    MISSING = "missing"  # components: required, and known not to be published
    NOT_RECORDED = "not-recorded"  # components: required, and nothing is known of them
    UNLICENSED = "unlicensed"  # components: published, without a licence that is known
    INVALID = "invalid"  # components, licenses: published, under a licence that isn't open
    PAPER_FOR_REPORT = "paper-for-report"  # the research paper stands in for the technical report
    RULING = "ruling"  # event: what somebody published as the class


REQUIRED: Mapping[MofClass, tuple[Component, ...]] = {
    MofClass.OPEN_MODEL: (
        Component.ARCHITECTURE,
        Component.PARAMETERS_FINAL,
        Component.TECHNICAL_REPORT,
        Component.EVALUATION_RESULTS,
        Component.MODEL_CARD,
        Component.DATA_CARD,
    ),
    MofClass.OPEN_TOOLING: (
        Component.TRAINING_CODE,
        Component.INFERENCE_CODE,
        Component.EVALUATION_CODE,
        Component.EVALUATION_DATA,
    ),
    MofClass.OPEN_SCIENCE: (
        Component.TRAINING_DATA,
        Component.DATA_PREPROCESSING_CODE,
        Component.PARAMETERS_INTERMEDIATE,
        Component.RESEARCH_PAPER,
    ),
}
"""What each class requires on top of the one before it. The rest of the components never count."""

_ALL_REQUIRED = tuple(component for each in REQUIRED.values() for component in each)


class Part(StrEnum):
    """What the tool makes of a required component."""

    INCLUDED = "included"
    UNLICENSED = "unlicensed"
    INVALID = "invalid"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The tool's evaluation: each required component, and the progress of each class in percent."""

    parts: Mapping[Component, Part]
    progress: Mapping[MofClass, float]

    @property
    def mof_class(self) -> MofClass:
        """The lowest-numbered class that is complete."""
        return min((each for each, percent in self.progress.items() if percent == 100), default=MofClass.NONE)

    @property
    def paper_for_report(self) -> bool:
        """Whether a research paper stands in for the report: one is listed, and no open report is."""
        return _paper_for_report(self.parts)

    def having(self, part: Part) -> tuple[Component, ...]:
        """The required components of that state. A report that a paper stands in for is not missing."""
        found = tuple(component for component in _ALL_REQUIRED if self.parts[component] is part)
        if part is Part.MISSING and self.paper_for_report:
            return tuple(component for component in found if component is not Component.TECHNICAL_REPORT)
        return found


def evaluate(licenses: Mapping[Component, str | None]) -> Evaluation:
    """Evaluate the components that a model lists, each with its licence (one id, or None for no licence)."""
    parts_ = {component: _part(component, licenses) for component in _ALL_REQUIRED}
    return Evaluation(parts_, {each: _progress(each, parts_) for each in REQUIRED})


def _part(component: Component, licenses: Mapping[Component, str | None]) -> Part:
    if component not in licenses:
        return Part.MISSING
    license = licenses[component]
    if not license:
        return Part.UNLICENSED
    return Part.INCLUDED if is_open_id(license) else Part.INVALID


def _paper_for_report(parts_: Mapping[Component, Part]) -> bool:
    report, paper = parts_[Component.TECHNICAL_REPORT], parts_[Component.RESEARCH_PAPER]
    return report is not Part.INCLUDED and paper is not Part.MISSING


def _progress(wanted: MofClass, parts_: Mapping[Component, Part]) -> float:
    """The progress of a class in percent; 0 until every class below it is complete."""
    required: tuple[Component, ...] = ()
    for each, added in REQUIRED.items():
        required += added
        counted = set(required)
        if _paper_for_report(parts_):
            counted.add(Component.RESEARCH_PAPER)
        included = sum(parts_[component] is Part.INCLUDED for component in counted)
        total = len(required)
        if each is wanted:
            break
        if included < total:
            return 0.0
    if (
        wanted is MofClass.OPEN_SCIENCE
        and parts_[Component.TECHNICAL_REPORT] is not Part.INCLUDED
        and parts_[Component.RESEARCH_PAPER] is Part.INCLUDED
    ):
        total -= 1  # the paper stands in for the report, and is required here for itself already
    return min(100.0, included / total * 100)


def mof(status: Status, licenses: Licenses) -> Verdict:
    """The model's class by the licences that its events carry."""
    listed = {each.component: _license_id(each) for each in status.components.values() if each.published}
    evaluation = evaluate(listed)
    unknown = tuple(each for each in evaluation.having(Part.MISSING) if not withheld(status, each))
    reasons = (
        *_progress_reasons(evaluation),
        *_component_reasons(evaluation, status, unknown),
        *rulings(status, DefinitionId.MOF, MofReason.RULING),
    )
    unread = tuple(each for each in listed if status[each].license == UNREAD_LICENSE)
    holds = _holds(evaluation, listed, (*unknown, *unread))
    return Verdict(DefinitionId.MOF, evaluation.mof_class, holds, reasons)


def _license_id(component: ComponentStatus) -> str | None:
    """The licence as the tool would be told it: one id, an open one where the taker may choose."""
    license = component.license
    if license is None or license in NAMELESS:
        return None
    if is_open(license):
        return next(id for id in parts(license) if is_open_id(id))
    return license


def _holds(
    evaluation: Evaluation, listed: Mapping[Component, str | None], unknown: tuple[Component, ...]
) -> bool | None:
    """Whether some class is met; undecided where what we don't know could make the difference."""
    if evaluation.mof_class is not MofClass.NONE:
        return True
    at_best = evaluate({**listed, **dict.fromkeys(unknown, "CC0-1.0")})
    return False if at_best.mof_class is MofClass.NONE else None


def _progress_reasons(evaluation: Evaluation) -> tuple[Reason, ...]:
    return tuple(
        Reason(MofReason(f"progress-{each}"), number=percent) for each, percent in evaluation.progress.items()
    )


def _component_reasons(
    evaluation: Evaluation, status: Status, unknown: tuple[Component, ...]
) -> tuple[Reason, ...]:
    missing = tuple(each for each in evaluation.having(Part.MISSING) if each not in unknown)
    invalid = evaluation.having(Part.INVALID)
    invalid_licenses = tuple(dict.fromkeys(status[component].license or "" for component in invalid))
    paper = (Component.RESEARCH_PAPER,) if evaluation.paper_for_report else ()
    reasons = (
        Reason(MofReason.MISSING, components=missing),
        Reason(MofReason.NOT_RECORDED, components=unknown),
        Reason(MofReason.UNLICENSED, components=evaluation.having(Part.UNLICENSED)),
        Reason(MofReason.INVALID, components=invalid, licenses=invalid_licenses),
        Reason(MofReason.PAPER_FOR_REPORT, components=paper),
    )
    return tuple(reason for reason in reasons if reason.components)
