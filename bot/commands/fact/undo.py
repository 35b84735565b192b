"""`fact undo`: a change taken back by a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, Rights, declare
from bot.commands.fact import arguments
from bot.commands.fact.answers import FormAnswer, PublishedAnswer
from bot.commands.fact.desk import about, actor, desk_of


@dataclass(frozen=True, slots=True)
class Undo:
    """Take a change of the facts back, with all that was changed together with it."""

    change: Annotated[int, About("The number of the change, as the history shows it", Kind.NUMBER)]
    why: arguments.Why = None


async def answer(command: Undo, context: Context) -> PublishedAnswer | FormAnswer:
    """Ask for the reason, else take the change back."""
    desk = desk_of(context)
    if not command.why:
        return FormAnswer("fact undo", {"change": str(command.change)}, ("why",), {})
    entries = await desk.undo(command.change, actor(context), context.now, command.why)
    return PublishedAnswer(tuple(entries), await about(entries[0].change.record.subject, context))


UNDO = declare("fact undo", Undo, answer, ("fact undo 12",), rights=Rights.EDITOR, lasts=False)
