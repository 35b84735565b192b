"""What was last seen at an address outside: a cited page, a watched repository."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from sqlalchemy import Column, Date, MetaData, Table, Text, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.state.database import Engine
from bot.state.reach import reached

_SIGHTING = Table(
    "sighting",
    MetaData(),
    Column("kind", Text, primary_key=True),
    Column("address", Text, primary_key=True),
    Column("checked", Date),
    Column("gone_since", Date),
    Column("said", Text),
    Column("kept", Text),
)

BATCH = 500  # addresses in one statement


@dataclass(frozen=True, slots=True)
class Sighting:
    """An address as it was on the day of its last check."""

    address: str
    checked: date
    gone_since: date | None = None  # the first day on which it was gone, if it has not been back since
    said: str = ""  # its last answer, for people
    kept: str = ""  # what the next check compares with, as whoever checks writes it

    def gone(self, today: date, said: str) -> Sighting:
        """It is not there today."""
        return replace(self, checked=today, gone_since=self.gone_since or today, said=said)

    def there(self, today: date, said: str, kept: str = "") -> Sighting:
        """It is there today."""
        return replace(self, checked=today, gone_since=None, said=said, kept=kept)

    def unclear(self, today: date, said: str) -> Sighting:
        """It could not be seen today: what was known of it still is."""
        return replace(self, checked=today, said=said)

    @property
    def missed(self) -> bool:
        """Whether it was gone on two different days, and never there between them.

        One day's absence may be a mistake of its site. Asked of a sighting that says that it is gone.
        """
        return self.gone_since is not None and self.gone_since < self.checked


class Sightings:
    """The sightings of one kind of address. Every method raises :class:`bot.state.errors.StateError`."""

    def __init__(self, engine: Engine, kind: str) -> None:
        self._engine = engine
        self._kind = kind
        self._insert = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert

    async def every(self) -> Mapping[str, Sighting]:
        """All of them, by address."""
        columns = (_SIGHTING.c[name] for name in Sighting.__slots__)
        wish = select(*columns).where(_SIGHTING.c.kind == self._kind)
        with reached():
            async with self._engine.connect() as connection:
                rows = (await connection.execute(wish)).mappings().all()
        return {row["address"]: Sighting(**row) for row in rows}

    async def keep(self, sighting: Sighting) -> None:
        """Put it in the place of the one before."""
        row = {"kind": self._kind, **asdict(sighting)}
        wish = self._insert(_SIGHTING).values(row)
        wish = wish.on_conflict_do_update(index_elements=["kind", "address"], set_=row)
        with reached():
            async with self._engine.begin() as connection:
                await connection.execute(wish)

    async def forget(self, addresses: Collection[str]) -> None:
        """Drop those of addresses that nobody asks about any more."""
        every = sorted(addresses)
        with reached():
            async with self._engine.begin() as connection:
                for start in range(0, len(every), BATCH):
                    some = _SIGHTING.c.address.in_(every[start : start + BATCH])
                    await connection.execute(delete(_SIGHTING).where(_SIGHTING.c.kind == self._kind, some))
