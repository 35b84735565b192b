"""Rows of facts.db back into facts. Each function takes the columns that its SELECT names, in that order."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import Any

from bot.facts.date import PartialDate
from bot.facts.model import (
    Access,
    Claim,
    Component,
    Dispute,
    Event,
    EventKind,
    Finding,
    License,
    Promise,
    Ruling,
    Source,
    SourceKind,
    Term,
    TermName,
    TermValue,
    Text,
    Unit,
    Wording,
)

EVENT = """
    event.id, event.date, event.kind, event.component, event.also, event.variants, event.license,
    event.access, event.url, event.finding, event.claim, event.summary_en, event.summary_ja,
    promise.by, promise.wording, promise.due, promise.earliest, promise.latest,
    promise.condition_en, promise.condition_ja, promise.met_by, promise.withdrawn_by,
    ruling.definition, ruling.verdict, ruling.by
"""
EVENT_TABLES = """
    event LEFT JOIN promise ON promise.event = event.id LEFT JOIN ruling ON ruling.event = event.id
"""
SOURCE = """
    source.subject, source.url, source.title, source.publisher, source.kind, source.published, source.checked,
    source.archive
"""
DISPUTE = "dispute.event, dispute.field, dispute.value, dispute.url, dispute.why_en, dispute.why_ja"
LICENSE = "license.id, license.name, license.url, license.steward, license.published, license.replaces"
TERM = """
    term.license, term.name, term.value, term.url, term.summary_en, term.summary_ja, term.section,
    term.amount, term.unit
"""

Row = tuple[Any, ...]

# Looked up, since calling an enumeration takes longer than the read of its column.
_KIND = {each.value: each for each in EventKind}
_COMPONENT = {each.value: each for each in Component}
_ACCESS = {each.value: each for each in Access}
_SOURCE_KIND = {each.value: each for each in SourceKind}

partial_date = lru_cache(maxsize=8192)(PartialDate.parse)
day = lru_cache(maxsize=8192)(date.fromisoformat)


def event(row: Row, sources: tuple[Source, ...], disputes: tuple[Dispute, ...]) -> Event:
    """A row of EVENT with what belongs to it."""
    return Event(
        id=row[0],
        date=partial_date(row[1]),
        kind=_KIND[row[2]],
        component=_COMPONENT[row[3]] if row[3] else None,
        also=tuple(map(Component, json.loads(row[4]))) if row[4] else (),
        variants=tuple(json.loads(row[5])) if row[5] else (),
        license=row[6],
        access=_ACCESS[row[7]] if row[7] else None,
        url=row[8],
        finding=Finding(row[9]) if row[9] else None,
        claim=Claim(row[10]) if row[10] else None,
        summary=Text(row[11], row[12]),
        promise=_promise(row[13:22]) if row[13] else None,
        ruling=Ruling(*row[22:25]) if row[22] else None,
        disputes=disputes,
        sources=sources,
    )


def _promise(row: Row) -> Promise:
    by, wording, due, earliest, latest, condition_en, condition_ja, met_by, withdrawn_by = row
    return Promise(
        by=by,
        wording=Wording(wording),
        due=partial_date(due) if due else None,
        earliest=day(earliest) if earliest else None,
        latest=day(latest) if latest else None,
        condition=Text(condition_en, condition_ja) if condition_en else None,
        met_by=met_by,
        withdrawn_by=withdrawn_by,
    )


def source(row: Row) -> Source:
    """A row of SOURCE."""
    _, url, title, publisher, kind, published, checked, archive = row
    return Source(
        url=url,
        title=title,
        publisher=publisher,
        kind=_SOURCE_KIND[kind],
        published=partial_date(published) if published else None,
        checked=day(checked) if checked else None,
        archive=archive,
    )


def dispute(row: Row) -> Dispute:
    """A row of DISPUTE."""
    _, field, value, url, why_en, why_ja = row
    return Dispute(field, value, url, Text(why_en, why_ja))


def term(row: Row) -> Term:
    """A row of TERM."""
    _, name, value, url, summary_en, summary_ja, section, amount, unit = row
    return Term(
        name=TermName(name),
        value=TermValue(value),
        url=url,
        summary=Text(summary_en, summary_ja) if summary_en else None,
        section=section,
        amount=amount,
        unit=Unit(unit) if unit else None,
    )


def license(
    row: Row, aliases: tuple[str, ...], terms: tuple[Term, ...], sources: tuple[Source, ...]
) -> License:
    """A row of LICENSE with what belongs to it."""
    id, name, url, steward, published, replaces = row
    return License(
        id=id,
        name=name,
        url=url,
        steward=steward,
        published=partial_date(published) if published else None,
        aliases=aliases,
        replaces=replaces,
        terms=terms,
        sources=sources,
    )
