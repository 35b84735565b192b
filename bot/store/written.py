"""Facts as rows of facts.db: the columns of each table, by name. :mod:`bot.store.rows` reads them back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.facts.model import Event, Family, License, Model, Organization, Pack, Source, Text

Row = dict[str, Any]


def organization(position: int, each: Organization) -> Row:
    return {
        "id": each.id,
        "position": position,
        "name": each.name,
        "homepage": each.homepage,
        "reviewed": _text(each.reviewed),
    }


def families(each: Organization) -> Iterator[Row]:
    for position, one in enumerate(each.families):
        yield family(each.id, position, one)


def family(organization: str, position: int, each: Family) -> Row:
    return {"id": each.id, "organization": organization, "position": position, "name": each.name}


def models(each: Organization) -> Iterator[Row]:
    for position, one in enumerate(each.models):
        yield model(position, one)


def model(position: int, each: Model) -> Row:
    return {
        "id": each.id,
        "organization": each.organization,
        "family": each.family,
        "position": position,
        "name": each.name,
        "training_compute": each.training_compute,
    }


def derivations(model: Model) -> Iterator[Row]:
    for position, parent in enumerate(model.derived_from):
        yield {"model": model.id, "position": position, "parent": parent}


def repositories(model: Model) -> Iterator[Row]:
    for position, url in enumerate(model.repositories):
        yield {"model": model.id, "position": position, "url": url}


def aliases(pack: Pack) -> Iterator[Row]:
    for organization in pack.organizations:
        yield from named("organization", organization.id, organization.aliases)
        for family in organization.families:
            yield from named("family", family.id, family.aliases)
        for model in organization.models:
            yield from named("model", model.id, model.aliases)
    for each in pack.licenses:
        yield from named("license", each.id, each.aliases)


def named(kind: str, subject: str, names: Iterable[str]) -> Iterator[Row]:
    for position, name in enumerate(names):
        yield {"subject": subject, "kind": kind, "position": position, "name": name}


def license(position: int, each: License) -> Row:
    return {
        "id": each.id,
        "position": position,
        "name": each.name,
        "url": each.url,
        "steward": each.steward,
        "published": _text(each.published),
        "replaces": each.replaces,
    }


def terms(each: License) -> Iterator[Row]:
    for position, term in enumerate(each.terms):
        yield {
            "license": each.id,
            "position": position,
            "name": term.name.value,
            "value": term.value.value,
            "url": term.url,
            **_languages("summary", term.summary),
            "section": term.section,
            "amount": term.amount,
            "unit": _text(term.unit),
        }


def events(each: Organization) -> Iterator[Row]:
    for position, one in enumerate(each.events):
        yield event(each.id, None, position, one)
    for made in each.models:
        for position, one in enumerate(made.events):
            yield event(each.id, made.id, position, one)


def event(organization: str, model: str | None, position: int, each: Event) -> Row:
    return {
        "id": each.id,
        "organization": organization,
        "model": model,
        "position": position,
        "date": str(each.date),
        "kind": each.kind.value,
        "component": _text(each.component),
        "also": _list(component.value for component in each.also),
        "variants": _list(each.variants),
        "license": each.license,
        "access": _text(each.access),
        "url": each.url,
        "finding": _text(each.finding),
        "claim": _text(each.claim),
        **_languages("summary", each.summary),
    }


def promise(event: Event) -> Iterator[Row]:
    if event.promise is not None:
        yield {
            "event": event.id,
            "by": event.promise.by,
            "wording": event.promise.wording.value,
            "due": _text(event.promise.due),
            "earliest": _text(event.promise.earliest),
            "latest": _text(event.promise.latest),
            **_languages("condition", event.promise.condition),
            "met_by": event.promise.met_by,
            "withdrawn_by": event.promise.withdrawn_by,
        }


def ruling(event: Event) -> Iterator[Row]:
    if event.ruling is not None:
        yield {
            "event": event.id,
            "definition": event.ruling.definition,
            "verdict": event.ruling.verdict,
            "by": event.ruling.by,
        }


def disputes(event: Event) -> Iterator[Row]:
    for position, dispute in enumerate(event.disputes):
        yield {
            "event": event.id,
            "position": position,
            "field": dispute.field,
            "value": dispute.value,
            "url": dispute.url,
            **_languages("why", dispute.why),
        }


def sources(subject: str, sources: Iterable[Source]) -> Iterator[Row]:
    for position, source in enumerate(sources):
        yield {
            "subject": subject,
            "position": position,
            "url": source.url,
            "title": source.title,
            "publisher": source.publisher,
            "kind": source.kind.value,
            "published": _text(source.published),
            "checked": _text(source.checked),
            "archive": source.archive,
        }


def _languages(name: str, text: Text | None) -> Row:
    return {f"{name}_en": text and text.en, f"{name}_ja": text and text.ja}


def _list(values: Iterable[str]) -> str | None:
    listed = list(values)
    return json.dumps(listed, ensure_ascii=False) if listed else None


def _text(value: object | None) -> str | None:
    """A date or an enumeration member as it is written."""
    return None if value is None else str(value)
