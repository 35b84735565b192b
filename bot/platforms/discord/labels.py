"""What the choices that commands take are called on buttons and in menus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.commands.models import Commercial, ModelsStatus
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Component
from bot.facts.promises import Outcome
from bot.replies.models import COMMERCIAL, STATUSES
from bot.replies.slugs import COMPONENTS, DEFINITIONS, OUTCOMES
from bot.replies.words import Words

_NAMES: Mapping[type, Mapping[Any, str]] = {
    DefinitionId: DEFINITIONS,
    Component: COMPONENTS,
    Outcome: OUTCOMES,
    ModelsStatus: STATUSES,
    Commercial: COMMERCIAL,
}


def label(choice: str, words: Words) -> str:
    """The name of a choice; the slug with spaces where it has none."""
    name = _NAMES.get(type(choice), {}).get(choice)
    said = words(name) if name is not None else choice.replace("-", " ")
    return said[:1].upper() + said[1:]
