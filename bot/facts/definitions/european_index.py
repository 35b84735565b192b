"""The European Open Source AI Index (Radboud University), where our components decide a dimension.

The index's readers judge how complete a document is; a component only says that it is there. So a
published card or paper decides nothing here, and a missing one does. https://osai-index.eu
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.facts.definitions.verdict import DefinitionId, Licenses, Reason, Verdict, rulings
from bot.facts.definitions.weights import withheld
from bot.facts.model import Access, Component
from bot.facts.status import State, Status


class IndexVerdict(StrEnum):
    """The index gives a share of openness, no class: it is a reason (``score``) beside these."""

    SCORED = "scored"  # at least one dimension is decided
    UNKNOWN = "unknown"


class IndexReason(StrEnum):
    """The twelve dimensions (``number``: 1 open, 0.5 partial, 0 closed, None not known), and their sum."""

    DATA_BASE = "data-base"
    DATA_END = "data-end"
    WEIGHTS_BASE = "weights-base"
    WEIGHTS_END = "weights-end"
    TRAINING_CODE = "training-code"
    CODE_DOCUMENTATION = "code-documentation"
    ARCHITECTURE_DOCUMENTATION = "architecture-documentation"
    PREPRINT = "preprint"
    PAPER = "paper"
    MODEL_CARD = "model-card"
    DATASHEET = "datasheet"
    LICENSES = "licenses"
    SCORE = "score"  # number: the mean of the known dimensions, 0 to 1
    KNOWN = "known"  # number: how many of the dimensions are known
    RULING = "ruling"  # event: what the index published


OPEN, PARTIAL, CLOSED = 1.0, 0.5, 0.0
Degree = float | None  # one of the three, or None where our components don't decide


def european_index(status: Status, licenses: Licenses) -> Verdict:
    """The dimensions that the model's components decide, and the mean over those."""
    degrees = {dimension: decide(status) for dimension, decide in _DIMENSIONS.items()}
    known = [degree for degree in degrees.values() if degree is not None]
    reasons = [Reason(dimension, number=degree) for dimension, degree in degrees.items()]
    if known:
        reasons.append(Reason(IndexReason.SCORE, number=sum(known) / len(known)))
    reasons.append(Reason(IndexReason.KNOWN, number=len(known)))
    reasons += rulings(status, DefinitionId.EUROPEAN_INDEX, IndexReason.RULING)
    verdict = IndexVerdict.SCORED if known else IndexVerdict.UNKNOWN
    return Verdict(DefinitionId.EUROPEAN_INDEX, verdict, None, tuple(reasons))


def _undecided(status: Status) -> Degree:
    """Our components don't tell a base model from the one made of it, nor code from its documentation."""
    return None


def _data(status: Status) -> Degree:
    data = status[Component.TRAINING_DATA]
    if data.published:
        return OPEN
    if data.state is State.DESCRIBED:
        return PARTIAL
    return CLOSED if withheld(status, Component.TRAINING_DATA) else None


def _weights(status: Status) -> Degree:
    """A form before the download counts as partial for the index."""
    parameters = status.parameters
    if parameters.published:
        gated = any(download.access is Access.GATED for download in parameters.downloads)
        return PARTIAL if gated else OPEN
    if parameters.state is State.PUBLISHED:  # on request
        return PARTIAL
    return CLOSED if withheld(status, Component.PARAMETERS_FINAL) else None


def _training_code(status: Status) -> Degree:
    """The index asks for the code that processes the data as well as the code that trains."""
    return _share(status, Component.TRAINING_CODE, Component.DATA_PREPROCESSING_CODE)


def _share(status: Status, *components: Component) -> Degree:
    """Open if all are published, closed if none is, partial between; not known where that hangs on a gap."""
    published = [status[component].published for component in components]
    if all(published):
        return OPEN
    unknown = [each for each in components if not status[each].published and not withheld(status, each)]
    if unknown:
        return None
    return PARTIAL if any(published) else CLOSED


def _never(*components: Component) -> Callable[[Status], Degree]:
    """Closed where all are known to be missing; how good they are otherwise takes a reader."""

    def decide(status: Status) -> Degree:
        return CLOSED if all(withheld(status, component) for component in components) else None

    return decide


def _licenses(status: Status) -> Degree:
    """Weights, training code and training data under open licences: all three, two of them, or none.

    One of three fits no level of the index's wording, so it decides nothing.
    """
    parts = (Component.PARAMETERS_FINAL, Component.TRAINING_CODE, Component.TRAINING_DATA)
    open_ = sum(status[component].open for component in parts)
    unknown = sum(not status[each].published and not withheld(status, each) for each in parts)
    if unknown:
        return None
    return {3: OPEN, 2: PARTIAL, 0: CLOSED}.get(open_)


_DIMENSIONS: Mapping[IndexReason, Callable[[Status], Degree]] = {
    IndexReason.DATA_BASE: _undecided,
    IndexReason.DATA_END: _data,
    IndexReason.WEIGHTS_BASE: _undecided,
    IndexReason.WEIGHTS_END: _weights,
    IndexReason.TRAINING_CODE: _training_code,
    IndexReason.CODE_DOCUMENTATION: _undecided,
    IndexReason.ARCHITECTURE_DOCUMENTATION: _undecided,
    IndexReason.PREPRINT: _never(Component.RESEARCH_PAPER, Component.TECHNICAL_REPORT),
    IndexReason.PAPER: _never(Component.RESEARCH_PAPER),
    IndexReason.MODEL_CARD: _never(Component.MODEL_CARD),
    IndexReason.DATASHEET: _never(Component.DATA_CARD),
    IndexReason.LICENSES: _licenses,
}
