"""Editing as an editor does it: through the core, with whatever a platform passes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.asker import Asker
from bot.commands.fact.answers import (
    FormAnswer,
    HistoryAnswer,
    ProposalAnswer,
    PublishedAnswer,
    QueueAnswer,
)
from bot.core import Answered, Bot, Line, Options, Request
from bot.editing.opening import open_desk
from bot.editing.rights import Editors
from bot.errors import Mistake
from bot.facts.edit import Status
from bot.facts.record import records
from bot.facts.refusals import Decided, Nothing, Objected, Revised, Stale, TooMany, Undone, Unheard
from bot.state.database import open_state
from bot.store import database
from tests.facts import small
from tests.state import servers

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EDITOR = Asker("discord", "1", "10", "Ann")
BY_ROLE = Asker("discord", "1", "11", "Rolf", frozenset({"900"}))
ANYONE = Asker("slack", "T1", "U7", "Zoe")
ADDED = {
    "of": "alpha-2",
    "kind": "publish",
    "component": "weights",
    "license": "MIT",
    "access": "public",
    "date": "2024-09",
    "source": "https://lab.example/alpha-2 | Alpha 2 is open | The Lab\nhttps://news.example/alpha",
    "summary": "The weights are published.",
    "why": "They are there.",
}


@pytest_asyncio.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot on the small facts, with a desk; Ann and a role are its editors."""
    database.build(tmp_path / "shipped.db", small.PACK)
    editors = Editors({"discord": frozenset({"10"})}, {"discord": frozenset({"900"})})
    async with (
        open_state(servers.sqlite(tmp_path / "state.db")) as engine,
        open_desk(engine, tmp_path / "shipped.db", tmp_path / "facts.db", NOW, 2) as desk,
    ):
        yield Bot(desk.store, desk=desk, editors=editors)


async def ask(bot: Bot, command: str, asker: Any = EDITOR, language: Any = "en", **given: Any) -> Answered:
    """What is answered to a command with its options."""
    return await bot.answer(Request(Options(command, given), language, asker, NOW))


async def say(bot: Bot, line: str, asker: Asker = EDITOR) -> Answered:
    """What is answered to a typed line."""
    return await bot.answer(Request(Line(line), "en", asker, NOW))


async def press(bot: Bot, answered: Answered, label: str, asker: Asker = EDITOR) -> Answered:
    """What comes of a button under an answer."""
    (choice,) = [each for each in answered.reply.follow_ups if each.label == label]
    return await bot.answer(Request(choice.command, "en", asker, NOW))


async def test_a_fact_with_two_sources_is_added_seen_undone_and_told(bot: Bot) -> None:
    """The answer changes at once, goes back with undo, and the history names who and why."""
    before = await ask(bot, "open", ANYONE, model="alpha-2")
    draft = await ask(bot, "fact add", **ADDED)
    assert isinstance(draft.answer, ProposalAnswer)
    assert (await ask(bot, "open", ANYONE, model="alpha-2")).reply == before.reply
    then = [field.line for block in draft.reply.blocks for field in getattr(block, "fields", ())]
    assert any("Open weights" in str(line) for line in then)
    published = await press(bot, draft, "Publish")
    assert isinstance(published.answer, PublishedAnswer)
    after = await ask(bot, "open", ANYONE, model="alpha-2")
    assert after.reply.headline.startswith("Open weights, open licence")
    event = await bot.store.event("alpha-2/parameters-final")
    assert event is not None
    assert [(each.publisher, each.kind, str(each.checked)) for each in event.event.sources] == [
        ("The Lab", "primary", "2026-11-23"),
        ("news.example", "secondary", "2026-11-23"),
    ]
    form = await press(bot, published, "Undo", BY_ROLE)
    assert form.reply.form is not None
    await ask(bot, "fact undo", BY_ROLE, **dict(form.reply.form.given), why="Not yet.")
    assert (await ask(bot, "open", ANYONE, model="alpha-2")).reply.headline == before.reply.headline
    history = await ask(bot, "fact history", ANYONE, of="Alpha 2")
    assert isinstance(history.answer, HistoryAnswer)
    told = [(each.sequence, each.actor.name, each.why, each.undoes) for each in history.answer.entries]
    assert told == [(2, "Rolf", "Not yet.", 1), (1, "Ann", "They are there.", None)]
    assert "Rolf (Discord)" in history.reply.text


async def test_what_is_missing_is_asked_for(bot: Bot) -> None:
    """The form asks for what the kind of event needs and isn't given, and carries what is."""
    answered = await ask(bot, "fact add", of="alpha 2", kind="publish")
    assert isinstance(answered.answer, FormAnswer)
    assert answered.answer.ask == ("component", "license", "access", "date", "source", "summary", "why")
    form = answered.reply.form
    assert form is not None
    assert dict(form.given) == {"of": "alpha-2", "kind": "publish"}
    promise = await ask(bot, "fact add", of="alpha-2", kind="promise", wording="on")
    assert isinstance(promise.answer, FormAnswer)
    assert {"by", "earliest", "latest", "component"} <= set(promise.answer.ask)


@pytest.mark.parametrize(
    "command",
    [
        ("fact add", ADDED),
        ("fact correct", {"record": "alpha-1", "value": "x", "why": "y"}),
        ("fact withdraw", {"record": "alpha-1/release-2024-01-10", "why": "y"}),
        ("fact restore", {"record": "alpha-1/release-2024-01-10", "why": "y"}),
        ("fact verify", {"record": "alpha-1/release-2024-01-10"}),
        ("fact new", {"kind": "family", "data": "id: x", "why": "y"}),
        ("fact undo", {"change": "1", "why": "y"}),
        ("fact queue", {}),
        ("fact show", {"proposal": "1"}),
        ("fact approve", {"proposal": "1"}),
        ("fact edit", {"proposal": "1"}),
        ("fact reject", {"proposal": "1", "reason": "y"}),
        ("fact discard", {"proposal": "1"}),
    ],
    ids=lambda each: each[0],
)
async def test_who_is_no_editor_may_not(bot: Bot, command: tuple[str, dict[str, str]]) -> None:
    """Every editing command refuses others, names who they are, and changes nothing: doubt closes."""
    assert bot.desk is not None
    strangers = (ANYONE, Asker("slack", "1", "10"), Asker("discord", "1", ""), Asker("terminal"))
    for asker in strangers:
        answered = await ask(bot, command[0], asker, **command[1])
        assert answered.mistake is not None
        assert answered.mistake.mistake is Mistake.NOT_EDITOR
        assert answered.reply.private
    assert await bot.desk.journal.head() == 0


async def test_everyone_may_propose(bot: Bot) -> None:
    """A proposal waits, changes no answer, and is limited per person; an editor publishes it."""
    given = {
        "of": "alpha-2",
        "summary": "The lab says more.",
        "date": "2026",
        "source": "https://news.example/more",
        "why": "It is missing.",
    }
    first = await ask(bot, "fact propose", ANYONE, **given)
    assert "Thank you" in first.reply.title
    assert isinstance((await ask(bot, "fact propose", ANYONE, of="alpha-2")).answer, FormAnswer)
    assert await bot.store.event("alpha-2/statement") is None
    await ask(bot, "fact propose", ANYONE, **given | {"summary": "And more."})
    third = await ask(bot, "fact propose", ANYONE, **given | {"summary": "And more again."})
    assert isinstance(third.refusal, TooMany)
    queue = await ask(bot, "fact queue")
    assert isinstance(queue.answer, QueueAnswer)
    assert queue.answer.count == 2
    card = await say(bot, "/fact show 1")
    published = await press(bot, card, "Publish", BY_ROLE)
    assert isinstance(published.answer, PublishedAnswer)
    event = await bot.store.event("alpha-2/statement")
    assert event is not None
    assert event.event.sources[0].checked is None
    assert "Proposed by Zoe (Slack)" in (await ask(bot, "fact history", of="alpha-2")).reply.text
    again = await press(bot, card, "Publish")
    assert isinstance(again.refusal, Decided)
    assert "Rolf (Discord) was first" in again.reply.title


async def test_a_proposal_without_a_source_is_none(bot: Bot) -> None:
    """The source is mandatory, and only an http(s) link is one."""
    given = {"of": "alpha-2", "summary": "More.", "date": "2026", "why": "It is missing."}
    assert isinstance((await ask(bot, "fact propose", ANYONE, **given)).answer, FormAnswer)
    for bad in ("javascript:alert(1)", "file:///etc/passwd", "lab.example", "ftp://lab.example/x", "http://"):
        answered = await ask(bot, "fact propose", ANYONE, **given | {"source": bad})
        assert answered.mistake is not None
        assert (answered.mistake.mistake, answered.mistake.argument) == (Mistake.NOT_A_LINK, "source")


async def test_a_rejected_proposal_says_why(bot: Bot) -> None:
    """Rejecting asks for the reason; the proposal keeps it, and nothing is changed."""
    given = {
        "of": "alpha-2",
        "summary": "More.",
        "date": "2026",
        "why": "?",
        "source": "https://news.example/",
    }
    await ask(bot, "fact propose", ANYONE, **given)
    form = await say(bot, "/fact reject 1")
    assert form.reply.form is not None
    closed = await say(bot, '/fact reject 1 reason:"The page says something else."')
    assert isinstance(closed.answer, ProposalAnswer)
    assert (closed.answer.proposal.status, closed.reply.headline) == (
        Status.REJECTED,
        "The page says something else.",
    )
    assert isinstance((await say(bot, "/fact approve 1")).refusal, Decided)


async def test_an_editor_edits_before_publishing(bot: Bot) -> None:
    """The form holds the record as proposed; who saw the old revision publishes nothing unseen."""
    given = {
        "of": "alpha-2",
        "summary": "More.",
        "date": "2026",
        "why": "?",
        "source": "https://news.example/",
    }
    await ask(bot, "fact propose", ANYONE, **given)
    form = (await say(bot, "/fact edit 1")).reply.form
    assert form is not None
    (field,) = form.inputs
    better = field.value.replace("More.", "The lab published more.").replace("2026", "2026-10")
    await ask(bot, "fact edit", **dict(form.given), data=better)
    assert isinstance((await ask(bot, "fact approve", proposal="1", revision="1")).refusal, Revised)
    await ask(bot, "fact approve", proposal="1", revision="2")
    event = await bot.store.event("alpha-2/statement")
    assert event is not None
    assert (event.event.summary.en, str(event.event.date)) == ("The lab published more.", "2026-10")


async def test_a_correction_carries_the_version_it_was_made_from(bot: Bot) -> None:
    """The form is prefilled and carries the record's version; once the record has changed it is refused."""
    record = "alpha-1/release-2024-01-10"
    form = (await ask(bot, "fact correct", record=record, field="date")).reply.form
    assert form is not None
    assert [(each.name, each.value) for each in form.inputs] == [
        ("value", "2024-01-10"),
        ("source", ""),
        ("why", ""),
    ]
    await press(
        bot, await ask(bot, "fact correct", **dict(form.given), value="2024-01", why="No day."), "Publish"
    )
    stale = await ask(bot, "fact correct", **dict(form.given), value="2023-12", why="Earlier.")
    assert isinstance(stale.refusal, Stale)
    assert "2024-01-10 → 2024-01" in stale.reply.text
    event = await bot.store.event(record)
    assert event is not None
    assert str(event.event.date) == "2024-01"


async def test_every_kind_of_record_can_be_corrected(bot: Bot) -> None:
    """An alias, a family's name, a homepage and a licence's terms: by one field each."""
    for record, field, value in (
        ("Alpha 1", "aliases", "アルファ1\nalpha one"),
        ("The Works", "homepage", "https://works.example/home"),
        ("LicenseRef-Lab-1", "name", "Lab Licence, first form"),
        ("alpha-1/release-2024-01-10", "summary-ja", "公開された。"),
    ):
        draft = await ask(bot, "fact correct", record=record, field=field, value=value, why="Better.")
        assert isinstance((await press(bot, draft, "Publish")).answer, PublishedAnswer)
    assert bot.store.names.find("アルファ1").subjects[0].id == "alpha-1"
    everything = await bot.store.everything()
    assert everything.organizations["works"].homepage == "https://works.example/home"
    assert everything.licenses["LicenseRef-Lab-1"].name == "Lab Licence, first form"


async def test_a_new_model_with_its_event(bot: Bot) -> None:
    """A model needs an event: without one that is said, with one both are there, found by its names."""
    written = "id: gamma-1\nname: Gamma 1\norganization: works\naliases: [ガンマ]\n"
    alone = await ask(bot, "fact new", kind="model", data=written, why="New.")
    assert "has no event" in alone.reply.text
    assert "Publish" not in [each.label for each in alone.reply.follow_ups]
    event = (
        "events:\n  - {id: gamma-1/release, date: 2026-11, kind: release, access: api, summary: It is there.,"
        " sources: [{url: https://works.example/g, title: G, publisher: Works, kind: primary}]}\n"
    )
    await press(bot, await ask(bot, "fact new", kind="model", data=written + event, why="New."), "Publish")
    assert bot.store.names.find("ガンマ").subjects[0].id == "gamma-1"
    twice = await ask(bot, "fact new", kind="model", data="id: alpha-1\nname: A\norganization: lab", why="x")
    assert twice.mistake is not None
    assert "is there already" in twice.reply.title


async def test_withdrawn_and_restored(bot: Bot) -> None:
    """A withdrawn event is answered no more, its history stays, and restoring puts it back as it was."""
    record = "alpha-1/parameters-final-2024-03-10"
    before = await bot.store.pack()
    await press(bot, await ask(bot, "fact withdraw", record=record, why="Wrong."), "Publish")
    assert await bot.store.event(record) is None
    await press(bot, await ask(bot, "fact restore", record=record, why="Right after all."), "Publish")
    assert dict(records(await bot.store.pack())) == dict(records(before))
    history = await ask(bot, "fact history", of=record)
    assert isinstance(history.answer, HistoryAnswer)
    assert len(history.answer.entries) == 2


async def test_verified_today(bot: Bot) -> None:
    """The sources of the event are noted as read today; doing it twice changes nothing more."""
    record = "alpha-1/release-2024-01-10"
    assert isinstance((await ask(bot, "fact verify", record=record)).answer, PublishedAnswer)
    event = await bot.store.event(record)
    assert event is not None
    assert {str(each.checked) for each in event.event.sources} == {"2026-11-23"}
    assert isinstance((await ask(bot, "fact verify", record=record)).refusal, Nothing)


async def test_odd_edits_are_published_only_on_purpose(bot: Bot) -> None:
    """A second publication of the same on the same day is said to be odd; it takes a further word."""
    given = ADDED | {"of": "alpha-1", "date": "2024-03-10", "summary": "The weights again."}
    draft = await ask(bot, "fact add", **given)
    assert "has parameters-final on that day already: alpha-1/parameters-final-2024-03-10" in draft.reply.text
    plain = await ask(bot, "fact approve", proposal="1", revision="1")
    assert isinstance(plain.refusal, Objected)
    assert isinstance((await press(bot, draft, "Publish all the same")).answer, PublishedAnswer)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"date": "2027-01-01"}, "is dated in the future"),
        ({"license": "Grok-License"}, "neither an SPDX id nor in licenses.yaml"),
        ({"summary": "x" * 141}, "140 at most"),
        ({"summary": "See https://evil.example"}, "holds markup or a link"),
        ({"summary": "<@everyone> look"}, "holds markup or a link"),
        ({"access": "api"}, "a publish has access gated, public, request"),
    ],
)
async def test_what_is_wrong_is_read_aloud(bot: Bot, given: dict[str, str], said: str) -> None:
    """The preview says what is wrong, keeps what was written, and offers no way to publish it."""
    draft = await ask(bot, "fact add", **ADDED | given)
    assert said in draft.reply.text
    assert [each.label for each in draft.reply.follow_ups] == ["Edit", "Drop it"]


@pytest.mark.parametrize(
    ("command", "given", "mistake"),
    [
        ("fact add", ADDED | {"date": "soon"}, Mistake.NOT_A_DATE),
        ("fact add", ADDED | {"kind": "explosion"}, Mistake.NOT_A_CHOICE),
        ("fact undo", {"change": "twelve"}, Mistake.NOT_A_NUMBER),
        ("fact new", {"kind": "model", "data": "[", "why": "x"}, Mistake.NOT_A_RECORD),
        ("fact new", {"kind": "model", "data": "a: b", "why": "x"}, Mistake.NOT_A_RECORD),
        ("fact new", {"kind": "model", "data": "- a", "why": "x"}, Mistake.NOT_A_RECORD),
        ("fact correct", {"record": "alpha-1", "value": "y" * 4001, "why": "x"}, Mistake.TOO_LONG),
    ],
)
async def test_mistakes_get_one_sentence(
    bot: Bot, command: str, given: dict[str, str], mistake: Mistake
) -> None:
    """Bad input is the asker's to mend, privately."""
    answered = await ask(bot, command, **given)
    assert answered.mistake is not None
    assert answered.mistake.mistake is mistake
    assert answered.reply.private


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("/fact show 99", Unheard),
        ("/fact undo 99 why:x", Unheard),
        ("/fact correct nothing-like-it field:date", Unheard),
        ("/fact restore alpha-1/none why:x", Unheard),
        ("/fact verify alpha-1", Unheard),
    ],
)
async def test_what_isnt_there_is_said(bot: Bot, line: str, refusal: type) -> None:
    """A record, a change or a proposal that isn't there is named."""
    assert isinstance((await say(bot, line)).refusal, refusal)


async def test_a_draft_is_its_authors(bot: Bot) -> None:
    """Another editor can neither see nor publish it; dropped, it is gone."""
    draft = await ask(bot, "fact add", **ADDED)
    assert isinstance((await say(bot, "/fact approve 1", BY_ROLE)).refusal, Unheard)
    assert isinstance((await say(bot, "/fact show 1", BY_ROLE)).refusal, Unheard)
    assert "Nothing was changed" in (await press(bot, draft, "Drop it")).reply.title
    assert isinstance((await press(bot, draft, "Publish")).refusal, Decided)


async def test_an_undone_change_stays_undone(bot: Bot) -> None:
    """Taking it back twice says by what it was taken back."""
    await press(bot, await ask(bot, "fact add", **ADDED), "Publish")
    await say(bot, "/fact undo 1 why:x")
    assert isinstance((await say(bot, "/fact undo 1 why:x")).refusal, Undone)


async def test_in_japanese(bot: Bot) -> None:
    """The whole way in the editor's language."""
    draft = await ask(bot, "fact add", language="ja", **ADDED)
    assert draft.reply.title == "まだ公開されていません。これでよいですか？"
    (publish,) = [each for each in draft.reply.follow_ups if each.label == "公開する"]
    done = await bot.answer(Request(publish.command, "ja", EDITOR, NOW))
    assert done.reply.title == "変更 #1 として公開しました。"


async def test_without_a_desk_editing_says_so(bot: Bot) -> None:
    """A program that cannot edit says so, and answers questions all the same."""
    alone = Bot(bot.store, editors=Editors(everyone=frozenset({"discord"})))
    answered = await ask(alone, "fact add", **ADDED)
    assert answered.mistake is not None
    assert answered.mistake.mistake is Mistake.NOT_HERE
    assert (await ask(alone, "open", model="alpha-1")).answer is not None


async def test_changes_tell_what_people_changed(bot: Bot) -> None:
    """Beside what happened stands who changed what in the record, for its subject and for everything."""
    await press(bot, await ask(bot, "fact add", **ADDED), "Publish")
    for of in ("alpha-2", "The Lab", "alpha"):
        told = (await ask(bot, "changes", ANYONE, of=of)).reply.text
        assert "#1 Ann (Discord) added alpha-2/parameters-final. Why: They are there." in told
    assert "#1 Ann" in (await ask(bot, "changes", ANYONE)).reply.text
    assert "#1 Ann" not in (await ask(bot, "changes", ANYONE, of="The Works")).reply.text
