"""What the bot asks of a server, and why: the invitation, the documents and the refusals say the same."""

from __future__ import annotations

from collections.abc import Mapping

import discord

from bot.replies.slugs import N_
from bot.replies.words import Words

SCOPES = ("bot", "applications.commands")

REASONS: Mapping[str, str] = {
    "view_channel": N_("to see where it is mentioned"),
    "send_messages": N_("to answer a mention where it was made"),
    "send_messages_in_threads": N_("to answer a mention in a thread"),
    "read_message_history": N_("to answer as a reply to the message that asked"),
}

NAMES: Mapping[str, str] = {
    "view_channel": N_("View Channel"),
    "send_messages": N_("Send Messages"),
    "send_messages_in_threads": N_("Send Messages in Threads"),
    "read_message_history": N_("Read Message History"),
    "use_external_apps": N_("Use External Apps"),
}


def needed() -> discord.Permissions:
    """All that the invitation asks for."""
    return discord.Permissions(**dict.fromkeys(REASONS, True))


def invitation(application_id: int) -> str:
    """The address at which an administrator adds the bot to a server."""
    return discord.utils.oauth_url(application_id, permissions=needed(), scopes=SCOPES)


def missing(held: discord.Permissions, thread: bool) -> tuple[str, ...]:
    """Which permissions to answer a message are not held."""
    write = "send_messages_in_threads" if thread else "send_messages"
    return tuple(each for each in ("view_channel", write, "read_message_history") if not getattr(held, each))


def named(permissions: tuple[str, ...], words: Words) -> str:
    """The permissions as Discord's settings call them."""
    return words.list(words(NAMES[each]) for each in permissions)
