"""`fact new`: a model, an organization, a family, a licence or an event, written as the facts write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from bot.commands.declaration import About, Context, Kind, Rights, declare
from bot.commands.fact import arguments, drafting
from bot.commands.fact.answers import FormAnswer, ProposalAnswer
from bot.commands.fact.desk import desk_of, edit, shown
from bot.errors import BadInput, Mistake
from bot.facts.change import Change
from bot.facts.record import Record, RecordKind, records

_SHAPES = {
    RecordKind.ORGANIZATION: "id: \nname: \nhomepage: https://\naliases: []\n",
    RecordKind.FAMILY: "id: \nname: \norganization: \naliases: []\n",
    RecordKind.MODEL: (
        "id: \nname: \norganization: \nfamily: \naliases: []\nrepositories: []\nevents:\n"
        "  - id: \n    date: \n    kind: release\n    access: api\n    summary:\n      en: \n      ja: \n"
        "    sources:\n      - url: https://\n        title: \n        publisher: \n        kind: primary\n"
    ),
    RecordKind.LICENSE: (
        "id: LicenseRef-\nname: \nurl: https://\nsteward: \npublished: \nterms: []\n"
        "sources:\n  - url: https://\n    title: \n    publisher: \n    kind: primary\n"
    ),
    RecordKind.EVENT: (
        "id: \ndate: \nkind: publish\ncomponent: parameters-final\nlicense: \naccess: public\n"
        "summary:\n  en: \n  ja: \n"
        "sources:\n  - url: https://\n    title: \n    publisher: \n    kind: primary\n"
    ),
}

_EVENTFUL = (RecordKind.ORGANIZATION, RecordKind.MODEL)


@dataclass(frozen=True, slots=True)
class New:
    """Add a model, an organization, a family, a licence, or any event, as the facts are written."""

    kind: Annotated[RecordKind, About("What it is", Kind.CHOICE, tuple(RecordKind))]
    data: arguments.Yaml = None
    why: arguments.Why = None


async def answer(command: New, context: Context) -> ProposalAnswer | FormAnswer:
    """Ask for the record with its fields written out, else keep it as a draft and show it."""
    desk = desk_of(context)
    if not command.data or not command.why:
        values = {"data": command.data or _SHAPES[command.kind]}
        return FormAnswer("fact new", {"kind": command.kind.value}, ("data", "why"), values)
    changes = list(_changes(command.kind, _filled(drafting.parsed(command.data))))
    there = dict(records(await desk.store.pack()))
    for each in changes:
        if each.record in there:
            known = f"{each.record.id} is there already: fact correct {each.record.id}"
            raise BadInput(Mistake.NOT_A_RECORD, "data", known)
    draft, objections = await desk.draft(edit(context, changes, command.why))
    return await shown(draft, context, objections, decides=True)


def _changes(kind: RecordKind, data: Any) -> Iterator[Change]:
    """The record, and of a model or an organization the events written with it."""
    head = {name: value for name, value in data.items() if name != "events"} if kind in _EVENTFUL else data
    found = drafting.regular(kind, head)
    yield Change(Record(kind, str(found["id"])), None, found)
    for each in data.get("events", ()) if kind in _EVENTFUL else ():
        event = drafting.regular(RecordKind.EVENT, each)
        yield Change(Record(RecordKind.EVENT, str(event["id"])), None, event)


def _filled(data: Any) -> Any:
    """Without the fields that were left empty. Raises :class:`BadInput` where it is no record."""
    if not isinstance(data, dict):
        raise BadInput(Mistake.NOT_A_RECORD, "data", "write one record, as a list of names and values")
    return {name: value for name, value in data.items() if value}


NEW = declare("fact new", New, answer, ("fact new model",), rights=Rights.EDITOR, lasts=False)
