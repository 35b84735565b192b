"""The facts as rows: the whole pack written into an empty facts.db, and single records changed in one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from sqlite_utils import Database

from bot.facts import plain
from bot.facts.change import Change, Misplaced, ordered
from bot.facts.date import PartialDate
from bot.facts.model import Event, Family, License, Model, Organization, Pack
from bot.facts.record import Data, Record, RecordKind, fact
from bot.store import written

Rows = Iterator[tuple[str, Iterable[written.Row]]]


def version(pack: Pack) -> str:
    """A digest of the facts: equal for equal facts, whatever file or library they went through."""
    data = json.dumps(plain.unstructure(pack, Pack), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()[:12]


def write(db: Database, pack: Pack) -> None:
    """Fill the empty tables with the pack, in one transaction, always in the same order."""
    with db.atomic():
        db.table("pack").insert({"version": version(pack)})
        for table, rows in _tables(pack):
            db.table(table).insert_all(rows)


def _tables(pack: Pack) -> Rows:
    organizations = pack.organizations
    yield "license", (written.license(position, each) for position, each in enumerate(pack.licenses))
    yield (
        "organization",
        (written.organization(position, each) for position, each in enumerate(organizations)),
    )
    yield "family", (row for each in organizations for row in written.families(each))
    yield "model", (row for each in organizations for row in written.models(each))
    yield "derivation", (row for model in pack.models for row in written.derivations(model))
    yield "repository", (row for model in pack.models for row in written.repositories(model))
    yield "alias", (row for row in written.aliases(pack))
    yield "term", (row for each in pack.licenses for row in written.terms(each))
    yield "event", (row for each in organizations for row in written.events(each))
    yield "promise", (row for event in pack.events for row in written.promise(event))
    yield "ruling", (row for event in pack.events for row in written.ruling(event))
    yield "dispute", (row for event in pack.events for row in written.disputes(event))
    yield "source", (row for event in pack.events for row in written.sources(event.id, event.sources))
    yield "source", (row for each in pack.licenses for row in written.sources(each.id, each.sources))


_OWN: Mapping[RecordKind, tuple[tuple[str, str], ...]] = {
    RecordKind.ORGANIZATION: (("organization", "id"),),
    RecordKind.FAMILY: (("family", "id"),),
    RecordKind.LICENSE: (("term", "license"), ("source", "subject"), ("license", "id")),
    RecordKind.MODEL: (("repository", "model"), ("derivation", "model"), ("model", "id")),
    RecordKind.EVENT: (
        ("source", "subject"),
        ("dispute", "event"),
        ("ruling", "event"),
        ("promise", "event"),
        ("event", "id"),
    ),
}
"""The tables that hold a record's rows, with the column of its id; the record's own row last."""


def apply(db: Database, changes: Iterable[Change], sequence: int) -> None:
    """Make the changes, up to the journal's ``sequence``, in the transaction that is open.

    The caller has seen to it that they are the next ones. Raises :class:`bot.facts.change.Misplaced`.
    """
    db.execute("PRAGMA defer_foreign_keys = ON")  # a model and its events come one after the other
    timelines: dict[str, None] = {}
    for each in ordered(changes):
        position = _remove(db, each.record)
        if each.after is not None:
            for table, rows in _rows(db, each.record, each.after, position):
                db.table(table).insert_all(rows)
        if each.record.kind is RecordKind.EVENT:
            timelines[each.record.subject] = None
        if each.record.kind is RecordKind.MODEL and each.after is not None:
            _follow(db, each.record.id, str(each.after["organization"]))
    for subject in timelines:
        _number(db, subject)
    db.execute("UPDATE pack SET sequence = ?", [sequence])


def _remove(db: Database, record: Record) -> int | None:
    """Remove the record's rows; its position, where it was there."""
    own, column = _OWN[record.kind][-1]
    row = db.execute(f"SELECT position FROM {own} WHERE {column} = ?", [record.id]).fetchone()
    db.execute("DELETE FROM alias WHERE kind = ? AND subject = ?", [record.kind.value, record.id])
    for table, column in _OWN[record.kind]:
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", [record.id])
    return None if row is None else int(row[0])


def _rows(db: Database, record: Record, data: Data, position: int | None) -> Rows:
    if position is None:  # at the end; events are numbered by their timelines afterwards
        table = _OWN[record.kind][-1][0]
        position = int(db.execute(f"SELECT coalesce(max(position), -1) + 1 FROM {table}").fetchone()[0])
    match fact(record.kind, data):
        case Organization() as each:
            yield "organization", [written.organization(position, each)]
            yield "alias", written.named("organization", each.id, each.aliases)
        case Family() as each:
            yield "family", [written.family(str(data["organization"]), position, each)]
            yield "alias", written.named("family", each.id, each.aliases)
        case License() as each:
            yield "license", [written.license(position, each)]
            yield "alias", written.named("license", each.id, each.aliases)
            yield "term", written.terms(each)
            yield "source", written.sources(each.id, each.sources)
        case Model() as each:
            yield "model", [written.model(position, each)]
            yield "alias", written.named("model", each.id, each.aliases)
            yield "derivation", written.derivations(each)
            yield "repository", written.repositories(each)
        case Event() as each:
            yield "event", [written.event(*_whose(db, record), position, each)]
            yield "promise", written.promise(each)
            yield "ruling", written.ruling(each)
            yield "dispute", written.disputes(each)
            yield "source", written.sources(each.id, each.sources)


def _whose(db: Database, record: Record) -> tuple[str, str | None]:
    """The organization of an event's subject, and the subject where it is a model."""
    subject = record.subject
    row = db.execute("SELECT organization FROM model WHERE id = ?", [subject]).fetchone()
    if row is not None:
        return str(row[0]), subject
    if db.execute("SELECT 1 FROM organization WHERE id = ?", [subject]).fetchone() is not None:
        return subject, None
    raise Misplaced(f"{record.id} begins with {subject}, which is no model or organization.")


def _follow(db: Database, model: str, organization: str) -> None:
    """Let a model's events go with it to another organization."""
    db.execute("UPDATE event SET organization = ? WHERE model = ?", [organization, model])


def _number(db: Database, subject: str) -> None:
    """Number the events of a timeline anew: oldest first, else in the order in which they stood."""
    found = db.execute(
        """SELECT id, date FROM event WHERE model = ? OR (organization = ? AND model IS NULL)
           ORDER BY position""",
        [subject, subject],
    ).fetchall()
    ranked = sorted(found, key=lambda row: PartialDate.parse(row[1]).earliest)
    db.conn.executemany(
        "UPDATE event SET position = ? WHERE id = ?",
        [(position, id) for position, (id, _) in enumerate(ranked)],
    )
