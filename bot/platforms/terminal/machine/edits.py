"""What comes of edits as JSON: docs/json.md says what stands in which."""

from __future__ import annotations

from typing import Any

from bot.commands.fact.answers import (
    FormAnswer,
    HistoryAnswer,
    ProposalAnswer,
    PublishedAnswer,
    QueueAnswer,
)
from bot.facts.change import Change
from bot.facts.edit import Actor, Entry, Proposal

Json = dict[str, Any]


def form(answer: FormAnswer) -> Json:
    """What is missing."""
    return {"given": dict(answer.given), "missing": list(answer.ask), "values": dict(answer.values)}


def proposal(answer: ProposalAnswer) -> Json:
    """A proposal with what speaks against it."""
    objections = [
        {"record": each.subject, "message": each.message, "fatal": each.fatal} for each in answer.objections
    ]
    return _proposal(answer.proposal) | {"objections": objections}


def published(answer: PublishedAnswer) -> Json:
    """The changes that were made."""
    return {"changes": [_entry(each) for each in answer.entries]}


def queue(answer: QueueAnswer) -> Json:
    """What waits for an editor."""
    return {"count": answer.count, "proposals": [_proposal(each) for each in answer.proposals]}


def history(answer: HistoryAnswer) -> Json:
    """The changes of a record, newest first."""
    return {"of": answer.asked or None, "changes": [_entry(each) for each in answer.entries]}


def _proposal(each: Proposal) -> Json:
    return {
        "proposal": each.id,
        "revision": each.revision,
        "status": each.status.value,
        "proposer": _actor(each.proposer),
        "at": each.at.isoformat(),
        "why": each.why,
        "changes": [_change(one) for one in each.changes],
        "decider": _actor(each.decider) if each.decider is not None else None,
        "reason": each.reason,
        "change": each.batch,
    }


def _entry(each: Entry) -> Json:
    return {
        "change": each.sequence,
        "made_with": each.batch,
        **_change(each.change),
        "by": _actor(each.actor),
        "at": each.at.isoformat(),
        "why": each.why,
        "undoes": each.undoes,
        "proposal": each.proposal,
    }


def _change(each: Change) -> Json:
    return {
        "kind": each.record.kind.value,
        "record": each.record.id,
        "before": each.before,
        "after": each.after,
    }


def _actor(each: Actor) -> Json:
    return {"platform": each.platform, "workspace": each.workspace, "user": each.user, "name": each.name}
