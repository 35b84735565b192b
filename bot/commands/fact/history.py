"""`fact history`: who changed what of the record, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.fact.answers import HistoryAnswer
from bot.commands.fact.desk import desk_of
from bot.facts.names import Found

SHOWN = 50  # changes, newest first: the platforms show them by pages


@dataclass(frozen=True, slots=True)
class History:
    """Who changed what in our record, when and why."""

    of: Annotated[
        str | None, About("An event's id, a model or an organization; everything if left out", Kind.RECORD_ID)
    ] = None


async def answer(command: History, context: Context) -> HistoryAnswer:
    """The changes of the record, newest first; those of withdrawn ones too, by their ids."""
    desk = desk_of(context)
    asked = (command.of or "").strip()
    if not asked:
        entries = await desk.journal.newest(SHOWN)
    else:
        match = context.store.names.find(asked)
        subject = match.subjects[0].id if match.found is Found.EXACT else asked
        entries = await desk.journal.about(subject, SHOWN)
    numbers = {each.proposal for each in entries if each.proposal is not None}
    proposals = {id: await desk.proposals.get(id) for id in numbers}
    undone = {each.batch: await desk.journal.undone(each.batch) for each in entries}
    return HistoryAnswer(
        asked,
        tuple(entries),
        {id: each for id, each in proposals.items() if each is not None},
        {batch: each for batch, each in undone.items() if each is not None},
    )


HISTORY = declare("fact history", History, answer, ("fact history grok-2", "fact history"), lasts=False)
