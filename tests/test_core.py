from __future__ import annotations

import asyncio
import dataclasses
from typing import Any

import pytest

from bot import commands, core
from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.open_ import Open, OpenAnswer
from bot.core import Bot, Line, Options, Request
from bot.errors import Mistake
from tests.conftest import NOW


def request(ask: Any, language: str = "en") -> Request:
    return Request(ask, language, now=NOW)


@pytest.mark.parametrize(
    "ask",
    [
        Line("/open grok-2"),
        Line("／open　grok-2"),
        Line("open Grok 2"),
        Line("/OPEN “Grok 2”"),
        Options("open", {"model": "grok-2"}),
        Open("grok-2"),
    ],
)
async def test_every_door_leads_to_the_same_answer(bot: Bot, ask: Any) -> None:
    """A line, named options or a command itself: one question, one answer."""
    answered = await bot.answer(request(ask))
    assert isinstance(answered.answer, OpenAnswer)
    assert answered.answer.assessment.model.id == "grok-2"
    assert not answered.reply.private


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("/", Mistake.NO_COMMAND),
        ("/frobnicate x", Mistake.UNKNOWN_COMMAND),
        ("/open", Mistake.MISSING),
        ("/open grok-2 as_of:yesterweek", Mistake.NOT_A_DAY),
        ("/open grok-2 as_of:2027-01-01", Mistake.FUTURE_DAY),
        ("/open grok-2 definition:mine", Mistake.NOT_A_CHOICE),
        ("/open " + "x" * 400, Mistake.TOO_LONG),
    ],
)
@pytest.mark.parametrize("language", ["en", "ja"])
async def test_a_mistake_gets_one_private_sentence(
    bot: Bot, text: str, mistake: Mistake, language: str
) -> None:
    """What the asker can mend is said in one sentence, privately, without our insides."""
    answered = await bot.answer(request(Line(text), language))
    assert answered.mistake is not None
    assert answered.mistake.mistake is mistake
    assert answered.reply.private
    assert answered.answer is None
    assert len(answered.reply.title) < 200
    assert "Traceback" not in answered.reply.text


async def test_an_unknown_name_is_not_called_closed(bot: Bot) -> None:
    """What is not in our data gets no status."""
    answered = await bot.answer(request(Line("/open nonsense-9")))
    assert isinstance(answered.answer, UnknownName)
    assert "not in our data" in answered.reply.title
    assert "closed" not in answered.reply.text.lower()


async def test_a_bare_family_asks_which_one(bot: Bot) -> None:
    """`grok` is several models: each choice asks the same question of one of them."""
    answered = await bot.answer(request(Line("/open grok as_of:2025-02-26")))
    assert isinstance(answered.answer, AmbiguousName)
    (block,) = answered.reply.blocks
    asked = [choice.command for choice in block.choices]  # type: ignore[union-attr]
    assert Open("grok-1", as_of=answered.command.as_of) in asked


async def test_a_slow_store_is_told_inside_the_limit(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that takes too long becomes a sentence before the platform gives up."""
    monkeypatch.setattr(core, "SECONDS", 0.05)

    async def slow(_: str) -> None:
        await asyncio.sleep(5)

    monkeypatch.setattr(bot.store, "model", slow)
    answered = await bot.answer(request(Line("/open grok-2")))
    assert "too long" in answered.reply.title
    assert answered.reply.private


async def test_an_unexpected_failure_has_a_reference(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The asker sees a reference and nothing of what broke."""

    async def broken(_: str) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(bot.store, "model", broken)
    answered = await bot.answer(request(Line("/open grok-2")))
    assert answered.reference is not None
    assert answered.reference in answered.reply.text
    assert "secret" not in answered.reply.text


def test_every_command_is_complete() -> None:
    """Each command has a description, described arguments and an example that reads."""
    for each in commands.COMMANDS:
        assert each.description
        assert all(argument.description for argument in each.arguments)
        assert dataclasses.is_dataclass(each.make)
