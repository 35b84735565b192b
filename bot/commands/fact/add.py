"""`fact add`: an event with its sources, previewed before it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, Rights, declare
from bot.commands.fact import arguments, drafting
from bot.commands.fact.answers import FormAnswer, ProposalAnswer
from bot.commands.fact.desk import desk_of, edit, maker, shown
from bot.commands.resolve import pick
from bot.facts.change import Change
from bot.facts.model import EventKind, Organization, Wording
from bot.facts.names import Subject, SubjectKind
from bot.facts.record import Data, Record, RecordKind, event_id

SUBJECTS = (SubjectKind.MODEL, SubjectKind.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Add:
    """Add an event to the facts, with its source."""

    of: arguments.Of
    kind: arguments.EventKind = None
    component: arguments.Component = None
    license: arguments.License = None
    access: arguments.Access = None
    date: arguments.Date = None
    source: arguments.Links = None
    summary: arguments.Summary = None
    summary_ja: Annotated[str | None, About("The same in Japanese", Kind.TEXT)] = None
    why: arguments.Why = None
    url: Annotated[str | None, About("Where it is had", Kind.TEXT)] = None
    claim: Annotated[
        str | None, About("The word its maker uses: open-source, open-weights, open", Kind.TEXT)
    ] = None
    wording: Annotated[
        Wording | None, About("Of a promise: how its day is worded", Kind.CHOICE, tuple(Wording))
    ] = None
    by: Annotated[str | None, About("Of a promise: who made it", Kind.TEXT)] = None
    earliest: Annotated[str | None, About("Of a promise: the first day that the words allow", Kind.TEXT)] = (
        None
    )
    latest: Annotated[str | None, About("Of a promise: the last day that the words allow", Kind.TEXT)] = None


Answer = ProposalAnswer | FormAnswer | UnknownName | AmbiguousName


async def answer(command: Add, context: Context) -> Answer:
    """Ask for what is missing, else keep the event as a draft and show what it would change."""
    desk = desk_of(context)
    subject = pick(context.store.names, command.of, Kind.SUBJECT, SUBJECTS)
    if isinstance(subject, UnknownName | AmbiguousName):
        return subject
    missing = tuple(_missing(command))
    if missing:
        return form("fact add", command, subject, missing)
    change = await event(command, subject, context, checked=True)
    draft, objections = await desk.draft(edit(context, [change], command.why or ""))
    return await shown(draft, context, objections, decides=True)


def _missing(command: Add) -> Iterator[str]:
    kind = command.kind
    needed = ["kind"]
    if kind in (EventKind.PUBLISH, EventKind.WITHDRAW, EventKind.PROMISE):
        needed.append("component")
    if kind is EventKind.PUBLISH:
        needed.append("license")
    if kind in (EventKind.PUBLISH, EventKind.RELEASE):
        needed.append("access")
    if kind is EventKind.PROMISE:
        needed += ["wording", "by"]
        if command.wording in (Wording.ON, Wording.WITHIN, Wording.ABOUT):
            needed += ["earliest", "latest"]
    needed += ["date", "source", "summary", "why"]
    return (name for name in needed if not getattr(command, name))


def form(name: str, command: Any, subject: Subject, missing: Iterable[str]) -> FormAnswer:
    """What the command lacks, beside what is given."""
    ask = tuple(missing)
    written = {each: getattr(command, each) for each in command.__slots__ if each not in ask}
    given = {each: str(value) for each, value in written.items() if value is not None}
    return FormAnswer(name, {**given, "of": subject.id}, ask, {})


async def event(command: Any, subject: Subject, context: Context, checked: bool) -> Change:
    """The new event that the command describes. ``checked``: the asker has read its sources today."""
    pack = await desk_of(context).store.pack()
    kind = EventKind(command.kind or EventKind.STATEMENT)
    what = (command.component or kind).value if kind is not EventKind.STATEMENT else kind.value
    id = event_id(subject.id, what, {each.id for each in pack.events})
    record = Record(RecordKind.EVENT, id)
    home = maker(pack, record, {})
    data = _data(command, id, kind, home, context if checked else None)
    return Change(record, None, drafting.regular(RecordKind.EVENT, data))


def _data(command: Any, id: str, kind: EventKind, home: Organization, read: Context | None) -> Data:
    fields = {
        "id": id,
        "date": drafting.partial_date(command.date),
        "kind": kind.value,
        "component": command.component,
        "license": command.license,
        "access": command.access,
        "url": getattr(command, "url", None),
        "claim": getattr(command, "claim", None),
        "promise": _promise(command) if kind is EventKind.PROMISE else None,
        "summary": drafting.text(command.summary.strip(), getattr(command, "summary_ja", None)),
        "sources": drafting.sources(command.source, home, read.today if read is not None else None),
    }
    return {name: value for name, value in fields.items() if value}


def _promise(command: Any) -> Data:
    words = {name: getattr(command, name, None) for name in ("by", "wording", "earliest", "latest")}
    return {name: str(value) for name, value in words.items() if value}


ADD = declare(
    "fact add",
    Add,
    answer,
    ("fact add grok-2 kind:publish component:training-code",),
    rights=Rights.EDITOR,
    lasts=False,
)
