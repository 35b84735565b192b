"""Slack: commands, mentions and buttons in, acknowledgements out, on slack-bolt."""

from __future__ import annotations

from bot.core import Bot
from bot.health import Health
from bot.platforms.slack.error import SlackError
from bot.platforms.slack.render import response_body
from bot.settings import Settings

__all__ = ["SlackError", "response_body", "run"]


async def run(bot: Bot, settings: Settings, health: Health | None = None) -> None:
    """Answer on Slack until cancelled. Raises :class:`SlackError` where trying again is no use."""
    from bot.platforms.slack import start  # noqa: PLC0415 - Bolt takes a moment, and rendering needs none of it

    await start.run(bot, settings, health)
