"""Starting with another release: merged where editors were not, else proposed; older ones refused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.editing.desk import Desk
from bot.editing.opening import open_desk
from bot.facts.change import Change, apply
from bot.facts.edit import RELEASE
from bot.facts.model import Pack
from bot.facts.record import Record, RecordKind, records
from bot.state.database import Engine
from bot.store import database
from bot.store.database import StoreError
from tests.editing.edits import EVENT, NOW, edit, new_event, summary
from tests.facts import small

KNOWN = dict(records(small.PACK))
OTHER = Record(RecordKind.EVENT, "beta-2/release-2026-11-10")


def _said(record: Record, said: str) -> Change:
    return Change(record, KNOWN[record], {**KNOWN[record], "summary": said})


@asynccontextmanager
async def _started(engine: Engine, folder: Path, pack: Pack, days: int = 0) -> AsyncIterator[Desk]:
    """The bot started with a release that ships this pack."""
    shipped = folder / "shipped.db"
    database.build(shipped, pack)
    async with open_desk(engine, shipped, folder / "facts.db", NOW + timedelta(days), 3) as desk:
        yield desk


async def test_a_release_merges_over_local_edits(engine: Engine, tmp_path: Path) -> None:
    """The editor's version stays, the release's is a proposal; what nobody edited is the release's."""
    async with _started(engine, tmp_path, small.PACK) as desk:
        await desk.publish(edit(await summary(desk, "As the editor wrote it.")))
    theirs = _said(EVENT, "As the release has it.")
    fresh = new_event("beta-2/statement", date="2026-11-12")
    release = apply(small.PACK, [theirs, _said(OTHER, "Better."), fresh])
    async with _started(engine, tmp_path, release, days=1) as desk:
        now = dict(records(await desk.store.pack()))
        assert now[EVENT]["summary"] == "As the editor wrote it."
        assert now[OTHER]["summary"] == "Better."
        assert now[fresh.record] == fresh.after
        (proposal,) = await desk.proposals.waiting()
        assert proposal.proposer.platform == RELEASE
        assert proposal.changes == (Change(EVENT, now[EVENT], theirs.after),)
        entries = await desk.journal.since(1)
        assert {(entry.actor.platform, entry.batch) for entry in entries} == {(RELEASE, 2)}
        await desk.approve(proposal.id, 1, entries[0].actor, NOW + timedelta(days=1))
        assert dict(records(await desk.store.pack())) == dict(records(release))


async def test_a_release_is_taken_over_once(engine: Engine, tmp_path: Path) -> None:
    """Started again, or on another replica, it changes nothing more."""
    release = apply(small.PACK, [_said(OTHER, "Better.")])
    async with _started(engine, tmp_path / "one", small.PACK):
        pass
    for folder in ("one", "one", "two"):
        async with _started(engine, tmp_path / folder, release, days=1) as desk:
            assert await desk.journal.head() == 1
            assert dict(records(await desk.store.pack())) == dict(records(release))


async def test_an_older_release_is_refused(engine: Engine, tmp_path: Path) -> None:
    """Facts that were taken over before, or that are older than those, are refused with a sentence."""
    release = apply(small.PACK, [_said(OTHER, "Better.")])
    async with _started(engine, tmp_path, small.PACK):
        pass
    async with _started(engine, tmp_path, release, days=1):
        pass
    with pytest.raises(StoreError, match="is older than the facts this deployment has taken over"):
        async with _started(engine, tmp_path, small.PACK, days=2):
            pass
    unchecked = apply(small.PACK, [_unchecked(record) for record in KNOWN if record.kind is RecordKind.EVENT])
    with pytest.raises(StoreError, match="run the newer release, or restore a backup"):
        async with _started(engine, tmp_path, unchecked, days=2):
            pass


def _unchecked(record: Record) -> Change:
    """The event as it was before anybody checked its sources."""
    data = KNOWN[record]
    sources = [{name: value for name, value in each.items() if name != "checked"} for each in data["sources"]]
    return Change(record, data, {**data, "sources": sources})


async def test_an_unknown_release_that_drops_an_edited_event(engine: Engine, tmp_path: Path) -> None:
    """What an editor corrected is not taken away by a release without it: that is proposed."""
    async with _started(engine, tmp_path, small.PACK) as desk:
        await desk.publish(edit(await summary(desk, "Corrected.")))
    async with _started(engine, tmp_path, apply(small.PACK, [Change(EVENT, None, None)]), days=1) as desk:
        assert (await desk.record(EVENT) or {})["summary"] == "Corrected."
        (proposal,) = await desk.proposals.waiting()
        assert [(each.record, each.after) for each in proposal.changes] == [(EVENT, None)]
