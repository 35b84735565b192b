"""From a subscription and a period to the digest in words: what the sender posts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.commands.digest.telling import told
from bot.replies.digest import post
from bot.replies.reply import Reply
from bot.replies.words import words
from bot.state.delivery import Period
from bot.state.journal import Journal
from bot.state.subscription import Subscription, WhenEmpty
from bot.store.store import FactStore


def composer(store: FactStore, journal: Journal) -> Callable[[Subscription, Period], Awaitable[Reply | None]]:
    """What composes digests from these facts: None where nothing happened, and nothing is to be said."""

    async def compose(subscription: Subscription, period: Period) -> Reply | None:
        answer = await told(subscription, period, store, journal)
        if answer.empty and subscription.when_empty is WhenEmpty.SKIP:
            return None
        return post.reply(answer, words(subscription.language))

    return compose
