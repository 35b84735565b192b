"""The fact store as the commands see it: names in memory, timelines read and kept while the facts stay."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.facts.change import Change
from bot.facts.model import Pack
from bot.facts.names import NameIndex
from bot.kept import Kept
from bot.store import database, facts
from bot.store.database import Database
from bot.store.facts import Recorded, Timeline

KEPT = 512  # timelines in memory: the models people ask for again and again

Read = Callable[[sqlite3.Connection, str], Timeline | None]
Batch = tuple[int, tuple[Change, ...]]
"""Changes made together, with the journal's sequence once they are made."""


class FactStore:
    """An open facts.db. ``version`` and ``sequence`` say which facts are answered from."""

    version: str
    sequence: int
    names: NameIndex

    def __init__(self, opened: Database) -> None:
        self.database = opened
        self._kept: Kept[tuple[Read, str], Timeline] = Kept(KEPT)
        self._everything: Timeline | None = None

    @classmethod
    async def open(cls, path: Path) -> FactStore:
        """Open the working facts.db. Raises :class:`bot.store.database.StoreError`."""
        store = cls(Database(path))
        await store._look()
        return store

    async def _look(self) -> None:
        """Read anew what is kept in memory."""
        entries, self.version, self.sequence = await self.database.read(
            lambda each: (facts.names(each), facts.version(each), facts.sequence(each))
        )
        self.names = await asyncio.to_thread(NameIndex, entries)
        self._kept = Kept(KEPT)
        self._everything = None

    async def apply(self, batches: Iterable[Batch]) -> None:
        """Make these changes, but for those that are made already. Raises :class:`StoreError`."""
        await self.database.write(lambda connection: database.apply(connection, batches))
        await self._look()

    async def model(self, id: str) -> Timeline | None:
        """The model of that id, or None."""
        return await self._read(facts.model, id)

    async def family(self, id: str) -> Timeline | None:
        """The models of that family, or None."""
        return await self._read(facts.family, id)

    async def organization(self, id: str) -> Timeline | None:
        """The organization of that id with all its models, or None."""
        return await self._read(facts.organization, id)

    async def everything(self) -> Timeline:
        """Every model, organization and licence."""
        if self._everything is None:
            self._everything = await self.database.read(facts.everything)
        return self._everything

    async def event(self, id: str) -> Recorded | None:
        """The event of that id with whose it is, or None."""
        return await self.database.read(lambda connection: facts.event(connection, id))

    async def event_ids(self, prefix: str, limit: int = 25) -> list[str]:
        """Ids of events that begin so: ``grok-1/`` are those of a model."""
        return await self.database.read(lambda connection: facts.event_ids(connection, prefix, limit))

    async def pack(self) -> Pack:
        """All the facts as a pack: for edits, which are checked against everything."""
        return await self.database.read(facts.pack)

    @asynccontextmanager
    async def trying(self, changes: tuple[Change, ...]) -> AsyncIterator[FactStore]:
        """A store of its own in which the changes are made, to see what would be answered."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "facts.db"
            await self.database.read(lambda connection: database.copy(connection, path))
            tried = await FactStore.open(path)
            try:
                await tried.apply([(tried.sequence + 1, changes)])
                yield tried
            finally:
                await asyncio.to_thread(tried.close)

    async def _read(self, read: Read, id: str) -> Timeline | None:
        kept = self._kept.get((read, id))
        if kept is not None:
            return kept
        among = self._kept  # of these facts: others may be there once it is read
        found = await self.database.read(lambda connection: read(connection, id))
        return among.put((read, id), found) if found is not None else None

    def close(self) -> None:
        """Close the database behind it."""
        self.database.close()
