"""Edits at the desk: looked at, written once, made everywhere, taken back."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.editing.desk import Desk
from bot.editing.opening import open_desk
from bot.facts import change as changes
from bot.facts.change import Change
from bot.facts.edit import Actor, Status
from bot.facts.record import Record, RecordKind
from bot.facts.refusals import (
    Decided,
    Nothing,
    Objected,
    Refused,
    Revised,
    Stale,
    TooMany,
    Undone,
    Unheard,
)
from bot.state.database import Engine
from tests.editing.edits import ANN, BEN, EVENT, NOW, edit, new_event, summary
from tests.facts import small


async def test_what_is_published_is_answered_from_at_once(desk: Desk) -> None:
    """The journal has who, when, why, before and after; facts.db has the change, and its version says so."""
    change = await summary(desk, "Early access begins.")
    (entry,) = await desk.publish(edit(change))
    assert (entry.actor, entry.at, entry.why, entry.change) == (ANN, NOW, "A test.", change)
    recorded = await desk.store.event(EVENT.id)
    assert recorded is not None
    assert recorded.event.summary.en == "Early access begins."
    assert desk.store.version.endswith("+1")
    assert await desk.store.pack() == changes.apply(small.PACK, [change])


async def test_another_replica_follows(desk: Desk, other: Desk) -> None:
    """What one replica publishes, the other has once it catches up, and its names are found anew."""
    family = Record(RecordKind.FAMILY, "alpha")
    known = await desk.record(family)
    assert known is not None
    await desk.publish(edit(Change(family, known, {**known, "aliases": ["アルファ"]})))
    await other.catch_up()
    assert other.store.version == desk.store.version
    assert other.store.names.find("アルファ").family is not None


async def test_two_people_edit_the_same_event(desk: Desk, other: Desk) -> None:
    """The second is refused, and sees what the first changed meanwhile; the first's stays."""
    mine, theirs = await summary(desk, "Mine."), await summary(other, "Theirs.")
    await desk.publish(edit(mine))
    with pytest.raises(Stale) as caught:
        await other.publish(edit(theirs, actor=BEN))
    assert [entry.change for entry in caught.value.entries] == [mine]
    assert caught.value.now == mine.after
    assert await other.journal.head() == 1


async def test_replicas_that_write_at_once_wait_for_each_other(desk: Desk, other: Desk) -> None:
    """Of twenty edits of different events by two replicas none is lost, and both have all of them."""
    wanted = [edit(new_event(f"alpha-1/statement-{number}", summary=f"No. {number}")) for number in range(20)]
    await asyncio.gather(
        *((desk if number % 2 else other).publish(each) for number, each in enumerate(wanted))
    )
    await desk.catch_up()
    await other.catch_up()
    entries = await desk.journal.since(0)
    assert [entry.sequence for entry in entries] == list(range(1, 21))
    assert await desk.store.pack() == await other.store.pack()


async def test_an_edit_that_another_makes_impossible_is_refused(desk: Desk, other: Desk) -> None:
    """Nobody adds an event to a model that somebody else takes away at the same time."""
    model = Record(RecordKind.MODEL, "beta-2")
    pack = await desk.store.pack()
    gone = [Record(RecordKind.EVENT, each.id) for each in pack.model("beta-2").events] + [model]
    away = [Change(each, await desk.record(each), None) for each in gone]
    done = await asyncio.gather(
        desk.publish(edit(*away)),
        other.publish(edit(new_event("beta-2/statement", date="2026-11-12"))),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in done) == ["Objected", "list"]
    await desk.catch_up()
    await other.catch_up()
    assert await desk.store.pack() == await other.store.pack()


async def test_fifty_approvals_publish_once(desk: Desk, other: Desk) -> None:
    """However many editors press at once, on whatever replica: one publishes, the others read who."""
    proposal = await desk.propose(edit(await summary(desk, "Proposed.")))
    editors = [Actor("discord", "1", str(number), f"Editor {number}") for number in range(50)]
    done = await asyncio.gather(
        *(
            (desk if number % 2 else other).approve(proposal.id, 1, editor, NOW)
            for number, editor in enumerate(editors)
        ),
        return_exceptions=True,
    )
    kinds = Counter(type(each) for each in done)
    assert kinds == {tuple: 1, Decided: 49}
    assert await desk.journal.head() == 1
    kept = await desk.proposals.get(proposal.id)
    assert kept is not None
    assert kept.status is Status.APPROVED
    assert kept.decider in editors


async def test_a_rejected_proposal_changes_nothing(desk: Desk) -> None:
    """It keeps its reason, cannot be approved any more, and its proposer is told once."""
    proposal = await desk.propose(edit(await summary(desk, "Proposed.")))
    await desk.close(proposal.id, Status.REJECTED, BEN, NOW, "No source says so.")
    with pytest.raises(Decided) as caught:
        await desk.approve(proposal.id, 1, BEN, NOW)
    assert caught.value.proposal.reason == "No source says so."
    assert await desk.journal.head() == 0
    assert [each.id for each in await desk.proposals.untold("discord")] == [proposal.id]
    assert [await desk.proposals.tell(proposal.id) for _ in range(2)] == [True, False]


async def test_an_edited_proposal_is_approved_as_it_was_seen(desk: Desk) -> None:
    """Who looked at the first revision cannot publish the second unseen."""
    proposal = await desk.propose(edit(await summary(desk, "Proposed.")))
    better = await summary(desk, "Better.")
    revised = await desk.revise(proposal.id, [better], 1, NOW)
    with pytest.raises(Revised):
        await desk.approve(proposal.id, 1, BEN, NOW)
    _, entries = await desk.approve(proposal.id, revised.revision, BEN, NOW)
    assert [entry.change for entry in entries] == [better]


async def test_a_proposal_on_facts_that_moved_is_stale(desk: Desk) -> None:
    """It stays open, to be edited or rejected."""
    proposal = await desk.propose(edit(await summary(desk, "Proposed.")))
    await desk.publish(edit(await summary(desk, "Changed meanwhile.")))
    with pytest.raises(Stale):
        await desk.approve(proposal.id, 1, BEN, NOW)
    assert [each.id for each in await desk.proposals.waiting()] == [proposal.id]


async def test_one_person_proposes_so_often_a_day(desk: Desk) -> None:
    """The fourth of a day is refused where three are allowed; others may still propose."""
    for number in range(3):
        await desk.propose(edit(new_event(f"alpha-1/statement-{number}", summary=f"No. {number}")))
    with pytest.raises(TooMany):
        await desk.propose(edit(new_event("alpha-1/statement-9")))
    await desk.propose(edit(new_event("alpha-1/statement-9"), actor=BEN))


async def test_a_round_suggests_the_same_once(desk: Desk) -> None:
    """Whatever became of the first suggestion, it isn't made again."""
    change = await summary(desk, "Suggested.")
    first = await desk.suggest(edit(change, actor=Actor("links")))
    await desk.close(first.id, Status.REJECTED, BEN, NOW, "No.")
    assert (await desk.suggest(edit(change, actor=Actor("links")))).id == first.id
    assert await desk.proposals.count_waiting() == 0


async def test_undo_is_a_new_change(desk: Desk) -> None:
    """Undoing the second of two brings back the first; undoing the undo brings it back again."""
    before = await desk.store.pack()
    await desk.publish(edit(await summary(desk, "First.")))
    await desk.publish(edit(await summary(desk, "Second.")))
    with pytest.raises(Stale):
        await desk.undo(1, BEN, NOW, "The older one first?")
    await desk.undo(2, BEN, NOW, "No.")
    with pytest.raises(Undone) as caught:
        await desk.undo(2, BEN, NOW, "Again.")
    assert caught.value.entry.sequence == 3
    await desk.undo(1, BEN, NOW, "Neither.")
    assert await desk.store.pack() == before
    await desk.undo(4, BEN, NOW, "But yes.")
    undoing = {entry.sequence: entry.undoes for entry in await desk.journal.since(2)}
    assert undoing == {3: 2, 4: 1, 5: 4}
    with pytest.raises(Unheard):
        await desk.undo(99, BEN, NOW, "")


async def test_a_draft_keeps_what_is_wrong(desk: Desk) -> None:
    """Nothing that was written is lost: the draft is kept, with what speaks against publishing it."""
    change = await summary(desk, "x" * 200)
    draft, found = await desk.draft(edit(change))
    assert [each.message for each in found] == ["the en summary has 200 characters: 140 at most"]
    with pytest.raises(Objected):
        await desk.approve(draft.id, 1, ANN, NOW, sure=True)
    assert draft.changes == (change,)


async def test_nothing_to_change_is_refused(desk: Desk) -> None:
    """An edit that changes nothing leaves no trace."""
    known = await desk.record(EVENT)
    with pytest.raises(Nothing):
        await desk.publish(edit(Change(EVENT, known, known)))


async def test_deleting_the_working_facts_loses_nothing(
    engine: Engine, desk: Desk, shipped: Path, tmp_path: Path
) -> None:
    """data/facts.db is made anew from the release and the journal."""
    await desk.publish(edit(await summary(desk, "Kept.")))
    wanted = await desk.store.pack()
    async with open_desk(engine, shipped, tmp_path / "anew" / "facts.db", NOW, 3) as again:
        assert await again.store.pack() == wanted
        assert again.store.version == desk.store.version


async def test_a_change_that_was_written_but_not_made_is_made_at_start(
    engine: Engine, desk: Desk, other: Desk, shipped: Path, tmp_path: Path
) -> None:
    """A crash between the journal and facts.db heals: the change is there once."""
    await other.journal.append(edit(await summary(desk, "Only in the journal.")), 0)
    await desk.catch_up()
    await desk.catch_up()
    recorded = await desk.store.event(EVENT.id)
    assert recorded is not None
    assert recorded.event.summary.en == "Only in the journal."
    assert desk.store.sequence == 1


async def test_a_refusal_changes_nothing(desk: Desk) -> None:
    """Whatever is refused, neither the journal nor the facts have moved."""
    before = await desk.store.pack()
    good = await summary(desk, "Good.")
    bad = (
        edit(good, new_event("alpha-9/statement")),
        edit(replace(good, after={**(good.after or {}), "date": "2031"})),
        edit(replace(good, after={**(good.after or {}), "license": "Not-A-Licence"})),
        edit(new_event("alpha-1/statement", sources=[])),
        edit(new_event("alpha-1/statement", summary="See <https://evil.example>")),
    )
    for each in bad:
        with pytest.raises(Refused):
            await desk.publish(each)
    assert await desk.journal.head() == 0
    assert await desk.store.pack() == before
