"""The way back to a workspace: a client with its token, looked up only where something is to be sent."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

import structlog
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot as Installed
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.installations import Installations
from bot.platforms.slack.once import Once
from bot.platforms.slack.web import Web

EARLY = 120  # minutes before its end at which a token is changed for a new one
ROTATING = 30.0  # seconds within which one replica changes it

log = structlog.get_logger(__name__)


class NotInstalled(Exception):
    """The workspace has no token here, or no longer."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace by Slack's ids; in an organization's installation ``team`` may be empty."""

    team: str | None
    enterprise: str | None = None
    organization_wide: bool = False


class Workspaces(Protocol):
    """Clients by workspace."""

    async def client(self, workspace: Workspace) -> AsyncWebClient:
        """A client that may write there. Raises :class:`NotInstalled`."""


class OneWorkspace:
    """The only workspace, whose token is in the settings."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def client(self, workspace: Workspace) -> AsyncWebClient:
        """The one client."""
        return self._client


class ManyWorkspaces:
    """Workspaces that installed the app, their tokens kept fresh."""

    def __init__(self, installations: Installations, web: Web, secret: str, once: Once) -> None:
        self._installations = installations
        self._web = web
        self._once = once
        self._rotator = AsyncTokenRotator(
            client_id=installations.client_id, client_secret=secret, client=web.client()
        )

    async def client(self, workspace: Workspace) -> AsyncWebClient:
        """A client with the workspace's token, changed for a new one where it ends soon."""
        found = await self._installations.async_find_bot(
            enterprise_id=workspace.enterprise,
            team_id=workspace.team,
            is_enterprise_install=workspace.organization_wide,
        )
        if found is None or not found.bot_token:
            raise NotInstalled(f"no installation of workspace {workspace.team or workspace.enterprise}")
        fresh = await self._fresh(found)
        return self._web.client(fresh.bot_token)

    async def _fresh(self, found: Installed) -> Installed:
        """The bot with a token that lasts. A refresh token serves once, so one replica alone uses it."""
        ends = found.bot_token_expires_at
        if not found.bot_refresh_token or ends is None or ends > time.time() + EARLY * 60:
            return found
        key = f"rotate {found.enterprise_id or ''} {found.team_id or ''} {ends}"
        if not await self._once.first(key, ROTATING):
            return found
        try:
            fresh = await self._rotator.perform_bot_token_rotation(bot=found, minutes_before_expiration=EARLY)
        except SlackTokenRotationError as error:
            log.warning("token not renewed", workspace=found.team_id, reason=str(error.api_error))
            return found
        if fresh is None:
            return found
        await self._installations.async_save_bot(fresh)
        return fresh


class Trusting(AsyncAuthorize):
    """Lets in what Slack signed without asking for a token: an acknowledgement needs none."""

    def __init__(self) -> None:
        """Nothing is kept."""

    async def __call__(
        self,
        *,
        context: object,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,
        actor_team_id: str | None = None,
        actor_user_id: str | None = None,
    ) -> AuthorizeResult:
        """Who asks, as the payload says."""
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, user_id=user_id)
