"""A disk that is full and a database that is locked: what the journal has is made once there is room."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from bot.asker import Asker
from bot.core import Answered, Bot, Options, Request
from bot.editing.desk import Desk
from bot.editing.rights import Editors
from bot.errors import Mistake
from bot.state.database import Engine
from bot.store.database import StoreError
from tests.editing.edits import EVENT, NOW, edit, new_event, summary


async def test_a_locked_facts_file_is_caught_up_with(desk: Desk, tmp_path: Path) -> None:
    """While another program holds facts.db the edit is in the journal; afterwards it is made, once."""
    change = await summary(desk, "Written while it was locked.")
    other = sqlite3.connect(tmp_path / "one" / "facts.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="is locked by another program"):
        await desk.publish(edit(change))
    other.execute("ROLLBACK")
    other.close()
    assert await desk.journal.head() == 1
    await desk.catch_up()
    assert (await desk.record(EVENT) or {})["summary"] == "Written while it was locked."


async def test_a_full_disk_loses_nothing(desk: Desk) -> None:
    """Without room for facts.db the edit waits in the journal; with room it is made."""
    database = desk.store.database
    pages = await database.write(lambda connection: connection.execute("PRAGMA page_count").fetchone()[0])
    await database.write(lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    many = [new_event(f"alpha-1/statement-{n}", summary=f"No. {n} {'x' * 120}") for n in range(60)]
    with pytest.raises(StoreError, match="no room left"):
        await desk.publish(edit(*many))
    assert desk.store.sequence == 0
    await database.write(lambda connection: connection.execute("PRAGMA max_page_count = 100000").fetchone())
    await desk.catch_up()
    assert desk.store.sequence == 60
    assert await desk.store.event("alpha-1/statement-59") is not None


async def test_with_the_state_away_questions_are_answered_and_edits_say_so(
    desk: Desk, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for the state to be told what is open; who edits reads one sentence."""
    bot = Bot(desk.store, desk=desk, editors=Editors(everyone=frozenset({"terminal"})))

    def away(*_: object) -> None:
        raise OSError("away")

    monkeypatch.setattr(type(engine), "connect", away)
    monkeypatch.setattr(type(engine), "begin", away)
    assert (await _ask(bot, "open", NOW, model="alpha-1")).answer is not None
    refused = await _ask(bot, "fact verify", NOW, record="alpha-1/release-2024-01-10")
    assert refused.mistake is not None
    assert refused.mistake.mistake is Mistake.AWAY


async def _ask(bot: Bot, command: str, now: datetime, **given: str) -> Answered:
    return await bot.answer(Request(Options(command, given), "en", Asker("terminal"), now))
