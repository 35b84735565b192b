"""The editors' channel and the people who propose, as the review of proposals reaches them."""

from __future__ import annotations

from typing import Any

import discord

from bot.facts.edit import Actor, Proposal
from bot.platforms.discord.controls import Question
from bot.platforms.discord.delivery import Card
from bot.platforms.discord.render import View, kept_card
from bot.platforms.discord.scene import PLATFORM
from bot.platforms.review import Unreachable
from bot.replies.reply import Reply
from bot.settings import EditorsSettings


class EditorsChannel:
    """Where editors are shown what people propose."""

    platform = PLATFORM

    def __init__(self, client: discord.Client, settings: EditorsSettings, version: str) -> None:
        self._client = client
        self._channel = settings.discord_channel
        self._version = version
        self.place = f"{PLATFORM}:{self._channel}" if self._channel else ""

    @property
    def language(self) -> str:
        """The language of the channel's server, as far as it is known."""
        channel = self._client.get_channel(int(self._channel)) if self._channel.isdecimal() else None
        guild = getattr(channel, "guild", None)
        return str(guild.preferred_locale.value) if guild is not None else "en"

    def language_of(self, person: Actor) -> str:
        """The language in which a person is told: that of the server they proposed from."""
        guild = self._client.get_guild(int(person.workspace)) if person.workspace.isdecimal() else None
        return str(guild.preferred_locale.value) if guild is not None else "en"

    async def post(self, proposal: Proposal, reply: Reply) -> str:
        """Post a card; the message's id. Raises :class:`Unreachable`."""
        try:
            sent = await self._place().send(view=self._card(reply))
        except discord.HTTPException as error:
            raise Unreachable(
                f"[editors] discord_channel: Discord takes no card for {self._channel} ({error.text[:100]}): "
                "let the bot see the channel and send messages there."
            ) from error
        return str(sent.id)

    async def edit(self, message: str, reply: Reply) -> bool:
        """Put a card in the message's place; False where it is gone. Raises :class:`Unreachable`."""
        try:
            await self._place().get_partial_message(int(message)).edit(view=self._card(reply))
        except discord.NotFound:
            return False
        except discord.HTTPException as error:
            raise Unreachable(f"A card can't be brought up to date ({error.text[:100]}).") from error
        return True

    async def tell(self, person: Actor, reply: Reply) -> None:
        """Tell the person in a direct message. Raises :class:`Unreachable`."""
        try:
            user = await self._client.fetch_user(int(person.user))
            await user.send(view=self._card(reply))
        except (discord.HTTPException, ValueError) as error:
            raise Unreachable(f"Somebody can't be told of their proposal ({error}).") from error

    def _place(self) -> discord.PartialMessageable:
        if not self._channel.isdecimal():
            raise Unreachable("[editors] discord_channel is no id: copy the channel's id.")
        return self._client.get_partial_messageable(int(self._channel))

    def _card(self, reply: Reply) -> Any:
        return Card(kept_card(reply, View(Question(None, self._version))))
