"""Open source, as the word was always used: the source code is public under an OSI-approved licence.

A model has two kinds of source code: the one that made it (training) and the one that runs it (inference).
Publishing parameters publishes neither. The licences: https://opensource.org/licenses
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bot.facts.definitions.verdict import DefinitionId, Licenses, Reason, Verdict
from bot.facts.definitions.weights import withheld
from bot.facts.license import is_osi_approved
from bot.facts.model import NO_LICENSE, UNKNOWN_LICENSE, UNREAD_LICENSE, Component
from bot.facts.status import ComponentStatus, Status


class SourceVerdict(StrEnum):
    PUBLISHED = "published"  # training and inference code, under approved licences
    INFERENCE_ONLY = "inference-only"
    TRAINING_ONLY = "training-only"
    NOT_PUBLISHED = "not-published"
    UNKNOWN = "unknown"


class SourceReason(StrEnum):
    """The grounds: one for each kind of code, and ``components`` names it."""

    APPROVED = "approved"  # components, licenses, event: published under an OSI-approved licence
    NOT_APPROVED = "not-approved"  # components, licenses, event: published under another licence
    UNLICENSED = "unlicensed"  # components, event: published without a licence
    LICENSE_UNDISCLOSED = "license-undisclosed"  # components, event: nobody says under which licence
    LICENSE_UNREAD = "license-unread"  # components, event: under which licence is not in our data
    NOT_PUBLISHED = "not-published"  # components, event: known not to be anyone's to have
    NOT_RECORDED = "not-recorded"  # components: nothing is known of it


_NAMELESS = {
    NO_LICENSE: SourceReason.UNLICENSED,
    UNKNOWN_LICENSE: SourceReason.LICENSE_UNDISCLOSED,
    UNREAD_LICENSE: SourceReason.LICENSE_UNREAD,
}

CODE = (Component.TRAINING_CODE, Component.INFERENCE_CODE)


def source(status: Status, licenses: Licenses) -> Verdict:
    """Whether training code and inference code are open source.

    Where one of the two is and nothing is known of the other, the verdict names the one that is, and
    ``holds`` stays undecided.
    """
    training, inference = (_is_open_source(status, component) for component in CODE)
    match training, inference:
        case True, True:
            verdict = SourceVerdict.PUBLISHED
        case _, True:
            verdict = SourceVerdict.INFERENCE_ONLY
        case True, _:
            verdict = SourceVerdict.TRAINING_ONLY
        case False, False:
            verdict = SourceVerdict.NOT_PUBLISHED
        case _:
            verdict = SourceVerdict.UNKNOWN
    holds = False if False in (training, inference) else None if None in (training, inference) else True
    reasons = tuple(reason for component in CODE for reason in _reasons(status, component))
    return Verdict(DefinitionId.SOURCE, verdict, holds, reasons)


def _is_open_source(status: Status, component: Component) -> bool | None:
    """Whether the code is public under approved licences, in all its variants; None if nobody knows."""
    each = status[component]
    if not each.published:
        return False if withheld(status, component) else None
    licenses = {download.license or UNREAD_LICENSE for download in each.downloads}
    if all(is_osi_approved(license) for license in licenses):
        return True
    return False if licenses.isdisjoint({UNKNOWN_LICENSE, UNREAD_LICENSE}) else None


def _reasons(status: Status, component: Component) -> Iterator[Reason]:
    each = status[component]
    if each.published:
        yield from _license_reasons(each)
    elif withheld(status, component):
        yield Reason(SourceReason.NOT_PUBLISHED, components=(component,), event=each.event)
    else:
        yield Reason(SourceReason.NOT_RECORDED, components=(component,), event=each.event)


def _license_reasons(each: ComponentStatus) -> Iterator[Reason]:
    about = (each.component,)
    by_license = {download.license or UNREAD_LICENSE: download for download in each.downloads}
    for license, event in by_license.items():
        if license in _NAMELESS:
            yield Reason(_NAMELESS[license], components=about, event=event)
        else:
            code = SourceReason.APPROVED if is_osi_approved(license) else SourceReason.NOT_APPROVED
            yield Reason(code, components=about, licenses=(license,), event=event)
