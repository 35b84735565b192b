"""The digest of a subscription for a period, from the facts and the journal as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.digest.contents import LOOKED_BACK, DigestAnswer, tell
from bot.commands.digest.span import Span
from bot.commands.every import everything
from bot.facts.status import AsOf
from bot.state.delivery import Period
from bot.state.subscription import Subscription
from bot.store.store import FactStore

if TYPE_CHECKING:  # loaded where digests are: SQLAlchemy takes a moment and some memory
    from bot.state.journal import Journal


async def told(
    subscription: Subscription, period: Period, store: FactStore, journal: Journal
) -> DigestAnswer:
    """What the digest of the period says."""
    span = Span.of(period, subscription.zone)
    found = await everything(store, AsOf(span.today, span.today))
    entries = await journal.between(span.start - LOOKED_BACK, span.end)
    return tell(span, found, entries, subscription.filters)
