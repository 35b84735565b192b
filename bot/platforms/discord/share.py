"""Sharing a private answer: who may, under whose name, and once."""

from __future__ import annotations

from typing import Any

import discord

from bot.kept import Kept
from bot.platforms.discord import permissions
from bot.platforms.discord.fit import shortened
from bot.replies.reply import Reply
from bot.replies.words import Words

KEPT = 1024  # messages whose share is remembered: a double click comes within a second
NAME = 40  # characters of the sharer's name

Interaction = discord.Interaction[Any]


class Shared:
    """What was shared just now, so that a second click on the same button posts nothing."""

    def __init__(self) -> None:
        self._kept: Kept[tuple[int, str], bool] = Kept(KEPT)

    def first(self, interaction: Interaction) -> bool:
        """Whether this is the first press of the button; it counts from now on."""
        key = _key(interaction)
        return self._kept.get(key) is None and self._kept.put(key, True)

    def forget(self, interaction: Interaction) -> None:
        """Nothing was posted after all."""
        self._kept.forget(_key(interaction))


def refusal(interaction: Interaction, words: Words) -> Reply | None:
    """Why the person may not post here, by the name of the permission; None where they may."""
    if interaction.guild_id is None:
        return None
    held = interaction.permissions
    if not held.value:  # not told: who may do nothing could not have asked
        return None
    missing: tuple[str, ...] = ()
    if isinstance(interaction.channel, discord.Thread):
        missing += () if held.send_messages_in_threads else ("send_messages_in_threads",)
    elif not held.send_messages:
        missing += ("send_messages",)
    if not interaction.is_guild_integration() and interaction.is_user_integration():
        missing += () if held.use_external_apps else ("use_external_apps",)
    if not missing:
        return None
    sentence = words(
        "You can’t share here: in this channel you lack the permission {names}.",
        names=permissions.named(missing, words),
    )
    return Reply(sentence, private=True, language=words.language)


def again(words: Words) -> Reply:
    """It has been shared."""
    return Reply(words("That has been shared already."), private=True, language=words.language)


def by(name: str, words: Words) -> str:
    """The line that names the sharer."""
    return words("Shared by {name}", name=shortened(name, NAME))


def _key(interaction: Interaction) -> tuple[int, str]:
    message = interaction.message
    data: Any = interaction.data or {}
    return (message.id if message is not None else 0, str(data.get("custom_id", "")))
