"""Discord: gateway in, interaction callbacks out, on discord.py."""

from __future__ import annotations

from bot.health import Health
from bot.platforms.discord.error import DiscordError
from bot.platforms.discord.render import callback_body
from bot.platforms.discord.run import run

__all__ = ["DiscordError", "Health", "callback_body", "run"]
