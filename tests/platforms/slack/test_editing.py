"""Editing from Slack: forms and previews, rights looked up anew, nothing lost."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from bot.asker import Asker
from bot.core import Bot
from bot.editing.rights import Editors
from bot.facts.edit import Status
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import TEAM, FakeSlack, Fault
from tests.platforms.slack.conftest import Running
from tests.platforms.slack.edits import (
    EDITOR,
    GROUP,
    GROUPED,
    WRITTEN,
    app,
    by,
    controls,
    editable,
    filled,
    opened,
    propose,
    submit,
    until,
)

__all__ = ["app", "editable"]

Json = dict[str, Any]


async def test_an_editor_demoted_meanwhile_is_refused(app: Running, editable: Bot, slack: FakeSlack) -> None:
    """The right is looked up anew when the form comes back: a group left meanwhile counts no more."""
    assert editable.desk is not None
    view = await opened(app, "fact correct alpha-1/release-2024-01-10 field:date", GROUPED)
    slack.groups = {GROUP: []}
    await asyncio.sleep(0)
    editable.editors = Editors()  # and the configuration names nobody any more
    body = await submit(app, view, GROUPED, value="2024-01", why="No day.")
    assert "Only editors may do that" in json.dumps(body)
    assert await editable.desk.journal.head() == 0
    assert await editable.desk.proposals.get(1) is None


async def test_what_is_wrong_stands_under_its_input(app: Running) -> None:
    """The form stays open with what was written; the mistake is said below the input that it is in."""
    view = await opened(app, "fact propose alpha-2")
    body = await submit(app, view, **WRITTEN | {"source": "javascript:alert(1)"})
    assert body["response_action"] == "errors"
    assert body["errors"]["source"].startswith("“javascript:alert(1)” is not a link")


async def test_a_correction_is_previewed_and_published_in_the_form(app: Running, editable: Bot) -> None:
    """The form is prefilled; its preview has the button that publishes."""
    view = await opened(app, "fact correct alpha-1/release-2024-01-10 field:date", EDITOR)
    assert "2024-01-10" in json.dumps(view["blocks"])
    body = await submit(app, view, EDITOR, value="2024-01", why="No day.")
    assert body["response_action"] == "update"
    button = controls(body["view"]["blocks"])["Publish"]
    pressed = payloads.press_in_view({"type": "button", **button}, body["view"])
    response = await app.send(by(pressed, EDITOR))
    assert response.status == 200
    await until(lambda: editable.store.sequence == 1)
    event = await editable.store.event("alpha-1/release-2024-01-10")
    assert event is not None
    assert str(event.event.date) == "2024-01"


async def test_forged_forms_do_no_more_than_a_command(app: Running, editable: Bot) -> None:
    """Metadata changed by hand: another command, a proposal of somebody's, nonsense. Nothing is changed."""
    assert editable.desk is not None
    await propose(app)
    view = await opened(app, "fact propose alpha-2")
    for metadata in (
        {"command": "fact approve", "given": {"proposal": "1", "revision": "1"}, "language": "en"},
        {"command": "fact undo", "given": {"change": "1", "why": "x"}, "language": "en"},
        {"command": "no such", "given": {}, "language": "en"},
        {"command": "fact propose", "given": {"of": ["alpha-2"]}, "language": "en"},
        "nonsense",
    ):
        forged = {**view, "private_metadata": json.dumps(metadata)}
        response = await app.send(filled(forged, **WRITTEN))
        assert response.status == 200
    assert await editable.desk.journal.head() == 0
    (waiting,) = await editable.desk.proposals.waiting()
    assert waiting.status is Status.OPEN


async def test_an_answer_has_the_button_for_what_is_wrong(app: Running) -> None:
    """Under an answer about one model stands the button; it opens the form about that model."""
    body = await app.command("alpha-2")
    button = controls(body["blocks"])["Wrong or out of date?"]
    payload = payloads.press({"type": "button", **button}, app.slack.response_url)
    assert (await app.send(payload)).status == 200
    view = (await app.slack.wait("views.open"))[-1]["view"]
    assert json.loads(view["private_metadata"])["given"] == {"of": "alpha-2"}


async def test_a_stale_form_comes_back_with_what_was_written(app: Running, editable: Bot) -> None:
    """What changed meanwhile stands above what the person wrote, which can be sent again."""
    view = await opened(app, "fact correct alpha-1/release-2024-01-10 field:date", EDITOR)
    other = await opened(app, "fact correct alpha-1/release-2024-01-10 field:summary", GROUPED)
    preview = await submit(app, other, GROUPED, value="Alpha 1 is out.", why="Shorter.")
    publish = {"type": "button", **controls(preview["view"]["blocks"])["Publish"]}
    await app.send(by(payloads.press_in_view(publish, preview["view"]), GROUPED))
    await until(lambda: editable.store.sequence == 1)
    body = await submit(app, view, EDITOR, value="2024-01", why="No day is given.")
    again = body["view"]
    assert "has changed since you began" in json.dumps(again["blocks"])
    assert "Alpha 1 is out." in json.dumps(again["blocks"])
    held = [each["element"].get("initial_value") for each in again["blocks"] if each["type"] == "input"]
    assert {"2024-01", "No day is given."} <= set(held)
    assert "Publish" in controls((await submit(app, again, EDITOR))["view"]["blocks"])


async def test_an_event_is_added_in_two_steps(app: Running, editable: Bot) -> None:
    """What happened decides what is asked next; a mistake of the first step can be mended in the second."""
    view = await opened(app, "fact add alpha-2", EDITOR)
    first = {**WRITTEN, "kind": "publish", "date": "soon", "source": "https://lab.example/weights"}
    second = (await submit(app, view, EDITOR, **first))["view"]
    inputs = [each["block_id"] for each in second["blocks"] if each["type"] == "input"]
    assert inputs == ["component", "license", "access"]
    picked = {"component": "parameters-final", "license": "MIT", "access": "public"}
    third = (await submit(app, second, EDITOR, **picked))["view"]
    assert "“soon” is no date" in json.dumps(third["blocks"], ensure_ascii=False)
    assert [each["block_id"] for each in third["blocks"] if each["type"] == "input"] == ["date"]
    preview = (await submit(app, third, EDITOR, date="2026-11"))["view"]
    publish = {"type": "button", **controls(preview["blocks"])["Publish"]}
    await app.send(by(payloads.press_in_view(publish, preview), EDITOR))
    await until(lambda: editable.store.sequence == 1)
    answer = await app.command("timeline alpha-2")
    assert "The lab says more." in json.dumps(answer)


async def test_a_licence_is_found_while_one_types(app: Running, editable: Bot) -> None:
    """Half a name brings licences by their ids, and what was typed, for one that isn't known."""
    typed = {"action_id": "license-license", "block_id": "license", "value": "MIT"}
    payload = payloads.interaction("block_suggestion", **typed, container={"type": "view", "view_id": "V1"})
    options = (await (await app.send(payload)).json())["options"]
    assert options[0]["value"] == "MIT"
    payload = payloads.interaction("block_suggestion", **{**typed, "value": "Foo-1.0 OR MIT"})
    options = (await (await app.send(payload)).json())["options"]
    assert options[-1]["value"] == "Foo-1.0 OR MIT"


async def test_without_a_form_the_answer_says_how(app: Running, slack: FakeSlack) -> None:
    """Where Slack opens no form, the answer names what is missing, with a button that opens it."""
    slack.faults.append(Fault("views.open", 200, "expired_trigger_id"))
    body = await app.command("fact propose alpha-2")
    assert "Still to be filled in: summary, date, source and why" in body["text"]
    button = {"type": "button", **controls(body["blocks"])["Fill in the form"]}
    await app.send(payloads.press(button, slack.response_url))
    (opened,) = await slack.wait("views.open")
    assert opened["view"]["callback_id"] == "form"


async def test_a_direct_message_gets_a_button_for_the_form(app: Running, slack: FakeSlack) -> None:
    """A message has no trigger: its answer has the button."""
    await app.send(payloads.event(payloads.direct("/fact propose alpha-2")))
    (answer,) = await slack.wait("chat.postMessage")
    assert "Fill in the form" in controls(answer["blocks"])
    assert slack.called("views.open") == []


async def test_an_editor_of_another_workspace_is_none(editable: Bot) -> None:
    """Where the ids are of one workspace, the same id elsewhere means nobody."""
    editors = Editors({"slack": frozenset({EDITOR})}, homes={"slack": TEAM})
    assert editors.include(Asker("slack", TEAM, EDITOR))
    assert not editors.include(Asker("slack", "T0OTHER", EDITOR))
