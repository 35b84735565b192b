"""`digest list`, `preview`, `test`, `history`: what comes, what it would say, what came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.commands.declaration import Context, Rights, declare
from bot.commands.digest import arguments, schedule
from bot.commands.digest.answers import DeliveriesAnswer, PreviewAnswer, Standing, SubscriptionsAnswer
from bot.commands.digest.desk import desk_of, here, last_period, meant, subscriptions
from bot.commands.digest.filters import named
from bot.commands.digest.telling import told
from bot.commands.every import everything
from bot.facts.status import AsOf
from bot.state.subscription import Subscription


@dataclass(frozen=True, slots=True)
class ListDigests:
    """The digests of this channel."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a digest would say now, for you alone."""

    digest: arguments.Number


@dataclass(frozen=True, slots=True)
class Test:
    """Post what a digest would say now, for all to see."""

    digest: arguments.Number


@dataclass(frozen=True, slots=True)
class DigestHistory:
    """What became of a digest's posts, and why."""

    digest: arguments.Number


async def every(command: ListDigests, context: Context) -> SubscriptionsAnswer:
    """Each with what it is about and its next run. Asked from no channel, those of the whole workspace."""
    asker = context.asker
    everywhere = bool(asker.workspace and not asker.channel)
    if everywhere:
        subscribed = await subscriptions(context).of(asker.platform, asker.workspace)
    else:
        subscribed = await here(context)
    found = await everything(context.store, AsOf(context.today, context.today))
    return SubscriptionsAnswer(
        tuple(
            Standing(each, named(each.filters, found.timeline), _next(each, context)) for each in subscribed
        ),
        everywhere,
    )


def _next(each: Subscription, context: Context) -> datetime | None:
    return None if each.paused or each.suspended else next(schedule.runs(each, context.now))


async def preview(command: Preview | Test, context: Context) -> PreviewAnswer:
    """The last whole period."""
    found = await meant(command.digest, context)
    journal = desk_of(context).journal
    digest = await told(found, last_period(found, context.now), context.store, journal)
    return PreviewAnswer(digest, found.language, public=isinstance(command, Test))


async def history(command: DigestHistory, context: Context) -> DeliveriesAnswer:
    """Newest first."""
    from bot.state.deliveries import Deliveries  # noqa: PLC0415 - SQLAlchemy takes a moment

    found = await meant(command.digest, context)
    deliveries = Deliveries(desk_of(context).engine)
    return DeliveriesAnswer(found, tuple(await deliveries.history(found.id)))


LIST = declare("digest list", ListDigests, every, ("digest list",), lasts=False)
PREVIEW = declare("digest preview", Preview, preview, ("digest preview 1",), lasts=False)
TEST = declare("digest test", Test, preview, ("digest test 1",), rights=Rights.MANAGER, lasts=False)
HISTORY = declare("digest history", DigestHistory, history, ("digest history 1",), lasts=False)
