"""What is posted unasked: digests, each known by its nonce, and a word to whoever can mend a suspended one.

Sent by requests of our own: discord.py's would wait and repeat by themselves, and a digest's sender decides
about both.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import aiohttp
import discord
from discord.http import Route

from bot.platforms.discord.components import Component
from bot.platforms.discord.controls import Question
from bot.platforms.discord.render import View, kept_card
from bot.posting import Away, Busy, Refused, Scope, Uncertain
from bot.replies.digest.reasons import suspended
from bot.replies.reply import Reply
from bot.state.subscription import Subscription
from bot.state.why import Why

SECONDS = 15.0  # for an answer of Discord's
LOOKED_AT = 50  # newest messages of a channel, for one of ours
_TEXT = 10  # the kind of a component that is text
_V2 = 1 << 15  # the flag of messages that are components alone

Json = dict[str, Any]


class Posts:
    """Digests to Discord's channels."""

    def __init__(
        self, client: discord.Client, session: aiohttp.ClientSession, token: str, version: str
    ) -> None:
        self._client = client
        self._session = session
        self._headers = {"Authorization": f"Bot {token}"}
        self._version = version

    async def prepare(self, workspace: str) -> None:
        """A bot's token lasts. Raises :class:`Away` while the server is in an outage."""
        guild = self._client.get_guild(int(workspace)) if workspace.isdecimal() else None
        if guild is not None and guild.unavailable:
            raise Away

    async def post(self, subscription: Subscription, digest: Reply, nonce: str) -> str:
        """Post it; Discord takes a nonce once for some minutes."""
        role = subscription.role
        body = {
            "components": [*_mention(role), *self._card(digest), _text(f"-# {nonce}")],
            "flags": _V2,
            "nonce": nonce,
            "enforce_nonce": True,
            "allowed_mentions": {"parse": [], "roles": [role] if role else []},
        }
        sent = await self._call("POST", f"/channels/{subscription.channel}/messages", body)
        return str(sent["id"])

    async def find(self, subscription: Subscription, nonce: str, since: datetime) -> str | None:
        """Look for it among the newest messages of the channel, by the line that ends ours."""
        path = f"/channels/{subscription.channel}/messages?limit={LOOKED_AT}"
        me = str(self._client.user.id) if self._client.user is not None else ""
        for each in await self._call("GET", path):
            if str(each["author"]["id"]) == me and f"-# {nonce}" in _texts(each.get("components", ())):
                return str(each["id"])
        return None

    async def tell_admin(self, subscription: Subscription, reason: str) -> None:
        """Tell who subscribed, in a direct message, with a button to resume."""
        reply = suspended(subscription, reason)
        direct = await self._call("POST", "/users/@me/channels", {"recipient_id": subscription.created_by})
        body = {"components": self._card(reply), "flags": _V2, "allowed_mentions": {"parse": []}}
        await self._call("POST", f"/channels/{direct['id']}/messages", body)

    def _card(self, reply: Reply) -> list[Component]:
        return kept_card(reply, View(Question(None, self._version)))

    async def _call(self, method: str, path: str, body: Json | None = None) -> Any:
        """Discord's answer. Raises what :mod:`bot.posting` has for whatever else it says."""
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        try:
            async with self._session.request(
                method, Route.BASE + path, json=body, headers=self._headers, timeout=timeout
            ) as response:
                answer = await response.json(content_type=None) if response.status != 204 else {}
                if response.status < 400:
                    return answer
                raise _refusal(response.status, answer if isinstance(answer, dict) else {})
        except aiohttp.ClientConnectorError as error:
            raise Away from error
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise (Uncertain if method == "POST" else Away) from error


def _refusal(status: int, answer: Json) -> Exception:
    said = str(answer.get("message", status))[:100]
    match status:
        case 429:
            scope = Scope.PLATFORM if answer.get("global") else Scope.CHANNEL
            return Busy(float(answer.get("retry_after", 5)), scope)
        case 403 | 404:
            return Refused(Why.NO_ACCESS.saying(said))
        case 401:
            return Away()
        case _ if status >= 500:
            return Uncertain()
    return Refused(Why.REFUSED.saying(said))


def _mention(role: str) -> list[Component]:
    return [_text(f"<@&{role}>")] if role.isdecimal() else []


def _text(said: str) -> Component:
    return {"type": _TEXT, "content": said}


def _texts(components: Any) -> list[str]:
    """The texts of the components, those within others too."""
    found: list[str] = []
    for each in components:
        found += [str(each["content"])] if each.get("type") == _TEXT else _texts(each.get("components", ()))
    return found
