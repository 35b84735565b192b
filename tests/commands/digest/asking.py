"""Digest commands as people type them, in one channel or another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from bot.asker import Asker
from bot.core import Answered, Bot, Line, Request

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday
ANN = Asker("discord", "1", "10", "Ann", channel="2", manages=True)
ELSEWHERE = replace(ANN, channel="3")
ANYONE = Asker("discord", "1", "11", "Zoe", channel="2", manages=False)

A = TypeVar("A")


async def say(bot: Bot, line: str, asker: Asker = ANN, language: str = "en", now: datetime = NOW) -> Answered:
    """What is answered to a typed line."""
    return await bot.answer(Request(Line(line), language, asker, now))


def of(kind: type[A], answered: Answered) -> A:
    """The answer, which is of that kind."""
    assert isinstance(answered.answer, kind), answered.reply.text
    return answered.answer
