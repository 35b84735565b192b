"""What goes on after the acknowledgement: no failure without a word to the asker, nothing lost at the end."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog

from bot import replies
from bot.platforms.slack.delivery import Undelivered
from bot.platforms.slack.workspaces import NotInstalled
from bot.replies.reply import Reply
from bot.replies.words import words as words_in

GRACE = 3.0  # seconds that answers under way are given when the bot stops

Tell = Callable[[Reply], Awaitable[None]]

log = structlog.get_logger(__name__)


class Tasks:
    """Answers under way."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None], tell: Tell, language: str) -> None:
        """Begin the work; where it fails, ``tell`` says so to the asker."""
        task = asyncio.create_task(_guarded(work, tell, language))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def close(self) -> None:
        """Let what is under way come to its end, within the grace."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=GRACE)
        for task in late:
            task.cancel()


async def _guarded(work: Coroutine[Any, Any, None], tell: Tell, language: str) -> None:
    try:
        await work
    except (Undelivered, NotInstalled) as error:
        log.warning("answer not delivered", reason=str(error))
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("unexpected", reference=reference, platform="slack")
        try:
            await tell(replies.failure(reference, words_in(language)))
        except Exception as error:
            log.warning("apology not delivered", reason=str(error) or type(error).__name__)
