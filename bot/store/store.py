"""The fact store as the commands see it: names in memory, timelines read and kept while the facts stay."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from bot.facts.names import NameIndex
from bot.store import facts
from bot.store.database import Database
from bot.store.facts import Recorded, Timeline

KEPT = 512  # timelines in memory: the models people ask for again and again

Read = Callable[[sqlite3.Connection, str], Timeline | None]


class FactStore:
    """Reads of an open facts.db. ``version`` is the digest of the facts that are answered from."""

    def __init__(self, database: Database, names: NameIndex, version: str) -> None:
        self.database = database
        self.names = names
        self.version = version
        self._kept: OrderedDict[tuple[Read, str], Timeline] = OrderedDict()
        self._everything: Timeline | None = None

    @classmethod
    async def open(cls, path: Path) -> FactStore:
        """Open the working facts.db. Raises :class:`bot.store.database.StoreError`."""
        database = Database(path)
        entries, version = await database.read(lambda each: (facts.names(each), facts.version(each)))
        return cls(database, NameIndex(entries), version)

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

    async def _read(self, read: Read, id: str) -> Timeline | None:
        kept = self._kept.get((read, id))
        if kept is not None:
            self._kept.move_to_end((read, id))
            return kept
        found = await self.database.read(lambda connection: read(connection, id))
        if found is not None:
            self._kept[read, id] = found
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def close(self) -> None:
        """Close the database behind it."""
        self.database.close()
