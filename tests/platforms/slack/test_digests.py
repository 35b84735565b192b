"""Digests on Slack: chosen in a form, with zones found while one types; the Home lists the workspace's."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.core import Bot
from bot.editing.opening import open_desk
from bot.limits import Limiter
from bot.platforms.slack.limits import OPTIONS
from bot.settings import DigestsSettings
from bot.state.database import open_state
from bot.state.subscription import Cadence, Filters, Subscription
from bot.state.subscriptions import Subscriptions
from bot.store import database
from tests.conftest import NOW
from tests.facts import small
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import FakeSlack, Fault
from tests.platforms.slack import judges
from tests.platforms.slack.conftest import Running, running, settings
from tests.platforms.slack.edits import by, controls, opened, submit
from tests.state import servers

Json = dict[str, Any]

ASKER, OTHER, CHANNEL, PRIVATE = payloads.USER, "U0OTHER", payloads.CHANNEL, "C0PRIVATE"


@pytest_asyncio.fixture
async def digested(tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot on the small facts, whose channels can subscribe."""
    database.build(tmp_path / "shipped.db", small.PACK)
    async with (
        open_state(servers.sqlite(tmp_path / "digests.db")) as engine,
        open_desk(engine, tmp_path / "shipped.db", tmp_path / "facts.db", NOW, 10) as desk,
    ):
        yield Bot(desk.store, desk=desk)


@pytest_asyncio.fixture
async def app(digested: Bot, slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot in a workspace with two channels, in one of which only the asker is."""
    slack.channels = {CHANNEL: [ASKER, OTHER], "C0MORE": [ASKER], PRIVATE: [ASKER]}
    async with running(digested, settings(slack, tmp_path), slack) as found:
        yield found


def subscriptions(bot: Bot) -> Subscriptions:
    assert bot.desk is not None
    return Subscriptions(bot.desk.engine)


async def kept(bot: Bot, id: int = 1) -> Subscription:
    """The subscription of that number."""
    found = await subscriptions(bot).get(id)
    assert found is not None
    return found


async def add(bot: Bot, channel: str = CHANNEL, workspace: str = "T0TEAM", **changes: Any) -> Subscription:
    """A subscription, as somebody made it."""
    wish = Subscription(
        platform="slack", workspace=workspace, channel=channel, created_by=OTHER, created_at=NOW, next_due=NOW
    )
    return await subscriptions(bot).add(replace(wish, **changes))


async def home(app: Running, user: str = ASKER, id: str = "Ev1") -> list[Json]:
    """The blocks of the App Home, as it is opened."""
    before = len(app.slack.called("views.publish"))
    opened = {"type": "app_home_opened", "user": user, "channel": payloads.DIRECT, "tab": "home"}
    await app.send(payloads.event(opened, id))
    view = (await app.slack.wait("views.publish", before + 1))[-1]["view"]
    assert judges.complaints_of_view(view) == []
    blocks: list[Json] = view["blocks"]
    return blocks


def rows(blocks: list[Json]) -> dict[str, list[str]]:
    """The controls of each digest in the Home, by the ids of their rows."""
    return {
        each["block_id"]: [button["text"]["text"] for button in each["elements"]]
        for each in blocks
        if each["type"] == "actions" and each["block_id"].startswith("digest ")
    }


def said(blocks: list[Json]) -> str:
    """All that blocks say."""
    return json.dumps(blocks, ensure_ascii=False)


def pressed(blocks: list[Json], label: str, user: str = ASKER) -> Json:
    """A press of a digest's button in the Home."""
    row = next(each for each in blocks if str(each.get("block_id")).startswith("digest "))
    button = next(each for each in row["elements"] if each["text"]["text"] == label)
    action = {"type": "button", **button, "block_id": row["block_id"]}
    return by(payloads.press_in_view(action, {"type": "home"}), user)


async def suggestions(app: Running, view: Json, name: str, typed: str) -> list[Json]:
    """What the type-ahead of an input offers."""
    block = next(each for each in view["blocks"] if each.get("block_id") == name)
    assert block["element"]["type"] == "external_select"
    payload = payloads.interaction(
        "block_suggestion",
        action_id=block["element"]["action_id"],
        block_id=name,
        value=typed,
        container={"type": "view", "view_id": "V1"},
        view={"id": "V1", **view},
    )
    options: list[Json] = (await (await app.send(payload)).json())["options"]
    assert len(options) <= OPTIONS
    assert all(len(each["text"]["text"]) <= 75 and len(each["value"]) <= 150 for each in options)
    return options


# --- the form


async def test_subscribing_opens_a_form(app: Running, digested: Bot) -> None:
    """With all that can be chosen, as it would be; what is sent is kept for the channel of the command."""
    view = await opened(app, "digest subscribe")
    assert view["title"]["text"] == "Subscribe to a digest"
    inputs = [each["block_id"] for each in view["blocks"] if each["type"] == "input"]
    assert inputs[:4] == ["cadence", "day", "hour", "zone"]
    assert await subscriptions(digested).of("slack", "T0TEAM") == []
    answer = await submit(
        app, view, cadence="monthly", day="31", hour="18:30", zone="Asia/Tokyo", organization="lab"
    )
    assert "Digest #1 is subscribed to." in said(answer["view"]["blocks"])
    assert answer["view"]["title"]["text"] == "Digests"
    found = await kept(digested)
    assert (found.workspace, found.channel, found.created_by) == ("T0TEAM", CHANNEL, ASKER)
    assert (found.cadence, found.day, found.hour, found.minute) == (Cadence.MONTHLY, 31, 18, 30)
    assert (found.zone, found.filters, found.role) == ("Asia/Tokyo", Filters(organization="lab"), "")


async def test_editing_opens_the_form_with_what_is_chosen(app: Running, digested: Bot) -> None:
    """By the names that people know; what is emptied means everything again, the rest stays."""
    wish = Filters(organization="lab", model="alpha", license="MIT")
    await add(digested, zone="Europe/Berlin", day=4, hour=7, filters=wish, role="S1")
    view = await opened(app, "digest edit 1")
    held = {each["block_id"]: each["element"] for each in view["blocks"] if each["type"] == "input"}
    assert held["zone"]["initial_option"]["value"] == "Europe/Berlin"
    assert held["day"]["initial_option"]["text"]["text"] == "Friday"
    assert held["hour"]["initial_value"] == "07:00"
    assert held["organization"]["initial_option"] == {
        "text": {"type": "plain_text", "text": "The Lab", "emoji": False},
        "value": "lab",
    }
    for name in ("organization", "license", "role"):
        held[name].pop("initial_option", held[name].pop("initial_value", None))
    answer = await submit(app, view, zone="America/New_York")
    assert "Digest #1 is changed." in said(answer["view"]["blocks"])
    found = await kept(digested)
    assert (found.zone, found.day, found.hour, found.role) == ("America/New_York", 4, 7, "")
    assert found.filters == Filters(model="alpha")


@pytest.mark.parametrize(
    ("written", "place", "sentence"),
    [
        ({"hour": "25"}, "hour", "is no time of day"),
        ({"cadence": "monthly"}, "day", "is not a choice"),
        ({"role": "@everyone!"}, "role", "is not a choice"),
        ({"organization": "The Labs"}, "organization", "is not in our data"),
    ],
)
async def test_what_is_wrong_stands_below_its_input(
    app: Running, digested: Bot, written: dict[str, str], place: str, sentence: str
) -> None:
    """Nothing is kept, and what else was filled in stays."""
    answer = await submit(app, await opened(app, "digest subscribe"), **written)
    assert answer["response_action"] == "errors"
    assert sentence in answer["errors"][place]
    assert await subscriptions(digested).of("slack", "T0TEAM") == []


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("tokyo", "en", "Asia/Tokyo (UTC+9)"),
        ("東京", "en", "Asia/Tokyo (UTC+9)"),
        ("大阪", "ja", "東京 · Asia/Tokyo (UTC+9)"),
        ("UTC+9", "ja", "東京 · Asia/Tokyo (UTC+9)"),
        ("", "en", "Asia/Tokyo (UTC+9)"),
    ],
)
async def test_zones_are_found_while_one_types(
    app: Running, digested: Bot, slack: FakeSlack, typed: str, language: str, first: str
) -> None:
    """In the language of the form, from memory: no call of the Web API."""
    view = await opened(app, "digest subscribe")
    metadata = json.loads(view["private_metadata"])
    view["private_metadata"] = json.dumps({**metadata, "language": language})
    before = len(slack.calls)
    found = await suggestions(app, view, "zone", typed)
    assert (found[0]["text"]["text"], found[0]["value"]) == (first, "Asia/Tokyo")
    assert len(slack.calls) == before


async def test_names_are_found_while_one_types(app: Running) -> None:
    """Of makers, models, families and licences, by their ids; what is nothing offers nothing."""
    view = await opened(app, "digest subscribe")
    assert [each["value"] for each in await suggestions(app, view, "organization", "lab")] == ["lab"]
    assert {"alpha", "alpha-1"} <= {each["value"] for each in await suggestions(app, view, "model", "alp")}
    assert "MIT" in [each["value"] for each in await suggestions(app, view, "license", "mi")]
    for typed in ("zzzz", "<!channel>", "x" * 500, "UTC+99"):
        assert await suggestions(app, view, "zone", typed) == []


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_the_form_speaks_its_language(
    digested: Bot, slack: FakeSlack, tmp_path: Path, language: str
) -> None:
    """Every word but names and values; the view is judged as Slack would."""
    async with running(digested, settings(slack, tmp_path, language=language), slack) as app:
        view = await opened(app, "digest subscribe")
        assert judges.complaints_of_view(view) == []
        title = {"en": "Subscribe to a digest", "ja": "ダイジェストを購読する"}
        assert view["title"]["text"] == title[language]
        days = next(each for each in view["blocks"] if each.get("block_id") == "day")["element"]["options"]
        assert days[0]["text"]["text"] == {"en": "Monday", "ja": "月曜日"}[language]
        answer = await submit(app, view)
        assert (await kept(digested)).language == language
        assert {"en": "is subscribed to", "ja": "購読"}[language] in said(answer["view"]["blocks"])


async def test_where_no_form_opens_the_answer_says_how(app: Running, slack: FakeSlack) -> None:
    """With a button that opens it; a line with choices needs none."""
    slack.faults.append(Fault("views.open", 200, "expired_trigger_id"))
    body = await app.command("digest subscribe")
    assert "zone: The time zone" in body["text"]
    button = {"type": "button", **controls(body["blocks"])["Fill in the form"]}
    await app.send(payloads.press(button, slack.response_url))
    (found,) = await slack.wait("views.open")
    assert found["view"]["callback_id"] == "form"
    assert "Digest #1 is subscribed to" in (await app.command("digest subscribe zone:tokyo"))["text"]


async def test_buttons_under_what_the_form_did_stay_in_the_channel(app: Running, digested: Bot) -> None:
    """A view is in no channel: it carries its own along."""
    view = (await submit(app, await opened(app, "digest subscribe")))["view"]
    pause = {"type": "button", **controls(view["blocks"])["Pause"]}
    await app.send(payloads.press_in_view(pause, view))
    (updated,) = await app.slack.wait("views.update")
    assert "Digest #1 is paused." in said(updated["view"]["blocks"])
    assert (await kept(digested)).paused


# --- the App Home


async def test_the_home_says_how_to_subscribe(app: Running, slack: FakeSlack) -> None:
    """Where no channel has a digest; nothing is looked up for that."""
    blocks = await home(app)
    assert "Type /openness digest subscribe in a channel" in said(blocks)
    assert rows(blocks) == {}
    assert slack.called("users.conversations") == []


async def test_the_home_lists_the_workspaces_digests(app: Running, digested: Bot) -> None:
    """The channel, the schedule in words, the next run or why there is none, and what can be done."""
    await add(digested, zone="Asia/Tokyo", day=4, filters=Filters(organization="lab"))
    await add(digested, channel="C0MORE", cadence=Cadence.DAILY, paused=True)
    await add(digested, channel=PRIVATE, suspended="The channel is archived.")
    await add(digested, workspace="T0OTHER", channel="C0FOREIGN")
    blocks = await home(app)
    assert rows(blocks) == {
        f"digest {CHANNEL} 1": ["Edit", "Pause", "Preview"],
        "digest C0MORE 2": ["Edit", "Resume", "Preview"],
        f"digest {PRIVATE} 3": ["Edit", "Resume", "Preview"],
    }
    text = said(blocks)
    assert "Every Friday at 09:00, Asia/Tokyo." in text
    assert "Only: The Lab. On. Next: " in text
    assert "Every day at 09:00, UTC." in text
    assert "Paused." in text
    assert "Suspended: The channel is archived." in text
    named = [each["elements"][0]["elements"][0] for each in blocks if "· Digest #" in said([each])]
    assert [each["channel_id"] for each in named] == [CHANNEL, "C0MORE", PRIVATE]
    assert "C0FOREIGN" not in text


async def test_others_channels_are_listed_without_controls(app: Running, digested: Bot) -> None:
    """What they are about is for their people; the person's own channels come first."""
    await add(digested, channel=PRIVATE, filters=Filters(organization="lab"))
    await add(digested)
    blocks = await home(app, OTHER)
    assert rows(blocks) == {f"digest {CHANNEL} 2": ["Edit", "Pause", "Preview"]}
    text = said(blocks)
    assert text.index(CHANNEL) < text.index(PRIVATE)
    assert "The Lab" not in text
    assert "Buttons are for the people of a channel: there, /openness digest list" in text


async def test_the_home_is_as_of_its_opening(app: Running, digested: Bot) -> None:
    """What changed meanwhile is there when it is opened again."""
    await add(digested)
    assert "Every Monday" in said(await home(app))
    await app.command("digest edit 1 day:tuesday")
    assert "Every Tuesday" in said(await home(app, id="Ev2"))


async def test_a_digest_is_paused_from_the_home(app: Running, digested: Bot, slack: FakeSlack) -> None:
    """What was done opens over the Home, which is brought up to date."""
    await add(digested)
    await app.send(pressed(await home(app), "Pause"))
    (shown,) = await slack.wait("views.open")
    assert "Digest #1 is paused." in said(shown["view"]["blocks"])
    again = (await slack.wait("views.publish", 2))[-1]["view"]
    assert rows(again["blocks"]) == {f"digest {CHANNEL} 1": ["Edit", "Resume", "Preview"]}
    resume = {"type": "button", **controls(shown["view"]["blocks"])["Resume"]}
    await app.send(payloads.press_in_view(resume, shown["view"]))
    await slack.wait("views.publish", 3)
    assert not (await kept(digested)).paused


async def test_a_digest_is_edited_from_the_home(app: Running, digested: Bot, slack: FakeSlack) -> None:
    """In the same form; the Home then shows what was changed."""
    await add(digested)
    await app.send(pressed(await home(app), "Edit"))
    (form,) = await slack.wait("views.open")
    answer = await submit(app, form["view"], zone="Asia/Tokyo", day="friday")
    assert "Digest #1 is changed." in said(answer["view"]["blocks"])
    again = (await slack.wait("views.publish", 2 + 1))[-1]["view"]
    assert "Every Friday at 09:00, Asia/Tokyo" in said(again["blocks"])
    assert (await kept(digested)).channel == CHANNEL


async def test_a_preview_opens_over_the_home(app: Running, digested: Bot, slack: FakeSlack) -> None:
    """For the person alone."""
    await add(digested)
    await app.send(pressed(await home(app), "Preview"))
    (shown,) = await slack.wait("views.open")
    assert "Openness digest" in said(shown["view"]["blocks"])
    assert slack.called("chat.postMessage") == []


@pytest.mark.parametrize(("label", "sentence"), [("Pause", "Only who manages"), ("Preview", "#1")])
async def test_who_left_the_channel_is_refused(
    app: Running, digested: Bot, slack: FakeSlack, label: str, sentence: str
) -> None:
    """Where somebody is, is looked up with every press; the refusal is for them alone."""
    await add(digested)
    blocks = await home(app)
    slack.channels[CHANNEL] = [OTHER]
    await app.send(pressed(blocks, label))
    (shown,) = await slack.wait("views.open")
    assert sentence in said(shown["view"]["blocks"])
    assert not (await kept(digested)).paused
    assert slack.called("chat.postMessage") == slack.called("chat.postEphemeral") == []


async def test_who_left_the_channel_sends_no_form(app: Running, digested: Bot, slack: FakeSlack) -> None:
    """One that was opened from the Home, when they still were in it."""
    await add(digested)
    await app.send(pressed(await home(app), "Edit"))
    (form,) = await slack.wait("views.open")
    slack.channels[CHANNEL] = []
    answer = await submit(app, form["view"], zone="Asia/Tokyo")
    assert "Only who manages this channel" in said([answer])
    assert (await kept(digested)).zone == "UTC"


async def test_a_view_that_names_no_channel_is_in_none(app: Running, digested: Bot, slack: FakeSlack) -> None:
    """A press of an id that nobody made reaches no channel's digests, but the list that the Home is."""
    await add(digested, channel=PRIVATE)
    for number, line in enumerate(("digest preview 1", "digest history 1", "digest pause 1"), 1):
        action = {"type": "button", "action_id": "ask-0", "value": f" 0 en {line}", "block_id": "b"}
        await app.send(by(payloads.press_in_view(action, {"type": "home"}), OTHER))
        view = (await slack.wait("views.open", number))[-1]["view"]
        assert "#1" in said(view["blocks"]) or "Only who manages" in said(view["blocks"])
    assert not (await kept(digested)).paused


@pytest.mark.parametrize(
    ("user", "shown"), [(ASKER, ["Preview"]), (OTHER, ["Edit", "Pause", "Preview"])], ids=["member", "admin"]
)
async def test_where_only_admins_manage(
    digested: Bot, slack: FakeSlack, tmp_path: Path, user: str, shown: list[str]
) -> None:
    """Others of the channel look, and no more; an admin who isn't in it does neither."""
    slack.channels, slack.admins = {CHANNEL: [ASKER, OTHER]}, [OTHER, "U0ADMIN"]
    admins = {"digests": DigestsSettings(slack_managers="admins")}
    await add(digested)
    found = settings(slack, tmp_path).model_copy(update=admins)
    async with running(digested, found, slack) as app:
        assert rows(await home(app, user)) == {f"digest {CHANNEL} 1": shown}
        assert rows(await home(app, "U0ADMIN", "Ev2")) == {}
        refused = "Only who manages" in said([await app.command("digest pause 1", user_id=user)])
        assert refused is ("Pause" not in shown)


@pytest.mark.parametrize(
    "fault",
    [Fault("users.conversations", 200, "missing_scope"), Fault("users.conversations", 500)],
    ids=["scope", "500"],
)
async def test_without_slacks_word_there_are_no_controls(
    app: Running, digested: Bot, slack: FakeSlack, fault: Fault
) -> None:
    """Doubt closes; the list is there."""
    await add(digested)
    slack.faults += [fault] * 5
    blocks = await home(app)
    assert rows(blocks) == {}
    assert "Every Monday at 09:00, UTC." in said(blocks)


async def test_many_digests_leave_room_for_the_rest(app: Running, digested: Bot, slack: FakeSlack) -> None:
    """Twenty are shown and the others counted; every id in the view is there once."""
    for number in range(27):
        await add(digested, channel=f"C{number:03}")
        slack.channels[f"C{number:03}"] = [ASKER]
    blocks = await home(app)
    assert len(rows(blocks)) == 20
    assert "And 7 more digests." in said(blocks)
    assert "How to ask" in said(blocks)


async def test_the_home_in_japanese(digested: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """Titles, schedules, states and controls."""
    slack.channels = {CHANNEL: [ASKER]}
    async with running(digested, settings(slack, tmp_path, language="ja"), slack) as app:
        assert "/openness digest subscribe と入力すると" in said(await home(app))
        await add(digested, zone="Asia/Tokyo")
        blocks = await home(app, id="Ev2")
        assert "毎週月曜日 09:00（Asia/Tokyo）" in said(blocks)
        assert "ダイジェスト #1" in said(blocks)
        assert rows(blocks) == {f"digest {CHANNEL} 1": ["編集する", "一時停止", "プレビュー"]}


async def test_a_record_out_of_reach_is_said(
    app: Running, digested: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too many questions or no database: one sentence in the list's place, and the rest of the Home."""
    monkeypatch.setattr(digested, "_limiter", Limiter(1))
    assert "Type /openness digest subscribe" in said(await home(app))
    blocks = await home(app, id="Ev2")
    assert "more than I answer in a minute" in said(blocks)
    assert "How to ask" in said(blocks)
