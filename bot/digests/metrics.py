"""What operators see of digests: the state of readiness, and numbers for Prometheus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge

from bot.state.deliveries import Standing


@dataclass(slots=True)
class Ticking:
    """When the scheduler last looked at what is due, and why it could not where it could not."""

    last: datetime | None = None
    problem: str = ""


class Metrics:
    """The scheduler's numbers in a registry."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._tick = Gauge(
            "openness_digest_last_tick_timestamp_seconds",
            "When the scheduler last looked at what is due.",
            registry=registry,
        )
        self._due = Gauge("openness_digests_due", "Digests that wait to be sent.", registry=registry)
        self._late = Gauge(
            "openness_digests_late", "Digests that should have been sent ten minutes ago.", registry=registry
        )
        self._suspended = Gauge(
            "openness_digests_suspended", "Subscriptions that a platform's refusals ended.", registry=registry
        )
        self._settled = Counter(
            "openness_digests_settled",
            "Digests that came to an end, by platform and outcome: sent, empty, refused, given-up.",
            ("platform", "outcome"),
            registry=registry,
        )
        self._retries = Counter(
            "openness_digest_retries",
            "Digests put off, by platform and cause: refused, busy, away, uncertain, failed.",
            ("platform", "cause"),
            registry=registry,
        )

    def ticked(self, now: datetime, standing: Standing) -> None:
        """Note how things are."""
        self._tick.set(now.timestamp())
        self._due.set(standing.due)
        self._late.set(standing.late)
        self._suspended.set(standing.suspended)

    def settled(self, platform: str, outcome: str) -> None:
        """Count a digest that came to an end."""
        self._settled.labels(platform, outcome).inc()

    def put_off(self, platform: str, cause: str) -> None:
        """Count a digest that is to be tried again."""
        self._retries.labels(platform, cause).inc()
