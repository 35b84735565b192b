"""Who says so, in a link: one source is enough for a line of a digest, its maker's own if there is one."""

from __future__ import annotations

from bot.facts.model import Event, SourceKind
from bot.replies.reply import Line, Link
from bot.replies.words import Words


def source(event: Event, words: Words) -> Line:
    """The event's first primary source, or its first, at the end of a line."""
    primary = (each for each in event.sources if each.kind is SourceKind.PRIMARY)
    first = next(primary, event.sources[0])
    return (" ", Link(words("Source: {publisher}", publisher=first.publisher), first.url))
