"""Answers on their way out: one call each, one more where Discord asks to wait, none where it is too late."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import discord
import structlog
from discord.utils import MISSING

from bot import replies
from bot.platforms.discord.components import Component
from bot.platforms.discord.render import View, kept_card
from bot.replies.reply import Reply
from bot.replies.words import words as words_in

PATIENCE = 2.0  # seconds: a question's token is void three seconds after it was asked
ANSWERED = 40060  # Discord's code: this interaction has been answered

log = structlog.get_logger(__name__)

Interaction = discord.Interaction[Any]


class Card(discord.ui.LayoutView):
    """Components that are rendered already, as discord.py takes them. It keeps nothing of them.

    Our buttons say by their ids what they do, so the library is not to remember the view.
    """

    def __init__(self, components: list[Component]) -> None:
        super().__init__(timeout=None)
        self._rendered = components
        self.stop()

    def to_components(self) -> list[Component]:
        """The components as JSON."""
        return self._rendered

    def has_components_v2(self) -> bool:
        """They are of the second form."""
        return True


async def answer(interaction: Interaction, reply: Reply, view: View, hidden: bool) -> None:
    """Answer with a new message, for the asker alone where it is hidden."""
    made = Card(kept_card(reply, view))
    send: Any = interaction.response.send_message  # typed for no content beside components, and sends null
    await _deliver(lambda: send(MISSING, view=made, ephemeral=hidden))


async def replace(interaction: Interaction, reply: Reply, view: View) -> None:
    """Answer in place of the message whose button was pressed."""
    made = Card(kept_card(reply, view))
    await _deliver(lambda: interaction.response.edit_message(view=made))


async def say_nothing(interaction: Interaction) -> None:
    """Take note without a word: all has been said."""
    if interaction.type is discord.InteractionType.application_command:
        await interaction.response.defer(ephemeral=True)
        await interaction.delete_original_response()
    else:
        await interaction.response.defer()


@asynccontextmanager
async def guarded(interaction: Interaction) -> AsyncIterator[None]:
    """Let no failure pass without an answer: the asker alone reads a sentence, with a reference to the log.

    Where Discord itself refuses, there is nobody to tell: the question is too old, or answered.
    """
    try:
        yield
    except (discord.Forbidden, discord.NotFound) as error:
        log.info("answer not wanted", status=error.status, code=error.code)
    except discord.HTTPException as error:
        if error.code != ANSWERED:
            log.warning("answer refused", status=error.status, code=error.code, reason=error.text[:300])
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("unexpected", reference=reference, platform="discord")
        await apologize(interaction, reference)


async def apologize(interaction: Interaction, reference: str) -> None:
    """Say, to the asker alone, that something went wrong."""
    if interaction.response.is_done():
        return
    reply = replies.failure(reference, words_in(interaction.locale.value))
    try:
        await answer(interaction, reply, View(), hidden=True)
    except discord.HTTPException as error:
        log.info("apology not wanted", status=error.status, code=error.code)


async def _deliver(call: Callable[[], Awaitable[object]]) -> None:
    """Make the call; where Discord asks to wait a moment, make it once more. Raises ``HTTPException``."""
    try:
        await call()
    except discord.HTTPException as error:
        wait = _wait(error)
        if wait is None:
            raise
        await asyncio.sleep(wait)
        await call()


def _wait(error: discord.HTTPException) -> float | None:
    """The seconds that Discord asks to wait, where that is not too long."""
    if error.status != 429:
        return None
    try:
        wait = float(error.response.headers.get("Retry-After", ""))
    except ValueError:
        return None
    return wait if 0 <= wait <= PATIENCE else None
