"""Registering the commands with Discord: only when they differ from what is registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands
from discord.http import Route

from bot.platforms.discord.error import DiscordError

Payload = dict[str, Any]

_FORBIDDEN = "Discord lets this application register no commands: add the scope applications.commands."

_COMPARED = (
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "options",
    "choices",
    "value",
    "required",
    "autocomplete",
    "min_length",
    "max_length",
    "contexts",
    "integration_types",
    "default_member_permissions",
    "nsfw",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """The names of the commands that were registered, changed or removed."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    def __str__(self) -> str:
        """One sentence for people."""
        if not self:
            return "Discord's commands are up to date."
        parts = (("added", self.added), ("changed", self.changed), ("removed", self.removed))
        said = "; ".join(f"{what}: {', '.join(names)}" for what, names in parts if names)
        return f"Registered Discord's commands ({said})."


async def sync(client: discord.Client, tree: app_commands.CommandTree[Any]) -> Difference:
    """Register the tree's commands if Discord's differ: one look, and at most one write, of all at once.

    Discord keeps the ids of commands that stay the same. Raises :class:`DiscordError`.
    """
    application = client.application_id or 0
    registered = Route("GET", "/applications/{application_id}/commands", application_id=application)
    try:
        theirs = await client.http.request(registered, params={"with_localizations": "true"})
        ours = await payloads(tree)
        found = difference(ours, theirs)
        if found:
            await client.http.bulk_upsert_global_commands(application, ours)
    except discord.Forbidden:
        raise DiscordError(_FORBIDDEN) from None
    except (discord.HTTPException, app_commands.AppCommandError) as error:
        raise DiscordError(f"Discord did not take the commands: {error}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise DiscordError("Discord's list of commands cannot be read.") from error
    return found


async def payloads(tree: app_commands.CommandTree[Any]) -> list[Payload]:
    """The tree's commands as they are sent, translated."""
    translator = tree.translator
    every = tree.get_commands()
    if translator is None:
        return [each.to_dict(tree) for each in every]
    return [await each.get_translated_payload(tree, translator) for each in every]


def difference(ours: Sequence[Payload], theirs: Sequence[Payload]) -> Difference:
    """What would have to change for theirs to be ours."""
    wanted = {_key(each): _significant(each) for each in ours}
    registered = {_key(each): _significant(each) for each in theirs}
    return Difference(
        added=tuple(name for name, kind in wanted if (name, kind) not in registered),
        changed=tuple(key[0] for key in wanted if key in registered and registered[key] != wanted[key]),
        removed=tuple(name for name, kind in registered if (name, kind) not in wanted),
    )


def _key(payload: Payload) -> tuple[str, int]:
    return payload["name"], payload.get("type", 1)


def _significant(payload: Payload) -> dict[str, Any]:
    """What makes commands differ: Discord leaves out what has its default value, and adds ids of its own."""
    kept: dict[str, Any] = {}
    for key in _COMPARED:
        value = payload.get(key)
        if key in ("options", "choices"):
            value = [_significant(each) for each in value or ()]
        elif key in ("contexts", "integration_types"):
            value = sorted(value or ())
        if value:
            kept[key] = value
    return kept
