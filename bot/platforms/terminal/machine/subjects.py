"""The ids that a question or a command is about, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.commands.changes import ChangesAnswer
from bot.commands.compare import CompareAnswer
from bot.commands.define import DefineAnswer
from bot.commands.license import LicenseAnswer
from bot.commands.models import ModelsAnswer
from bot.commands.open_ import OpenAnswer
from bot.commands.organization import OrganizationAnswer
from bot.commands.pace import PaceAnswer
from bot.commands.promises import PromisesAnswer
from bot.commands.sources import SourcesAnswer
from bot.commands.timeline import TimelineAnswer
from bot.core import Answered
from bot.facts.names import Subject, SubjectKind
from bot.questions import Declined, Understood

_PLURAL = {
    SubjectKind.MODEL: "models",
    SubjectKind.ORGANIZATION: "organizations",
    SubjectKind.LICENSE: "licenses",
}


def subjects(answered: Answered) -> dict[str, list[str]]:
    """What the question named; of a command, what its answer is about. A family is its models."""
    found: dict[str, list[str]] = {"models": [], "organizations": [], "licenses": [], "terms": []}
    reading = answered.reading
    read = reading.bearing if isinstance(reading, Declined) else reading
    if isinstance(read, Understood) and (read.subjects or read.terms):
        found["terms"] += read.terms
        named: Iterable[Subject | tuple[str, str]] = read.subjects
    else:
        named = _of(answered.answer)
    for each in named:
        plural, id = (_PLURAL.get(each.kind, ""), each.id) if isinstance(each, Subject) else each
        if plural and id not in found[plural]:
            found[plural].append(id)
    return found


def _of(answer: Any) -> list[Subject | tuple[str, str]]:
    match answer:
        case OpenAnswer():
            return [("models", answer.assessment.model.id)]
        case CompareAnswer():
            return [("models", side.assessment.model.id) for side in answer.sides]
        case OrganizationAnswer():
            return [("organizations", answer.organization.id)]
        case LicenseAnswer(license=str() as license):
            return [("licenses", license)]
        case LicenseAnswer():
            return [("models", model.id) for model in answer.models]
        case ModelsAnswer():
            return [each for each in (answer.organization, answer.license) if each is not None]
        case DefineAnswer():
            return [("terms", entry.id) for entry in answer.entries]
        case SourcesAnswer():
            model = answer.model
            return [("models", model.id) if model is not None else ("organizations", answer.organization.id)]
        case TimelineAnswer() | PromisesAnswer() | PaceAnswer() | ChangesAnswer():
            return _of_many(answer)
        case _:
            return []


def _of_many(
    answer: TimelineAnswer | PromisesAnswer | PaceAnswer | ChangesAnswer,
) -> list[Subject | tuple[str, str]]:
    if answer.subject is None:
        return []
    if answer.subject.kind is not SubjectKind.FAMILY:
        return [answer.subject]
    models: Iterable[str]
    match answer:
        case TimelineAnswer():
            models = (row.assessment.model.id for row in answer.rows)
        case PromisesAnswer():
            models = (each.model.id for each in answer.promises if each.model is not None)
        case PaceAnswer():
            opened = (model.id for each in answer.makers if each.pace for model, _ in each.pace.lags)
            closed = (one.model.id for each in answer.makers for one in each.closed)
            models = (*opened, *closed)
        case ChangesAnswer():
            told = (each for entries in answer.groups.values() for each in entries)
            models = (each.model.id for each in told if each.model is not None)
    return [("models", id) for id in models]
