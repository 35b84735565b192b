"""`fact verify`: an editor has read an event's sources today, and they say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, Rights, declare
from bot.commands.fact.answers import PublishedAnswer
from bot.commands.fact.desk import about, desk_of, edit, found
from bot.facts.change import Change
from bot.facts.record import RecordKind
from bot.facts.refusals import Unheard


@dataclass(frozen=True, slots=True)
class Verify:
    """Note that you read an event's sources today and that they say so."""

    record: Annotated[str, About("An event's id, or a licence", Kind.RECORD_ID)]
    source: Annotated[str | None, About("The link you read; all of them if left out", Kind.TEXT)] = None


async def answer(command: Verify, context: Context) -> PublishedAnswer:
    """Set the day on which the sources were checked to today."""
    desk = desk_of(context)
    record, data = found(await desk.store.pack(), command.record, context)
    urls = [each["url"] for each in data.get("sources", ())]
    if record.kind not in (RecordKind.EVENT, RecordKind.LICENSE):
        raise Unheard(command.record)
    if command.source is not None and command.source not in urls:
        raise Unheard(command.source)
    read = [command.source] if command.source is not None else urls
    today = context.today.isoformat()
    after = {
        **data,
        "sources": [
            {**each, "checked": today} if each["url"] in read else each for each in data.get("sources", ())
        ],
    }
    entries = await desk.publish(edit(context, [Change(record, data, after)], ""), sure=True)
    return PublishedAnswer(tuple(entries), await about(record.subject, context))


VERIFY = declare(
    "fact verify", Verify, answer, ("fact verify grok-1/parameters-final",), rights=Rights.EDITOR, lasts=False
)
