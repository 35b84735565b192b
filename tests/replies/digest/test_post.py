from __future__ import annotations

from dataclasses import replace

import pytest

from bot.commands.changes import Changes
from bot.commands.declaration import Context
from bot.commands.digest.contents import DigestAnswer
from bot.commands.digest.filters import Topic
from bot.facts.date import PartialDate
from bot.replies.digest import post
from bot.replies.digest.post import LINES, shared
from bot.replies.reply import Fields, Link, Reply
from bot.replies.words import words
from tests.commands.digest.telling import BY_RELEASE, added, corrected, digest


def reply(answer: DigestAnswer, language: str = "en") -> Reply:
    return post.reply(answer, words(language))


def sections(said: Reply) -> list[Fields]:
    return [each for each in said.blocks if isinstance(each, Fields)]


async def test_every_line_has_its_source(small_context: Context) -> None:
    """A link at its end, whatever the news."""
    entries = (
        added("alpha-1/training-code-2024-03-10", "2026-11-18"),
        corrected("alpha-1/release-2024-01-10", "2026-11-18", date=PartialDate(2024, 1)),
    )
    found = [
        await digest(small_context, "2024-01-01", "2026-11-23"),
        await digest(small_context, "2026-11-16", "2026-11-23", *entries),
    ]
    topics = {topic for each in found for topic in each.news}
    assert topics == set(Topic) - {Topic.GONE}
    fields = [field for each in found for section in sections(reply(each)) for field in section.fields]
    assert fields
    for field in fields:
        assert isinstance(field.line[-1], Link), field


async def test_what_was_opened_names_parts_licence_and_day(small_context: Context) -> None:
    """In one line, under the name of the model."""
    found = reply(await digest(small_context, "2024-03-04", "2024-03-11"))
    assert found.headline == "1 opened."
    assert "Alpha 1, The Lab: 10 March 2024: weights and training code (MIT)." in found.text


async def test_stricter_and_looser_are_said(small_context: Context) -> None:
    """Clause by clause, where somebody has read both licences."""
    said = reply(await digest(small_context, "2025-04-28", "2025-05-05")).text
    assert "Lab Licence 1 → Lab Licence 2." in said
    assert "Looser: commercial use" in said
    assert "Stricter: " in said


async def test_an_overdue_promise_says_since_when(small_context: Context) -> None:
    """In both languages."""
    found = await digest(small_context, "2024-08-26", "2024-09-02")
    assert "2 days overdue: due by 31 August 2024." in reply(found).text
    assert "期限" in reply(found, "ja").text


async def test_a_catch_up_says_so(small_context: Context) -> None:
    """How many could not be sent; its title names all of its days."""
    found = await digest(small_context, "2026-10-26", "2026-11-23")
    said = reply(replace(found, span=replace(found.span, missed=3)))
    assert said.title == "Openness digest: 26 Oct\u2009–\u200922 Nov 2026"
    assert "3 digests could not be sent before; this one covers their days, too." in said.text


async def test_nothing_is_said_to_be_nothing(small_context: Context) -> None:
    """In one line, for whoever wants to hear even that."""
    said = reply(await digest(small_context, "2026-11-16", "2026-11-23"))
    assert said.headline == "Nothing new in our data."


async def test_what_a_release_brought_is_one_sentence(small_context: Context) -> None:
    """However much it was."""
    entry = added("alpha-1/training-code-2024-03-10", "2026-11-18", BY_RELEASE)
    said = reply(await digest(small_context, "2026-11-16", "2026-11-23", entry))
    assert not sections(said)
    assert "older entries added: 1" in said.text


async def test_what_is_left_out_is_counted_and_to_be_found(small_context: Context) -> None:
    """The number at the end of its section, and a command that shows everything."""
    found = await digest(small_context, "2024-01-01", "2026-11-23")
    many = {**found.news, Topic.MODELS: found.news[Topic.MODELS] * 20}
    said = reply(replace(found, news=many))
    section = sections(said)[list(many).index(Topic.MODELS)]
    left_out = len(many[Topic.MODELS]) - (len(section.fields) - 1)
    assert section.fields[-1].name == f"and {left_out} more"
    assert sum(len(each.fields) for each in sections(said)) <= LINES + 1
    assert said.follow_ups[0].command == Changes(found.span.first, None)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ({"a": 3, "b": 2}, {"a": 3, "b": 2}),
        ({"a": 30, "b": 2}, {"a": 10, "b": 2}),
        ({"a": 30, "b": 30, "c": 1}, {"a": 6, "b": 5, "c": 1}),
        (dict.fromkeys("abcdefghijklmn", 1), dict.fromkeys("abcdefghijklmn", 1)),
        ({}, {}),
    ],
)
def test_the_longest_is_cut_first(wanted: dict[str, int], given: dict[str, int]) -> None:
    """Short ones stay whole, and none is left out."""
    assert shared(wanted, 12) == given
