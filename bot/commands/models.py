"""`models`: which models there are, by maker, licence, status, part and date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from bot.commands.components import COMPONENTS
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.help_ import Help, HelpAnswer
from bot.commands.help_ import answer as explain
from bot.facts.model import Component


class ModelsStatus(StrEnum):
    """How open the models asked for are."""

    OPEN_SOURCE = "open-source"  # meets OSI's definition
    OPEN_WEIGHTS = "open-weights"  # under whatever licence
    OPEN_LICENSE = "open-license"
    RESTRICTED = "restricted"
    PROMISED = "promised"  # a promise of the weights waits to be kept
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Commercial(StrEnum):
    """What the licence says of commercial use."""

    YES = "yes"  # anyone may
    LIMITED = "limited"  # some may
    NO = "no"


@dataclass(frozen=True, slots=True)
class Models:
    """Which models there are: by maker, licence, status, part and date."""

    organization: Annotated[
        str | None, About("The organization that makes the models", Kind.ORGANIZATION)
    ] = None
    license: Annotated[str | None, About("The licence of the weights, or of the part", Kind.LICENSE)] = None
    status: Annotated[
        ModelsStatus | None,
        About("How open they are", Kind.CHOICE, tuple(ModelsStatus), {"open": "open-weights"}),
    ] = None
    component: Annotated[
        Component | None, About("Which part is published", Kind.CHOICE, tuple(Component), COMPONENTS)
    ] = None
    since: Annotated[date | None, About("From which day on (2025-02-26)", Kind.START)] = None
    until: Annotated[date | None, About("Up to which day (2025-02-26)", Kind.DAY)] = None
    commercial: Annotated[
        Commercial | None, About("Whether the licence allows commercial use", Kind.CHOICE, tuple(Commercial))
    ] = None


async def answer(command: Models, context: Context) -> HelpAnswer:
    """The command explained."""
    return await explain(Help("models"), context)


MODELS = declare("models", Models, answer, ("models organization:xai", "models license:MIT since:2025"))
