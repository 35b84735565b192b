"""What the digest commands share: where subscriptions are kept, which is meant, and what is shown of it."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from bot.commands.declaration import Context
from bot.commands.digest import schedule
from bot.commands.digest.answers import Done, SubscriptionAnswer
from bot.commands.digest.telling import told
from bot.errors import BadInput, Mistake
from bot.facts.refusals import Unheard
from bot.state.delivery import Period
from bot.state.subscription import Subscription

if TYPE_CHECKING:  # loaded where digests are
    from bot.editing.desk import Desk
    from bot.state.subscriptions import Subscriptions

RUNS = 3  # shown when a digest is subscribed to
MOST = 10  # digests of one channel


def desk_of(context: Context) -> Desk:
    """The desk, whose state keeps the subscriptions. Raises :class:`BadInput` where there is none."""
    if context.desk is None:
        raise BadInput(Mistake.NOT_HERE)
    return context.desk


def subscriptions(context: Context) -> Subscriptions:
    """Where subscriptions are kept."""
    from bot.state.subscriptions import Subscriptions  # noqa: PLC0415 - SQLAlchemy takes a moment

    return Subscriptions(desk_of(context).engine)


async def here(context: Context) -> list[Subscription]:
    """Those of the asker's channel; in the terminal, of none in particular.

    In a workspace who is in no channel has none: what one channel subscribes to is no other's affair.
    """
    asker = context.asker
    if asker.workspace and not asker.channel:
        return []
    return await subscriptions(context).of(asker.platform, asker.workspace, asker.channel)


async def meant(id: int, context: Context) -> Subscription:
    """The subscription of that number, of the asker's channel. Raises :class:`Unheard`.

    Who manages one channel manages no other. In the terminal a channel need not be named.
    """
    found = next((each for each in await here(context) if each.id == id), None)
    if found is None:
        raise Unheard(f"#{id}")
    return found


async def shown(done: Done, subscription: Subscription, context: Context) -> SubscriptionAnswer:
    """The subscription with its next runs, and with what it would say of the last period."""
    if done is Done.ENDED:
        return SubscriptionAnswer(done, subscription)
    runs = tuple(islice(schedule.runs(subscription, context.now), RUNS))
    digest = await told(
        subscription, last_period(subscription, context.now), context.store, desk_of(context).journal
    )
    return SubscriptionAnswer(done, subscription, runs, digest)


def last_period(subscription: Subscription, now: datetime) -> Period:
    """The period that would be told if a digest were due now."""
    start = schedule.last_run(subscription, now)
    if (now - start).total_seconds() < 3600:  # just after a run there is nothing yet: tell that run's
        return Period(schedule.last_run(subscription, start), start)
    earlier = schedule.last_run(subscription, start)
    return Period(earlier, start)
