"""The facts at start: the release taken over, ``data/facts.db`` made where it is missing, then caught up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.editing.desk import Desk
from bot.state.database import Engine
from bot.state.releases import Release, Releases
from bot.store import database
from bot.store.database import StoreError
from bot.store.store import FactStore


@asynccontextmanager
async def open_desk(
    engine: Engine, shipped: Path, working: Path, now: datetime, a_day: int
) -> AsyncIterator[Desk]:
    """The desk on the working facts, brought up to the shipped ones and the journal.

    Raises :class:`bot.store.database.StoreError` or :class:`bot.state.errors.StateError` with one sentence
    where a file or a database cannot be used, or where the shipped facts are older than those known.
    """
    await _take_over(Releases(engine), shipped, now)
    await _prepare(Releases(engine), shipped, working)
    store = await FactStore.open(working)
    try:
        desk = Desk(engine, store, a_day)
        await desk.catch_up()
        yield desk
    finally:
        store.close()


async def _take_over(releases: Releases, shipped: Path, now: datetime) -> None:
    version = database.version(shipped)
    known = await releases.versions()
    if known and known[-1][0] == version:
        return
    release = Release.of(version, database.read(shipped), now)
    if known and (release.newest < known[-1][1] or version in (each for each, _ in known)):
        raise StoreError(
            f"{shipped} is older than the facts this deployment has taken over ({known[-1][0]}): "
            "run the newer release, or restore a backup made before it."
        )
    await releases.add(release)


async def _prepare(releases: Releases, shipped: Path, working: Path) -> None:
    """Make sure that the working file is there, made from the facts that the journal begins from."""
    first = (await releases.versions())[0][0]
    if first == database.version(shipped):
        database.prepare(shipped, working)
    elif not database.is_made_from(working, first):
        made_from = await releases.first()
        assert made_from is not None
        database.build(working, made_from.pack)
