"""Cards: posted once, true again whenever a proposal moves."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.facts.change import Change
from bot.facts.edit import Actor, Edit, Proposal, Status
from bot.facts.record import Record, RecordKind
from bot.state.cards import SECONDS, Card, Cards, standing
from bot.state.database import Engine, open_state
from bot.state.proposals import Proposals
from tests.conftest import NOW

PLACE = "discord:3000"
BOB = Actor("discord", "2000", "4001", "Bob")


async def proposed(engine: Engine, status: Status = Status.OPEN) -> Proposal:
    """A proposal that changes a name."""
    change = Change(Record(RecordKind.ORGANIZATION, "lab"), {"id": "lab"}, {"id": "lab", "name": "Lab"})
    return await Proposals(engine).add(Edit((change,), BOB, NOW, "It has a name."), status)


async def test_a_proposal_that_waits_is_due_in_each_place(engine: Engine) -> None:
    """A draft isn't shown; what is shown in one channel is due in another all the same."""
    cards = Cards(engine)
    await proposed(engine, Status.DRAFT)
    waiting = await proposed(engine)
    assert await cards.due(PLACE) == [Card(waiting.id, PLACE)]
    await cards.shown(waiting.id, PLACE, "77", standing(waiting))
    assert await cards.due(PLACE) == []
    assert await cards.due("slack:C1") == [Card(waiting.id, "slack:C1")]


async def test_a_card_is_due_again_when_its_proposal_moves(engine: Engine) -> None:
    """Edited, then decided: each time until it is noted what the message shows."""
    cards, proposals = Cards(engine), Proposals(engine)
    waiting = await proposed(engine)
    await cards.shown(waiting.id, PLACE, "77", standing(waiting))
    revised = await proposals.revise(waiting.id, waiting.changes, waiting.revision)
    assert await cards.due(PLACE) == [Card(waiting.id, PLACE, "77")]
    await cards.shown(waiting.id, PLACE, "77", standing(revised))
    assert await cards.due(PLACE) == []
    closed = await proposals.close(waiting.id, Status.REJECTED, BOB, NOW, "No.")
    assert await cards.due(PLACE) == [Card(waiting.id, PLACE, "77")]
    await cards.shown(waiting.id, PLACE, "77", standing(closed))
    assert await cards.due(PLACE) == []


async def test_a_decided_proposal_without_a_card_gets_none(engine: Engine) -> None:
    """Nor does one whose message was deleted; one that waits gets another."""
    cards, proposals = Cards(engine), Proposals(engine)
    waiting = await proposed(engine)
    await cards.shown(waiting.id, PLACE, "77", standing(waiting))
    await cards.forget(waiting.id, PLACE)
    assert await cards.due(PLACE) == [Card(waiting.id, PLACE)]
    await proposals.close(waiting.id, Status.REJECTED, BOB, NOW)
    assert await cards.due(PLACE) == []


async def test_one_of_several_replicas_has_a_card_in_hand(address: str) -> None:
    """At the same moment one claims it; what has been done by then isn't claimed again."""
    async with open_state(address) as one, open_state(address) as two:
        waiting = await proposed(one)
        both = [Cards(one), Cards(two)]
        claimed = await asyncio.gather(*(each.claim(waiting.id, PLACE, NOW) for each in both * 3))
        assert [each for each in claimed if each is not None] == [Card(waiting.id, PLACE)]
        await both[0].shown(waiting.id, PLACE, "77", standing(waiting))
        await both[0].release(waiting.id, PLACE)
        assert await both[1].claim(waiting.id, PLACE, NOW) is None


async def test_what_a_dead_process_had_in_hand_is_free_after_a_while(engine: Engine) -> None:
    """A claim lasts as long as one may take to post a message."""
    cards = Cards(engine)
    waiting = await proposed(engine)
    assert await cards.claim(waiting.id, PLACE, NOW)
    assert await cards.claim(waiting.id, PLACE, NOW + timedelta(seconds=SECONDS - 1)) is None
    assert await cards.claim(waiting.id, PLACE, NOW + timedelta(seconds=SECONDS))
