"""Digests in a terminal: printed while somebody chats there, as they come due."""

from __future__ import annotations

from datetime import datetime

from rich.console import Console

from bot.platforms.terminal import render
from bot.replies.digest.reasons import suspended
from bot.replies.reply import Reply
from bot.state.subscription import Subscription


class Printer:
    """Posts to the terminal; what a process that ended there had printed, nobody can find again."""

    def __init__(self, console: Console) -> None:
        self._console = console

    async def prepare(self, workspace: str) -> None:
        """Nothing to refresh."""

    async def post(self, subscription: Subscription, digest: Reply, nonce: str) -> str:
        """Print it."""
        self._console.print()
        render.show(digest, self._console)
        return nonce

    async def find(self, subscription: Subscription, nonce: str, since: datetime) -> str | None:
        """Never found: it is printed again."""
        return None

    async def tell_admin(self, subscription: Subscription, reason: str) -> None:
        """Print it: who runs the bot reads along."""
        render.show(suspended(subscription, reason), self._console)
