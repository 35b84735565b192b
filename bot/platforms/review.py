"""The editors' channel: a card for each proposal, kept true; its proposer is told once it is decided.

Nothing is remembered: what is shown is compared with how the proposals stand, whenever there is news.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

import structlog

from bot.commands import COMMANDS
from bot.commands.declaration import Context
from bot.commands.fact.review import SHOW, Show
from bot.core import Bot
from bot.editing.desk import Desk
from bot.facts.edit import Actor, Proposal
from bot.replies.fact import proposal as replies
from bot.replies.reply import Reply
from bot.replies.words import words as words_in
from bot.state.cards import Card, standing

OFTEN = 30.0  # seconds between two looks where nothing is news

log = structlog.get_logger(__name__)


class Unreachable(Exception):
    """The channel or the person cannot be written to; the message is one sentence for the operator."""


class Channel(Protocol):
    """A platform as the review needs it. Its methods raise :class:`Unreachable`."""

    platform: str
    place: str  # the editors' channel, such as ``discord:1234``; empty where there is none

    @property
    def language(self) -> str:
        """The language of the editors' channel."""

    def language_of(self, person: Actor) -> str:
        """The language in which a person is told."""

    async def post(self, proposal: Proposal, reply: Reply) -> str:
        """Post a card; the message's id."""

    async def edit(self, message: str, reply: Reply) -> bool:
        """Put a card in the message's place; False where the message is gone."""

    async def tell(self, person: Actor, reply: Reply) -> None:
        """Tell the person alone."""


class Review:
    """Cards and words to proposers on one platform."""

    def __init__(
        self,
        bot: Bot,
        desk: Desk,
        channel: Channel,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._bot = bot
        self._desk = desk
        self._channel = channel
        self._now = now
        self._complaint = ""

    async def follow(self) -> None:
        """Look now and whenever there is news, until cancelled. What fails is tried again."""
        while True:
            self._desk.news.clear()
            try:
                await self.look()
            except Exception:
                log.exception("unexpected", during="review", platform=self._channel.platform)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._desk.news.wait(), OFTEN)

    async def look(self) -> None:
        """Bring the cards up to date, and tell who has not been told."""
        try:
            if self._channel.place:
                for card in await self._desk.cards.due(self._channel.place):
                    await self._take(card)
            self._complaint = ""
        except Unreachable as error:
            if str(error) != self._complaint:  # once, not with every look
                log.warning(str(error), platform=self._channel.platform)
            self._complaint = str(error)
        for proposal in await self._desk.proposals.untold(self._channel.platform):
            if await self._desk.proposals.tell(proposal.id):
                await self._tell(proposal)

    async def _take(self, card: Card) -> None:
        """Show what is due, unless another replica does."""
        cards = self._desk.cards
        due = await cards.claim(card.proposal, card.place, self._now())
        if due is None:
            return
        try:
            await self._show(due)
        finally:
            await cards.release(card.proposal, card.place)

    async def _show(self, card: Card) -> None:
        now = self._now()
        context = Context(self._bot.store, now.date(), COMMANDS, self._desk, now=now)
        answer = await SHOW.handle(Show(card.proposal), context)
        reply = replies.card(answer, words_in(self._channel.language))
        message = card.message
        if not message:
            message = await self._channel.post(answer.proposal, reply)
        elif not await self._channel.edit(message, reply):
            await self._desk.cards.forget(card.proposal, card.place)
            self._desk.news.set()
            return
        await self._desk.cards.shown(card.proposal, card.place, message, standing(answer.proposal))

    async def _tell(self, proposal: Proposal) -> None:
        """Tell the proposer what became of it, unless they decided it themselves."""
        person, decider = proposal.proposer, proposal.decider
        if decider is not None and (decider.platform, decider.user) == (person.platform, person.user):
            return
        reply = replies.told(proposal, words_in(self._channel.language_of(person)))
        try:
            await self._channel.tell(person, reply)
        except Unreachable as error:
            log.info(str(error), platform=self._channel.platform, proposal=proposal.id)
