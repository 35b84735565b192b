"""What a subscription asks for, in words."""

from __future__ import annotations

from bot.commands.digest.filters import Topic
from bot.replies.digest.topics import TOPICS
from bot.replies.words import Words
from bot.state.subscription import Filters


def wished(wishes: Filters, words: Words) -> str:
    """The maker, model, licence and kinds of news that are wanted, by name; empty where everything is."""
    kinds = words(", ").join(words(TOPICS[topic]) for topic in Topic if topic in wishes.kinds)
    return words("; ").join(filter(None, (wishes.organization, wishes.model, wishes.license, kinds)))
