from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.commands.open_ import Open
from bot.commands.timeline import Timeline as TimelineCommand
from bot.core import Answered, Bot, Line, Request
from bot.facts.names import SubjectKind
from bot.platforms.discord import custom_ids
from bot.platforms.discord.controls import Question
from bot.platforms.discord.custom_ids import Act, Press
from bot.platforms.discord.render import View, callback_body, card
from bot.replies.reply import (
    Choice,
    Choices,
    Entry,
    Field,
    Fields,
    Level,
    Link,
    Note,
    Paragraph,
    Reply,
    Strong,
    Timeline,
)
from tests.conftest import NOW
from tests.platforms.discord import rules

HOSTILE = {
    "a long name": "N" * 200,
    "markdown": "**_~~||`[x](javascript:alert(1))`||~~_**\n# big\n> quote " * 8,
    "right to left": "نموذج مفتوح \u202etxt.exe " * 8,
    "mentions": "@everyone @here <@123456789012345678> <@&123456789012345678> " * 4,
    "Japanese": "公開されていない重みと学習データについて" * 10,
    "emoji": "🦙" * 200,
    "controls": "\x00\x07\u200b\ufeff" * 100,
    "backslashes": "\\" * 200,
    "half characters": "\ud800" * 50,
}


def hostile(text: str, events: int = 500, language: str = "en") -> Reply:
    """A reply as large as it gets, of that text everywhere."""
    line = (text, Strong(text), Link(text, "https://example.org/" + "x" * 300), text)
    entries = tuple(
        Entry(f"{1 + number % 28} May 2025", (f"event {number}. ", *line), (line,) * 5, f"e{number}")
        for number in range(events)
    )
    choices = tuple(Choice(f"{text}{number}", Open(f"model-{number}")) for number in range(40))
    return Reply(
        text,
        text * 3,
        (
            Paragraph(line),
            Fields(text, tuple(Field(text, line) for _ in range(40))),
            Choices(text, choices),
            Timeline(text, entries),
            Note(line),
        ),
        follow_ups=tuple(Choice(text, TimelineCommand(f"maker-{number}")) for number in range(9)),
        level=Level.CLOSED,
        language=language,
    )


def texts(components: list[dict[str, Any]]) -> list[str]:
    """All texts of a message."""
    return [each["content"] for each in rules.walk(components) if each["type"] == 10]


def labels(components: list[dict[str, Any]]) -> list[str]:
    """The words on the buttons."""
    return [each["label"] for each in rules.walk(components) if each["type"] == 2]


def body(components: list[dict[str, Any]]) -> dict[str, Any]:
    """The body that answers with these components."""
    data = {"components": components, "flags": rules.V2, "allowed_mentions": {"parse": []}}
    return {"type": 4, "data": data}


def pages(reply: Reply) -> list[list[dict[str, Any]]]:
    """All pages of a reply."""
    question = Question(Open("m"), "0123456789abcdef", shareable=True)
    made: list[list[dict[str, Any]]] = []
    while True:
        components = card(reply, View(question, len(made), ("above",)))
        made.append(components)
        if "Next page" not in labels(components) and "次のページ" not in labels(components):
            return made


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_page_keeps_the_limits(text: str) -> None:
    """Thirty events of the worst texts: each page is one that Discord takes, and no entry is lost or cut."""
    every = pages(hostile(text, 30))
    for components in every:
        rules.check_body("/callback", body(components))
    shown = "\n".join("\n".join(texts(each)) for each in every)
    assert all(f"event {number}. " in shown for number in range(30))


def test_five_hundred_events_are_counted() -> None:
    """What doesn't fit is on the next pages, and each page says how much."""
    entries = tuple(Entry("May 2025", (f"event {number}.",)) for number in range(500))
    reply = Reply("Much", "All of it.", (Timeline("Timeline", entries),))
    every = pages(reply)
    assert len(every) > 2
    seen = 0
    for number, components in enumerate(every):
        rules.check_body("/callback", body(components))
        said = texts(components)
        seen += sum(text.count("event ") for text in said)
        left = 500 - seen
        assert f"Page {number + 1} of {len(every)}." in said[-1]
        assert (f"{left} more" in said[-1]) == (left > 0)
    assert seen == 500


def test_japanese_is_counted_in_bytes() -> None:
    """3,900 kana fit 4,000 characters and not 10,000 bytes: they are laid out on more pages."""
    fields = tuple(Field("名前", ("あ" * 300,)) for _ in range(13))
    every = pages(Reply("題", "答え", (Fields("項目", fields),), language="ja"))
    assert len(every) == 2
    for components in every:
        rules.check_body("/callback", body(components))


def test_a_page_that_is_gone_is_the_last() -> None:
    """The data shrank since the button was made: the last page that there is."""
    reply = Reply("Short", "Yes.", (Paragraph(("a",)),))
    assert card(reply, View(Question(Open("m")), 7)) == card(reply, View(Question(Open("m")), 0))


async def test_the_first_screen_answers(bot: Bot) -> None:
    """What a phone shows first of `/open grok-2`: the model, what it is, since when, by which licence."""
    answered = await bot.answer(Request(Line("/open grok-2"), now=NOW))
    components = callback_body(answered, bot.store.version)["data"]["components"]
    first = texts(components)[0]
    assert first.startswith("## Grok-2 (xAI)")
    assert "**Open weights, restricted licence" in first
    assert "23 August 2025" in first
    assert "Open weights" in texts(components)[2]


async def test_every_model_can_be_shown(bot: Bot) -> None:
    """Each model's card, in each language, keeps every rule on every page."""
    for entry in bot.store.names.complete("", (SubjectKind.MODEL,), limit=40):
        for language in ("en", "ja"):
            answered = await bot.answer(Request(Open(entry.id), language, now=NOW))
            rules.check_body("/callback", callback_body(answered, bot.store.version))


def test_colour_is_never_alone() -> None:
    """The level colours the edge; what it means stands in words."""
    reply = Reply("T", "Closed.", level=Level.CLOSED)
    assert card(reply)[0]["accent_color"]
    assert "accent_color" not in card(Reply("T", "x"))[0]


def test_few_choices_are_buttons_and_many_a_menu() -> None:
    """Up to five choices take one tap."""
    for number, kind in ((5, 2), (6, 3), (25, 3)):
        choices = tuple(Choice(f"Model {each}", Open(f"m{each}")) for each in range(number))
        components = card(Reply("Which?", blocks=(Choices("Which one?", choices),)))
        found = [each for each in rules.walk(components) if each["type"] == kind]
        assert len(found) == (number if kind == 2 else 1)


def test_a_line_too_long_for_an_id_gets_no_button() -> None:
    """No id is cut: a button that would say something else is left out."""
    question = Question(Open("x" * 120), "0123456789", shareable=True)
    reply = Reply("T", "h", (Paragraph(("a",)),), follow_ups=(Choice("f", Open("y" * 120)),))
    components = card(reply, View(question))
    assert labels(components) == []


def test_custom_ids_read_what_they_write() -> None:
    """Form, act, page, version and line: both ways."""
    press = Press(Act.SHOW, "open 'grok 2' as_of:2025-02-26", "0123456789abcdef", 12)
    assert press.custom_id == "1p12:01234567:open 'grok 2' as_of:2025-02-26"
    read = custom_ids.read(press.custom_id)
    assert read == Press(Act.SHOW, press.line, "01234567", 12)
    assert read is not None
    assert not read.stale("0123456789abcdef")
    assert read.stale("fedcba9876543210")


@pytest.mark.parametrize("unknown", ["", "x", "1p", "0p0:0:open x", "1z0:0:open x", "1pX:0:open x", "1p0:0:"])
def test_unknown_ids_are_nobodys(unknown: str) -> None:
    """An id of another bot or an older form is not read as ours."""
    assert custom_ids.read(unknown) is None


async def test_private_replies_cannot_be_shared(bot: Bot) -> None:
    """A refusal has no Share button, and is for the asker even where answers are public."""
    answered = await bot.answer(Request(Line("/open nonsense-9"), now=NOW))
    made = callback_body(answered, bot.store.version, private=False)
    assert made["data"]["flags"] & 64
    assert "Share to channel" not in labels(made["data"]["components"])


def test_a_failure_has_no_buttons() -> None:
    """Nothing was understood, so nothing can be asked again."""
    made = callback_body(Answered(Reply("Broken.", private=True)), "0")
    assert labels(made["data"]["components"]) == []


def test_the_menu_of_definitions_marks_the_one_shown() -> None:
    """The same question under each definition: what is shown now is marked."""
    command = Open("grok-2", as_of=date(2025, 2, 26))
    reply = Reply("T", "h", (Paragraph(("a",)),))
    (select,) = (
        each for each in rules.walk(card(reply, View(Question(command, "abc")))) if each["type"] == 3
    )
    marked = [option["label"] for option in select["options"] if option.get("default")]
    assert marked == ["All definitions"]
    assert all("as_of:2025-02-26" in option["value"] for option in select["options"])
