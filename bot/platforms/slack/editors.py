"""The editors' channel and the people who propose, as the review of proposals reaches them."""

from __future__ import annotations

from bot.commands.fact.review import Edit, Show
from bot.facts.edit import Actor, Proposal
from bot.platforms.review import Unreachable
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.delivery import Delivery, Undelivered
from bot.platforms.slack.scene import PLATFORM
from bot.platforms.slack.workspaces import NotInstalled, Workspace
from bot.replies.reply import Reply
from bot.settings import EditorsSettings

_FIXED = ("message_not_found", "cant_update_message", "edit_window_closed")
"""Slack's words for a message that can't be changed any more."""


class EditorsChannel:
    """Where editors are shown what people propose. A proposal is shown, and told of, in one message."""

    platform = PLATFORM

    def __init__(self, answering: Answering, delivery: Delivery, settings: EditorsSettings) -> None:
        self._answering = answering
        self._delivery = delivery
        self._channel = settings.slack_channel
        self._workspace = Workspace(settings.slack_team or None)
        self.place = f"{PLATFORM}:{self._channel}" if self._channel else ""
        self.language = answering.language

    def language_of(self, person: Actor) -> str:
        """The language in which a person is told: Slack doesn't say theirs."""
        return self.language

    async def post(self, proposal: Proposal, reply: Reply) -> str:
        """Post a card; the message's id. Raises :class:`Unreachable`."""
        card = self._answering.saying(reply, _whole(reply))
        try:
            return await self._delivery.send(self._workspace, self._channel, card)
        except (Undelivered, NotInstalled) as error:
            raise Unreachable(
                f"[editors] slack_channel: Slack takes no card for {self._channel} ({error}): "
                "give the channel's id, and invite the bot there."
            ) from error

    async def edit(self, message: str, reply: Reply) -> bool:
        """Put a card in the message's place; False where it is gone. Raises :class:`Unreachable`."""
        card = self._answering.saying(reply, _whole(reply))
        try:
            await self._delivery.change(self._workspace, self._channel, message, card)
        except (Undelivered, NotInstalled) as error:
            if str(error) in _FIXED:
                return False
            raise Unreachable(f"A card in {self._channel} can't be brought up to date ({error}).") from error
        return True

    async def tell(self, person: Actor, reply: Reply) -> None:
        """Tell the person in a direct message. Raises :class:`Unreachable`."""
        try:
            card = self._answering.saying(reply)
            await self._delivery.send(Workspace(person.workspace or None), person.user, card)
        except (Undelivered, NotInstalled) as error:
            raise Unreachable(f"Somebody can't be told of their proposal ({error}).") from error


def _whole(reply: Reply) -> Show | None:
    """What shows the rest of a card that is too long for one message, while it can be decided."""
    edits = (each.command for each in reply.follow_ups if isinstance(each.command, Edit))
    return next((Show(each.proposal) for each in edits), None)
