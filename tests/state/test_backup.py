"""Backups of the state, restored on the same kind of server and on the other."""

from __future__ import annotations

import asyncio
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.facts.change import Change
from bot.facts.edit import Actor, Edit, Entry, Status
from bot.facts.record import Record, RecordKind
from bot.state import backup, restore
from bot.state.database import Engine, open_state
from bot.state.errors import StateError
from bot.state.following import news
from bot.state.journal import Journal
from bot.state.proposals import Proposals
from bot.state.releases import Release, Releases
from tests.facts import small

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 12, tzinfo=UTC)
EDITOR = Actor("discord", "1", "2", "Édith 編集者")
CHANGE = Change(Record(RecordKind.EVENT, "alpha-1/x"), None, {"id": "alpha-1/x", "summary": "重み"})


async def _fill(engine: Engine) -> None:
    """A release, an edit, a proposal, and what is encrypted."""
    await Releases(engine).add(Release.of("v1", small.PACK, NOW))
    await Journal(engine).append(Edit((CHANGE,), EDITOR, NOW, "why"), 0)
    await Proposals(engine).add(Edit((CHANGE,), EDITOR, NOW, "why"), Status.OPEN)
    columns = "client_id, app_id, bot_token, is_enterprise_install, installed_at"
    values = "'C', 'A', 'gAAAA-encrypted', false, '2026-01-02 03:04:05.000000'"
    async with engine.begin() as connection:
        await connection.execute(text(f"INSERT INTO slack_bots ({columns}) VALUES ({values})"))


async def _held(address: str) -> tuple[list[Entry], Any, Any, Any]:
    """What a deployment reads of its state."""
    async with open_state(address) as engine:
        first = await Releases(engine).first()
        async with engine.connect() as connection:
            asked = text("SELECT bot_token, is_enterprise_install FROM slack_bots")
            bots = [(token, bool(flag)) for token, flag in (await connection.execute(asked)).all()]
        entries, waiting = await Journal(engine).since(0), await Proposals(engine).waiting()
        return entries, waiting, first, bots


@pytest.fixture
async def made(address: str, tmp_path: Path) -> Path:
    """A backup of a state that holds something."""
    path = tmp_path / "backup.zip"
    async with open_state(address) as engine:
        await _fill(engine)
        await backup.write(address, path, NOW)  # the bot has it open meanwhile
    return path


def _sqlite(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'other' / 'state.db'}"


async def test_a_restored_state_is_as_it_was(address: str, made: Path, tmp_path: Path) -> None:
    """Whatever server it comes from, another deployment reads the same from it."""
    before = await _held(address)
    assert before[0][0].change == CHANGE
    done = await restore.restore(_sqlite(tmp_path), made)
    assert (done.manifest.made_at, done.kept) == (NOW, None)
    assert await _held(_sqlite(tmp_path)) == before


async def test_it_goes_back_to_where_it_came_from(address: str, made: Path) -> None:
    """What was done after the backup is gone; what is done next is numbered on from the backup."""
    before = await _held(address)
    async with open_state(address) as engine:
        await Journal(engine).append(Edit((CHANGE.undone,), EDITOR, LATER, "later"), 1)
        await Proposals(engine).add(Edit((CHANGE,), EDITOR, LATER, "later"), Status.OPEN)
    await restore.restore(address, made, replace=True)
    assert await _held(address) == before
    async with open_state(address) as engine:
        (entry,) = await Journal(engine).append(Edit((CHANGE.undone,), EDITOR, LATER, "next"), 1)
        proposal = await Proposals(engine).add(Edit((CHANGE,), EDITOR, LATER, "next"), Status.OPEN)
    assert (entry.sequence, proposal.id) == (2, 2)


async def test_a_sqlite_backup_goes_to_the_other_server(address: str, tmp_path: Path) -> None:
    """A deployment moves from a file to whatever server it likes."""
    source = _sqlite(tmp_path)
    async with open_state(source) as engine:
        await _fill(engine)
    await backup.write(source, tmp_path / "b.zip", NOW)
    await restore.restore(address, tmp_path / "b.zip")
    assert await _held(address) == await _held(source)


async def test_what_is_kept_is_not_replaced_unasked(address: str, made: Path) -> None:
    """A state that holds something is only replaced where that is said, and stays as it is else."""
    before = await _held(address)
    with pytest.raises(StateError, match=r"not empty \(1 of change, 1 of proposal, .*say --replace"):
        await restore.restore(address, made)
    assert await _held(address) == before


async def test_a_state_that_only_started_is_empty(address: str, made: Path) -> None:
    """What a deployment keeps at its first start doesn't stand in the way."""
    await restore.restore(address, made, replace=True)
    async with open_state(address) as engine, engine.begin() as connection:
        for table in ("change", "card", "proposal", "slack_bots"):
            await connection.execute(text(f"DELETE FROM {table}"))
    await restore.restore(address, made)
    assert len((await _held(address))[0]) == 1


def _rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The backup with its members changed, or left out where there is none."""
    other = path.with_name("rewritten.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return other


def _manifest(**fields: object) -> Callable[[str, bytes], bytes | None]:
    def change(name: str, data: bytes) -> bytes:
        return json.dumps(json.loads(data) | fields).encode() if name == backup.MANIFEST else data

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda name, data: data.replace(b"why", b"who"), "checksum of tables/change.jsonl is another"),
        (lambda name, data: None if "proposal" in name else data, "doesn't hold what its manifest lists"),
        (lambda name, data: None if name == backup.MANIFEST else data, "damaged, or no backup"),
        (_manifest(form="z999"), "form z999, made by a newer version"),
        (_manifest(format=2), "made by a newer version"),
        (_manifest(members={}), "doesn't hold what its manifest lists"),
    ],
)
async def test_a_damaged_or_newer_backup_is_refused(
    address: str, made: Path, change: Callable[[str, bytes], bytes | None], said: str
) -> None:
    """One sentence, and nothing is changed, even where the state was to be replaced."""
    before = await _held(address)
    with pytest.raises(StateError, match=said):
        await restore.restore(address, _rewritten(made, change), replace=True)
    assert await _held(address) == before


async def test_what_is_no_backup_is_refused(address: str, tmp_path: Path) -> None:
    """A file of another kind, or half of one, is a sentence."""
    path = tmp_path / "b.zip"
    path.write_bytes(b"PK\x03\x04 half")
    with pytest.raises(StateError, match="damaged, or no backup"):
        await restore.restore(address, path)


async def test_an_older_form_is_brought_up_to_date(tmp_path: Path, made: Path) -> None:
    """A backup of an earlier version's state is restored in its form, then migrated."""
    tables = ("claim", "slack_bots", "slack_installations", "slack_oauth_states")
    with zipfile.ZipFile(made) as archive:
        members = json.loads(archive.read(backup.MANIFEST))["members"]
    older = _manifest(form="s001", members={each: members[each] for each in sorted(tables)})

    def change(name: str, data: bytes) -> bytes | None:
        kept = name == backup.MANIFEST or any(name == backup.name(each) for each in tables)
        return older(name, data) if kept else None

    await restore.restore(_sqlite(tmp_path), _rewritten(made, change))
    entries, waiting, first, bots = await _held(_sqlite(tmp_path))
    assert (entries, waiting, first, bots) == ([], [], None, [("gAAAA-encrypted", False)])


async def test_a_state_that_a_bot_follows_is_left_alone(address: str, engine: Engine, made: Path) -> None:
    """PostgreSQL says who listens for news of the journal: a bot does, and is to be stopped first."""
    if engine.dialect.name != "postgresql":
        pytest.skip("only a server knows who is connected")
    following = asyncio.ensure_future(anext(news(engine)))
    asked = text(
        "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user AND query LIKE 'LISTEN%'"
    )
    for _ in range(500):
        await asyncio.sleep(0.01)
        async with engine.connect() as connection:
            if (await connection.execute(asked)).scalar():
                break
    with pytest.raises(StateError, match="stop every replica"):
        await restore.restore(address, made, replace=True)
    following.cancel()


async def test_the_file_that_was_there_is_kept(tmp_path: Path, made: Path) -> None:
    """A SQLite file is replaced as a whole; a copy of the old one stays beside it."""
    address = _sqlite(tmp_path)
    await restore.restore(address, made)
    async with open_state(address) as engine:
        await Journal(engine).append(Edit((CHANGE.undone,), EDITOR, LATER, "later"), 1)
    done = await restore.restore(address, made, replace=True)
    assert done.kept == tmp_path / "other" / "state.db.before-restore"
    assert len((await _held(address))[0]) == 1
    assert len((await _held(f"sqlite+aiosqlite:///{done.kept}"))[0]) == 2


async def test_a_broken_file_can_be_replaced(tmp_path: Path, made: Path) -> None:
    """What is no database any more is what backups are for: replaced where that is said."""
    address, file = _sqlite(tmp_path), tmp_path / "other" / "state.db"
    file.parent.mkdir()
    file.write_bytes(b"no database" * 100)
    with pytest.raises(StateError, match="cannot be read: say --replace"):
        await restore.restore(address, made)
    await restore.restore(address, made, replace=True)
    assert len((await _held(address))[0]) == 1


def test_a_backup_is_for_its_owner_alone(made: Path) -> None:
    """Names of people are in it: nobody else on the machine reads it; no half file is left beside it."""
    assert made.stat().st_mode & 0o777 == 0o600
    assert not list(made.parent.glob(".*.new"))


async def test_nothing_kept_is_nothing_to_back_up(address: str, tmp_path: Path) -> None:
    """A database without our tables is a sentence, and no file."""
    path = tmp_path / "b.zip"
    (tmp_path / "folder").mkdir()
    with pytest.raises(StateError, match="no state to back up"):
        await backup.write(address, path, NOW)
    assert not path.exists()
