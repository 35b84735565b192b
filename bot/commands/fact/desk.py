"""What the editing commands share: the desk, who edits, which record is meant, what is answered then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.commands.declaration import Context
from bot.commands.fact.answers import ProposalAnswer
from bot.commands.open_ import Open, OpenAnswer
from bot.commands.open_ import answer as open_answer
from bot.errors import BadInput, Mistake
from bot.facts.change import Change
from bot.facts.edit import Actor, Edit, Proposal
from bot.facts.model import Organization, Pack
from bot.facts.names import Found, SubjectKind
from bot.facts.record import Data, Record, RecordKind, records
from bot.facts.refusals import Objection, Unheard

if TYPE_CHECKING:
    from bot.editing.desk import Desk

_KINDS = {
    SubjectKind.MODEL: RecordKind.MODEL,
    SubjectKind.FAMILY: RecordKind.FAMILY,
    SubjectKind.ORGANIZATION: RecordKind.ORGANIZATION,
    SubjectKind.LICENSE: RecordKind.LICENSE,
}


def desk_of(context: Context) -> Desk:
    """The desk. Raises :class:`BadInput` where this program has none."""
    if context.desk is None:
        raise BadInput(Mistake.NOT_HERE)
    return context.desk


def actor(context: Context) -> Actor:
    """The asker as the journal names them."""
    asker = context.asker
    return Actor(asker.platform, asker.workspace, asker.user, asker.name or asker.user)


def edit(context: Context, changes: Iterable[Change], why: str) -> Edit:
    """The asker's edit, made now."""
    return Edit(tuple(changes), actor(context), context.now, why.strip())


def found(pack: Pack, asked: str, context: Context) -> tuple[Record, Data]:
    """The record of that id or name. Raises :class:`Unheard`."""
    every = dict(records(pack))
    wanted = asked.strip()
    event = Record(RecordKind.EVENT, wanted)
    if event in every:
        return event, every[event]
    match = context.store.names.find(wanted)
    if match.found is Found.EXACT:
        subject = match.subjects[0]
        record = Record(_KINDS[subject.kind], subject.id)
        if record in every:
            return record, every[record]
    raise Unheard(wanted)


def maker(pack: Pack, record: Record, data: Data) -> Organization:
    """The organization that a record belongs to; of a licence, one that stands for its steward."""
    made_by = {model.id: model.organization for model in pack.models}
    id = str(data.get("organization") or made_by.get(record.subject, record.subject))
    none = Organization(id="", name=str(data.get("steward", "")), homepage=str(data.get("url", "")))
    return next((each for each in pack.organizations if each.id == id), none)


async def shown(
    proposal: Proposal, context: Context, objections: tuple[Objection, ...] = (), decides: bool = False
) -> ProposalAnswer:
    """The proposal with what it would change in what is answered about the first model it is about."""
    desk = desk_of(context)
    subject = next((each.record.subject for each in proposal.changes), "")
    before = await about(subject, context)
    after = None
    if not any(each.fatal for each in objections):
        async with desk.store.trying(proposal.changes) as tried:
            after = await about(subject, replace(context, store=tried))
    return ProposalAnswer(proposal, objections, before, after, decides)


async def about(subject: str, context: Context) -> OpenAnswer | None:
    """What is answered about a model today; None of what is none."""
    if await context.store.model(subject) is None:
        return None
    answer = await open_answer(Open(subject), context)
    return answer if isinstance(answer, OpenAnswer) else None
