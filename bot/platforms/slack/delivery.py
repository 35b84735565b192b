"""Answers that are no acknowledgement, on their way out: to an address, a channel, a person, a view."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.platforms.slack.render import EPHEMERAL, IN_CHANNEL, Card, content
from bot.platforms.slack.scene import Scene
from bot.platforms.slack.web import Web
from bot.platforms.slack.workspaces import NotInstalled, Workspace, Workspaces
from bot.state.errors import StateError

OPENING = 1.2  # seconds for a view to open: a trigger lasts three, and the answer takes some of them

Json = dict[str, Any]

log = structlog.get_logger(__name__)


class Undelivered(Exception):
    """Slack did not take the answer; the reason is in Slack's own word."""


class Delivery:
    """Sends what was rendered. Every method raises :class:`Undelivered`, or ``NotInstalled``."""

    def __init__(self, web: Web, workspaces: Workspaces) -> None:
        self._web = web
        self._workspaces = workspaces

    async def respond(self, scene: Scene, card: Card, *, public: bool = False, replace: bool = False) -> None:
        """Answer a command or an interaction at the address that came with it, without any token."""
        body: Json = {
            "response_type": IN_CHANNEL if public else EPHEMERAL,
            "replace_original": replace,
            **content(card),
        }
        if scene.thread and not replace:
            body["thread_ts"] = scene.thread
        try:
            answer = await self._web.answering(scene.response_url).send_dict(body)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Undelivered(type(error).__name__) from error
        if answer.status_code != 200:
            raise Undelivered(f"{answer.status_code} {answer.body[:100]}")

    async def post(self, scene: Scene, card: Card, thread: str | None) -> None:
        """Post to the channel, in the thread where there is one."""
        await self._call(
            scene, "chat.postMessage", {"channel": scene.channel, **_in(thread), **content(card)}
        )

    async def whisper(self, scene: Scene, card: Card) -> None:
        """Tell one person of a channel."""
        where = {"channel": scene.channel, "user": scene.user, **_in(scene.thread)}
        said = {"text": card.text, "blocks": card.blocks}
        await self._call(scene, "chat.postEphemeral", {**where, **said})

    async def open_view(self, scene: Scene, trigger: str, view: Json) -> None:
        """Open a form or an answer over what the person sees."""
        await self._call(scene, "views.open", {"trigger_id": trigger, "view": view})

    async def opened(self, scene: Scene, trigger: str, view: Json) -> bool:
        """Whether the view opened while the trigger lasts; raises nothing."""
        try:
            async with asyncio.timeout(OPENING):
                await self.open_view(scene, trigger, view)
        except (Undelivered, NotInstalled, StateError, TimeoutError) as error:
            log.warning("view not opened", reason=str(error) or type(error).__name__)
            return False
        return True

    async def update_view(self, scene: Scene, id: str, view: Json) -> None:
        """Show something else in an open view."""
        await self._call(scene, "views.update", {"view_id": id, "view": view})

    async def publish_home(self, scene: Scene, view: Json) -> None:
        """Show the App Home to the person."""
        await self._call(scene, "views.publish", {"user_id": scene.user, "view": view})

    async def suggest(self, scene: Scene, title: str, prompts: list[Json]) -> None:
        """Offer questions in the agent's pane."""
        given = {"channel_id": scene.channel, "title": title, "prompts": prompts}
        await self._call(scene, "assistant.threads.setSuggestedPrompts", given)

    async def unfurl(self, scene: Scene, where: Json, unfurls: dict[str, Json]) -> None:
        """Put previews under a message; those that are there already are changed."""
        await self._call(scene, "chat.unfurl", {**where, "unfurls": unfurls})

    async def send(self, workspace: Workspace, to: str, card: Card) -> str:
        """Post to a channel, or to a person, of the bot's own accord; the message's id."""
        answer = await self._call_in(workspace, "chat.postMessage", {"channel": to, **content(card)})
        return str(answer.get("ts"))

    async def change(self, workspace: Workspace, channel: str, message: str, card: Card) -> None:
        """Show something else in a message of the bot's."""
        shown = {"channel": channel, "ts": message, "text": card.text, "blocks": card.blocks}
        await self._call_in(workspace, "chat.update", shown)

    async def _call(self, scene: Scene, method: str, arguments: Json) -> None:
        await self._call_in(scene.workspace, method, arguments)

    async def _call_in(self, workspace: Workspace, method: str, arguments: Json) -> AsyncSlackResponse:
        client: AsyncWebClient = await self._workspaces.client(workspace)
        try:
            return await client.api_call(method, json=arguments)
        except SlackApiError as error:
            raise Undelivered(
                str(error.response.get("error") or error.response.status_code)
                if isinstance(error.response.data, dict)
                else str(error.response.status_code)
            ) from error
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Undelivered(type(error).__name__) from error


def _in(thread: str | None) -> Json:
    return {"thread_ts": thread} if thread else {}
