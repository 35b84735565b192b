"""What a record said before and what it says now, in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.commands.digest.contents import DigestAnswer
from bot.commands.digest.news import Corrected
from bot.facts.model import Event, License
from bot.facts.record import fact
from bot.replies import events
from bot.replies.digest.source import source
from bot.replies.reply import Line, Link
from bot.replies.slugs import N_
from bot.replies.words import Words

_FIELDS: Mapping[str, str] = {
    "date": N_("date"),
    "kind": N_("what happened"),
    "component": N_("part"),
    "also": N_("further parts"),
    "variants": N_("sizes or variants"),
    "license": N_("licence"),
    "access": N_("access"),
    "url": N_("address"),
    "claim": N_("what its maker calls it"),
    "finding": N_("finding"),
    "promise": N_("terms of the promise"),
    "summary": N_("wording"),
    "disputes": N_("what other sources say"),
    "terms": N_("clauses"),
    "name": N_("name"),
    "training_compute": N_("training compute"),
}
"""The fields that people read; others are called what the facts call them."""
_SHORT = ("date", "license", "access", "name")
"""Fields whose values are said; of others only that they changed."""


def name(news: Corrected, answer: DigestAnswer) -> str:
    """What the record is about."""
    if news.model is not None:
        return news.model.name
    record = news.change.record
    if record.subject in answer.organizations:
        return answer.organizations[record.subject].name
    data = news.change.after or news.change.before or {}
    return str(data.get("name", record.id))


def line(news: Corrected, answer: DigestAnswer, words: Words) -> Line:
    """What changed, of which entry, and its source."""
    before, after = _read(news, news.change.before), _read(news, news.change.after)
    if after is None:
        return _gone(before, words)
    changed = words("; ").join(_changed(news, answer.licenses, words))
    said = words("{changed}.", changed=changed[:1].upper() + changed[1:])
    match after:
        case Event():
            entry = words(" Entry: {said}", said=words.text(after.summary))
            return (said, entry, *source(after, words))
        case License():
            return (said, " ", Link(words("Source: {publisher}", publisher=after.steward), after.url))
    return (said,)


def _read(news: Corrected, data: Mapping[str, Any] | None) -> Any:
    return fact(news.change.record.kind, data) if data is not None else None


def _gone(before: Any, words: Words) -> Line:
    if not isinstance(before, Event):
        return (words("No longer in our record."),)
    said = words("{day}: {said}", day=words.date(before.date), said=words.text(before.summary))
    return (words("No longer in our record: {said}", said=said), *source(before, words))


def _changed(news: Corrected, licenses: Mapping[str, License], words: Words) -> Iterator[str]:
    before, after = news.change.before or {}, news.change.after or {}
    for each in news.change.fields:
        field = words(_FIELDS.get(each, each))
        if each not in _SHORT:
            yield words("{field} changed", field=field)
            continue
        old, new = (_value(each, data.get(each), licenses, words) for data in (before, after))
        yield words("{field}: {before} → {after}", field=field, before=old, after=new)


def _value(field: str, written: Any, licenses: Mapping[str, License], words: Words) -> str:
    if written is None:
        return words("(nothing)")
    return events.value(field, str(written), licenses, words)
