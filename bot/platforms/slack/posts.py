"""What is posted unasked: digests, each known by its message's metadata; a word to who can mend one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.platforms.slack.answering import Answering
from bot.platforms.slack.blocks import prose, rich
from bot.platforms.slack.render import content
from bot.platforms.slack.workspaces import NotInstalled, Workspace, Workspaces
from bot.posting import Away, Busy, Refused, Uncertain
from bot.replies.digest.reasons import suspended
from bot.replies.reply import Reply
from bot.state.subscription import Subscription
from bot.state.why import Why

EVENT = "openness_digest"  # the type of our messages' metadata
LOOKED_AT = 50  # messages since the period's end, for one of ours

_DEFINITE = frozenset(
    {
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "restricted_action",
        "account_inactive",
        "token_revoked",
        "invalid_auth",
        "missing_scope",
        "no_permission",
    }
)

Json = dict[str, Any]


class Posts:
    """Digests to the channels of Slack's workspaces."""

    def __init__(self, answering: Answering, workspaces: Workspaces) -> None:
        self._answering = answering
        self._workspaces = workspaces

    async def prepare(self, workspace: str) -> None:
        """Renew a token that ends soon: Bolt does so only where somebody asks. Raises :class:`Refused`."""
        await self._client(workspace)

    async def post(self, subscription: Subscription, digest: Reply, nonce: str) -> str:
        """Post it with the nonce in its metadata."""
        body = content(self._answering.saying(digest))
        if subscription.role:
            group = {"type": "usergroup", "usergroup_id": subscription.role}
            body["blocks"] = [rich([prose([group])]), *body["blocks"]]
        metadata = {"event_type": EVENT, "event_payload": {"nonce": nonce}}
        sent = await self._call(
            subscription, "chat.postMessage", {"channel": subscription.channel, "metadata": metadata, **body}
        )
        return str(sent["ts"])

    async def find(self, subscription: Subscription, nonce: str, since: datetime) -> str | None:
        """Look for it among what was posted to the channel since: for our own message alone."""
        arguments = {
            "channel": subscription.channel,
            "oldest": f"{since.timestamp():.6f}",
            "limit": LOOKED_AT,
            "include_all_metadata": True,
        }
        found = await self._call(subscription, "conversations.history", arguments)
        for each in found.get("messages", ()):
            payload = (each.get("metadata") or {}).get("event_payload") or {}
            if payload.get("nonce") == nonce:
                return str(each["ts"])
        return None

    async def tell_admin(self, subscription: Subscription, reason: str) -> None:
        """Tell who subscribed, in a direct message, with a button to resume."""
        reply = suspended(subscription, reason)
        body = content(self._answering.saying(reply))
        await self._call(subscription, "chat.postMessage", {"channel": subscription.created_by, **body})

    async def _call(self, subscription: Subscription, method: str, arguments: Json) -> Json:
        client = await self._client(subscription.workspace)
        try:
            answer = await client.api_call(method, json=arguments)
        except SlackApiError as error:
            raise _refusal(error) from error
        except aiohttp.ClientConnectorError as error:
            raise Away from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise (Uncertain if method == "chat.postMessage" else Away) from error
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    async def _client(self, workspace: str) -> Any:
        try:
            return await self._workspaces.client(Workspace(workspace or None))
        except NotInstalled as error:
            raise Refused(Why.NOT_INSTALLED) from error


def _refusal(error: SlackApiError) -> Exception:
    code = str(error.response.get("error") or "")
    if error.response.status_code == 429 or code in ("ratelimited", "rate_limited"):
        return Busy(float(error.response.headers.get("Retry-After", 30)))
    if code in _DEFINITE:
        return Refused(Why.UNINVITED.saying(code))
    if error.response.status_code >= 500 or code in ("internal_error", "fatal_error", "service_unavailable"):
        return Uncertain()
    return Refused(Why.REFUSED.saying(code or error.response.status_code))
