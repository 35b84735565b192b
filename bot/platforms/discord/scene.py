"""Where a question is asked from: who asks, who will see the answer, in which languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import discord

from bot.asker import Asker
from bot.settings import DiscordSettings

PLATFORM = "discord"


@dataclass(frozen=True, slots=True)
class Scene:
    """One person's place. ``public``: the channel's answers are for all; ``direct``: nobody else is there."""

    asker: Asker
    language: str  # the person's
    servers_language: str
    public: bool = False
    direct: bool = False

    def language_of(self, private: bool) -> str:
        """The language of an answer: the person's where only they see it, else the server's."""
        return self.language if private else self.servers_language


def of_interaction(interaction: discord.Interaction[Any], settings: DiscordSettings) -> Scene:
    """The scene of a command, a button or a form."""
    own = interaction.locale.value
    return Scene(
        asker=_asker(interaction),
        language=own,
        servers_language=interaction.guild_locale.value if interaction.guild_locale else own,
        public=_is_public(interaction, settings),
        direct=_is_direct(interaction),
    )


def _asker(interaction: discord.Interaction[Any]) -> Asker:
    """Who asks, with their roles and rights as Discord sends them along."""
    person, guild = interaction.user, interaction.guild_id
    roles = person.roles if isinstance(person, discord.Member) else ()
    return Asker(
        platform=PLATFORM,
        workspace=str(guild or ""),
        user=str(person.id),
        name=person.display_name,
        groups=frozenset(str(each.id) for each in roles),
        channel=str(interaction.channel_id or ""),
        manages=interaction.permissions.manage_guild if guild is not None else None,
    )


def of_message(message: discord.Message) -> Scene:
    """The scene of a mention or a direct message. The person's language is that of what is written."""
    own = "ja" if any("\u3040" <= each <= "\u30ff" for each in message.content) else "en"
    guild = message.guild
    return Scene(
        asker=Asker(
            PLATFORM, str(guild.id) if guild else "", str(message.author.id), channel=str(message.channel.id)
        ),
        language=own,
        servers_language=guild.preferred_locale.value if guild else own,
        public=guild is not None,
        direct=isinstance(message.channel, discord.DMChannel),
    )


def _is_public(interaction: discord.Interaction[Any], settings: DiscordSettings) -> bool:
    """Whether the settings make answers public here: everywhere, in the server, the channel or its parent."""
    if interaction.guild_id is None:
        return False
    parent = getattr(interaction.channel, "parent_id", None)
    here = {interaction.guild_id, interaction.channel_id, parent}
    return settings.visibility == "public" or not here.isdisjoint(settings.public_in)


def _is_direct(interaction: discord.Interaction[Any]) -> bool:
    """Whether this is the conversation with the bot alone."""
    if interaction.guild_id is not None:
        return False
    return interaction.context.dm_channel or isinstance(interaction.channel, discord.DMChannel)
