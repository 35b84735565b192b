"""Changes made in facts.db: the rows are those that the changed pack would have."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.facts.change import Change, apply, difference
from bot.facts.model import Pack
from bot.facts.record import Record, RecordKind, records
from bot.store import database
from bot.store.store import FactStore
from tests.facts import small
from tests.facts.test_change import EVENTS, KNOWN, MODEL, summary, withdrawal


@pytest.fixture
def working(tmp_path: Path) -> Path:
    """A facts.db of the small pack."""
    path = tmp_path / "facts.db"
    database.build(path, small.PACK)
    return path


async def test_random_changes_make_the_rows_of_the_changed_pack(working: Path) -> None:
    """After each of fifty random batches, the file holds what the pure change makes of the pack."""
    chance = random.Random(7)
    store = await FactStore.open(working)
    pack = small.PACK
    for sequence in range(1, 51):
        wanted = _some(pack, chance)
        pack = apply(pack, wanted)
        await store.apply([(sequence, wanted)])
        assert dict(records(await store.pack())) == dict(records(pack))
        assert (store.sequence, store.version.rpartition("+")[2]) == (sequence, str(sequence))
    store.close()


def _some(pack: Pack, chance: random.Random) -> tuple[Change, ...]:
    """A few records changed, taken out, or put back."""
    now = dict(records(pack))
    found = []
    for record in chance.sample(EVENTS, 3):
        data = now.get(record)
        if data is None:
            found.append(Change(record, None, KNOWN[record]))
        elif chance.random() < 0.4:
            found.append(Change(record, data, None))
        else:
            date = chance.choice(["2024", "2025-03", "2025-06-07"])
            found.append(Change(record, data, {**data, "date": date}))
    for record in (MODEL, Record(RecordKind.LICENSE, "MIT"), Record(RecordKind.FAMILY, "alpha")):
        aliases = [f"name {chance.randrange(99)}"]
        found.append(Change(record, now[record], {**now[record], "aliases": aliases}))
    return tuple(found)


async def test_a_batch_is_made_once(working: Path) -> None:
    """A batch that the file has already is passed over, in whatever company it comes."""
    store = await FactStore.open(working)
    first, second = (summary(EVENTS[0], "First."),), (withdrawal(EVENTS[1]),)
    await store.apply([(1, first)])
    await store.apply([(1, first), (2, second)])
    await store.apply([(1, first), (2, second)])
    assert store.sequence == 2
    assert dict(records(await store.pack())) == dict(records(apply(small.PACK, [*first, *second])))
    store.close()


async def test_a_batch_is_made_whole_or_not_at_all(working: Path) -> None:
    """Where one change of a batch has no place, none is made."""
    store = await FactStore.open(working)
    misplaced = Change(Record(RecordKind.EVENT, "gamma/x"), None, {**KNOWN[EVENTS[0]], "id": "gamma/x"})
    with pytest.raises(ValueError, match="gamma"):
        await store.apply([(1, (summary(EVENTS[0], "First."), misplaced))])
    assert await store.pack() == small.PACK
    store.close()


async def test_trying_changes_nothing(working: Path) -> None:
    """What would be answered is seen on a copy; the store itself stays as it is."""
    store = await FactStore.open(working)
    async with store.trying((withdrawal(EVENTS[0]),)) as tried:
        assert await tried.event(EVENTS[0].id) is None
    assert await store.event(EVENTS[0].id) is not None
    assert await store.pack() == small.PACK
    store.close()


async def test_a_new_model_is_found_by_its_names(working: Path) -> None:
    """A model that is added with its events is there under its alias, newest first among its family."""
    store = await FactStore.open(working)
    pack = apply(small.PACK, [])
    model = {"id": "gamma-1", "name": "Gamma 1", "organization": "works", "aliases": ["ガンマ1"]}
    event = {**KNOWN[EVENTS[0]], "id": "gamma-1/release", "date": "2026-11-20"}
    wanted = (
        Change(Record(RecordKind.EVENT, "gamma-1/release"), None, event),
        Change(Record(RecordKind.MODEL, "gamma-1"), None, model),
    )
    await store.apply([(1, wanted)])
    assert [each.id for each in store.names.find("ガンマ1").subjects] == ["gamma-1"]
    assert {each.record for each in difference(pack, await store.pack())} == {each.record for each in wanted}
    store.close()
