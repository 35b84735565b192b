"""An /open answer against the bare SQL reads of the same rows, and both as the store grows.

Ratios of medians, measured side by side in one run: the machine's speed cancels out.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

import sqlite_utils

from bot.commands.open_ import Open, assess
from bot.core import Bot, Request
from bot.facts.status import AsOf
from bot.store import facts
from bot.store.database import prepare
from bot.store.migrations import migrations
from bot.store.store import FactStore

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ROUNDS = 2000
MODELS, EVENTS_PER_MODEL = 100_000, 10


def seconds(*functions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median seconds of each function, taken in turns."""
    taken: list[list[float]] = [[] for _ in functions]
    for _ in range(rounds):
        for times, function in zip(taken, functions, strict=True):
            start = perf_counter()
            function()
            times.append(perf_counter() - start)
    return [median(times) for times in taken]


def bare_reads(connection: sqlite3.Connection, id: str) -> Callable[[], object]:
    """The same statements that reading the model runs, and nothing else."""
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    facts.model(connection, id)
    connection.set_trace_callback(None)

    def run() -> object:
        return [connection.execute(statement).fetchall() for statement in statements]

    return run


def answer(connection: sqlite3.Connection, id: str) -> Callable[[], object]:
    """Reading the model, folding its events, every definition, promises and lag: nothing kept from before."""
    as_of = AsOf(NOW.date(), NOW.date())

    def run() -> object:
        timeline = facts.model(connection, id)
        assert timeline is not None
        return assess(timeline.models[0], timeline, as_of)

    return run


async def asked(bot: Bot) -> float:
    """The median seconds of a whole question, command to reply, timelines kept as in the running bot."""
    request = Request(Open("grok-2"), now=NOW)
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        await bot.answer(request)
        taken.append(perf_counter() - start)
    return median(taken)


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        shipped = Path(folder) / "facts.db"
        prepare(ROOT / "facts.db", shipped)
        connection = sqlite3.connect(shipped)
        bare, computed = seconds(bare_reads(connection, "grok-2"), answer(connection, "grok-2"))
        print(f"answer / bare SQL of the same rows: {computed / bare:.2f} ({computed * 1e6:.0f} µs; goal 3)")
        whole = asyncio.run(_whole(shipped))
        print(f"question to reply / bare SQL:       {whole / bare:.2f} ({whole * 1e6:.0f} µs)")
        _growth(Path(folder))


async def _whole(path: Path) -> float:
    store = await FactStore.open(path)
    try:
        return await asked(Bot(store))
    finally:
        store.close()


def _growth(folder: Path) -> None:
    """The same model in a small store and in one of a million events."""
    print(f"making a store of {MODELS:,} models and {MODELS * EVENTS_PER_MODEL:,} events …", flush=True)
    small, large = folder / "small.db", folder / "large.db"
    _make(small, 500)
    _make(large, MODELS)
    in_small, in_large = seconds(
        answer(sqlite3.connect(small), "model-250"), answer(sqlite3.connect(large), "model-250"), rounds=1000
    )
    print(f"answer at a million events / at five thousand: {in_large / in_small:.2f} (goal 1.5)")


def _make(path: Path, models: int) -> None:
    db = sqlite_utils.Database(path)
    migrations.apply(db)
    with db.atomic():
        db.execute("INSERT INTO organization VALUES ('org', 0, 'Org', 'https://example.org', NULL)")
        db.conn.executemany("INSERT INTO model VALUES (?, 'org', NULL, ?, ?, NULL)", _models(models))
        db.conn.executemany(
            """INSERT INTO event (id, organization, model, position, date, kind, component, license, access,
               summary_en)
               VALUES (?, 'org', ?, ?, ?, 'publish', ?, 'MIT', 'public', 'Something is published.')""",
            _events(models),
        )
        db.conn.executemany(
            "INSERT INTO source VALUES (?, 0, ?, 'A page', 'Org', 'primary', '2024', '2026-11-01', NULL)",
            ((id, f"https://example.org/{id}") for id, *_ in _events(models)),
        )
    db.close()


def _models(count: int) -> Iterator[tuple[str, int, str]]:
    return ((f"model-{number}", number, f"Model {number}") for number in range(count))


def _events(count: int) -> Iterator[tuple[str, str, int, str, str]]:
    parts = ("parameters-final", "model-card", "inference-code", "technical-report", "training-code")
    for number in range(count):
        for position in range(EVENTS_PER_MODEL):
            part = parts[position % len(parts)]
            id = f"model-{number}/{part}-{position}"
            yield id, f"model-{number}", position, f"2024-{position + 1:02d}-17", part
