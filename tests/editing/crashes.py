"""An edit killed at a chosen step, again and again: `python -m tests.editing.crashes 1000` tries a thousand.

A step is an SQL statement, of the journal or of facts.db, counted by SQLite's own trace; the process is
killed (SIGKILL) just before it is run. Each edit runs in a fork of this process, which has done nothing but
load the program.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.editing.desk import Desk
from bot.editing.opening import open_desk
from bot.facts import change as changes
from bot.facts.record import records
from bot.state.database import open_state
from bot.store import database
from tests.editing.edits import EVENT, NOW, edit, summary
from tests.facts import small

STEPS = 260  # an edit takes about 200, the first of all, which makes the tables, 70 more


class _Count:
    """Kills this process just before the statement of that number."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self, _: str) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _count_statements(count: _Count) -> None:
    """Let every connection that is opened from now on be counted."""
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def counted(*args: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*args, **options)
        connection.set_trace_callback(count)
        return connection

    sqlite3.connect = counted  # type: ignore[assignment]


@asynccontextmanager
async def _desk(folder: Path) -> AsyncIterator[Desk]:
    address = f"sqlite+aiosqlite:///{folder / 'state.db'}"
    async with (
        open_state(address) as engine,
        open_desk(engine, folder / "shipped.db", folder / "facts.db", NOW, 3) as desk,
    ):
        yield desk


async def _edit(folder: Path, number: int) -> None:
    async with _desk(folder) as desk:
        await desk.publish(edit(await summary(desk, f"Edit {number}.")))


async def _look(folder: Path) -> None:
    """Open it as the next start would; raise where a change is lost, doubled, or not made."""
    done = int((folder / "done").read_text() or 0)
    tried = int((folder / "tried").read_text())
    async with _desk(folder) as desk:
        entries = await desk.journal.since(0)
        made = [str((entry.change.after or {})["summary"]) for entry in entries]
        assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
        assert len(set(made)) == len(made), "an edit is there twice"
        assert all(before.change.after == after.change.before for before, after in pairwise(entries))
        newest = int(made[-1].removeprefix("Edit ").rstrip(".")) if made else 0
        assert done <= newest <= tried, f"edit {done} was done, {newest} is the newest"
        last = {entry.change.record: entry.change for entry in entries}
        wanted = changes.apply(small.PACK, last.values())
        assert dict(records(await desk.store.pack())) == dict(records(wanted)), "facts.db is not the journal"
        assert last.keys() <= {EVENT}


def _forked(work: Coroutine[Any, Any, None], kill_at: int = 0) -> int:
    """Run it in a fork, perhaps to be killed; the exit status, negative for a signal."""
    child = os.fork()
    if child:
        work.close()
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        if kill_at:
            _count_statements(_Count(kill_at))
        asyncio.run(work)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def crash(points: int, seed: int = 1) -> int:
    """Kill edits at so many random points; how many were killed before they ended."""
    chance = random.Random(seed)
    killed = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        database.build(folder / "shipped.db", small.PACK)
        (folder / "done").write_text("0")
        for number in range(1, points + 1):
            (folder / "tried").write_text(str(number))
            step = chance.randint(1, STEPS)
            status = _forked(_edit(folder, number), step)
            if status == 0:
                (folder / "done").write_text(str(number))
            else:
                assert status == -signal.SIGKILL, f"step {step} ended with {status}"
                killed += 1
            if chance.random() < 0.1:  # and somebody deletes the working facts
                for each in folder.glob("facts.db*"):
                    each.unlink()
            assert _forked(_look(folder)) == 0, f"not healed after step {step}"
    return killed


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"{crash(wanted)} of {wanted} edits were killed; none lost, none doubled.")
