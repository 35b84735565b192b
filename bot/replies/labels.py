"""What the choices that commands take are called on buttons, in menus and in forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.commands.digest.filters import Topic
from bot.commands.models import Commercial, ModelsStatus
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Access, Claim, Component, EventKind, Wording
from bot.facts.promises import Outcome
from bot.facts.record import RecordKind
from bot.replies.digest.topics import TOPICS
from bot.replies.digest.when import CADENCES, WHEN_EMPTY
from bot.replies.models import COMMERCIAL, STATUSES
from bot.replies.slugs import ACCESSES, CLAIMS, COMPONENTS, DEFINITIONS, KINDS, OUTCOMES, RECORDS, WORDINGS
from bot.replies.words import Words
from bot.state.subscription import Cadence, WhenEmpty

_NAMES: Mapping[type, Mapping[Any, str]] = {
    DefinitionId: DEFINITIONS,
    Component: COMPONENTS,
    Outcome: OUTCOMES,
    ModelsStatus: STATUSES,
    Commercial: COMMERCIAL,
    EventKind: KINDS,
    RecordKind: RECORDS,
    Access: ACCESSES,
    Claim: CLAIMS,
    Wording: WORDINGS,
    Cadence: CADENCES,
    Topic: TOPICS,
    WhenEmpty: WHEN_EMPTY,
}


def label(choice: str, words: Words) -> str:
    """The name of a choice; the slug with spaces where it has none."""
    name = _NAMES.get(type(choice), {}).get(choice)
    said = words(name) if name is not None else choice.replace("-", " ")
    return said[:1].upper() + said[1:]
