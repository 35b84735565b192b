"""Where a question is asked from: who asks, in which conversation, in which language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.asker import Asker
from bot.platforms.slack import place
from bot.platforms.slack.place import NOWHERE, Place
from bot.platforms.slack.workspaces import Workspace

PLATFORM = "slack"

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """One person's place. ``direct``: the conversation with the bot alone; ``thread`` where it is in one.

    ``elsewhere``: the channel is what a view is about, and the person may not be in it.
    """

    workspace: Workspace
    user: str
    language: str
    channel: str = ""
    thread: str | None = None
    direct: bool = False
    response_url: str = ""
    name: str = ""  # of the person, where the payload has it
    elsewhere: bool = False

    @property
    def asker(self) -> Asker:
        """The person, as the core knows them; their groups are looked up where they edit.

        In a channel where they may not be, they are not until that is looked up.
        """
        workspace = self.workspace.team or self.workspace.enterprise or ""
        channel = "" if self.elsewhere else self.channel
        return Asker(PLATFORM, workspace, self.user, self.name, channel=channel)

    @property
    def place(self) -> Place:
        """The channel, as a view carries it along."""
        return Place(self.channel, self.elsewhere)

    def at(self, place: Place) -> Scene:
        """The same person, where they may not be."""
        return replace(self, channel=place.channel, elsewhere=True)

    def speaking(self, language: str) -> Scene:
        """The same place in another language."""
        return replace(self, language=language)


def of_command(body: Payload, language: str) -> Scene:
    """The scene of a slash command."""
    channel = _text(body, "channel_id")
    return Scene(
        workspace=Workspace(
            _text(body, "team_id") or None,
            _text(body, "enterprise_id") or None,
            _text(body, "is_enterprise_install") == "true",
        ),
        user=_text(body, "user_id"),
        language=language,
        channel=channel,
        direct=channel.startswith("D"),
        response_url=_text(body, "response_url"),
        name=_text(body, "user_name"),
    )


def of_interaction(body: Payload, language: str) -> Scene:
    """The scene of a button, a menu, a shortcut or a form."""
    container, message = _part(body, "container"), _part(body, "message")
    channel = _text(_part(body, "channel"), "id") or _text(container, "channel_id")
    about = place.of_interaction(body) if not channel else NOWHERE
    user, team = _part(body, "user"), _part(body, "team")
    return Scene(
        workspace=Workspace(
            _text(team, "id") or _text(user, "team_id") or None,
            _text(_part(body, "enterprise"), "id") or None,
            bool(body.get("is_enterprise_install")) and str(body["is_enterprise_install"]).lower() == "true",
        ),
        user=_text(user, "id"),
        language=language,
        channel=channel or about.channel,
        elsewhere=about.elsewhere,
        thread=_text(container, "thread_ts") or _text(message, "thread_ts") or None,
        direct=channel.startswith("D"),
        response_url=_text(body, "response_url"),
        name=_text(user, "name") or _text(user, "username"),
    )


def of_event(body: Payload, language: str) -> Scene:
    """The scene of an event: a mention, a direct message, an opened home."""
    event = _part(body, "event")
    authorizations = body.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else {}
    channel = _text(event, "channel")
    return Scene(
        workspace=Workspace(
            _text(body, "team_id") or None,
            _text(first, "enterprise_id") or _text(body, "enterprise_id") or None,
            bool(first.get("is_enterprise_install")),
        ),
        user=_text(event, "user"),
        language=language,
        channel=channel,
        thread=_text(event, "thread_ts") or None,
        direct=_text(event, "channel_type") == "im" or channel.startswith("D"),
    )


def bot_user(body: Payload) -> str | None:
    """The bot's own id as the event names it."""
    authorizations = body.get("authorizations")
    if not isinstance(authorizations, list):
        return None
    return next((str(each["user_id"]) for each in authorizations if each.get("is_bot")), None)


def _part(payload: Payload, name: str) -> Payload:
    part = payload.get(name)
    return part if isinstance(part, Mapping) else {}


def _text(payload: Payload, name: str) -> str:
    return str(payload.get(name) or "")
