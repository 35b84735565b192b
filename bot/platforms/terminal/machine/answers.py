"""Each answer as JSON, under the key ``answer``: docs/json.md says what stands in which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.commands.changes import ChangesAnswer
from bot.commands.compare import CompareAnswer
from bot.commands.define import DefineAnswer
from bot.commands.digest import answers as digest
from bot.commands.fact import answers as fact
from bot.commands.license import LicenseAnswer, Use
from bot.commands.models import ModelsAnswer
from bot.commands.open_ import OpenAnswer
from bot.commands.organization import OrganizationAnswer
from bot.commands.pace import PaceAnswer
from bot.commands.promises import Promised, PromisesAnswer
from bot.commands.sources import SourcesAnswer
from bot.commands.timeline import Entry, TimelineAnswer
from bot.facts.license import is_fsf_free, is_open, is_osi_approved
from bot.facts.model import License
from bot.facts.terms import differences
from bot.platforms.terminal.machine import digests, edits, shapes
from bot.platforms.terminal.machine.shapes import plain

Json = dict[str, Any]


def answer(answer: Any) -> Json | None:
    """What is true of what was asked, or None where there is no answer."""
    make = _ANSWERS.get(type(answer))
    return make(answer) if make is not None else None


def _open(answer: OpenAnswer) -> Json:
    return shapes.assessment(answer.assessment) | {
        "as_of": answer.as_of.day.isoformat(),
        "organization": answer.organization.id,
    }


def _timeline(answer: TimelineAnswer) -> Json:
    return {
        "subject": shapes.subject(answer.subject),
        "as_of": answer.as_of.day.isoformat(),
        "pace": shapes.pace(answer.pace),
        "models": [shapes.row(row) for row in answer.rows],
        "timeline": [_entry(entry) for entry in answer.entries],
        "maybe": [entry.event.id for entry in answer.maybe],
    }


def _compare(answer: CompareAnswer) -> Json:
    return {
        "as_of": answer.as_of.day.isoformat(),
        "models": [_open(side) for side in answer.sides],
        "published": {str(part): list(having) for part, having in answer.published.items()},
        "terms": {
            str(name): {
                side.assessment.model.id: shapes.term(term) if term is not None else None
                for side, term in said
            }
            for name, said in answer.terms.items()
        },
    }


def _organization(answer: OrganizationAnswer) -> Json:
    return {
        "organization": answer.organization.id,
        "name": answer.organization.name,
        "as_of": answer.as_of.day.isoformat(),
        "reviewed": plain(answer.organization.reviewed),
        "open": [shapes.row(row) for row in answer.opened],
        "not_open": [shapes.row(row) for row in answer.others],
        "overdue_at_pace": [row.assessment.model.id for row in answer.overdue],
        "licenses": {
            str(license): [row.assessment.model.id for row in rows] for license, rows in answer.used.items()
        },
        "pace": shapes.pace(answer.pace),
        "promises": [_promised(each) for each in answer.promises],
        "timeline": [_entry(entry) for entry in answer.own],
    }


def _promises(answer: PromisesAnswer) -> Json:
    return {
        "subject": shapes.subject(answer.subject),
        "state": plain(answer.state),
        "as_of": answer.as_of.day.isoformat(),
        "counts": {outcome.value: count for outcome, count in answer.counts.items()},
        "promises": [_promised(each) for each in answer.promises],
    }


def _pace(answer: PaceAnswer) -> Json:
    model = answer.model
    return {
        "subject": shapes.subject(answer.subject),
        "as_of": answer.as_of.day.isoformat(),
        "overall": shapes.pace(answer.overall),
        "makers": [
            {
                "organization": each.organization.id,
                "pace": shapes.pace(each.pace),
                "closed": [one.model.id for one in each.closed],
            }
            for each in answer.makers
        ],
        "model": model.model.id if model is not None else None,
        "lag": shapes.lag(model.lag) if model is not None else None,
        "due": [day.isoformat() for day in answer.due] if answer.due is not None else None,
    }


def _license(answer: LicenseAnswer) -> Json:
    return {
        "subject": shapes.subject(answer.subject),
        "name": answer.name,
        "as_of": answer.as_of.day.isoformat(),
        "granted": [
            {
                "license": each.expression,
                "osi_approved": is_osi_approved(each.expression),
                "fsf_free": is_fsf_free(each.expression),
                "open": is_open(each.expression),
                "terms": _terms(answer.licenses.get(each.expression)),
                "uses": [_use(use) for use in each.uses],
            }
            for each in answer.granted
        ],
        "changes": [
            {
                "model": each.model.id,
                "component": each.change.component.value,
                "date": str(each.change.after.date),
                "before": each.change.before.license,
                "after": each.change.after.license,
                "event": each.change.after.id,
                "differences": _differences(each.change.before.license, each.change.after.license, answer),
            }
            for each in answer.changes
        ],
        "not_published": [model.id for model in answer.withheld],
        "promises": [shapes.promise(each) for each in answer.promises],
    }


def _terms(license: License | None) -> Json:
    return {term.name.value: shapes.term(term) for term in license.terms} if license is not None else {}


def _use(use: Use) -> Json:
    return {
        "model": use.model.id,
        "components": [each.value for each in use.components],
        "variants": list(use.variants),
    }


def _differences(before: str | None, after: str | None, answer: LicenseAnswer) -> Json | None:
    first, second = answer.licenses.get(before or ""), answer.licenses.get(after or "")
    if first is None or second is None:
        return None
    return {change.name.value: change.direction.value for change in differences(first, second)}


def _models(answer: ModelsAnswer) -> Json:
    return {
        "as_of": answer.as_of.day.isoformat(),
        "count": len(answer.listed),
        "models": [
            {
                "model": each.assessment.model.id,
                "name": each.assessment.model.name,
                "organization": each.organization.id,
                "headline": each.assessment.headline.value,
                "component": each.part.component.value,
                "state": each.part.state.value,
                "license": each.part.license,
                "date": plain(each.day),
            }
            for each in answer.listed
        ],
    }


def _define(answer: DefineAnswer) -> Json:
    return {
        "terms": [
            {
                "term": each.id,
                "name": {"en": each.name.en, "ja": each.name.ja},
                "meaning": {"en": each.meaning.en, "ja": each.meaning.ja},
                "decided_by": {"en": each.decided_by.en, "ja": each.decided_by.ja},
                "sources": [
                    {"publisher": page.publisher, "title": page.title, "url": page.url} for page in each.pages
                ],
                "see": list(each.see),
            }
            for each in answer.entries
        ]
    }


def _changes(answer: ChangesAnswer) -> Json:
    return {
        "subject": shapes.subject(answer.subject),
        "since": answer.since.isoformat(),
        "as_of": answer.as_of.day.isoformat(),
        "groups": {
            group.value: [_entry(entry) for entry in entries] for group, entries in answer.groups.items()
        },
        "maybe": [_entry(entry) for entry in answer.maybe],
        "came_due": [_promised(each) for each in answer.came_due],
    }


def _sources(answer: SourcesAnswer) -> Json:
    return {
        "model": answer.model.id if answer.model is not None else None,
        "organization": answer.organization.id,
        "reviewed": plain(answer.organization.reviewed),
        "count": len(answer.sources),
        "primary": answer.primary,
        "checked": len(answer.checked),
        "last_checked": plain(answer.checked[-1]) if answer.checked else None,
        "events": [shapes.event(event) for event in answer.events],
    }


def _entry(entry: Entry) -> Json:
    return shapes.event(entry.event) | {"model": entry.model.id if entry.model is not None else None}


def _promised(each: Promised) -> Json:
    return shapes.promise(each.status) | {
        "model": each.model.id if each.model is not None else None,
        "organization": each.organization.id,
    }


_ANSWERS: Mapping[type, Callable[[Any], Json]] = {
    OpenAnswer: _open,
    TimelineAnswer: _timeline,
    CompareAnswer: _compare,
    OrganizationAnswer: _organization,
    PromisesAnswer: _promises,
    PaceAnswer: _pace,
    LicenseAnswer: _license,
    ModelsAnswer: _models,
    DefineAnswer: _define,
    ChangesAnswer: _changes,
    SourcesAnswer: _sources,
    digest.SubscriptionAnswer: digests.subscription,
    digest.SubscriptionsAnswer: digests.subscriptions,
    digest.WishAnswer: edits.form,
    digest.PreviewAnswer: digests.preview,
    digest.DeliveriesAnswer: digests.deliveries,
    fact.FormAnswer: edits.form,
    fact.ProposalAnswer: edits.proposal,
    fact.PublishedAnswer: edits.published,
    fact.QueueAnswer: edits.queue,
    fact.HistoryAnswer: edits.history,
}
