"""`fact show`, `approve`, `edit`, `reject`, `discard`: what becomes of a proposal, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, Rights, declare
from bot.commands.fact import arguments, drafting
from bot.commands.fact.answers import FormAnswer, ProposalAnswer, PublishedAnswer
from bot.commands.fact.desk import about, actor, desk_of, shown
from bot.errors import BadInput, Mistake
from bot.facts import pack as yaml_pack
from bot.facts.change import Change
from bot.facts.edit import DECIDED, Proposal, Status
from bot.facts.refusals import Objected, Objection, Stale, Unheard


@dataclass(frozen=True, slots=True)
class Show:
    """A proposal, with what it would change."""

    proposal: arguments.Number


@dataclass(frozen=True, slots=True)
class Approve:
    """Publish a proposal."""

    proposal: arguments.Number
    revision: arguments.Revision = None
    sure: Annotated[str | None, About("“yes”: whatever is odd about it", Kind.TEXT)] = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Edit a proposal before it is published."""

    proposal: arguments.Number
    data: arguments.Yaml = None
    revision: arguments.Revision = None


@dataclass(frozen=True, slots=True)
class Reject:
    """Reject a proposal, with the reason."""

    proposal: arguments.Number
    reason: Annotated[str | None, About("Why not: its proposer is told", Kind.TEXT)] = None


@dataclass(frozen=True, slots=True)
class Discard:
    """Drop a draft of your own."""

    proposal: arguments.Number


async def show(command: Show, context: Context) -> ProposalAnswer:
    """The proposal with what speaks against it now."""
    proposal = await _one(command.proposal, context)
    if proposal.status in DECIDED:
        return ProposalAnswer(proposal)
    return await shown(proposal, context, await _objections(proposal, context), decides=True)


async def approve(command: Approve, context: Context) -> PublishedAnswer:
    """Publish it, if nobody has decided."""
    proposal = await _one(command.proposal, context)
    revision = command.revision if command.revision is not None else proposal.revision
    sure = (command.sure or "").casefold() in ("yes", "はい")
    _, entries = await desk_of(context).approve(proposal.id, revision, actor(context), context.now, sure)
    return PublishedAnswer(tuple(entries), await about(entries[0].change.record.subject, context))


async def edit(command: Edit, context: Context) -> ProposalAnswer | FormAnswer:
    """Ask for the record as it is proposed, else put the edited one in its place."""
    proposal = await _one(command.proposal, context)
    changes = [each for each in proposal.changes if each.after is not None]
    if not command.data:
        given = {"proposal": str(proposal.id), "revision": str(proposal.revision)}
        records = [each.after for each in changes]
        written = yaml_pack.dump(records[0] if len(records) == 1 else records)
        return FormAnswer("fact edit", given, ("data",), {"data": written})
    revision = command.revision if command.revision is not None else proposal.revision
    wanted = _edited(proposal, command.data)
    revised = await desk_of(context).revise(proposal.id, wanted, revision, context.now)
    return await shown(revised, context, await _objections(revised, context), decides=True)


def _edited(proposal: Proposal, written: str) -> list[Change]:
    """The proposal's changes with other data after them. Raises :class:`BadInput`."""
    data = drafting.parsed(written)
    listed = data if isinstance(data, list) else [data]
    changes = [each for each in proposal.changes if each.after is not None]
    if len(listed) != len(changes):
        raise BadInput(Mistake.NOT_A_RECORD, "data", f"write {len(changes)} records, as they were")
    wanted = iter(
        Change(each.record, each.before, drafting.regular(each.record.kind, one))
        for each, one in zip(changes, listed, strict=True)
    )
    return [next(wanted) if each.after is not None else each for each in proposal.changes]


async def reject(command: Reject, context: Context) -> ProposalAnswer | FormAnswer:
    """Ask for the reason, else decide against it."""
    proposal = await _one(command.proposal, context)
    if not command.reason:
        return FormAnswer("fact reject", {"proposal": str(proposal.id)}, ("reason",), {})
    desk = desk_of(context)
    closed = await desk.close(
        proposal.id, Status.REJECTED, actor(context), context.now, command.reason.strip()
    )
    return ProposalAnswer(closed)


async def discard(command: Discard, context: Context) -> ProposalAnswer:
    """Drop a draft, which nobody else has seen."""
    proposal = await _one(command.proposal, context)
    return ProposalAnswer(
        await desk_of(context).close(proposal.id, Status.WITHDRAWN, actor(context), context.now)
    )


async def _one(id: int, context: Context) -> Proposal:
    """The proposal of that number; a draft only for its author. Raises :class:`Unheard`."""
    proposal = await desk_of(context).proposals.get(id)
    if proposal is None:
        raise Unheard(f"#{id}")
    me, author = actor(context), proposal.proposer
    own = (me.platform, me.workspace, me.user) == (author.platform, author.workspace, author.user)
    if proposal.status is Status.DRAFT and not own:
        raise Unheard(f"#{id}")
    return proposal


async def _objections(proposal: Proposal, context: Context) -> tuple[Objection, ...]:
    """What speaks against the proposal on the facts as they are now."""
    try:
        return await desk_of(context).look(proposal, context.now)
    except Objected as refusal:
        return refusal.objections
    except Stale as refusal:
        return (Objection(refusal.record.id, "has changed since this was proposed: edit it, or reject it"),)


SHOW = declare("fact show", Show, show, ("fact show 12",), rights=Rights.EDITOR, lasts=False)
APPROVE = declare("fact approve", Approve, approve, ("fact approve 12",), rights=Rights.EDITOR, lasts=False)
EDIT = declare("fact edit", Edit, edit, ("fact edit 12",), rights=Rights.EDITOR, lasts=False)
REJECT = declare(
    "fact reject", Reject, reject, ("fact reject 12 reason:…",), rights=Rights.EDITOR, lasts=False
)
DISCARD = declare(
    "fact discard", Discard, discard, ("fact discard 12",), rights=Rights.EDITOR, lasts=False, shown=False
)
