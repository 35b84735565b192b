"""`digest choose`: what `digest subscribe` and `digest edit` take, as a form, where a platform opens one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from bot.commands.declaration import Context, Rights, declare
from bot.commands.digest import arguments
from bot.commands.digest.answers import WishAnswer
from bot.commands.digest.arguments import ALL
from bot.commands.digest.choosing import DAYS, NONE
from bot.commands.digest.desk import meant
from bot.commands.digest.filters import named
from bot.commands.digest.subscribe import EDIT, SUBSCRIBE, Subscribe, begun
from bot.commands.every import everything
from bot.facts.status import AsOf
from bot.state.subscription import Cadence, Subscription


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose when a digest comes to this channel, and what it is about."""

    digest: arguments.Known = None


async def choose(command: Choose, context: Context) -> WishAnswer:
    """The form of a new digest, or of the one that is named, with what it is now."""
    new = command.digest is None
    wish = await begun(context) if command.digest is None else await meant(command.digest, context)
    found = await everything(context.store, AsOf(context.today, context.today))
    return WishAnswer(
        command=SUBSCRIBE.name if new else EDIT.name,
        given={"digest": str(wish.id)} if not new else {},
        ask=tuple(field.name for field in fields(Subscribe)),
        values=_values(wish),
        names=named(wish.filters, found.timeline),
    )


def _values(wish: Subscription) -> Mapping[str, str]:
    """The wish, as people would write it."""
    monthly = wish.cadence is Cadence.MONTHLY
    return {
        "cadence": wish.cadence.value,
        "day": str(wish.day) if monthly else DAYS[wish.day],
        "hour": f"{wish.hour:02d}:{wish.minute:02d}",
        "zone": wish.zone,
        "language": wish.language,
        "organization": wish.filters.organization or ALL,
        "model": wish.filters.model or ALL,
        "license": wish.filters.license or ALL,
        "news": wish.filters.kinds[0] if wish.filters.kinds else ALL,
        "when_empty": wish.when_empty.value,
        "role": wish.role or NONE,
    }


CHOOSE = declare(
    "digest choose",
    Choose,
    choose,
    ("digest choose",),
    rights=Rights.MANAGER,
    lasts=False,
    shown=False,
)
