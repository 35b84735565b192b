"""The facts as rows: the whole pack written into an empty facts.db."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from bot.facts import pack as yaml_pack
from bot.facts.model import Event, License, Model, Organization, Pack, Source, Text

Row = dict[str, Any]


def version(pack: Pack) -> str:
    """A digest of the facts: equal for equal facts, whatever file or library they went through."""
    digest = hashlib.sha256()
    for name, text in sorted(yaml_pack.write(pack).items()):
        digest.update(f"{name}\n{text}\n".encode())
    return digest.hexdigest()[:12]


def write(db: Database, pack: Pack) -> None:
    """Fill the empty tables with the pack, in one transaction, always in the same order."""
    with db.atomic():
        db.table("pack").insert({"version": version(pack)})
        for table, rows in _tables(pack):
            db.table(table).insert_all(rows)


def _tables(pack: Pack) -> Iterator[tuple[str, Iterable[Row]]]:
    organizations = pack.organizations
    yield "license", (_license(position, each) for position, each in enumerate(pack.licenses))
    yield "organization", (_organization(position, each) for position, each in enumerate(organizations))
    yield "family", (row for each in organizations for row in _families(each))
    yield "model", (row for each in organizations for row in _models(each))
    yield "derivation", (row for model in pack.models for row in _derivations(model))
    yield "repository", (row for model in pack.models for row in _repositories(model))
    yield "alias", (row for row in _aliases(pack))
    yield "term", (row for each in pack.licenses for row in _terms(each))
    yield "event", (row for each in organizations for row in _events(each))
    yield "promise", (row for event in pack.events for row in _promise(event))
    yield "ruling", (row for event in pack.events for row in _ruling(event))
    yield "dispute", (row for event in pack.events for row in _disputes(event))
    yield "source", (row for event in pack.events for row in _sources(event.id, event.sources))
    yield "source", (row for each in pack.licenses for row in _sources(each.id, each.sources))


def _organization(position: int, each: Organization) -> Row:
    return {
        "id": each.id,
        "position": position,
        "name": each.name,
        "homepage": each.homepage,
        "reviewed": _text(each.reviewed),
    }


def _families(each: Organization) -> Iterator[Row]:
    for position, family in enumerate(each.families):
        yield {"id": family.id, "organization": each.id, "position": position, "name": family.name}


def _models(each: Organization) -> Iterator[Row]:
    for position, model in enumerate(each.models):
        yield {
            "id": model.id,
            "organization": each.id,
            "family": model.family,
            "position": position,
            "name": model.name,
            "training_compute": model.training_compute,
        }


def _derivations(model: Model) -> Iterator[Row]:
    for position, parent in enumerate(model.derived_from):
        yield {"model": model.id, "position": position, "parent": parent}


def _repositories(model: Model) -> Iterator[Row]:
    for position, url in enumerate(model.repositories):
        yield {"model": model.id, "position": position, "url": url}


def _aliases(pack: Pack) -> Iterator[Row]:
    for organization in pack.organizations:
        yield from _named("organization", organization.id, organization.aliases)
        for family in organization.families:
            yield from _named("family", family.id, family.aliases)
        for model in organization.models:
            yield from _named("model", model.id, model.aliases)
    for each in pack.licenses:
        yield from _named("license", each.id, each.aliases)


def _named(kind: str, subject: str, names: Iterable[str]) -> Iterator[Row]:
    for position, name in enumerate(names):
        yield {"subject": subject, "kind": kind, "position": position, "name": name}


def _license(position: int, each: License) -> Row:
    return {
        "id": each.id,
        "position": position,
        "name": each.name,
        "url": each.url,
        "steward": each.steward,
        "published": _text(each.published),
        "replaces": each.replaces,
    }


def _terms(each: License) -> Iterator[Row]:
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


def _events(each: Organization) -> Iterator[Row]:
    for position, event in enumerate(each.events):
        yield _event(each.id, None, position, event)
    for model in each.models:
        for position, event in enumerate(model.events):
            yield _event(each.id, model.id, position, event)


def _event(organization: str, model: str | None, position: int, event: Event) -> Row:
    return {
        "id": event.id,
        "organization": organization,
        "model": model,
        "position": position,
        "date": str(event.date),
        "kind": event.kind.value,
        "component": _text(event.component),
        "also": _list(component.value for component in event.also),
        "variants": _list(event.variants),
        "license": event.license,
        "access": _text(event.access),
        "url": event.url,
        "finding": _text(event.finding),
        "claim": _text(event.claim),
        **_languages("summary", event.summary),
    }


def _promise(event: Event) -> Iterator[Row]:
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


def _ruling(event: Event) -> Iterator[Row]:
    if event.ruling is not None:
        yield {
            "event": event.id,
            "definition": event.ruling.definition,
            "verdict": event.ruling.verdict,
            "by": event.ruling.by,
        }


def _disputes(event: Event) -> Iterator[Row]:
    for position, dispute in enumerate(event.disputes):
        yield {
            "event": event.id,
            "position": position,
            "field": dispute.field,
            "value": dispute.value,
            "url": dispute.url,
            **_languages("why", dispute.why),
        }


def _sources(subject: str, sources: Iterable[Source]) -> Iterator[Row]:
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
