"""A plain question against its command, with 100,000 names: what reading the sentence costs.

Both are taken side by side in one run, so that the machine's speed cancels out of the ratio.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from bot.commands import line
from bot.core import Bot, Line, Request
from bot.facts.names import Entry, NameIndex, Subject, SubjectKind
from bot.questions import Understood, read
from bot.store import facts
from bot.store.database import prepare
from bot.store.store import FactStore

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAMES = 100_000
ROUNDS = 200
QUESTIONS = (
    "is grok 2 actually open source or only the weights?",
    "does DeepSeek-R1 pass OSI's definition?",
    "Grok-2って本当にオープンソース？名ばかりじゃない？",
    "what licence has Grok 2 and may a start-up sell with it?",
    "did xAI publish grok-1's training code?",
    "2025年8月1日時点でxAIが公開していたものは？",
    "is grok 3 overdue yet, by how many days",
    "models usable commercially in the EU",
    "オープンウェイトとオープンソースはどう違う？",
    "anything new since monday",
)


def more_names(known: int) -> Iterator[Entry]:
    """Models that nobody asks about, as many as make 100,000 names."""
    for number in range(known, NAMES):
        id = f"filler-{number}"
        yield Entry(Subject(SubjectKind.MODEL, id, f"Filler {number}"), (id, f"some-maker/Filler-{number}"))


async def store_of_many(path: Path) -> FactStore:
    """The shipped facts under an index of 100,000 names."""
    store = await FactStore.open(path)
    shipped = tuple(await store.database.read(facts.names))
    store.names = NameIndex((*shipped, *more_names(len(shipped))))
    return store


async def milliseconds(store: FactStore, asked: Request) -> float:
    """One whole answer by a bot that has kept none, line to reply."""
    bot = Bot(store)
    start = perf_counter()
    await bot.answer(asked)
    return (perf_counter() - start) * 1000


async def measure(path: Path) -> None:
    """Print the difference and the ratio of each, then of all."""
    store = await store_of_many(path)
    alone: list[float] = []
    plain: list[float] = []
    command: list[float] = []
    try:
        for question in QUESTIONS:
            reading = read(question, store.names, NOW.date())
            assert isinstance(reading, Understood), question
            lines = (Line(question), Line(f"/{line.write(reading.command)}"))
            for request in (Request(each, now=NOW) for each in lines):
                await milliseconds(store, request)
            for _ in range(ROUNDS):
                start = perf_counter()
                read(question, store.names, NOW.date())
                alone.append((perf_counter() - start) * 1000)
                for times, each in zip((plain, command), lines, strict=True):
                    times.append(await milliseconds(store, Request(each, now=NOW)))
    finally:
        store.close()
    for name, at in (("median", 49), ("p99", 98)):
        alone_, asked, given = (quantiles(times, n=100)[at] for times in (alone, plain, command))
        more = f"{asked - given:+.2f} ms, ×{asked / given:.2f}"
        print(
            f"{name}: question {asked:.2f} ms, command {given:.2f} ms: {more}; reading alone {alone_:.2f} ms"
        )
    print(f"({len(QUESTIONS)} questions, {ROUNDS} rounds, {NAMES:,} names; goal: at most +2 ms at p99)")


def main() -> None:
    """Print what a question costs more than its command."""
    print(f"making an index of {NAMES:,} names …", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        shipped = Path(folder) / "facts.db"
        prepare(ROOT / "facts.db", shipped)
        asyncio.run(measure(shipped))


if __name__ == "__main__":
    main()
