"""What ends the platform, or a command of the operator's, with a sentence."""

from __future__ import annotations

from bot.errors import PlatformError


class SlackError(PlatformError):
    """Trying again is no use; the message is one sentence that says what to do."""


class Unreachable(SlackError):
    """Slack can't be reached just now: trying again may help."""
