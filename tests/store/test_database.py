from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from bot.cli.facts import read_pack
from bot.facts import pack
from bot.facts.model import License
from bot.facts.names import entries
from bot.store import database, facts
from bot.store.database import Database, StoreError
from bot.store.store import FactStore
from tests.facts import making

ROOT = Path(__file__).parents[2]
PACK = making.pack(
    making.model(
        making.release("2024-01"), making.publish("2024-03-17", license="MIT OR LicenseRef-X"), id="m1"
    ),
    licenses=(License("LicenseRef-X", "X", "https://example.org/x", "Org", sources=(making.SOURCE,)),),
)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A facts.db made from a small pack."""
    path = tmp_path / "shipped.db"
    database.build(path, PACK)
    return path


def test_build_and_read_are_inverse(shipped: Path) -> None:
    """A database holds the whole pack and nothing else: build, export, build is the identity."""
    assert database.read(shipped) == PACK


def test_the_same_facts_make_the_same_content(shipped: Path, tmp_path: Path) -> None:
    """Built twice from the same pack, the content is the same in the same order."""
    again = tmp_path / "again.db"
    database.build(again, PACK)
    assert database.content(again) == database.content(shipped)


def test_the_shipped_file_is_current() -> None:
    """The tracked facts.db holds what config/ says: else run `make facts`."""
    shipped = pack.write(database.read(ROOT / "facts.db"))
    written = pack.write(read_pack(ROOT / "config").pack)
    assert [name for name in written if written[name] != shipped.get(name)] == []


def test_preparing_never_touches_the_shipped_file(shipped: Path, tmp_path: Path) -> None:
    """The working copy is made at first start; the shipped file keeps every byte."""
    before = shipped.read_bytes()
    working = tmp_path / "data" / "facts.db"
    database.prepare(shipped, working)
    with sqlite3.connect(working) as connection:
        connection.execute("UPDATE organization SET name = 'Other'")
    assert shipped.read_bytes() == before


def test_a_new_release_replaces_an_older_working_copy(shipped: Path, tmp_path: Path) -> None:
    """Other shipped facts are taken over at the next start."""
    working = tmp_path / "facts.db"
    database.prepare(shipped, working)
    database.build(shipped, making.pack(making.model(making.release("2025-01-01"), id="m2")))
    database.prepare(shipped, working)
    assert [model.id for model in database.read(working).models] == ["m2"]


def test_a_missing_file_gets_a_sentence(tmp_path: Path) -> None:
    """The sentence says what to do."""
    with pytest.raises(StoreError, match="is missing: make it with openness facts build"):
        database.prepare(tmp_path / "none.db", tmp_path / "facts.db")


def test_a_damaged_file_gets_a_sentence(shipped: Path, tmp_path: Path) -> None:
    """Bytes that are no database are named, and the shipped facts are safe."""
    working = tmp_path / "facts.db"
    working.write_bytes(b"not a database, but long enough to look like one" * 100)
    with pytest.raises(StoreError, match="is damaged"):
        database.prepare(shipped, working)


def test_an_older_program_refuses_a_newer_database(shipped: Path) -> None:
    """A migration that this program doesn't know means that a newer one made the file."""
    with sqlite3.connect(shipped) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, '')",
            ("facts", "tomorrow"),
        )
    with pytest.raises(StoreError, match="newer version of the bot"):
        Database(shipped)


async def test_a_locked_file_gets_a_sentence(shipped: Path) -> None:
    """Another program's lock is waited for a moment, then told."""
    async with Database(shipped) as opened:
        other = sqlite3.connect(shipped, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="is locked by another program"):
            await opened.write(lambda connection: connection.execute("DELETE FROM alias"))
        other.close()


async def test_a_reader_cannot_write(shipped: Path) -> None:
    """Reads run on read-only connections."""
    async with Database(shipped) as opened:
        with pytest.raises(StoreError):
            await opened.read(lambda connection: connection.execute("DELETE FROM alias"))


async def test_the_store_answers_with_all_that_is_needed(shipped: Path) -> None:
    """A model comes with its maker, and with each licence of an expression that the store knows."""
    store = await FactStore.open(shipped)
    found = await store.model("m1")
    assert found is not None
    assert found.models == PACK.models
    assert list(found.licenses) == ["LicenseRef-X"]
    assert found.organizations["org"].name == "Org"
    assert await store.model("m1") is found
    assert await store.model("m9") is None
    store.close()


def test_every_read_uses_an_index(shipped: Path) -> None:
    """No statement of a model's read scans a table: that is what a million events need."""
    connection = sqlite3.connect(shipped)
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    facts.model(connection, "m1")
    connection.set_trace_callback(None)
    plans = [
        row[3] for each in statements for row in connection.execute(f"EXPLAIN QUERY PLAN {each}").fetchall()
    ]
    assert plans
    assert [plan for plan in plans if plan.startswith("SCAN")] == []


def test_names_are_those_of_the_pack(tmp_path: Path) -> None:
    """The store's short way to all names gives what the pack gives, the newest model first."""
    read = read_pack(ROOT / "config").pack
    database.build(tmp_path / "facts.db", read)
    with sqlite3.connect(tmp_path / "facts.db") as connection:
        found = facts.names(connection)
    by_subject = {each.subject: each for each in found}
    for entry in entries(read):
        assert by_subject[entry.subject].names == entry.names
        assert set(by_subject[entry.subject].members) == set(entry.members)
    newest = next(each for each in found if each.subject.id == "grok").members
    assert newest.index("grok-4") < newest.index("grok-2") < newest.index("grok-1")


def test_the_tables_are_strict(shipped: Path) -> None:
    """Every table of facts refuses values of the wrong type."""
    with sqlite3.connect(shipped) as connection:
        tables = connection.execute("PRAGMA table_list").fetchall()
    ours = [row for row in tables if not row[1].startswith(("sqlite_", "_sqlite"))]
    assert len(ours) >= 14
    assert [row[1] for row in ours if not row[5]] == []


def test_a_copy_of_the_file_is_all_there_is(shipped: Path, tmp_path: Path) -> None:
    """The shipped file is complete without -wal or -shm beside it."""
    shutil.copyfile(shipped, tmp_path / "copy.db")
    assert database.read(tmp_path / "copy.db") == PACK
