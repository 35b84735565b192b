"""`fact correct`: another value for a field of a record, or the whole record anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, Rights, declare
from bot.commands.fact import arguments, drafting
from bot.commands.fact.answers import FormAnswer, ProposalAnswer
from bot.commands.fact.desk import desk_of, edit, found, maker, shown
from bot.facts import pack as yaml_pack
from bot.facts.change import Change
from bot.facts.record import Data, RecordKind, digest
from bot.facts.refusals import Stale


class Field(StrEnum):
    """What can be corrected by itself."""

    DATE = "date"
    KIND = "kind"
    COMPONENT = "component"
    LICENSE = "license"
    ACCESS = "access"
    URL = "url"
    SUMMARY = "summary"
    SUMMARY_JA = "summary-ja"
    SOURCES = "sources"
    PROMISE = "promise"
    VARIANTS = "variants"
    NAME = "name"
    ALIASES = "aliases"
    REPOSITORIES = "repositories"
    HOMEPAGE = "homepage"
    TERMS = "terms"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Correct:
    """Correct an event, a model, an organization, a family or a licence."""

    record: arguments.RecordId
    field: Annotated[
        Field | None, About("Which field; the whole record if left out", Kind.CHOICE, tuple(Field))
    ] = None
    value: Annotated[str | None, About("What is right", Kind.LONG)] = None
    source: arguments.Links = None
    why: arguments.Why = None
    base: arguments.Base = None


async def answer(command: Correct, context: Context) -> ProposalAnswer | FormAnswer:
    """Ask for what is missing with the record as it is, else keep the correction as a draft and show it."""
    desk = desk_of(context)
    pack = await desk.store.pack()
    record, data = found(pack, command.record, context)
    field = command.field or Field.EVERYTHING
    if command.base is not None and command.base != digest(data):
        raise Stale(record, data, await desk.journal.of([record.id], 5))
    if command.value is None or not command.why:
        asked = ("value", "source", "why") if record.kind is RecordKind.EVENT else ("value", "why")
        given = {"record": record.id, "base": digest(data)}
        if field is not Field.EVERYTHING:
            given["field"] = field.value
        value = command.value if command.value is not None else _written(data, field)
        return FormAnswer("fact correct", given, asked, {"value": value, "source": command.source or ""})
    after = _after(command, record.kind, data, field)
    if command.source:
        more = drafting.sources(command.source, maker(pack, record, data), context.today)
        known = {each["url"] for each in after.get("sources", ())}
        new = [each for each in more if each["url"] not in known]
        after = {**after, "sources": [*after.get("sources", ()), *new]}
    change = Change(record, data, drafting.regular(record.kind, after))
    draft, objections = await desk.draft(edit(context, [change], command.why))
    return await shown(draft, context, objections, decides=True)


def _written(data: Data, field: Field) -> str:
    return yaml_pack.dump(data) if field is Field.EVERYTHING else drafting.written(data, field.value)


def _after(command: Correct, kind: RecordKind, data: Data, field: Field) -> Data:
    assert command.value is not None
    if field is Field.EVERYTHING:
        return drafting.regular(kind, drafting.parsed(command.value))
    return drafting.changed(data, field.value, command.value)


CORRECT = declare(
    "fact correct",
    Correct,
    answer,
    ("fact correct grok-1/parameters-final field:date", "fact correct grok-1 field:aliases"),
    rights=Rights.EDITOR,
    lasts=False,
)
