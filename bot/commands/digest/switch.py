"""`digest pause`, `resume`, `unsubscribe`: whether a digest comes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.commands.declaration import Context, Rights, declare
from bot.commands.digest import arguments, schedule
from bot.commands.digest.answers import Done, SubscriptionAnswer
from bot.commands.digest.desk import meant, shown, subscriptions
from bot.facts.refusals import Unheard
from bot.state.subscription import Subscription


@dataclass(frozen=True, slots=True)
class Pause:
    """Send a digest no more until it is resumed."""

    digest: arguments.Number


@dataclass(frozen=True, slots=True)
class Resume:
    """Send a paused or suspended digest again."""

    digest: arguments.Number


@dataclass(frozen=True, slots=True)
class ResumeOwn:
    """Send a suspended digest again that you subscribed to: the button in the message that tells you."""

    digest: arguments.Number


@dataclass(frozen=True, slots=True)
class Unsubscribe:
    """End a digest for good."""

    digest: arguments.Number


async def pause(command: Pause, context: Context) -> SubscriptionAnswer:
    """Keep it, and send nothing."""
    found = await meant(command.digest, context)
    await subscriptions(context).pause(found.id)
    return await shown(Done.PAUSED, replace(found, paused=True), context)


async def resume(command: Resume, context: Context) -> SubscriptionAnswer:
    """Go on from now; a suspended one catches up with what it missed."""
    return await _resumed(await meant(command.digest, context), context)


async def resume_own(command: ResumeOwn, context: Context) -> SubscriptionAnswer:
    """The same from a direct message, which is in no channel. Raises :class:`Unheard` to anybody else."""
    found = await subscriptions(context).get(command.digest)
    asker = context.asker
    own = found is not None and (found.platform, found.created_by) == (asker.platform, asker.user)
    if found is None or not own or not asker.user or asker.workspace not in ("", found.workspace):
        raise Unheard(f"#{command.digest}")
    return await _resumed(found, context)


async def _resumed(found: Subscription, context: Context) -> SubscriptionAnswer:
    due = next(schedule.runs(found, context.now))
    await subscriptions(context).resume(found.id, due)
    return await shown(Done.RESUMED, replace(found, paused=False, suspended=""), context)


async def unsubscribe(command: Unsubscribe, context: Context) -> SubscriptionAnswer:
    """Forget it."""
    found = await meant(command.digest, context)
    await subscriptions(context).remove(found.id)
    return await shown(Done.ENDED, found, context)


PAUSE = declare("digest pause", Pause, pause, ("digest pause 1",), rights=Rights.MANAGER, lasts=False)
RESUME = declare("digest resume", Resume, resume, ("digest resume 1",), rights=Rights.MANAGER, lasts=False)
RESUME_OWN = declare(
    "digest resume-own", ResumeOwn, resume_own, ("digest resume-own 1",), lasts=False, shown=False
)
UNSUBSCRIBE = declare(
    "digest unsubscribe",
    Unsubscribe,
    unsubscribe,
    ("digest unsubscribe 1",),
    rights=Rights.MANAGER,
    lasts=False,
)
