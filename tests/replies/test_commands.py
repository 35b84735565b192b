"""What every command says on the small pack, in both languages."""

from __future__ import annotations

import re

import pytest

from bot.commands import line
from bot.commands.declaration import Context
from bot.commands.line import read
from bot.core import Bot, Line, Request
from bot.replies.reply import Reply
from tests.conftest import NOW

LINES = (
    "compare alpha-1 vs alpha-3",
    "compare alpha-1, alpha-2, beta-1 as_of:2025-03-01",
    "organization lab",
    "organization works as_of:2025-01-01",
    "promises",
    "promises lab state:kept",
    "promises alpha-2 as_of:2024-08-01",
    "pace",
    "pace lab",
    "pace alpha-2",
    "pace beta-1",
    "license alpha-1",
    "license alpha-2",
    "license alpha-3",
    "license alpha",
    "license Lab Licence 2",
    "license MIT",
    "models",
    "models organization:lab commercial:limited since:2025",
    "models status:withdrawn",
    "define OSAID",
    "define open weights vs copyleft",
    "define opne weights",
    "changes",
    "changes since:2024-08-01",
    "changes of:lab since:2026-11-20",
    "sources beta-1",
    "sources lab/statement",
)
_VALUE = re.compile(r"\{\w*\}")
_PAGE_TITLE = re.compile("「[^」]*」")
_LATIN_SENTENCE = re.compile(r"[a-z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,}")


async def said(text: str, language: str, context: Context) -> Reply:
    answered = await Bot(context.store).answer(Request(Line(f"/{text}"), language, now=NOW))
    assert answered.reference is None, text
    return answered.reply


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("language", ["en", "ja"])
async def test_every_reply_is_whole(small_context: Context, text: str, language: str) -> None:
    """A title, no value left open, nothing empty, and follow-ups that can be asked as they are."""
    reply = await said(text, language, small_context)
    assert reply.title
    assert reply.language == language
    assert not _VALUE.search(reply.text)
    assert all(each.strip() for each in reply.text.splitlines())
    labels = [choice.label for choice in reply.follow_ups]
    assert len(labels) == len(set(labels))
    for choice in reply.follow_ups:
        assert read(line.write(choice.command), NOW.date()) == choice.command


@pytest.mark.parametrize("text", LINES)
async def test_japanese_replies_hold_no_english_sentence(small_context: Context, text: str) -> None:
    """Names and titles of pages stay as they are; everything that we say is said in Japanese."""
    reply = await said(text, "ja", small_context)
    ours = _PAGE_TITLE.sub("", reply.text)
    assert not _LATIN_SENTENCE.search(ours), ours


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("promises lab", "814 days overdue: due by 31 August 2024"),
        ("organization lab", "Of 3 models in our data open: Alpha 1 and Alpha 3."),
        ("organization lab", "At that pace 1 more would be open by now."),
        ("pace", "2 models of 3 with their weights from the first day, the other one after 60 days"),
        ("pace alpha-2", "At its maker's own pace it would have been by 1 July 2024."),
        ("license alpha-3", "1 May 2025: Weights: Lab Licence 1 → Lab Licence 2. Stricter: naming."),
        ("license alpha-3", "Yes. From 1,000,000 US dollars a year."),
        ("license alpha-3", "Not in our data: territory"),
        ("license alpha-3", "Lab Licence 2 (neither OSI-approved nor FSF-free)"),
        ("license alpha-2", "The weights are not published, so no licence applies to them."),
        ("license MIT", "OSI-approved and FSF-free."),
        ("license MIT", "It is not legal advice."),
        ("compare alpha-1 vs alpha-3", "As far as our data says, of Alpha 1 only: training code"),
        ("models license:MIT", "2 models in our data."),
        ("models commercial:limited", "Restricts commercial use, a size or revenue threshold and naming."),
        ("changes since:2025-04-15", "Perhaps before: the sources give no day"),
        ("changes of:lab since:2026-11-20", "the latest entry is of 5 November 2026."),
        ("sources beta-1", "2 sources, 1 of them primary, 1 checked against copies of the pages."),
        ("sources beta-1", "We go by “April 2025”. Another source says “2 May 2025”. A mirror."),
        ("sources alpha-1", "The whole record of The Lab was last gone through on 20 November 2026."),
        ("define osaid", "Who decides: The Open Source Initiative (OSI)."),
    ],
)
async def test_it_says(small_context: Context, text: str, sentence: str) -> None:
    """The sentence that answers stands in the reply."""
    assert sentence in (await said(text, "en", small_context)).text


async def test_links_lead_to_the_clauses(small_context: Context) -> None:
    """Each clause of a licence links to where it is read."""
    reply = await said("license alpha-3", "en", small_context)
    assert "clause 2.a" in reply.text
