"""`license`: what a licence lets one do, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain


@dataclass(frozen=True, slots=True)
class LicenseOf:
    """What the licence of a model lets one do, clause by clause, with links."""

    of: Annotated[str, About("A model, a family of models or a licence", Kind.LICENSED)]


async def answer(command: LicenseOf, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("license"), context)


LICENSE = declare("license", LicenseOf, answer, ("license grok-2", "license Apache-2.0"))
