"""What ends the platform, or a command of the operator's, with a sentence."""

from __future__ import annotations

from bot.errors import PlatformError


class DiscordError(PlatformError):
    """Trying again is no use; the message is one sentence that says what to do."""
