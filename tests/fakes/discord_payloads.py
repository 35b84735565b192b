"""Payloads in the shapes that Discord sends, with the fields that discord.py reads and a few more."""

from __future__ import annotations

import itertools
import time
from collections.abc import Mapping, Sequence
from typing import Any

Payload = dict[str, Any]

APPLICATION, GUILD, CHANNEL, USER, DIRECT = 1000, 2000, 3000, 4000, 5000
ALL_PERMISSIONS = str((1 << 51) - 1)
_EPOCH = 1_420_070_400_000
_numbers = itertools.count()


def snowflake() -> str:
    """A new id that says it was made just now."""
    return str(((int(time.time() * 1000) - _EPOCH) << 22) + next(_numbers))


def user(id: int = USER, name: str = "ana", bot: bool = False) -> Payload:
    """A person, or a bot."""
    return {
        "id": str(id),
        "username": name,
        "discriminator": "0",
        "global_name": name.title(),
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
    }


def me() -> Payload:
    """The bot's own account."""
    return user(APPLICATION, "openness", bot=True) | {"verified": True, "mfa_enabled": False, "flags": 0}


def member(account: Payload, permissions: str = ALL_PERMISSIONS) -> Payload:
    """Somebody in the server, with what they may do in the channel."""
    return {
        "user": account,
        "roles": [],
        "joined_at": "2024-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "nick": None,
        "avatar": None,
        "premium_since": None,
        "pending": False,
        "permissions": permissions,
    }


def channel(id: int = CHANNEL, type: int = 0) -> Payload:
    """A text channel of the server, or (1) the conversation with the bot."""
    if type == 1:
        return {"id": str(id), "type": 1, "recipients": [user()], "last_message_id": None, "flags": 0}
    return {
        "id": str(id),
        "type": type,
        "guild_id": str(GUILD),
        "name": "general",
        "position": 0,
        "permission_overwrites": [],
        "parent_id": None,
        "nsfw": False,
        "topic": None,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "flags": 0,
        "permissions": ALL_PERMISSIONS,
    }


def guild(id: int = GUILD, everyone: str = ALL_PERMISSIONS, locale: str = "en-US") -> Payload:
    """A server with a channel and the bot in it."""
    return {
        "id": str(id),
        "name": "Openness",
        "owner_id": "1",
        "unavailable": False,
        "member_count": 2,
        "members": [member(me())],
        "roles": [
            {
                "id": str(id),
                "name": "@everyone",
                "permissions": everyone,
                "position": 0,
                "color": 0,
                "hoist": False,
                "managed": False,
                "mentionable": False,
                "flags": 0,
            }
        ],
        "channels": [channel()],
        "threads": [],
        "voice_states": [],
        "presences": [],
        "emojis": [],
        "stickers": [],
        "features": [],
        "large": False,
        "joined_at": "2024-01-01T00:00:00+00:00",
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "afk_timeout": 300,
        "premium_tier": 0,
        "preferred_locale": locale,
        "system_channel_flags": 0,
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def message(text: str = "", **fields: Any) -> Payload:
    """A message in the channel; the bot's own unless ``author`` says otherwise."""
    return {
        "id": snowflake(),
        "channel_id": str(CHANNEL),
        "author": me(),
        "content": text,
        "timestamp": "2026-11-23T12:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        **fields,
    }


def interaction(type: int, data: Mapping[str, Any], **fields: Any) -> Payload:
    """An interaction of Ana's in the server; ``direct=True`` in the conversation with the bot."""
    direct = fields.pop("direct", False)
    permissions = fields.pop("permissions", ALL_PERMISSIONS)
    where: Payload = (
        {"user": user(), "channel_id": str(DIRECT), "channel": channel(DIRECT, 1), "context": 1}
        if direct
        else {
            "member": member(user(), permissions),
            "guild_id": str(GUILD),
            "guild": {"id": str(GUILD), "locale": "en-US", "features": []},
            "guild_locale": "en-US",
            "channel_id": str(CHANNEL),
            "channel": channel(),
            "context": 0,
        }
    )
    owners = {"1": str(USER)} if direct else {"0": str(GUILD)}
    return {
        "id": snowflake(),
        "application_id": str(APPLICATION),
        "type": type,
        "token": f"token-{snowflake()}",
        "version": 1,
        "locale": "en-US",
        "app_permissions": ALL_PERMISSIONS,
        "attachment_size_limit": 10_485_760,
        "authorizing_integration_owners": owners,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "data": dict(data),
        **where,
        **fields,
    }


def slash(name: str, options: Mapping[str, str], focused: str = "", **fields: Any) -> Payload:
    """A slash command with its options; with ``focused``, the completion of that one."""
    given: Sequence[Payload] = [
        {"name": option, "type": 3, "value": value} | ({"focused": True} if option == focused else {})
        for option, value in options.items()
    ]
    data = {"id": "77", "name": name, "type": 1, "options": given}
    return interaction(4 if focused else 2, data, **fields)


def menu(text: str, name: str = "What about openness?", **fields: Any) -> Payload:
    """The menu on a message with that text."""
    target = message(text, author=user(4001, "ben"))
    data = {
        "id": "78",
        "name": name,
        "type": 3,
        "target_id": target["id"],
        "resolved": {"messages": {target["id"]: target}},
    }
    return interaction(2, data, **fields)


def press(custom_id: str, of: Payload, value: str | None = None, **fields: Any) -> Payload:
    """A button of a message pressed, or with a value an option of a select picked."""
    data: Payload = {"custom_id": custom_id, "component_type": 2 if value is None else 3}
    if value is not None:
        data["values"] = [value]
    return interaction(3, data, message=of, **fields)


def submit(custom_id: str, value: str, of: Payload, **fields: Any) -> Payload:
    """A form with one field, submitted."""
    typed = {"type": 4, "id": 2, "custom_id": "day", "value": value}
    data = {"custom_id": custom_id, "components": [{"type": 18, "id": 1, "component": typed}]}
    return interaction(5, data, message=of, **fields)
