"""`fact withdraw` and `fact restore`: a record taken out, and put back as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, Rights, declare
from bot.commands.fact import arguments
from bot.commands.fact.answers import FormAnswer, ProposalAnswer
from bot.commands.fact.desk import desk_of, edit, found, shown
from bot.facts.change import Change
from bot.facts.model import Pack
from bot.facts.record import Data, Record, RecordKind, digest, records
from bot.facts.refusals import Stale, Unheard


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take a record out of the facts; the history keeps it."""

    record: arguments.RecordId
    why: arguments.Why = None
    base: arguments.Base = None


@dataclass(frozen=True, slots=True)
class Restore:
    """Put a record that was withdrawn back as it was."""

    record: Annotated[str, About("The id of what was withdrawn", Kind.TEXT)]
    why: arguments.Why = None


async def withdraw(command: Withdraw, context: Context) -> ProposalAnswer | FormAnswer:
    """Ask for the reason, else keep the withdrawal as a draft and show it."""
    desk = desk_of(context)
    pack = await desk.store.pack()
    record, data = found(pack, command.record, context)
    if command.base is not None and command.base != digest(data):
        raise Stale(record, data, await desk.journal.of([record.id], 5))
    if not command.why:
        given = {"record": record.id, "base": digest(data)}
        return FormAnswer("fact withdraw", given, ("why",), {})
    changes = [Change(each, before, None) for each, before in _with_events(pack, record)]
    draft, objections = await desk.draft(edit(context, changes, command.why))
    return await shown(draft, context, objections, decides=True)


def _with_events(pack: Pack, record: Record) -> list[tuple[Record, Data]]:
    """The record, and of a model its events, which go with it."""
    return [
        (each, data)
        for each, data in records(pack)
        if each == record
        or (record.kind is RecordKind.MODEL and each.kind is RecordKind.EVENT and each.subject == record.id)
    ]


async def restore(command: Restore, context: Context) -> ProposalAnswer | FormAnswer:
    """Ask for the reason, else put back what the history has, as a draft."""
    desk = desk_of(context)
    entries = [each for each in await desk.journal.of([command.record.strip()]) if each.change.after is None]
    if not entries:
        raise Unheard(command.record.strip())
    if not command.why:
        return FormAnswer("fact restore", {"record": command.record.strip()}, ("why",), {})
    together = await desk.journal.batch(entries[0].sequence)
    changes = [each.change.undone for each in reversed(together) if each.change.after is None]
    draft, objections = await desk.draft(edit(context, changes, command.why))
    return await shown(draft, context, objections, decides=True)


WITHDRAW = declare(
    "fact withdraw",
    Withdraw,
    withdraw,
    ("fact withdraw grok-1/release",),
    rights=Rights.EDITOR,
    lasts=False,
)
RESTORE = declare(
    "fact restore", Restore, restore, ("fact restore grok-1/release",), rights=Rights.EDITOR, lasts=False
)
