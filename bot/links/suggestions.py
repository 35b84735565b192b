"""What findings about links would change in the facts: a dead page gets its copy, a moved one its address.

No source is ever taken away: a dead page was there, and its copy says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.facts import record
from bot.facts.change import Change
from bot.facts.edit import Actor, Edit
from bot.facts.model import Event, License, Pack, Source
from bot.facts.record import Record, RecordKind
from bot.links.cited import page
from bot.links.findings import Dead, Finding, Moved

ACTOR = Actor("links", name="Links")


def suggestions(pack: Pack, findings: Sequence[Finding], at: datetime) -> list[Edit]:
    """What would be changed: one edit a page, or one for pages that share an event or a licence."""
    citing: dict[str, Event | License] = {each.id: each for each in pack.events}
    citing |= {each.id: each for each in pack.licenses}
    found = []
    for group in _together([each for each in findings if isinstance(each, Moved) or each.archive]):
        by_url = {each.url: each for each in group}
        ids = dict.fromkeys(id for each in group for id in each.used_by)
        changes = (_change(citing[id], by_url) for id in ids if id in citing)
        kept = tuple(each for each in changes if each.before != each.after)
        if kept:
            found.append(Edit(kept, ACTOR, at, " ".join(_why(each) for each in group)))
    return found


def _together(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings in groups that have no event or licence in common: each can be decided by itself."""
    groups: list[tuple[set[str], list[Finding]]] = []
    for finding in findings:
        ids, members = set(finding.used_by), [finding]
        for group in [each for each in groups if each[0] & ids]:
            groups.remove(group)
            ids, members = ids | group[0], group[1] + members
        groups.append((ids, members))
    return [members for _, members in groups]


def _change(fact: Event | License, findings: Mapping[str, Finding]) -> Change:
    mended = replace(fact, sources=tuple(_mended(each, findings) for each in fact.sources))
    if isinstance(fact, License) and isinstance(mended, License):
        return Change(Record(RecordKind.LICENSE, fact.id), record.license(fact), record.license(mended))
    assert isinstance(fact, Event) and isinstance(mended, Event)
    return Change(Record(RecordKind.EVENT, fact.id), record.event(fact), record.event(mended))


def _mended(source: Source, findings: Mapping[str, Finding]) -> Source:
    match findings.get(page(source.url)):
        case Dead(archive=str(copy)) if source.archive is None:
            return replace(source, archive=copy)
        case Moved(url=url, to=to):
            return replace(source, url=to + source.url[len(url) :])
    return source


def _why(finding: Finding) -> str:
    match finding:
        case Dead(url, said, since, _, _):
            return f"{url} is gone since {since} or before ({said}); a copy of it is kept."
        case Moved(url, to, _):
            return f"{url} has moved to {to}."
