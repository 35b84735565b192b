"""Facts and what is computed from them as JSON: the shapes that answers are made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.commands.open_ import Assessment
from bot.commands.timeline import Row
from bot.facts.definitions.verdict import Reason, Verdict
from bot.facts.lag import Lag, Pace
from bot.facts.model import Dispute, Event, Source, Term
from bot.facts.names import Subject
from bot.facts.promises import PromiseStatus
from bot.facts.status import ComponentStatus


def assessment(each: Assessment) -> dict[str, Any]:
    """Everything computed of a model on a day."""
    parameters = each.status.parameters
    return {
        "model": each.model.id,
        "name": each.model.name,
        "headline": each.headline.value,
        "license": parameters.license,
        "components": {str(slug): component(part) for slug, part in each.status.components.items()},
        "verdicts": {one.definition.value: verdict(one) for one in each.verdicts},
        "promises": [promise(one) for one in each.promises],
        "lag_days": each.lag.days if each.lag is not None else None,
        "lag": lag(each.lag),
        "timeline": [event(one) for one in each.status.timeline],
        "maybe": [event(one) for one in each.status.maybe],
        "last_checked": plain(each.last_checked),
    }


def component(part: ComponentStatus) -> dict[str, Any]:
    """One part of a model: its state, and how it can be had."""
    return {
        "state": part.state.value,
        "license": part.license,
        "access": plain(part.access),
        "since": plain(part.since),
        "event": part.event.id if part.event is not None else None,
        "offers": [
            {
                "event": each.id,
                "license": each.license,
                "access": each.access,
                "variants": list(each.variants),
            }
            for each in part.offers
        ],
        "maybe": [each.id for each in part.maybe],
    }


def verdict(each: Verdict) -> dict[str, Any]:
    """What one definition says, and why."""
    return {
        "verdict": str(each.verdict),
        "holds": each.holds,
        "reasons": [reason(one) for one in each.reasons],
    }


def reason(why: Reason) -> dict[str, Any]:
    """One ground of a verdict; what it does not speak of is left out."""
    given: Mapping[str, Any] = {
        "code": str(why.code),
        "components": [str(each) for each in why.components],
        "licenses": list(why.licenses),
        "terms": [str(each) for each in why.terms],
        "number": why.number,
        "event": why.event.id if why.event is not None else None,
    }
    return {name: value for name, value in given.items() if value not in (None, [])}


def promise(each: PromiseStatus) -> dict[str, Any]:
    """A promise and what became of it."""
    said = each.promise
    return {
        "event": each.event.id,
        "date": str(each.event.date),
        "component": plain(each.event.component),
        "by": said.by,
        "wording": said.wording.value,
        "due": plain(said.due),
        "earliest": plain(said.earliest),
        "latest": plain(said.latest),
        "condition": said.condition.en if said.condition is not None else None,
        "outcome": each.outcome.value,
        "kept_by": each.deed.id if each.deed is not None else None,
        "days_late": each.days_late,
        "days_overdue": each.days_overdue,
        "shortfalls": [str(shortfall) for shortfall in each.shortfalls],
    }


def lag(each: Lag | None) -> dict[str, Any] | None:
    """From first public use to the weights, in days; the two differ where a source gives no day."""
    if each is None:
        return None
    return {
        "first_use": each.first_use.id,
        "published": each.published.id,
        "shortest": each.shortest,
        "longest": each.longest,
    }


def event(each: Event) -> dict[str, Any]:
    """One entry of a timeline with its sources."""
    return {
        "id": each.id,
        "date": str(each.date),
        "kind": each.kind.value,
        "component": plain(each.component),
        "license": each.license,
        "access": plain(each.access),
        "variants": list(each.variants),
        "url": each.url,
        "summary": {"en": each.summary.en, "ja": each.summary.ja},
        "sources": [source(one) for one in each.sources],
        "disputes": [dispute(one) for one in each.disputes],
    }


def source(each: Source) -> dict[str, Any]:
    """A public page that says so."""
    return {
        "url": each.url,
        "title": each.title,
        "publisher": each.publisher,
        "kind": each.kind.value,
        "published": plain(each.published),
        "checked": plain(each.checked),
        "archive": each.archive,
    }


def dispute(each: Dispute) -> dict[str, Any]:
    """Another value that a source gives, and why we don't go by it."""
    return {
        "field": each.field,
        "value": each.value,
        "url": each.url,
        "why": {"en": each.why.en, "ja": each.why.ja},
    }


def pace(each: Pace | None) -> dict[str, Any] | None:
    """The median lag with the lags it rests on."""
    if each is None:
        return None
    return {
        "days": each.days,
        "count": each.count,
        "immediate": each.immediate,
        "range": list(each.range),
        "middle_half": list(each.middle_half) if each.middle_half is not None else None,
        "models": [model.id for model, _ in each.lags],
        "lags": {model.id: lag(one) for model, one in each.lags},
    }


def row(stood: Row) -> dict[str, Any]:
    """Where one model stood, and when it was due at its maker's pace."""
    each = stood.assessment
    released = each.status.released
    return {
        "model": each.model.id,
        "name": each.model.name,
        "headline": each.headline.value,
        "open": each.is_open,
        "license": each.status.parameters.license,
        "released": str(released.date) if released is not None else None,
        "lag_days": each.lag.days if each.lag is not None else None,
        "due": [day.isoformat() for day in stood.due] if stood.due is not None else None,
        "promises": [promise(one) for one in each.promises],
    }


def term(each: Term) -> dict[str, Any]:
    """What a clause says to one question."""
    return {
        "value": each.value.value,
        "section": each.section,
        "url": each.url,
        "amount": each.amount,
        "unit": plain(each.unit),
        "summary": {"en": each.summary.en, "ja": each.summary.ja} if each.summary is not None else None,
    }


def subject(each: Subject | None) -> dict[str, str] | None:
    """Something that can be asked about."""
    return {"kind": each.kind.value, "id": each.id, "name": each.name} if each is not None else None


def plain(value: Any) -> Any:
    """A value as JSON writes it: dates and enumerations as their text."""
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float) else str(value)
