"""`ask`: a plain question. The core turns it into the command that its words mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain


@dataclass(frozen=True, slots=True)
class Ask:
    """A question in your own words."""

    question: Annotated[str, About("The question, in English or Japanese", Kind.TEXT)]


async def answer(command: Ask, context: Context) -> HelpAnswer:
    """How to ask, where the question has not been read."""
    return await explain(Help("ask"), context)


ASK = declare("ask", Ask, answer, ("ask is grok 2 open source?",))
