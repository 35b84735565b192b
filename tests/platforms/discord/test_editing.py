"""Editing from Discord: forms, previews, cards in the editors' channel, rights at each step."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.core import Bot
from bot.editing.opening import open_desk
from bot.editing.rights import Editors
from bot.facts.edit import Status
from bot.facts.record import RecordKind, records
from bot.health import Health
from bot.platforms.discord import form
from bot.platforms.discord.fit import CUSTOM_ID
from bot.platforms.discord.run import run
from bot.replies.reply import Form, Input
from bot.settings import DiscordSettings, EditorsSettings, Settings
from bot.state.database import open_state
from bot.store import database
from bot.store.store import FactStore
from tests.conftest import NOW
from tests.facts import small
from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import TOKEN, FakeDiscord
from tests.fakes.discord_payloads import Payload
from tests.state import servers

EDITOR, REVIEW = "4242", "7001"
STRANGER = payloads.USER
WRITTEN = {
    "summary": "The lab says more.",
    "date": "2026",
    "source": "https://news.example/more",
    "why": "It is missing @everyone.",
}


@pytest.fixture
async def editable(tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot on the small facts, with a desk and one editor."""
    database.build(tmp_path / "shipped.db", small.PACK)
    async with (
        open_state(servers.sqlite(tmp_path / "state.db")) as engine,
        open_desk(engine, tmp_path / "shipped.db", tmp_path / "facts.db", NOW, 10) as desk,
    ):
        yield Bot(desk.store, desk=desk, editors=Editors({"discord": frozenset({EDITOR})}))


@pytest.fixture
async def here(editable: Bot, discord: FakeDiscord) -> AsyncIterator[FakeDiscord]:
    """The bot, connected, with a channel for editors."""
    found = Settings.model_validate(
        {
            "discord": DiscordSettings(
                token=SecretStr(TOKEN), api_url=discord.api, gateway_url=discord.gateway
            ),
            "editors": EditorsSettings(discord_users=(EDITOR,), discord_channel=REVIEW),
        }
    )
    task = asyncio.create_task(run(editable, found, Health()))
    await discord.connected()
    yield discord
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def by(payload: Payload, user: str) -> Payload:
    """The interaction as somebody's."""
    member = {**payload["member"], "user": {**payload["member"]["user"], "id": user}}
    return {**payload, "member": member}


def sub(name: str, user: str, **options: str) -> Payload:
    """A command of the group `fact`."""
    given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
    data = {"id": "77", "name": "fact", "type": 1, "options": [{"name": name, "type": 1, "options": given}]}
    return by(payloads.interaction(2, data), user)


def submitted(modal: Mapping[str, Any], user: str, **written: str) -> Payload:
    """A form as it comes back, filled in."""
    parts = []
    for label in modal["components"]:
        part = label["component"]
        value = written.get(part["custom_id"], part.get("value") or "")
        if part["type"] == 4:
            filled: Payload = {"type": 4, "id": 2, "custom_id": part["custom_id"], "value": value}
        else:
            filled = {"type": 3, "id": 2, "custom_id": part["custom_id"], "values": [value] if value else []}
        parts.append({"type": 18, "id": 1, "component": filled})
    data = {"custom_id": modal["custom_id"], "components": parts}
    return by(payloads.interaction(5, data), user)


def buttons(body: Any) -> dict[str, str]:
    """The ids of all buttons, by their words."""
    if isinstance(body, list):
        return {label: id for each in body for label, id in buttons(each).items()}
    if not isinstance(body, dict):
        return {}
    own = {body["label"]: body["custom_id"]} if body.get("type") == 2 and "label" in body else {}
    return own | {label: id for each in body.values() for label, id in buttons(each).items()}


def pressed(id: str, user: str) -> Payload:
    """A button of a card pressed."""
    return by(payloads.press(id, payloads.message()), user)


async def until(so: Callable[[], Any]) -> None:
    """Wait, not for ever, until it is so."""
    async with asyncio.timeout(5):
        while not so():  # noqa: ASYNC110 - what is looked at are values, not events
            await asyncio.sleep(0.01)


async def proposed(here: FakeDiscord) -> Any:
    """Something proposed by somebody who is no editor; the card that editors see."""
    modal = await here.ask(sub("propose", str(STRANGER), of="alpha-2"))
    assert modal["type"] == 9
    said = await here.ask(submitted(modal["data"], str(STRANGER), **WRITTEN))
    assert "Thank you" in json.dumps(said)
    return (await here.call(f"channels/{REVIEW}/messages")).body


async def test_a_proposal_is_shown_published_and_told(here: FakeDiscord, editable: Bot) -> None:
    """From the form to the card, to Publish, to the answer, to the word to its proposer."""
    card = await proposed(here)
    assert card["allowed_mentions"] == {"parse": []}
    assert set(buttons(card)) >= {"Publish", "Edit", "Reject"}
    said = await here.ask(pressed(buttons(card)["Publish"], EDITOR))
    assert "Published as change #1" in json.dumps(said)
    assert said["data"]["flags"] & 64
    assert await editable.store.event("alpha-2/statement") is not None
    await until(lambda: any(each.method == "PATCH" for each in here.to(f"channels/{REVIEW}/messages")))
    (edited,) = [each.body for each in here.to(f"channels/{REVIEW}/messages") if each.method == "PATCH"]
    assert "was published by" in json.dumps(edited)
    assert buttons(edited).keys().isdisjoint({"Publish", "Edit", "Reject"})
    await until(lambda: here.to(f"channels/{payloads.DIRECT}/messages"))
    assert len([each for each in here.to(f"channels/{REVIEW}/messages") if each.method == "POST"]) == 1


async def test_only_editors_decide(here: FakeDiscord, editable: Bot) -> None:
    """Whoever presses a card's button without the right reads why not, privately."""
    assert editable.desk is not None
    card = await proposed(here)
    for label in ("Publish", "Edit", "Reject"):
        said = await here.ask(pressed(buttons(card)[label], str(STRANGER)))
        assert "Only editors may do that" in json.dumps(said)
        assert said["data"]["flags"] & 64
    assert await editable.desk.journal.head() == 0


async def test_two_editors_press_at_once(here: FakeDiscord, editable: Bot) -> None:
    """One publishes, the other reads who was first; the change is made once."""
    assert editable.desk is not None
    editable.editors = Editors({"discord": frozenset({EDITOR, "4243"})})
    publish = buttons(await proposed(here))["Publish"]
    said = await asyncio.gather(*(here.ask(pressed(publish, user)) for user in (EDITOR, "4243")))
    assert sorted("was first" in json.dumps(each) for each in said) == [False, True]
    assert await editable.desk.journal.head() == 1


async def test_rejecting_asks_why(here: FakeDiscord, editable: Bot) -> None:
    """Reject opens a form for the reason; its proposer is told."""
    assert editable.desk is not None
    card = await proposed(here)
    modal = await here.ask(pressed(buttons(card)["Reject"], EDITOR))
    await here.ask(submitted(modal["data"], EDITOR, reason="The page says something else."))
    proposal = await editable.desk.proposals.get(1)
    assert proposal is not None
    assert (proposal.status, proposal.reason) == (Status.REJECTED, "The page says something else.")
    told = await here.call(f"channels/{payloads.DIRECT}/messages")
    assert "The page says something else." in json.dumps(told.body)


async def test_a_correction_is_prefilled_previewed_and_published(here: FakeDiscord, editable: Bot) -> None:
    """The form holds the value as it is; the preview's button publishes; a stale form is refused."""
    record = "alpha-1/release-2024-01-10"
    modal = (await here.ask(sub("correct", EDITOR, record=record, field="date")))["data"]
    assert modal["components"][0]["component"]["value"] == "2024-01-10"
    preview = await here.ask(submitted(modal, EDITOR, value="2024-01", why="No day."))
    assert "2024-01-10 → 2024-01" in json.dumps(preview, ensure_ascii=False)
    await here.ask(pressed(buttons(preview)["Publish"], EDITOR))
    event = await editable.store.event(record)
    assert event is not None
    assert str(event.event.date) == "2024-01"
    stale = await here.ask(submitted(modal, EDITOR, value="2023", why="Earlier."))
    assert "has changed since you began" in json.dumps(stale)


async def test_what_was_written_comes_back(here: FakeDiscord) -> None:
    """A form that is refused gives back every field, and a button that opens it again."""
    modal = (await here.ask(sub("propose", str(STRANGER), of="alpha-2")))["data"]
    said = await here.ask(submitted(modal, str(STRANGER), **WRITTEN | {"source": "javascript:alert(1)"}))
    text = json.dumps(said)
    assert "is not a link" in text
    assert "The lab says more." in text
    again = await here.ask(pressed(buttons(said)["Open the form again"], str(STRANGER)))
    assert again["type"] == 9


async def test_an_editor_demoted_meanwhile_is_refused(here: FakeDiscord, editable: Bot) -> None:
    """The right is looked at anew when the form comes back."""
    assert editable.desk is not None
    modal = (await here.ask(sub("withdraw", EDITOR, record="alpha-1/release-2024-01-10")))["data"]
    editable.editors = Editors()
    said = await here.ask(submitted(modal, EDITOR, why="x"))
    assert "Only editors may do that" in json.dumps(said)
    assert await editable.desk.proposals.get(1) is None


@pytest.mark.parametrize(
    "id",
    [
        "1f0::fact approve|01|11",
        "1f0::fact undo|01|1x",
        "1f0::no such",
        "1f0::fact propose|zx",
        "1f0::",
        "1a0:00000000:fact approve 1 revision:1",
        "9f0::fact propose|0alpha-2",
    ],
)
async def test_forged_ids_do_no_more_than_a_command(here: FakeDiscord, editable: Bot, id: str) -> None:
    """Ids changed by hand get a sentence, and nothing is changed."""
    assert editable.desk is not None
    await proposed(here)
    modal: Payload = {"custom_id": id, "components": []}
    payload = submitted(modal, str(STRANGER)) if id[1] == "f" else pressed(id, str(STRANGER))
    assert (await here.ask(payload))["data"]["flags"] & 64
    assert await editable.desk.journal.head() == 0
    (waiting,) = await editable.desk.proposals.waiting()
    assert waiting.status is Status.OPEN


async def test_an_answer_has_the_button_for_what_is_wrong(here: FakeDiscord) -> None:
    """Under an answer about one model; it opens the form about that model."""
    said = await here.ask(payloads.slash("open", {"model": "alpha-2"}))
    modal = await here.ask(pressed(buttons(said)["Wrong or out of date?"], str(STRANGER)))
    assert modal["data"]["custom_id"].endswith("fact propose|0alpha-2")


async def test_more_inputs_than_a_form_holds_are_said(here: FakeDiscord) -> None:
    """Adding a publication without options is answered with what to give, not with a form."""
    said = await here.ask(sub("add", EDITOR, of="alpha-2", kind="publish"))
    assert said["type"] == 4
    assert "component" in json.dumps(said)
    given = {"component": "training-code", "license": "MIT", "access": "public"}
    assert (await here.ask(sub("add", EDITOR, of="alpha-2", kind="publish", **given)))["type"] == 9


async def test_every_event_of_the_facts_has_a_form(store: FactStore) -> None:
    """Whatever is to be corrected, withdrawn or proposed, the form's id has place for it."""
    for record, _ in records(await store.pack()):
        for command, given in (
            ("fact correct", {"record": record.id, "base": "0" * 8, "field": "component"}),
            ("fact withdraw", {"record": record.id, "base": "0" * 8}),
        ):
            wanted = Form("t", command, tuple(given.items()), (Input("why", "Why"),), "s")
            modal = form.opened(wanted)
            if record.kind is RecordKind.EVENT:
                assert modal is not None, record
                assert len(modal.custom_id) <= CUSTOM_ID
