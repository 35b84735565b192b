"""Who manages a channel: its members, or only those of them who are admins, as the settings say."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import aiohttp
import structlog
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.scene import Scene
from bot.platforms.slack.workspaces import NotInstalled, Workspaces
from bot.state.errors import StateError

SECONDS = 1.0  # for a look-up: the acknowledgement waits for it
PAGE = 999  # channels in one answer of Slack's

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Reach:
    """In which channels somebody is, as far as is known, and whether they manage those."""

    channels: frozenset[str] = frozenset()
    manages: bool = False


class Managers:
    """What somebody may do in channels. A look-up that fails says nothing of them: doubt closes."""

    def __init__(self, workspaces: Workspaces, *, admins_only: bool) -> None:
        self._workspaces = workspaces
        self._admins_only = admins_only

    async def reach(self, here: Scene) -> Reach:
        """Slack lets only members ask in a channel; of who asks from elsewhere the channels are looked up.

        Who is an admin is looked up, too.
        """
        inside = not here.elsewhere and bool(here.channel)
        if inside and not self._admins_only:
            return Reach(frozenset({here.channel}), manages=True)
        try:
            async with asyncio.timeout(SECONDS):
                client = await self._workspaces.client(here.workspace)
                channels, manages = await asyncio.gather(
                    _just(here.channel) if inside else _channels(client, here),
                    _is_admin(client, here) if self._admins_only else _yes(),
                )
        except (SlackClientError, NotInstalled, StateError, aiohttp.ClientError, OSError) as error:
            reason = str(error) or type(error).__name__
            log.warning("rights not looked up", workspace=here.workspace.team, reason=reason)
            return Reach(frozenset({here.channel}) if inside else frozenset())
        return Reach(channels, manages)


async def _channels(client: AsyncWebClient, here: Scene) -> frozenset[str]:
    """The channels in which the person is: of the private ones those in which the bot is, too."""
    found: set[str] = set()
    cursor: str | None = None
    while True:
        answer = await client.users_conversations(
            user=here.user,
            types="public_channel,private_channel",
            limit=PAGE,
            cursor=cursor,
            team_id=here.workspace.team if here.workspace.organization_wide else None,
        )
        found.update(str(each.get("id")) for each in answer.get("channels") or ())
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return frozenset(found)


async def _is_admin(client: AsyncWebClient, here: Scene) -> bool:
    user = (await client.users_info(user=here.user)).get("user") or {}
    return bool(user.get("is_admin") or user.get("is_owner"))


async def _just(channel: str) -> frozenset[str]:
    return frozenset({channel})


async def _yes() -> bool:
    return True
