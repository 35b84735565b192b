"""Answers for machines: one JSON object each, in the shape that docs/json.md describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from bot.commands import declaration
from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.open_ import Assessment, OpenAnswer
from bot.commands.timeline import Row, TimelineAnswer
from bot.core import Answered
from bot.facts.definitions.verdict import Reason, Verdict
from bot.facts.lag import Lag, Pace
from bot.facts.model import Event, Source
from bot.facts.names import Subject, SubjectKind
from bot.facts.promises import PromiseStatus
from bot.facts.status import ComponentStatus
from bot.questions import Declined, Understood

_PLURAL = {
    SubjectKind.MODEL: "models",
    SubjectKind.ORGANIZATION: "organizations",
    SubjectKind.LICENSE: "licenses",
}


def to_json(answered: Answered) -> dict[str, Any]:
    """The object for an answered request, whatever came of it."""
    command = answered.command
    return {
        "command": declaration(command).name if command is not None else None,
        "arguments": _arguments(command),
        "subjects": _subjects(answered),
        **_outcome(answered),
        "answer": _answer(answered.answer),
        "text": answered.reply.text,
    }


def _arguments(command: Any) -> dict[str, Any]:
    if command is None:
        return {}
    given = {field.name: getattr(command, field.name) for field in fields(command)}
    return {name: _plain(value) for name, value in given.items() if value is not None}


def _subjects(answered: Answered) -> dict[str, list[str]]:
    """What the question named; of a command, what its answer is about."""
    found: dict[str, list[str]] = {"models": [], "organizations": [], "licenses": [], "terms": []}
    reading = answered.reading
    read = reading.bearing if isinstance(reading, Declined) else reading
    if isinstance(read, Understood) and (read.subjects or read.terms):
        found["terms"] += read.terms
        for subject in read.subjects:
            found[_PLURAL[subject.kind]].append(subject.id)
        return found
    answer = answered.answer
    match answer:
        case OpenAnswer():
            found["models"].append(answer.assessment.model.id)
        case TimelineAnswer(subject=subject) if subject.kind is SubjectKind.FAMILY:
            found["models"] += [row.assessment.model.id for row in answer.rows]
        case TimelineAnswer(subject=subject):
            found[_PLURAL[subject.kind]].append(subject.id)
    return found


def _outcome(answered: Answered) -> dict[str, Any]:
    answer = answered.answer
    if isinstance(answered.reading, Declined):
        return {"outcome": "declined", "reason": answered.reading.kind.value, "choices": []}
    match answer:
        case UnknownName():
            return {"outcome": "unknown", "reason": "unknown-name", "choices": _choices(answer.near)}
        case AmbiguousName():
            return {"outcome": "ambiguous", "reason": "several", "choices": _choices(answer.choices)}
        case None if answered.mistake is not None:
            return {"outcome": "declined", "reason": str(answered.mistake.mistake), "choices": []}
        case None:
            return {"outcome": "declined", "reason": answered.reference or "too-slow", "choices": []}
        case _:
            return {"outcome": "answered", "reason": None, "choices": []}


def _choices(subjects: tuple[Subject, ...]) -> list[dict[str, str]]:
    return [{"kind": each.kind.value, "id": each.id, "name": each.name} for each in subjects]


def _answer(answer: Any) -> dict[str, Any] | None:
    match answer:
        case OpenAnswer():
            return _assessment(answer.assessment) | {
                "as_of": answer.as_of.day.isoformat(),
                "organization": answer.organization.id,
            }
        case TimelineAnswer():
            return _timeline(answer)
        case _:
            return None


def _assessment(each: Assessment) -> dict[str, Any]:
    parameters = each.status.parameters
    return {
        "model": each.model.id,
        "name": each.model.name,
        "headline": each.headline.value,
        "license": parameters.license,
        "components": {str(slug): _component(part) for slug, part in each.status.components.items()},
        "verdicts": {verdict.definition.value: _verdict(verdict) for verdict in each.verdicts},
        "promises": [_promise(promise) for promise in each.promises],
        "lag_days": each.lag.days if each.lag is not None else None,
        "lag": _lag(each.lag),
        "timeline": [_event(event) for event in each.status.timeline],
        "maybe": [_event(event) for event in each.status.maybe],
        "last_checked": _plain(each.last_checked),
    }


def _component(part: ComponentStatus) -> dict[str, Any]:
    return {
        "state": part.state.value,
        "license": part.license,
        "access": _plain(part.access),
        "since": _plain(part.since),
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


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": str(verdict.verdict),
        "holds": verdict.holds,
        "reasons": [_reason(reason) for reason in verdict.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    given: Mapping[str, Any] = {
        "code": str(reason.code),
        "components": [str(each) for each in reason.components],
        "licenses": list(reason.licenses),
        "terms": [str(each) for each in reason.terms],
        "number": reason.number,
        "event": reason.event.id if reason.event is not None else None,
    }
    return {name: value for name, value in given.items() if value not in (None, [])}


def _promise(each: PromiseStatus) -> dict[str, Any]:
    said = each.promise
    return {
        "event": each.event.id,
        "date": str(each.event.date),
        "component": _plain(each.event.component),
        "by": said.by,
        "wording": said.wording.value,
        "due": _plain(said.due),
        "earliest": _plain(said.earliest),
        "latest": _plain(said.latest),
        "condition": said.condition.en if said.condition is not None else None,
        "outcome": each.outcome.value,
        "kept_by": each.deed.id if each.deed is not None else None,
        "days_late": each.days_late,
        "days_overdue": each.days_overdue,
        "shortfalls": [str(shortfall) for shortfall in each.shortfalls],
    }


def _lag(lag: Lag | None) -> dict[str, Any] | None:
    if lag is None:
        return None
    return {
        "first_use": lag.first_use.id,
        "published": lag.published.id,
        "shortest": lag.shortest,
        "longest": lag.longest,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "date": str(event.date),
        "kind": event.kind.value,
        "component": _plain(event.component),
        "license": event.license,
        "access": _plain(event.access),
        "summary": {"en": event.summary.en, "ja": event.summary.ja},
        "sources": [_source(source) for source in event.sources],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "url": source.url,
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind.value,
        "published": _plain(source.published),
        "checked": _plain(source.checked),
        "archive": source.archive,
    }


def _timeline(answer: TimelineAnswer) -> dict[str, Any]:
    return {
        "subject": {"kind": answer.subject.kind.value, "id": answer.subject.id, "name": answer.subject.name},
        "as_of": answer.as_of.day.isoformat(),
        "pace": _pace(answer.pace),
        "models": [_row(row) for row in answer.rows],
        "timeline": [
            _event(entry.event) | {"model": entry.model.id if entry.model is not None else None}
            for entry in answer.entries
        ],
        "maybe": [entry.event.id for entry in answer.maybe],
    }


def _pace(pace: Pace | None) -> dict[str, Any] | None:
    if pace is None:
        return None
    return {"days": pace.days, "count": pace.count, "models": [model.id for model, _ in pace.lags]}


def _row(row: Row) -> dict[str, Any]:
    each = row.assessment
    released = each.status.released
    return {
        "model": each.model.id,
        "name": each.model.name,
        "headline": each.headline.value,
        "open": each.is_open,
        "license": each.status.parameters.license,
        "released": str(released.date) if released is not None else None,
        "lag_days": each.lag.days if each.lag is not None else None,
        "due": [day.isoformat() for day in row.due] if row.due is not None else None,
        "promises": [_promise(promise) for promise in each.promises],
    }


def _plain(value: Any) -> Any:
    """A value as JSON writes it: dates and enumerations as their text."""
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float) else str(value)
