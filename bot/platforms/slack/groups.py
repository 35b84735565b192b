"""The user groups of the workspace that an editor can be in, asked for when somebody edits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection

import aiohttp
import structlog
from slack_sdk.errors import SlackClientError

from bot.platforms.slack.scene import Scene
from bot.platforms.slack.workspaces import NotInstalled, Workspace, Workspaces
from bot.state.errors import StateError

SECONDS = 1.0  # for a look-up: the acknowledgement waits for it
KEPT = 3.0  # seconds for which a group's members are kept: an editor no longer in it is none soon

log = structlog.get_logger(__name__)


class Groups:
    """Who is in the groups with these ids. A look-up that fails finds nobody: doubt closes."""

    def __init__(
        self, workspaces: Workspaces, ids: Collection[str], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._workspaces = workspaces
        self._ids = tuple(ids)
        self._now = now
        self._kept: dict[tuple[Workspace, str], tuple[float, frozenset[str]]] = {}

    async def of(self, here: Scene) -> frozenset[str]:
        """Those of the groups in which the person is."""
        members = await asyncio.gather(*(self._members(here.workspace, id) for id in self._ids))
        return frozenset(id for id, users in zip(self._ids, members, strict=True) if here.user in users)

    async def _members(self, workspace: Workspace, id: str) -> frozenset[str]:
        until, users = self._kept.get((workspace, id), (0.0, frozenset()))
        if until > self._now():
            return users
        self._kept = {key: each for key, each in self._kept.items() if each[0] > self._now()}
        try:
            async with asyncio.timeout(SECONDS):
                users = await self._look_up(workspace, id)
        except (SlackClientError, NotInstalled, StateError, aiohttp.ClientError, OSError) as error:
            reason = str(error) or type(error).__name__
            log.warning("user group not looked up", group=id, workspace=workspace.team, reason=reason)
            return frozenset()
        self._kept[workspace, id] = self._now() + KEPT, users
        return users

    async def _look_up(self, workspace: Workspace, id: str) -> frozenset[str]:
        client = await self._workspaces.client(workspace)
        team = workspace.team if workspace.organization_wide else None
        answer = await client.usergroups_users_list(usergroup=id, team_id=team)
        return frozenset(map(str, answer.get("users") or ()))
