"""`organization`: what a maker has opened, what is closed, its pace and its promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain


@dataclass(frozen=True, slots=True)
class OrganizationOf:
    """What a maker has opened and when, what is closed, its pace and its promises."""

    organization: Annotated[str, About("The organization that makes the models", Kind.ORGANIZATION)]
    as_of: Annotated[date | None, About("On which day (2025-02-26); today if left out", Kind.DAY)] = None


async def answer(command: OrganizationOf, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("organization"), context)


ORGANIZATION = declare(
    "organization", OrganizationOf, answer, ("organization xai", "organization openai as_of:2025-08-01")
)
