"""What comes of the digest commands as JSON: docs/json.md says what stands in which."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.commands.digest import news
from bot.commands.digest.answers import (
    DeliveriesAnswer,
    PreviewAnswer,
    SubscriptionAnswer,
    SubscriptionsAnswer,
)
from bot.commands.digest.contents import DigestAnswer
from bot.commands.digest.news import Corrected, News, Opened, Relicensed, Turned
from bot.commands.timeline import Entry
from bot.platforms.terminal.machine import shapes
from bot.state.delivery import Delivery
from bot.state.subscription import Subscription

Json = dict[str, Any]


def subscription(answer: SubscriptionAnswer) -> Json:
    """A subscription as it is now."""
    return {
        "done": answer.done.value,
        "subscription": _subscription(answer.subscription),
        "next": [each.isoformat() for each in answer.runs],
        "preview": _digest(answer.preview) if answer.preview is not None else None,
    }


def subscriptions(answer: SubscriptionsAnswer) -> Json:
    """Those of a channel."""
    return {
        "subscriptions": [
            _subscription(each.subscription) | {"next": _moment(each.run)} for each in answer.standing
        ]
    }


def preview(answer: PreviewAnswer) -> Json:
    """What a digest says."""
    return _digest(answer.digest)


def deliveries(answer: DeliveriesAnswer) -> Json:
    """What became of them."""
    return {
        "subscription": _subscription(answer.subscription),
        "deliveries": [_delivery(each) for each in answer.deliveries],
    }


def _subscription(each: Subscription) -> Json:
    return {
        "digest": each.id,
        "platform": each.platform,
        "workspace": each.workspace,
        "channel": each.channel,
        "cadence": each.cadence.value,
        "day": each.day,
        "time": f"{each.hour:02d}:{each.minute:02d}",
        "zone": each.zone,
        "language": each.language,
        "filters": asdict(each.filters),
        "when_empty": each.when_empty.value,
        "role": each.role or None,
        "paused": each.paused,
        "suspended": each.suspended or None,
    }


def _delivery(each: Delivery) -> Json:
    return {
        "from": each.period.start.isoformat(),
        "to": each.period.end.isoformat(),
        "missed": each.period.missed,
        "state": each.state.value,
        "reason": each.reason or None,
        "message": each.message or None,
    }


def _digest(answer: DigestAnswer) -> Json:
    return {
        "first": answer.span.first.isoformat(),
        "last": answer.span.last.isoformat(),
        "missed": answer.span.missed,
        "news": {topic.value: [_news(each) for each in told] for topic, told in answer.news.items()},
        "others": answer.others,
        "release": asdict(answer.release) if answer.release is not None else None,
    }


def _news(each: News) -> Json:
    match each:
        case Opened() | Entry():
            model = each.model.id if each.model is not None else None
            return {"model": model, "events": list(news.events(each))}
        case Relicensed():
            return {
                "model": each.model.id,
                "event": each.after.id,
                "components": [one.value for one in each.components],
                "before": each.before.license,
                "after": each.after.license,
            }
        case Turned(promised, turn):
            model = promised.model.id if promised.model is not None else None
            return {"model": model, "turn": turn.value, **shapes.promise(promised.status)}
        case Corrected(change, _):
            return {
                "kind": change.record.kind.value,
                "record": change.record.id,
                "fields": list(change.fields),
            }


def _moment(when: datetime | None) -> str | None:
    return when.isoformat() if when is not None else None
