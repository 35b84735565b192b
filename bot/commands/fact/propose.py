"""`fact propose`: whoever finds something wrong or missing says so, with a source; an editor decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.fact import arguments
from bot.commands.fact.add import SUBJECTS, event, form
from bot.commands.fact.answers import FormAnswer, ProposalAnswer
from bot.commands.fact.desk import desk_of, edit
from bot.commands.resolve import pick


@dataclass(frozen=True, slots=True)
class Propose:
    """Say what is wrong or missing, with a source; an editor decides."""

    of: arguments.Of
    summary: arguments.Summary = None
    date: arguments.Date = None
    source: arguments.Links = None
    why: Annotated[str | None, About("What is wrong or missing in our answer", Kind.LONG)] = None
    kind: arguments.EventKind = None
    component: arguments.Component = None
    license: arguments.License = None
    access: arguments.Access = None


async def answer(
    command: Propose, context: Context
) -> ProposalAnswer | FormAnswer | UnknownName | AmbiguousName:
    """Ask for what is missing, else keep the proposal for an editor."""
    desk = desk_of(context)
    subject = pick(context.store.names, command.of, Kind.SUBJECT, SUBJECTS)
    if isinstance(subject, UnknownName | AmbiguousName):
        return subject
    missing = [name for name in ("summary", "date", "source", "why") if not getattr(command, name)]
    if missing:
        return form("fact propose", command, subject, missing)
    change = await event(command, subject, context, checked=False)
    return ProposalAnswer(await desk.propose(edit(context, [change], command.why or "")))


PROPOSE = declare("fact propose", Propose, answer, ("fact propose grok-2",), lasts=False)
