"""What a half-typed option can become: choices, names, and the ids of events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.commands.declaration import NAMED, Argument, Kind
from bot.facts.names import Found, Subject, SubjectKind
from bot.platforms.discord.fit import OPTION, OPTIONS, shortened
from bot.platforms.discord.scene import PLATFORM
from bot.replies.digest import zones
from bot.replies.slugs import N_
from bot.replies.words import words as words_in
from bot.store.store import FactStore

Choices = list[app_commands.Choice[str]]
Choice = app_commands.Choice[str]

COMPLETED: Mapping[Kind, tuple[SubjectKind, ...]] = {
    **NAMED,
    Kind.RECORD_ID: tuple(SubjectKind),
    Kind.ZONE: (),  # of our facts with nothing: with zones
}
"""The kinds of argument that are completed, and with the names of what."""

_RECORDS = (Kind.RECORD, Kind.RECORD_ID)  # completed with the ids of events too

_KINDS: Mapping[SubjectKind, str] = {
    SubjectKind.MODEL: N_("model"),
    SubjectKind.FAMILY: N_("family"),
    SubjectKind.ORGANIZATION: N_("organization"),
    SubjectKind.LICENSE: N_("licence"),
}

log = structlog.get_logger(__name__)


async def complete(
    interaction: discord.Interaction[Any], argument: Argument, current: str, store: FactStore
) -> Choices:
    """What to choose from, best first; nothing where that fails."""
    try:
        if argument.choices:
            found = [each for each in argument.choices if current.casefold() in each.casefold()]
            return [Choice(name=each, value=each) for each in found[:OPTIONS]]
        if argument.kind is Kind.ZONE:
            return _zones(interaction, current)
        names = _names(interaction.locale.value, argument, current, store)
        if argument.kind in _RECORDS:
            names += [Choice(name=id, value=id) for id in await _events(current, store) if len(id) <= OPTION]
        return names[:OPTIONS]
    except Exception:
        log.exception("unexpected", during="completion", platform=PLATFORM)
        return []


def _zones(interaction: discord.Interaction[Any], current: str) -> Choices:
    """Time zones, with their difference from UTC at the moment at which somebody types."""
    words = words_in(interaction.locale.value)
    found = zones.offered(current, interaction.created_at, words, OPTIONS)
    return [Choice(name=shortened(each.label, OPTION), value=each.value) for each in found]


def _names(language: str, argument: Argument, current: str, store: FactStore) -> Choices:
    """Names from memory; none for what begins like an event's id."""
    if "/" in current and argument.kind in _RECORDS:
        return []
    subjects = store.names.complete(current, COMPLETED[argument.kind], limit=OPTIONS)
    if argument.kind in _RECORDS and _named(current, store) is not None:
        subjects = subjects[:1]  # it is named: its events are more likely meant than what is called alike
    return [
        Choice(name=_name(each, argument, language), value=each.id)
        for each in subjects
        if len(each.id) <= OPTION
    ]


async def _events(current: str, store: FactStore) -> list[str]:
    """The ids that begin so; of a model or organization that is named, all."""
    begun = current.strip().lower()
    if "/" in begun:
        return await store.event_ids(begun, OPTIONS)
    named = _named(current, store)
    return await store.event_ids(f"{named.id}/", OPTIONS) if named is not None else []


def _named(current: str, store: FactStore) -> Subject | None:
    match = store.names.find(current, (SubjectKind.MODEL, SubjectKind.ORGANIZATION))
    return match.subjects[0] if match.found is Found.EXACT else None


def _name(subject: Subject, argument: Argument, language: str) -> str:
    """The subject's name, with what it is where other kinds can be chosen too."""
    if subject.kind is SubjectKind.MODEL or len(COMPLETED[argument.kind]) == 1:
        return shortened(subject.name, OPTION)
    words = words_in(language)
    kind = words(_KINDS[subject.kind])
    return shortened(words("{name} ({kind})", name=subject.name, kind=kind), OPTION)
