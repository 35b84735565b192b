"""What people type, as Slack sends it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.commands.open_ import Open
from bot.core import Bot, Line, Options
from bot.platforms.slack import asks, presses, slash
from bot.platforms.slack.presses import Act, Press
from bot.replies.reply import Choice, Note, Paragraph, Reply


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("grok-2", "grok-2"),
        ("<https://huggingface.co/xai-org/grok-2>", "https://huggingface.co/xai-org/grok-2"),
        ("<http://grok-2.com|grok-2.com>", "grok-2.com"),
        ("<https://example.org/a|a label>", "https://example.org/a"),
        ("<@U012|ann> and <#C012|general>", "@ann and #general"),
        ("<@U012>", "@U012"),
        ("<!channel> <!subteam^S1|@team> <!date^1^{date}|today>", "@channel @team today"),
        ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("&amp;lt;", "&lt;"),
        ("<mailto:a@b.c|a@b.c>", "a@b.c"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_undoes_slacks_escapes(sent: str, typed: str) -> None:
    """Links, mentions and entities become what was typed."""
    assert asks.unescape(sent) == typed


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("grok-2", Line("/open grok-2")),
        ("grok 2", Line("/open grok 2")),
        ("grok 2 as_of:2025-01-01", Line("/open grok 2 as_of:2025-01-01")),
        ("timeline xai", Line("/timeline xai")),
        ("Timeline xai", Line("/Timeline xai")),
        ("/open grok-2", Line("/open grok-2")),
        ("is grok-2 open?", Line("is grok-2 open?")),
        ("open source: is grok-2?", Line("open source: is grok-2?")),
        ("tell me about grok 2 please", Line("tell me about grok 2 please")),
        ("no such thing at all", Line("/open no such thing at all")),
        ("  ", Options("help")),
        ("/", Options("help")),
    ],
)
def test_reads_what_follows_the_slash_command(bot: Bot, text: str, asked: Line | Options) -> None:
    """A command, a name, or a sentence."""
    assert asks.asked(text, bot.store.names) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("<@U0BOT> is grok-2 open?", Line("is grok-2 open?")),
        ("hey <@U0BOT|openness> and <@U2>: grok-2", Line("hey   and @U2: grok-2")),
        ("<@U0BOT>", Options("help")),
    ],
)
def test_reads_a_message_without_the_mention(text: str, asked: Line | Options) -> None:
    """Only the bot's own mention goes; the others stay in the sentence."""
    assert asks.sentence(text, "U0BOT") == asked


def test_a_press_says_all_that_it_takes() -> None:
    """Version, page, language and line come back from a button's value."""
    sent = Press(Act.SHOW, "timeline 'grok 2'", "0123456789", 3, "ja")
    press = presses.read({"action_id": "show-7", "value": sent.value})
    assert press == replace(sent, version="01234567")
    assert not press.stale("0123456789")
    assert press.stale("fedcba9876")


@pytest.mark.parametrize(
    "action",
    [
        {},
        {"action_id": "show-1"},
        {"action_id": "other-1", "value": "01234567 0 en open grok-2"},
        {"action_id": "show-1", "value": "01234567 x en open grok-2"},
        {"action_id": "show-1", "value": "open grok-2"},
        {"action_id": "day-01234567 0 en open grok-2", "selected_date": None},
        {"action_id": "show-1", "selected_option": None},
    ],
)
def test_what_is_not_ours_is_no_press(action: dict[str, object]) -> None:
    """Ids and values of another form are told apart from ours."""
    assert presses.read(action) is None


def test_a_picked_day_goes_into_the_line() -> None:
    """The calendar's id carries the line; the day that was picked replaces one that stands there."""
    action = {"action_id": "day-01234567 0 en open grok-2", "selected_date": "2025-01-01"}
    assert presses.read(action) == Press(Act.DAY, "open grok-2 as_of:2025-01-01", "01234567")


def test_commands_are_named_as_they_are_typed_here() -> None:
    """Private replies name the workspace's slash command; facts stay as they are."""
    said = "Try /open grok-2, or /help; see example.org/open and 「/timeline xai」。"
    typed = "Try /ask grok-2, or /ask help; see example.org/open and 「/ask timeline xai」。"
    reply = Reply(said, blocks=(Paragraph((said,)), Note((said,))), follow_ups=(Choice(said, Open("x")),))
    assert slash.reply(reply, "/ask") is reply
    private = slash.reply(Reply(said, blocks=reply.blocks, private=True), "/ask")
    assert private.text == "\n".join([typed] * 3)
