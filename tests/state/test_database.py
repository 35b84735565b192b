"""The state database: made, kept, refused."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from bot.state import upgrade
from bot.state.database import Engine, open_state
from bot.state.errors import StateError


async def _revise(engine: Engine, revision: str) -> None:
    async with engine.begin() as connection:
        await connection.execute(
            text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision}
        )


async def test_makes_the_tables_at_first_start(engine: Engine) -> None:
    """An empty database has every table once it is open."""
    async with engine.connect() as connection:
        tables = await connection.run_sync(lambda each: set(inspect(each).get_table_names()))
    assert tables >= {"slack_installations", "slack_bots", "slack_oauth_states", "claim"}


async def test_opens_again_with_what_was_kept(address: str) -> None:
    """What one process wrote, the next one reads."""
    async with open_state(address) as engine, engine.begin() as connection:
        await connection.execute(text("INSERT INTO claim VALUES ('kept', 1)"))
    async with open_state(address) as engine, engine.connect() as connection:
        assert (await connection.execute(text("SELECT key FROM claim"))).scalar() == "kept"


async def test_replicas_that_start_together_migrate_once(address: str) -> None:
    """Two processes that open an empty database at once both come up."""

    async def opened() -> None:
        async with open_state(address) as engine, engine.connect() as connection:
            await connection.execute(text("SELECT * FROM claim"))

    await asyncio.gather(*(opened() for _ in range(8)))


async def test_a_statement_cancelled_at_any_step_leaves_nothing_that_waits(address: str) -> None:
    """However often and whenever it is cancelled, all that it began comes to an end: so the program can."""
    before = asyncio.all_tasks()
    async with open_state(address) as engine:

        async def ask() -> None:
            async with engine.connect() as connection:
                await connection.execute(text("SELECT * FROM claim"))

        for steps in range(60):
            asking = asyncio.create_task(ask())
            for pause in (steps, steps % 4):
                for _ in range(pause):
                    await asyncio.sleep(0)
                asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            left = asyncio.all_tasks() - before
            for each in left:
                each.cancel()
            if left:
                assert not (await asyncio.wait(left, timeout=5))[1]


async def test_an_older_program_refuses_a_newer_database(address: str) -> None:
    """A form that this program does not know is a sentence, and nothing is changed."""
    async with open_state(address) as engine:
        await _revise(engine, "z999")
    with pytest.raises(StateError, match=r"form z999, made by a newer version"):
        async with open_state(address):
            pass


async def test_copies_a_file_before_changing_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a step to a newer form, the SQLite file is copied beside it with what it held."""
    file = tmp_path / "state.db"
    address = f"sqlite+aiosqlite:///{file}"
    async with open_state(address) as engine, engine.begin() as connection:
        await connection.execute(text("INSERT INTO claim VALUES ('kept', 1)"))
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    for each in upgrade.SCRIPTS.rglob("*.py"):
        (scripts / each.relative_to(upgrade.SCRIPTS)).write_text(each.read_text())
    newest = max(each.stem for each in (scripts / "versions").glob("s*.py")).partition("_")[0]
    (scripts / "versions" / "s999.py").write_text(
        f"from alembic import op\nrevision, down_revision = 's999', '{newest}'\n"
        "def upgrade():\n    op.execute('DELETE FROM claim')\n"
    )
    monkeypatch.setattr(upgrade, "SCRIPTS", scripts)
    async with open_state(address) as engine, engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM claim"))).scalar() == 0
    with sqlite3.connect(tmp_path / f"state.db.from-{newest}") as copy:
        assert copy.execute("SELECT key FROM claim").fetchall() == [("kept",)]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nonsense", "is no address"),
        ("mysql://x/y", "begins with mysql: it takes sqlite or postgresql"),
        ("postgresql://nobody:secret@127.0.0.1:1/none", "cannot be used"),
        ("sqlite:////proc/nowhere/state.db", "cannot be used"),
    ],
)
async def test_says_in_one_sentence_what_is_wrong(address: str, sentence: str) -> None:
    """A database that cannot be used is one sentence, without the password."""
    with pytest.raises(StateError) as caught:
        async with open_state(address):
            pass
    said = str(caught.value)
    assert sentence in said
    assert "\n" not in said
    assert "secret" not in said
