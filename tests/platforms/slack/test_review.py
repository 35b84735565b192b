"""Cards in the editors' channel: posted and decided once, kept true; proposers are told."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs

from bot.core import Bot
from bot.facts.edit import Status
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import FakeSlack, Fault
from tests.platforms.slack.conftest import Running
from tests.platforms.slack.edits import (
    EDITOR,
    GROUPED,
    REVIEW,
    STRANGER,
    app,
    card,
    controls,
    editable,
    opened,
    posted_to,
    press,
    propose,
    said,
    started,
    submit,
    until,
)

__all__ = ["app", "editable"]

Json = dict[str, Any]


async def test_a_proposal_is_shown_published_and_told(app: Running, editable: Bot) -> None:
    """From the form to the card, to Publish, to the answer, to the word to its proposer."""
    await propose(app)
    shown = await card(app)
    assert shown["unfurl_links"] is False
    assert "<!everyone>" not in shown["text"]
    assert set(controls(shown["blocks"])) >= {"Publish", "Edit", "Reject"}
    await press(app, controls(shown["blocks"])["Publish"], EDITOR)
    updated = (await app.slack.wait("chat.update"))[-1]
    assert "was published by" in json.dumps(updated)
    assert controls(updated["blocks"]).keys().isdisjoint({"Publish", "Edit", "Reject"})
    assert await editable.store.event("alpha-2/statement") is not None
    await until(lambda: payloads.USER in posted_to(app))
    assert posted_to(app).count(REVIEW) == 1


async def test_two_editors_press_at_once(app: Running, editable: Bot) -> None:
    """One publishes; the other reads who was first; the change is made once."""
    assert editable.desk is not None
    await propose(app)
    publish = controls((await card(app))["blocks"])["Publish"]
    await asyncio.gather(press(app, publish, EDITOR), press(app, publish, GROUPED))
    await until(lambda: "was first" in said(app))
    assert await editable.desk.journal.head() == 1


async def test_only_editors_decide(app: Running, editable: Bot) -> None:
    """Whoever presses a card's button without the right reads why not, and nothing is changed."""
    assert editable.desk is not None
    await propose(app)
    for label in ("Publish", "Edit", "Reject"):
        await press(app, controls((await card(app))["blocks"])[label], STRANGER)
    assert await editable.desk.journal.head() == 0
    (waiting,) = await editable.desk.proposals.waiting()
    assert waiting.status is Status.OPEN
    await until(lambda: said(app).count("Only editors may do that") >= 3)


async def test_a_rejection_has_a_reason_that_its_proposer_reads(app: Running, editable: Bot) -> None:
    """The card's button opens a form for the reason; the card and the proposer are told it."""
    await propose(app)
    await press(app, controls((await card(app))["blocks"])["Reject"], EDITOR)
    view = (await app.slack.wait("views.open", 2))[-1]["view"]
    body = await submit(app, view, EDITOR, reason="The page says <!channel> nothing of it.")
    assert "was rejected by" in json.dumps(body)
    updated = (await app.slack.wait("chat.update"))[-1]
    assert "says <!channel> nothing" in json.dumps(updated["blocks"])
    assert "<!channel>" not in updated["text"]
    await until(lambda: payloads.USER in posted_to(app))
    told = next(each for each in app.slack.called("chat.postMessage") if each["channel"] == payloads.USER)
    assert "says <!channel> nothing" in json.dumps(told["blocks"])
    assert await editable.store.event("alpha-2/statement") is None


async def test_a_proposal_is_edited_before_it_is_published(app: Running, editable: Bot) -> None:
    """The record is prefilled; the card shows what an editor made of it, and can still be decided."""
    await propose(app)
    await press(app, controls((await card(app))["blocks"])["Edit"], EDITOR)
    view = (await app.slack.wait("views.open", 2))[-1]["view"]
    (block,) = [each for each in view["blocks"] if each["type"] == "input"]
    record = block["element"]["initial_value"]
    body = await submit(app, view, EDITOR, data=record.replace("The lab says more.", "The lab said more."))
    assert "Publish" in controls(body["view"]["blocks"])
    updated = (await app.slack.wait("chat.update"))[-1]
    assert "The lab said more." in json.dumps(updated)
    await press(app, controls(updated["blocks"])["Publish"], GROUPED)
    await until(lambda: editable.store.sequence == 1)
    event = await editable.store.event("alpha-2/statement")
    assert event is not None
    assert event.event.summary.en == "The lab said more."


async def test_a_revised_proposal_is_looked_at_again(app: Running, editable: Bot) -> None:
    """A card's button from before an edit doesn't publish what its presser has not seen."""
    await propose(app)
    publish = controls((await card(app))["blocks"])["Publish"]
    view = await opened(app, "fact edit 1", EDITOR)
    (block,) = [each for each in view["blocks"] if each["type"] == "input"]
    written = block["element"]["initial_value"].replace("says more", "said more")
    await submit(app, view, EDITOR, data=written)
    await press(app, publish, GROUPED)
    await until(lambda: "was edited meanwhile" in said(app))
    assert editable.store.sequence == 0


async def test_a_second_tap_is_the_same_one(app: Running, editable: Bot) -> None:
    """Tapping a deciding button twice decides once, and doesn't read of oneself."""
    assert editable.desk is not None
    await propose(app)
    publish = controls((await card(app))["blocks"])["Publish"]
    await asyncio.gather(press(app, publish, EDITOR), press(app, publish, EDITOR))
    await app.slack.wait("chat.update")
    await until(lambda: "Published as change #1" in said(app))
    assert "was first" not in said(app)
    assert await editable.desk.journal.head() == 1


async def test_a_channel_that_cannot_be_written_to_loses_nothing(
    editable: Bot, slack: FakeSlack, tmp_path: Path
) -> None:
    """The card is posted once the bot is invited; meanwhile a sentence says what to do."""
    slack.faults.append(Fault("chat.postMessage", 200, "not_in_channel"))
    with capture_logs() as logs:
        async with started(editable, slack, tmp_path) as app:
            await propose(app)
            await until(lambda: "invite the bot there" in str(logs))
    async with started(editable, slack, tmp_path) as app:
        assert "Publish" in controls((await card(app))["blocks"])


async def test_a_card_that_is_gone_is_posted_again(app: Running, slack: FakeSlack) -> None:
    """Somebody deleted the card: when the proposal changes, it gets another."""
    await propose(app)
    await card(app)
    slack.faults.append(Fault("chat.update", 200, "message_not_found"))
    view = await opened(app, "fact edit 1", EDITOR)
    (block,) = [each for each in view["blocks"] if each["type"] == "input"]
    written = block["element"]["initial_value"].replace("says more", "said more")
    await submit(app, view, EDITOR, data=written)
    await until(lambda: posted_to(app).count(REVIEW) == 2)
