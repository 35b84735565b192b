"""What is sent keeps Slack's limits, loses nothing silently, and lets no text become markup."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.commands.open_ import Open
from bot.core import Bot, Line, Request
from bot.facts.names import SubjectKind
from bot.platforms.slack.controls import Question
from bot.platforms.slack.limits import CHARACTERS
from bot.platforms.slack.render import Card, View, card, content, response_body
from bot.replies.reply import (
    Choice,
    Choices,
    Entry,
    Field,
    Fields,
    Link,
    Note,
    Paragraph,
    Reply,
    Strong,
    Timeline,
)
from bot.replies.reply import (
    Line as Spans,
)
from tests.platforms.slack import judges

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED = Question(Open("grok-2"), "0123456789abcdef", shareable=True)

HOSTILE = [
    "*bold* _it_ ~no~ `code`",
    "<!channel> <!here|here> <@U123> <#C123> <https://evil.example|click>",
    "&lt;!channel&gt; & <",
    "@channel @everyone :smile: :skull_and_crossbones:",
    "> quote\n# heading\n- list",
    "\u202eright to left\u202c \u200b \u0000 \x1b[31m",
    "オープンな重み 🎉 ﷽ " + "あ" * 3000,
    "x" * 20_000,
    " ",
    "",
]


def texts(part: Any) -> Iterator[str]:
    """Every text of rich text, in order."""
    if isinstance(part, dict):
        if part.get("type") in ("text", "link"):
            yield part["text"]
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from texts(value)


def judged(shown: Card) -> Card:
    """The card, without complaints."""
    assert judges.complaints(content(shown)) == []
    return shown


def every_page(reply: Reply) -> list[Card]:
    """All pages of a reply, judged."""
    pages = [judged(card(reply, View(ASKED)))]
    while "Next page" in json.dumps(pages[-1].blocks):
        pages.append(judged(card(reply, View(ASKED, len(pages)))))
        assert len(pages) < 1000
    return pages


def with_entries(count: int, sources: int = 2) -> Reply:
    """A timeline of so many events."""
    links: tuple[Spans, ...] = tuple(
        (Link(f"Source {number}", f"https://example.org/{number}"),) for number in range(sources)
    )
    entries = tuple(Entry(f"day-{number}", (f"event-{number} happens.",), links) for number in range(count))
    return Reply("A model", "Open.", (Timeline("Timeline", entries),))


def test_five_hundred_events_are_all_there_once() -> None:
    """Pages hold whole entries: together they show each of 500 events once, in order."""
    pages = every_page(with_entries(500))
    said = [each for page in pages for each in texts(page.blocks) if each.startswith("event-")]
    assert said == [f"event-{number} happens." for number in range(500)]


def test_what_is_left_is_counted_and_can_be_reached() -> None:
    """The foot says how many entries are to come; the buttons lead on, back and to the ends."""
    pages = every_page(with_entries(100))
    shown = sum(1 for each in texts(pages[0].blocks) if each.startswith("event-"))
    assert f"{100 - shown} more entries on the next pages." in pages[0].text
    middle = json.dumps(pages[2].blocks)
    assert all(each in middle for each in ("Next page", "Previous page", "First page", "Last page"))
    assert "Next page" not in json.dumps(pages[-1].blocks)


def test_a_page_that_is_gone_is_the_last() -> None:
    """A page number beyond the end shows the last page."""
    assert card(with_entries(100), View(ASKED, 9999)) == every_page(with_entries(100))[-1]


def test_an_entry_with_many_sources_counts_those_left_out() -> None:
    """Sources that have no place are counted, and the entry stays whole."""
    (page,) = every_page(with_entries(1, sources=200))
    assert any("more sources" in each for each in texts(page.blocks))


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(hostile: str) -> None:
    """In every place of a reply, text is text: never markup, a mention, a link or an emoji."""
    reply = Reply(
        hostile or "title",
        hostile,
        (
            Paragraph((hostile, Strong(hostile), Link(hostile, "https://example.org/"))),
            Fields(hostile, (Field(hostile, (hostile,)), Field(hostile, ()))),
            Timeline(hostile, (Entry(hostile, (hostile,), ((Link(hostile, "javascript:alert(1)"),),)),)),
            Choices(hostile, (Choice(hostile or "-", Open("grok-2")),)),
            Note((hostile,)),
            Note((Link(hostile, "https://example.org/" + "x" * 5000),)),
        ),
        (Choice(hostile or "-", Open("grok-2")),),
    )
    for shown in (judged(card(reply, View(ASKED))), judged(card(reply))):
        written = json.dumps(shown.blocks)
        assert "mrkdwn" not in written
        assert "javascript:" not in [part.get("url", "") for part in shown.blocks]
        assert '"emoji": true' not in written
        assert "<!channel>" not in shown.text
        assert "<@" not in shown.text


def test_links_of_the_web_only() -> None:
    """Another scheme, or no address at all, leaves the words."""
    line = tuple(Link(each, each) for each in ("javascript:alert(1)", "file:///etc", "https://", "x"))
    shown = judged(card(Reply("Title", "Head", (Paragraph(line),))))
    assert '"link"' not in json.dumps(shown.blocks)


def test_many_choices_make_one_menu() -> None:
    """Up to five choices are buttons, more are a menu of at most 100."""
    few, many = (
        judged(card(Reply("T", "", (Choices("Which?", _choices(count)),), private=True)))
        for count in (5, 300)
    )
    assert [each["type"] for each in few.blocks[-1]["elements"]] == ["button"] * 5
    (menu,) = many.blocks[-1]["elements"]
    assert len(menu["options"]) == 100


def _choices(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"Model {number}", Open(f"model-{number}")) for number in range(count))


def test_a_command_too_long_for_a_control_has_none() -> None:
    """A line of 290 characters goes into buttons, and not into menus or a calendar."""
    asked = replace(ASKED, command=Open("x" * 290))
    shown = judged(card(with_entries(1), View(asked)))
    (row,) = [each for each in shown.blocks if each["type"] == "actions"]
    assert [each["type"] for each in row["elements"]] == ["button"]


def test_the_text_is_what_is_heard() -> None:
    """A screen reader hears title, headline and every entry of the page."""
    reply = with_entries(3)
    assert card(reply).text.splitlines() == [
        "A model",
        "Open.",
        "Timeline",
        "day-0: event-0 happens.",
        "day-1: event-1 happens.",
        "day-2: event-2 happens.",
    ]


def test_a_long_text_says_what_it_leaves_out() -> None:
    """A text beyond Slack's advice ends with the number of lines that are left out."""
    lines = tuple(Field(f"Field {number}", ("x" * 580,)) for number in range(60))
    shown = judged(card(Reply("Title", "Head", (Fields("Fields", lines),)), View(ASKED)))
    assert shown.text.splitlines()[-1].startswith("And ")


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_every_model_of_the_facts(bot: Bot, language: str) -> None:
    """The first card of each shipped model keeps all limits, in both languages."""
    every = bot.store.names.complete("", (SubjectKind.MODEL,), limit=10_000)
    for subject in every[:: 1 if language == "en" else 7]:
        answered = await bot.answer(Request(Open(subject.id), language, now=NOW))
        body = response_body(answered, bot.store.version)
        written = json.dumps(body["blocks"], ensure_ascii=False, separators=(",", ":"))
        assert len(written) <= CHARACTERS, subject.id
        assert answered.answer is not None


async def test_the_card_of_a_model(bot: Bot) -> None:
    """Title, headline, verdicts, parts, then the controls: what a person reads from top to bottom."""
    answered = await bot.answer(Request(Line("/open grok-2"), now=NOW))
    body = response_body(answered, bot.store.version)
    assert judges.complaints(body) == []
    kinds = [each["type"] for each in body["blocks"]]
    assert kinds[:2] == ["header", "rich_text"]
    assert kinds[-3:] == ["actions", "actions", "actions"]
    titles = [
        each for each in texts(body["blocks"]) if each in ("What each definition says", "What can be had")
    ]
    assert titles == ["What each definition says", "What can be had"]
