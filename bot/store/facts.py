"""Every SELECT on facts.db: functions of a connection that answer with facts."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.facts import license as licensing
from bot.facts.model import Event, Family, License, Model, Organization, Pack, Source
from bot.facts.names import Entry, Subject, SubjectKind
from bot.store import rows
from bot.store.rows import DISPUTE, EVENT, EVENT_TABLES, LICENSE, SOURCE, TERM, Row

T = TypeVar("T")

MANY = 500  # ids in one statement: under SQLite's limit of parameters in every build


@dataclass(frozen=True, slots=True)
class Timeline:
    """Models with all that is needed to judge them: their makers, licences, and events they refer to."""

    models: tuple[Model, ...]
    organizations: Mapping[str, Organization]  # by id, without their models
    licenses: Mapping[str, License]  # by id
    related: Mapping[str, Event]  # by id: events that their promises name


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event, the organization's id, and the model's where it is about one."""

    event: Event
    organization: str
    model: str | None


def version(connection: sqlite3.Connection) -> str:
    """The version of the facts in the file: a digest of those it was made from, and the edits since."""
    made_from, sequence = connection.execute("SELECT version, sequence FROM pack").fetchone()
    return f"{made_from}+{sequence}" if sequence else str(made_from)


def sequence(connection: sqlite3.Connection) -> int:
    """How far the journal is in the file."""
    return int(connection.execute("SELECT sequence FROM pack").fetchone()[0])


def model(connection: sqlite3.Connection, id: str) -> Timeline | None:
    """One model, or None where the store has none of that id."""
    found = _models(connection, "model.id = ?", id)
    return _timeline(connection, found) if found else None


def organization(connection: sqlite3.Connection, id: str) -> Timeline | None:
    """An organization with all its models, or None. Its own events stand in its entry."""
    if connection.execute("SELECT 1 FROM organization WHERE id = ?", (id,)).fetchone() is None:
        return None
    found = _models(connection, "model.organization = ?", id)
    return _timeline(connection, found, (id,))


def family(connection: sqlite3.Connection, id: str) -> Timeline | None:
    """The models that share a family name, whoever made them, or None."""
    found = _models(connection, "model.family = ?", id)
    return _timeline(connection, found) if found else None


def everything(connection: sqlite3.Connection) -> Timeline:
    """Every model, organization and licence, those that no event refers to included."""
    organizations = [id for (id,) in connection.execute("SELECT id FROM organization ORDER BY position")]
    licenses = [id for (id,) in connection.execute("SELECT id FROM license ORDER BY position")]
    found = _timeline(connection, _models(connection, "? = ''", ""), tuple(organizations))
    return replace(found, licenses=_licenses(connection, licenses))


def event(connection: sqlite3.Connection, id: str) -> Recorded | None:
    """An event with whose it is, or None where the store has none of that id."""
    row = connection.execute("SELECT organization, model FROM event WHERE id = ?", (id,)).fetchone()
    if row is None:
        return None
    ((found,),) = _events(connection, "event.id", [id]).values()
    return Recorded(found, *row)


def event_ids(connection: sqlite3.Connection, prefix: str, limit: int) -> list[str]:
    """Ids of events that begin so, oldest first, a model's together."""
    found = connection.execute(
        """SELECT id FROM event WHERE id >= ? AND id < ?
           ORDER BY coalesce(model, organization), position LIMIT ?""",
        (prefix, f"{prefix}\U0010ffff", limit),
    )
    return [id for (id,) in found]


def names(connection: sqlite3.Connection) -> list[Entry]:
    """What :func:`bot.facts.names.entries` makes of the pack, without its events: models newest first."""
    also: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, subject, name in connection.execute("SELECT kind, subject, name FROM alias ORDER BY position"):
        also[kind, subject].append(name)
    for id, url in connection.execute("SELECT model, url FROM repository ORDER BY position"):
        also["model", id].append(url)
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    subjects: dict[SubjectKind, list[tuple[str, str]]] = {SubjectKind.MODEL: []}
    for id, name, family, maker in connection.execute(_NEWEST_FIRST):
        subjects[SubjectKind.MODEL].append((id, name))
        members["family", family].append(id)
        members["organization", maker].append(id)
    subjects[SubjectKind.FAMILY] = connection.execute(
        """SELECT family.id, family.name
           FROM family JOIN organization ON organization.id = family.organization
           ORDER BY organization.position, family.position"""
    ).fetchall()
    for kind in (SubjectKind.ORGANIZATION, SubjectKind.LICENSE):
        rows_of = connection.execute(f"SELECT id, name FROM {kind.value} ORDER BY position")
        subjects[kind] = rows_of.fetchall()
    return [
        Entry(Subject(kind, id, name), (id, name, *also[kind.value, id]), tuple(members[kind.value, id]))
        for kind, found in subjects.items()
        for id, name in found
    ]


_NEWEST_FIRST = """
    SELECT model.id, model.name, model.family, model.organization
    FROM model JOIN organization ON organization.id = model.organization
    LEFT JOIN (SELECT model, min(date) AS day FROM event GROUP BY model) AS first ON first.model = model.id
    ORDER BY coalesce(first.day, '') DESC, organization.position, model.position
"""


def pack(connection: sqlite3.Connection) -> Pack:
    """Everything, as the pack that the file was made from."""
    ids = [id for (id,) in connection.execute("SELECT id FROM organization ORDER BY position")]
    every = _models(connection, "? = ''", "")
    by_organization: dict[str, list[Model]] = defaultdict(list)
    for each in every:
        by_organization[each.organization].append(each)
    organizations = _organizations(connection, ids)
    licenses = [id for (id,) in connection.execute("SELECT id FROM license ORDER BY position")]
    return Pack(
        tuple(
            Organization(
                id=each.id,
                name=each.name,
                homepage=each.homepage,
                aliases=each.aliases,
                reviewed=each.reviewed,
                events=each.events,
                families=each.families,
                models=tuple(by_organization[each.id]),
            )
            for each in organizations.values()
        ),
        tuple(_licenses(connection, licenses).values()),
    )


def _timeline(
    connection: sqlite3.Connection, models: tuple[Model, ...], organizations: tuple[str, ...] = ()
) -> Timeline:
    events = [event for model in models for event in model.events]
    makers = dict.fromkeys((*organizations, *(model.organization for model in models)))
    expressions = dict.fromkeys(event.license for event in events if event.license)
    named = [
        id
        for event in events
        if event.promise is not None
        for id in (event.promise.met_by, event.promise.withdrawn_by)
        if id is not None
    ]
    own = {event.id: event for event in events}
    elsewhere = _events(connection, "event.id", [id for id in named if id not in own])
    return Timeline(
        models=models,
        organizations=_organizations(connection, list(makers)),
        licenses=_licenses(
            connection,
            list(dict.fromkeys(id for expression in expressions for id in licensing.parts(expression))),
        ),
        related={event.id: event for found in elsewhere.values() for event in found}
        | {id: own[id] for id in named if id in own},
    )


def _models(connection: sqlite3.Connection, where: str, value: str) -> tuple[Model, ...]:
    found = connection.execute(
        f"""SELECT model.id, model.name, model.organization, model.family, model.training_compute
            FROM model JOIN organization ON organization.id = model.organization WHERE {where}
            ORDER BY organization.position, model.position""",
        (value,),
    ).fetchall()
    ids = [row[0] for row in found]
    aliases = _aliases(connection, "model", ids)
    repositories = _grouped(
        connection, "SELECT model, url FROM repository WHERE model", "position", ids, _second
    )
    parents = _grouped(
        connection, "SELECT model, parent FROM derivation WHERE model", "position", ids, _second
    )
    events = _events(connection, "event.model", ids)
    return tuple(
        Model(
            id=id,
            name=name,
            organization=maker,
            family=family,
            aliases=aliases[id],
            repositories=repositories[id],
            derived_from=parents[id],
            training_compute=compute,
            events=events[id],
        )
        for id, name, maker, family, compute in found
    )


def _events(
    connection: sqlite3.Connection, column: str, ids: list[str], condition: str = ""
) -> Mapping[str, tuple[Event, ...]]:
    """The events whose column has one of the values, grouped by it, oldest first."""
    select = f"SELECT {EVENT}, {column} FROM {EVENT_TABLES} WHERE {condition}{column}"
    found = _select(connection, select, "event.position", ids)
    subjects = [row[0] for row in found]
    sources = _grouped(
        connection,
        f"SELECT {SOURCE} FROM source WHERE source.subject",
        "source.position",
        subjects,
        rows.source,
    )
    disputes = _grouped(
        connection,
        f"SELECT {DISPUTE} FROM dispute WHERE dispute.event",
        "dispute.position",
        subjects,
        rows.dispute,
    )
    grouped: defaultdict[str, tuple[Event, ...]] = defaultdict(tuple)
    for row in found:
        grouped[row[-1]] += (rows.event(row, sources[row[0]], disputes[row[0]]),)
    return grouped


def _organizations(connection: sqlite3.Connection, ids: list[str]) -> dict[str, Organization]:
    found = _select(
        connection, "SELECT id, name, homepage, reviewed FROM organization WHERE id", "position", ids
    )
    aliases = _aliases(connection, "organization", ids)
    families = _grouped(
        connection,
        "SELECT organization, id, name FROM family WHERE organization",
        "position",
        ids,
        lambda row: row,
    )
    every = [row[1] for group in families.values() for row in group]
    family_aliases = _aliases(connection, "family", every)
    events = _events(connection, "event.organization", ids, "event.model IS NULL AND ")
    by_id = {
        id: Organization(
            id=id,
            name=name,
            homepage=homepage,
            aliases=aliases[id],
            reviewed=rows.day(reviewed) if reviewed else None,
            events=events[id],
            families=tuple(Family(row[1], row[2], family_aliases[row[1]]) for row in families[id]),
        )
        for id, name, homepage, reviewed in found
    }
    return {id: by_id[id] for id in ids if id in by_id}


def _licenses(connection: sqlite3.Connection, ids: list[str]) -> dict[str, License]:
    found = _select(connection, f"SELECT {LICENSE} FROM license WHERE license.id", "license.position", ids)
    known = [row[0] for row in found]
    aliases = _aliases(connection, "license", known)
    terms = _grouped(
        connection, f"SELECT {TERM} FROM term WHERE term.license", "term.position", known, rows.term
    )
    sources = _sources(connection, known)
    by_id = {row[0]: rows.license(row, aliases[row[0]], terms[row[0]], sources[row[0]]) for row in found}
    return {id: by_id[id] for id in ids if id in by_id}


def _aliases(connection: sqlite3.Connection, kind: str, ids: list[str]) -> Mapping[str, tuple[str, ...]]:
    select = f"SELECT subject, name FROM alias WHERE kind = '{kind}' AND subject"
    return _grouped(connection, select, "position", ids, _second)


def _sources(connection: sqlite3.Connection, subjects: list[str]) -> Mapping[str, tuple[Source, ...]]:
    select = f"SELECT {SOURCE} FROM source WHERE source.subject"
    return _grouped(connection, select, "source.position", subjects, rows.source)


def _second(row: Row) -> str:
    return str(row[1])


def _grouped(
    connection: sqlite3.Connection, select: str, order: str, ids: Iterable[str], make: Callable[[Row], T]
) -> Mapping[str, tuple[T, ...]]:
    """What belongs to each id, in order: the first column of the SELECT is the id."""
    grouped: defaultdict[str, list[T]] = defaultdict(list)
    for row in _select(connection, select, order, list(ids)):
        grouped[row[0]].append(make(row))
    return defaultdict(tuple, {id: tuple(group) for id, group in grouped.items()})


def _select(connection: sqlite3.Connection, select: str, order: str, ids: list[str]) -> list[Row]:
    """The SELECT, which ends with a column's name, for many values of that column."""
    found: list[Row] = []
    for start in range(0, len(ids), MANY):
        some = ids[start : start + MANY]
        marks = ", ".join("?" * len(some))
        found += connection.execute(f"{select} IN ({marks}) ORDER BY {order}", some).fetchall()
    return found
