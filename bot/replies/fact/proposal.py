"""A proposal, a draft, or what was published: what changes, what speaks against it, the answer then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.commands.fact.answers import ProposalAnswer, PublishedAnswer
from bot.commands.fact.history import History
from bot.commands.fact.review import Approve, Discard, Edit, Reject, Show
from bot.commands.fact.undo import Undo
from bot.commands.open_ import Open, OpenAnswer
from bot.facts.edit import Proposal, Status
from bot.facts.record import RecordKind
from bot.replies import open_
from bot.replies.fact import changes
from bot.replies.fact.people import name
from bot.replies.reply import Block, Choice, Field, Fields, Note, Paragraph, Reply
from bot.replies.words import Words


def reply(answer: ProposalAnswer, command: Any, words: Words) -> Reply:
    """The proposal with the buttons that decide it, where the asker may."""
    proposal = answer.proposal
    return Reply(
        title=_title(answer, words),
        headline=proposal.reason,
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, words)),
        private=True,
        language=words.language,
    )


def _title(answer: ProposalAnswer, words: Words) -> str:
    proposal = answer.proposal
    who = name(proposal.decider, words) if proposal.decider is not None else ""
    match proposal.status:
        case Status.DRAFT:
            return words("Not published yet: is it right?")
        case Status.OPEN if not answer.decides:
            return words("Thank you. An editor will look at proposal #{id}.", id=proposal.id)
        case Status.OPEN:
            return words("Proposal #{id} by {name}", id=proposal.id, name=name(proposal.proposer, words))
        case Status.APPROVED:
            return words("Proposal #{id} was published by {name}.", id=proposal.id, name=who)
        case Status.REJECTED:
            return words("Proposal #{id} was rejected by {name}.", id=proposal.id, name=who)
        case Status.WITHDRAWN:
            return words("Dropped. Nothing was changed.")


def _blocks(answer: ProposalAnswer, words: Words) -> Iterator[Block]:
    proposal = answer.proposal
    if proposal.status is Status.WITHDRAWN:
        return
    yield from changes.blocks(proposal.changes, words)
    yield from _answers(answer, words)
    if answer.objections:
        yield Fields(
            words("Look again"),
            tuple(Field(each.subject, (each.message,)) for each in answer.objections),
        )
    if proposal.why:
        yield Note((words("Why: {why}", why=proposal.why),))


def _answers(answer: ProposalAnswer, words: Words) -> Iterator[Block]:
    """The one-line answer about the model, before and after."""
    if answer.before is None or answer.after is None:
        return
    model = answer.before.assessment.model.name
    now, then = _line(answer.before, words), _line(answer.after, words)
    if now == then:
        yield Paragraph(
            (words("The one-line answer about {model} stays: {answer}", model=model, answer=now),)
        )
        return
    fields = (Field(words("Now"), (now,)), Field(words("Then"), (then,)))
    yield Fields(words("What is answered about {model}", model=model), fields)


def _line(answer: OpenAnswer, words: Words) -> str:
    return open_.one_line(answer, words)


def _follow_ups(answer: ProposalAnswer, words: Words) -> Iterator[Choice]:
    proposal = answer.proposal
    if not answer.decides or proposal.status not in (Status.DRAFT, Status.OPEN):
        return
    if not any(each.fatal for each in answer.objections):
        sure = "yes" if answer.objections else None
        said = words("Publish all the same") if sure else words("Publish")
        yield Choice(said, Approve(proposal.id, proposal.revision, sure))
    yield Choice(words("Edit"), Edit(proposal.id, revision=proposal.revision))
    if proposal.status is Status.DRAFT:
        yield Choice(words("Drop it"), Discard(proposal.id))
    else:
        yield Choice(words("Reject"), Reject(proposal.id))


def published(answer: PublishedAnswer, command: Any, words: Words) -> Reply:
    """What was changed, and what is answered now."""
    first = answer.entries[0]
    blocks: list[Block] = list(changes.blocks([each.change for each in answer.entries], words))
    follow_ups = [Choice(words("History"), History(first.change.record.subject))]
    if answer.after is not None:
        model = answer.after.assessment.model
        said = words("{model} now: {answer}", model=model.name, answer=_line(answer.after, words))
        blocks.append(Paragraph((said,)))
        follow_ups.insert(0, Choice(model.name, Open(model.id)))
    return Reply(
        title=words("Published as change #{number}.", number=first.sequence),
        blocks=tuple(blocks),
        follow_ups=(*follow_ups, Choice(words("Undo"), Undo(first.sequence))),
        private=True,
        language=words.language,
    )


def card(answer: ProposalAnswer, words: Words) -> Reply:
    """The proposal as editors see it in their channel, whoever made it."""
    return reply(answer, Show(answer.proposal.id), words)


def told(proposal: Proposal, words: Words) -> Reply:
    """What its proposer is told once it is decided."""
    return Reply(
        title=_title(ProposalAnswer(proposal), words),
        headline=proposal.reason,
        blocks=tuple(changes.blocks(proposal.changes, words)),
        follow_ups=tuple(
            Choice(each.record.subject, Open(each.record.subject))
            for each in proposal.changes[:1]
            if each.record.kind is RecordKind.EVENT
        ),
        language=words.language,
    )
