"""Open weights, as most people mean it: the final parameters are anyone's to download.

A form or a click before the download still counts, and is said; access case by case does not. Whether the
licence is open as well is the difference between the first two verdicts. The word has no steward.
"""

from __future__ import annotations

from enum import StrEnum

from bot.facts.definitions.verdict import DefinitionId, Licenses, Reason, Verdict
from bot.facts.license import is_open, restrictions
from bot.facts.model import NO_LICENSE, UNKNOWN_LICENSE, UNREAD_LICENSE, Access, Component, Event, EventKind
from bot.facts.status import ComponentStatus, State, Status


class WeightsVerdict(StrEnum):
    OPEN_LICENSE = "open-license"
    RESTRICTED_LICENSE = "restricted-license"
    NOT_DOWNLOADABLE = "not-downloadable"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class WeightsReason(StrEnum):
    """The grounds of the verdict; ``event`` is always the event that says so, where there is one."""

    OPEN = "open"  # licenses: the open licence
    RESTRICTS = "restricts"  # licenses, terms: what the licence restricts
    NOT_LISTED = "not-listed"  # licenses: on no list of open licences, and no restriction in our data
    UNLICENSED = "unlicensed"  # published without a licence: nobody has permission
    LICENSE_UNDISCLOSED = "license-undisclosed"  # nobody says under which licence
    LICENSE_UNREAD = "license-unread"  # under which licence is not in our data
    VARIANT = "variant"  # licenses: what these variants (of the event) are under, where variants differ
    GATED = "gated"  # a form or a click first
    ON_REQUEST = "on-request"  # granted case by case
    WITHDRAWN = "withdrawn"  # no longer to be had
    DESCRIBED = "described"  # the five ways of not being published
    ABSENT = "absent"
    UNDISCLOSED = "undisclosed"
    UNSAID = "unsaid"
    NOT_RECORDED = "not-recorded"
    OFFERED_OTHERWISE = "offered-otherwise"  # the event: offered as a product, an API or a preview
    ANNOUNCED_ONLY = "announced-only"  # the event: made known, and nothing usable since
    MAYBE = "maybe"  # the event may or may not have changed the answer by that day


_NAMELESS = {
    NO_LICENSE: WeightsReason.UNLICENSED,
    UNKNOWN_LICENSE: WeightsReason.LICENSE_UNDISCLOSED,
    UNREAD_LICENSE: WeightsReason.LICENSE_UNREAD,
}


def weights(status: Status, licenses: Licenses) -> Verdict:
    """Whether the final parameters can be had, and whether under an open licence."""
    parameters = status.parameters
    if parameters.published:
        verdict, reasons = _published(parameters, licenses)
    else:
        verdict, reasons = _not_published(parameters, status)
    holds = {WeightsVerdict.UNKNOWN: None}.get(verdict, parameters.published)
    maybe = tuple(Reason(WeightsReason.MAYBE, event=event) for event in parameters.maybe)
    return Verdict(DefinitionId.WEIGHTS, verdict, holds, (*reasons, *maybe))


def license_reason(event: Event, licenses: Licenses) -> Reason:
    """What the licence of a publication allows or restricts, as a ground."""
    license = event.license or UNREAD_LICENSE
    if license in _NAMELESS:
        return Reason(_NAMELESS[license], event=event)
    if is_open(license):
        return Reason(WeightsReason.OPEN, licenses=(license,), event=event)
    terms = restrictions(license, licenses)
    code = WeightsReason.RESTRICTS if terms else WeightsReason.NOT_LISTED
    return Reason(code, licenses=(license,), terms=terms, event=event)


def withheld(status: Status, component: Component) -> bool:
    """Whether the component is known not to be anyone's to have. False where nobody has said, too.

    Final parameters that nobody speaks of are withheld where the model is offered as a product or an API.
    """
    each = status[component]
    if component is Component.PARAMETERS_FINAL:
        return not each.published and _not_published(each, status)[0] is not WeightsVerdict.UNKNOWN
    return not each.published and each.state not in (State.UNSAID, State.NOT_RECORDED)


def _published(parameters: ComponentStatus, licenses: Licenses) -> tuple[WeightsVerdict, tuple[Reason, ...]]:
    downloads = parameters.downloads
    by_license = {download.license: download for download in downloads}
    grounds = [license_reason(download, licenses) for download in by_license.values()]
    if len(by_license) > 1:
        grounds += [_variant(download) for download in downloads]
    grounds += [Reason(WeightsReason.GATED, event=each) for each in downloads if each.access is Access.GATED]
    verdict = WeightsVerdict.OPEN_LICENSE if parameters.open else WeightsVerdict.RESTRICTED_LICENSE
    return verdict, tuple(grounds)


def _variant(download: Event) -> Reason:
    return Reason(WeightsReason.VARIANT, licenses=(download.license or UNREAD_LICENSE,), event=download)


def _not_published(parameters: ComponentStatus, status: Status) -> tuple[WeightsVerdict, tuple[Reason, ...]]:
    if any(event.kind is EventKind.PUBLISH for event in parameters.maybe):
        return WeightsVerdict.UNKNOWN, ()
    match parameters.state:
        case State.PUBLISHED:
            return WeightsVerdict.NOT_DOWNLOADABLE, (
                Reason(WeightsReason.ON_REQUEST, event=parameters.event),
            )
        case State.WITHDRAWN:
            return WeightsVerdict.WITHDRAWN, (Reason(WeightsReason.WITHDRAWN, event=parameters.finding),)
        case State.UNSAID | State.NOT_RECORDED:
            offered = _offered(status)
            verdict = WeightsVerdict.NOT_DOWNLOADABLE if offered else WeightsVerdict.UNKNOWN
        case _:
            offered, verdict = (), WeightsVerdict.NOT_DOWNLOADABLE
    return verdict, (*offered, Reason(WeightsReason(parameters.state.value), event=parameters.finding))


def _offered(status: Status) -> tuple[Reason, ...]:
    """How the model is offered, where nobody speaks of its parameters: what is a product is no download."""
    if status.released is not None:
        return (Reason(WeightsReason.OFFERED_OTHERWISE, event=status.released),)
    if status.announced is not None:
        return (Reason(WeightsReason.ANNOUNCED_ONLY, event=status.announced),)
    return ()
