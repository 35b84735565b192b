"""What the bot asks of a workspace, and why: one source for manifest, installation and self-check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.commands import COMMANDS
from bot.platforms.slack.error import SlackError
from bot.replies.slugs import N_
from bot.settings import Settings, SlackSettings

NAME = "Openness Bot"
DESCRIPTION = "Is this AI model open, in which sense, since when, and who says so?"
LONG_DESCRIPTION = (
    "Ask whether an AI model is open: /openness grok-2. The answer says by which definition, which parts can "
    "be had under which licence, since when, what was promised, and who says so. Every fact has its source "
    "and the day on which it was last checked. What is not known is said to be not known."
)

SCOPES: Mapping[str, str] = {
    "commands": "to answer the slash command and the shortcuts",
    "chat:write": "to answer where it is mentioned and in direct messages, and to show what is proposed",
    "app_mentions:read": "to read the messages that mention it, and no others",
    "im:history": "to read what is written to it in direct messages",
    "assistant:write": "to suggest questions in the agent's pane",
}
GROUP_SCOPES: Mapping[str, str] = {
    "usergroups:read": "to see whether somebody is in a group of editors, when they edit",
}
DIGEST_SCOPES: Mapping[str, str] = {
    "channels:history": "to look for a digest of its own before it sends it again, and for nothing else",
    "groups:history": "the same in private channels",
    "channels:read": "to see in which channels somebody is who looks at digests in its Home",
    "groups:read": "the same for private channels that it is in",
}
ADMIN_SCOPES: Mapping[str, str] = {
    "users:read": "to see whether somebody is an admin, when they subscribe a channel to a digest",
}
UNFURL_SCOPES: Mapping[str, str] = {
    "links:read": "to see links to models, where previews are switched on",
    "links:write": "to show previews of those links",
}

EVENTS = ("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked")
UNFURL_EVENTS = ("link_shared",)
UNFURL_DOMAINS = ("huggingface.co", "github.com")

ABOUT_MESSAGE = "about_message"  # the shortcut on messages
ASK = "ask"  # the shortcut everywhere
SHORTCUT = N_("What about openness?")

PROMPTS = (
    N_("Is Grok-2 open?"),
    N_("What has xAI opened?"),
    N_("Which promises are overdue?"),
    N_("What does “open weights” mean?"),
)

EVENTS_PATH = "/slack/events"
INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"

# Slack's own commands: a manifest that claims one of them is rejected as a whole.
RESERVED = frozenset(
    "active apps archive away call collapse dm dnd expand feed feedback giphy help invite join keys leave me "
    "mute msg open people pro rem remind remove rename search shortcuts shrug star status topic unarchive "
    "who".split()
)


def scopes(settings: Settings) -> dict[str, str]:
    """The scopes that are needed with these settings, and what each is for."""
    unfurl = UNFURL_SCOPES if settings.slack.unfurl else {}
    groups = GROUP_SCOPES if settings.editors.slack_groups else {}
    admins = ADMIN_SCOPES if settings.digests.slack_managers == "admins" else {}
    return {**SCOPES, **DIGEST_SCOPES, **unfurl, **groups, **admins}


def slash_command(settings: SlackSettings) -> str:
    """The slash command. Raises :class:`SlackError` for a name that is Slack's own."""
    name = settings.command
    if name.removeprefix("/").casefold() in RESERVED:
        raise SlackError(
            f"[slack] command: {name} is Slack's own, and Slack rejects an app that claims it: "
            "choose another, such as /openness."
        )
    if name != name.casefold() or "/" in name[1:]:
        raise SlackError(f"[slack] command: {name} must be in small letters, with one slash in front.")
    return name


def manifest(settings: Settings, url: str = "") -> dict[str, Any]:
    """The manifest to paste into "Create an app, from a manifest".

    ``url`` is the bot's public address, for the HTTP mode; without it the app connects by Socket Mode.
    Raises :class:`SlackError` for a command that Slack would reject.
    """
    events = [*EVENTS, *(UNFURL_EVENTS if settings.slack.unfurl else ())]
    base = url.rstrip("/")
    request = {"request_url": f"{base}{EVENTS_PATH}"} if base else {}
    options = {"message_menu_options_url": f"{base}{EVENTS_PATH}"} if base else {}
    oauth: dict[str, Any] = {"scopes": {"bot": list(scopes(settings))}}
    if base:
        oauth["redirect_urls"] = [f"{base}{REDIRECT_PATH}"]
    return {
        "display_information": {
            "name": NAME,
            "description": DESCRIPTION,
            "long_description": LONG_DESCRIPTION,
            "background_color": "#1f3a5f",
        },
        "features": _features(settings.slack, base),
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": {**request, "bot_events": sorted(events)},
            "interactivity": {"is_enabled": True, **request, **options},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not base,
            "token_rotation_enabled": False,
        },
    }


def _hint() -> str:
    """What can follow the slash command: a model's name, or a command; those of a group together."""
    shown = [each for each in COMMANDS if each.shown]
    groups: dict[str, list[str]] = {}
    for each in shown:
        if each.group is not None:
            groups.setdefault(each.group, []).append(each.name.removeprefix(f"{each.group} "))
    alone = [each.name for each in shown if each.group is None]
    together = [f"{group} {'/'.join(names)}" for group, names in groups.items()]
    return " | ".join(["grok-2", *alone, *together])


def _features(settings: SlackSettings, base: str) -> dict[str, Any]:
    command = {
        "command": slash_command(settings),
        "description": DESCRIPTION,
        "usage_hint": _hint(),
        "should_escape": False,
        **({"url": f"{base}{EVENTS_PATH}"} if base else {}),
    }
    features: dict[str, Any] = {
        "agent_view": {
            "agent_description": DESCRIPTION,
            "suggested_prompts": [{"title": each, "message": each} for each in PROMPTS],
        },
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": NAME, "always_online": True},
        "shortcuts": [
            {
                "name": SHORTCUT,
                "type": "message",
                "callback_id": ABOUT_MESSAGE,
                "description": "See whether the models that a message names are open",
            },
            {
                "name": "Ask about a model",
                "type": "global",
                "callback_id": ASK,
                "description": "Pick a model and see whether it is open",
            },
        ],
        "slash_commands": [command],
    }
    if settings.unfurl:
        features["unfurl_domains"] = list(UNFURL_DOMAINS)
    return features
