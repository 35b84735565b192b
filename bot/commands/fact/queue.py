"""`fact queue`: what waits for an editor."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.declaration import Context, Rights, declare
from bot.commands.fact.answers import QueueAnswer
from bot.commands.fact.desk import desk_of

SHOWN = 20  # proposals: what one message holds with a line each


@dataclass(frozen=True, slots=True)
class Queue:
    """The proposals that wait for an editor."""


async def answer(command: Queue, context: Context) -> QueueAnswer:
    """The oldest first."""
    proposals = desk_of(context).proposals
    return QueueAnswer(tuple(await proposals.waiting(SHOWN)), await proposals.count_waiting())


QUEUE = declare("fact queue", Queue, answer, ("fact queue",), rights=Rights.EDITOR, lasts=False)
