"""Slash commands over HTTP: the acknowledgement is the answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import commands
from bot.commands import COMMANDS
from bot.core import Bot, Line, Request
from bot.limits import Limiter
from bot.platforms.slack.render import response_body
from tests.fakes import slack_payloads as payloads
from tests.fakes.slack import FakeSlack
from tests.platforms.slack.conftest import Running, running, settings


def buttons(body: dict[str, Any]) -> list[str]:
    """The words of all buttons."""
    rows = [each for each in body["blocks"] if each["type"] == "actions"]
    return [each["text"]["text"] for row in rows for each in row["elements"] if each["type"] == "button"]


async def test_the_acknowledgement_is_the_answer(app: Running, slack: FakeSlack) -> None:
    """`/openness grok-2` is answered privately, with no call of the Web API."""
    before = len(slack.calls)
    body = await app.command("grok-2")
    assert body["response_type"] == "ephemeral"
    assert body["blocks"][0]["text"]["text"].startswith("Grok-2 (xAI), as of ")
    assert body["text"].splitlines()[1].startswith("Open weights, restricted licence")
    assert "Share to channel" in buttons(body)
    assert len(slack.calls) == before


@pytest.mark.parametrize("text", ["grok-2", "help", "grok", "nosuchmodelxyz"])
async def test_the_printed_body_is_the_body_that_is_sent(app: Running, bot: Bot, text: str) -> None:
    """What `openness ask --slack` prints is what Slack gets."""
    line = f"/{text}" if text == "help" else f"/open {text}"
    answered = await bot.answer(Request(Line(line)))
    assert await app.command(text) == response_body(answered, bot.store.version)


@pytest.mark.parametrize(
    "text",
    [
        "grok-2",
        "open grok-2",
        "Open grok 2",
        "/open grok-2",
        "“grok-2”",
        "is Grok-2 open?",
        "was grok 2 really opened",
        "<https://huggingface.co/xai-org/grok-2>",
        "<https://huggingface.co/xai-org/grok-2|huggingface.co/xai-org/grok-2>",
        "  grok-2  ",
    ],
)
async def test_the_same_question_in_many_spellings(app: Running, text: str) -> None:
    """Bare names, commands, quotes, sentences and Slack's links all reach the one model."""
    body = await app.command(text)
    assert body["text"].startswith("Grok-2 (xAI), as of ")


async def test_named_arguments_are_read(app: Running) -> None:
    """`as_of` goes with the bare name too."""
    body = await app.command("grok-2 as_of:2024-12-01")
    assert body["text"].startswith("Grok-2 (xAI), as of 1 December 2024")


async def test_every_declared_command_is_answered(app: Running) -> None:
    """Each command's first example is understood: none is unknown here."""
    for each in COMMANDS:
        body = await app.command(each.examples[0] if each.examples else each.name)
        assert "There is no command" not in body["text"], each.name


@pytest.mark.parametrize("text", ["", "help", "/help"])
async def test_help_is_private_and_as_it_is_typed_here(app: Running, text: str) -> None:
    """Help names the slash command of this workspace, never `/open`, which is Slack's own."""
    body = await app.command(text)
    assert body["response_type"] == "ephemeral"
    assert "/openness grok-2" in body["text"]
    assert "/open grok-2" not in body["text"]


async def test_what_is_not_there_is_said_privately(app: Running) -> None:
    """An unknown name gets a sentence, and nothing to share."""
    body = await app.command("nosuchmodelxyz")
    assert "is not in our data" in body["text"]
    assert body["response_type"] == "ephemeral"
    assert "Share to channel" not in buttons(body)


async def test_an_ambiguous_name_asks_which(app: Running) -> None:
    """A family's bare name becomes a choice."""
    body = await app.command("grok")
    assert "Which one?" in body["text"]


async def test_japanese_is_answered_in_japanese(app: Running) -> None:
    """A question in kana gets its answer in Japanese."""
    body = await app.command("grok-2はオープンですか？")
    assert "オープン" in body["text"]
    assert "年" in body["blocks"][0]["text"]["text"]


async def test_a_workspaces_language(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """Where the letters show no language, the setting decides."""
    async with running(bot, settings(slack, tmp_path, language="ja"), slack) as app:
        body = await app.command("grok-2")
        assert "時点" in body["blocks"][0]["text"]["text"] or "年" in body["blocks"][0]["text"]["text"]


@pytest.mark.parametrize(
    "text",
    [
        "<!channel> <!here> @everyone",
        "*bold* _it_ ~no~ `code` ```block``` > quote",
        "&lt;!channel&gt; &amp;lt;",
        "<@U0OTHER|somebody> <#C0CHANNEL|general> <!subteam^S1|@team>",
        "<javascript:alert(1)|click>",
        ":smile: :tada: 🎉 \u202e\u200b\u0000",
        "x" * 3000,
        "grok " * 600,
        '"unclosed grok-2',
        "open",
        "timeline",
        "open grok-2 as_of:yesterday-ish",
        "open grok-2 definition:nonsense",
        "モデル" * 1000,
    ],
)
async def test_whatever_is_typed_gets_a_private_answer(app: Running, text: str) -> None:
    """No text breaks the answer, and none becomes markup, a mention or a link."""
    body = await app.command(text)
    assert body["response_type"] == "ephemeral"
    assert "<!" not in body["text"]
    assert "<@" not in body["text"]


async def test_a_direct_message_has_nothing_to_share_to(app: Running) -> None:
    """In the conversation with the bot there is no channel to share to."""
    body = await app.command("grok-2", channel_id=payloads.DIRECT, channel_name="directmessage")
    assert "Share to channel" not in buttons(body)


async def test_a_failure_is_an_answer_too(
    bot: Bot, slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a handler breaks, the asker reads a reference, privately, in the acknowledgement."""

    async def broken(*_: object) -> None:
        raise RuntimeError("broken")

    open_ = replace(COMMANDS[0], handle=broken)
    monkeypatch.setattr(commands, "COMMANDS", (open_, *COMMANDS[1:]))
    async with running(Bot(bot.store), settings(slack, tmp_path), slack) as app:
        body = await app.command("grok-2")
    assert body["response_type"] == "ephemeral"
    assert "Something went wrong on our side" in body["text"]


async def test_too_many_questions_get_one_notice(bot: Bot, slack: FakeSlack, tmp_path: Path) -> None:
    """Past the limit one private notice, then an empty acknowledgement; other people are not held up."""
    limited = Bot(bot.store, Limiter(2))
    async with running(limited, settings(slack, tmp_path), slack) as app:
        answers = [await app.command("grok-2") for _ in range(4)]
        other = await app.command("grok-2", user_id="U0OTHER")
    assert [bool(each) for each in answers] == [True, True, True, False]
    assert answers[2]["text"] != answers[1]["text"]
    assert other["text"] == answers[0]["text"]


async def test_kept_answers_end_with_their_facts(
    bot: Bot, slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same question twice is the same body; with other facts its buttons are of the other version."""
    async with running(Bot(bot.store), settings(slack, tmp_path), slack) as app:
        first, again = await app.command("grok-2"), await app.command("grok-2")
        direct = await app.command("grok-2", channel_id=payloads.DIRECT)
        monkeypatch.setattr(bot.store, "version", "feedfeed")
        other = await app.command("grok-2")
    assert first == again
    assert first != direct
    assert "feedfeed" in str(other["blocks"])
    assert "feedfeed" not in str(first["blocks"])
