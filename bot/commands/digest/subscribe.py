"""`digest subscribe` and `digest edit`: what a channel wants to read, when, in which language."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import Context, Rights, declare
from bot.commands.digest import arguments
from bot.commands.digest.answers import Done, SubscriptionAnswer
from bot.commands.digest.choosing import chosen
from bot.commands.digest.desk import MOST, here, meant, shown, subscriptions
from bot.errors import BadInput, Mistake
from bot.state.subscription import Subscription


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Post a digest of what happened to this channel, weekly unless you say otherwise."""

    cadence: arguments.Cadence = None
    day: arguments.Day = None
    hour: arguments.Hour = None
    zone: arguments.Zone = None
    language: arguments.Language = None
    organization: arguments.Organization = None
    model: arguments.Model = None
    license: arguments.License = None
    news: arguments.Topics = None
    when_empty: arguments.WhenEmpty = None
    role: arguments.Role = None


@dataclass(frozen=True, slots=True)
class EditDigest:
    """Change when a digest comes, or what it is about."""

    digest: arguments.Number
    cadence: arguments.Cadence = None
    day: arguments.Day = None
    hour: arguments.Hour = None
    zone: arguments.Zone = None
    language: arguments.Language = None
    organization: arguments.Organization = None
    model: arguments.Model = None
    license: arguments.License = None
    news: arguments.Topics = None
    when_empty: arguments.WhenEmpty = None
    role: arguments.Role = None


Came = SubscriptionAnswer | UnknownName | AmbiguousName


async def subscribe(command: Subscribe, context: Context) -> Came:
    """Keep the wish; the first digest covers one period back."""
    wanted = chosen(command, await begun(context), context)
    if not isinstance(wanted, Subscription):
        return wanted
    return await shown(Done.SUBSCRIBED, await subscriptions(context).add(wanted), context)


async def begun(context: Context) -> Subscription:
    """A wish of the channel of which nothing is chosen yet. Raises :class:`BadInput` past the last."""
    asker = context.asker
    if len(await here(context)) >= MOST:
        raise BadInput(Mistake.TOO_MANY_DIGESTS, value=str(MOST))
    return Subscription(
        platform=asker.platform,
        workspace=asker.workspace,
        channel=asker.channel,
        language=context.language.partition("-")[0],
        created_by=asker.user,
        created_at=context.now,
        next_due=context.now,
    )


async def edit(command: EditDigest, context: Context) -> Came:
    """Keep the other wish."""
    changed = chosen(command, await meant(command.digest, context), context)
    if not isinstance(changed, Subscription):
        return changed
    await subscriptions(context).change(changed)
    return await shown(Done.EDITED, changed, context)


SUBSCRIBE = declare(
    "digest subscribe",
    Subscribe,
    subscribe,
    ("digest subscribe zone:Asia/Tokyo hour:9",),
    rights=Rights.MANAGER,
    lasts=False,
)
EDIT = declare(
    "digest edit", EditDigest, edit, ("digest edit 1 cadence:daily",), rights=Rights.MANAGER, lasts=False
)
