"""Subscriptions, and one row for each digest of each of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "s003"
down_revision = "s002"


def upgrade() -> None:
    """Make the tables."""
    _subscription()
    _delivery()


def _subscription() -> None:
    op.create_table(
        "subscription",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        *_texts("platform", "workspace", "channel", "cadence"),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("day", "hour", "minute")),
        *_texts("zone", "language"),
        sa.Column("filters", sa.JSON, nullable=False),
        *_texts("when_empty", "role", "created_by"),
        *(sa.Column(name, sa.Float, nullable=False) for name in ("created_at", "next_due")),
        sa.Column("covered", sa.Float),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("missed", "refusals")),
        sa.Column("paused", sa.Boolean, nullable=False),
        *_texts("suspended"),
        sqlite_autoincrement=True,  # an id that was removed never comes back: nonces follow from it
    )
    op.create_index("subscription_place", "subscription", ["platform", "workspace", "channel"])
    active = sa.text("NOT paused AND suspended = ''")
    due = ["platform", "next_due"]
    op.create_index("subscription_due", "subscription", due, sqlite_where=active, postgresql_where=active)
    ended = sa.text("suspended <> ''")
    op.create_index(
        "subscription_suspended", "subscription", ["id"], sqlite_where=ended, postgresql_where=ended
    )


def _delivery() -> None:
    owner = sa.ForeignKey("subscription.id", ondelete="CASCADE")
    op.create_table(
        "delivery",
        sa.Column("subscription", sa.Integer, owner, primary_key=True),
        sa.Column("period", sa.Text, primary_key=True),
        *_texts("platform", "workspace", "state"),
        *(sa.Column(name, sa.Float, nullable=False) for name in ("begins", "ends")),
        sa.Column("missed", sa.Integer, nullable=False),
        sa.Column("free_at", sa.Float),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("claims", "attempts")),
        *_texts("nonce", "message", "reason"),
        sa.Column("settled_at", sa.Float),
    )
    unsettled = sa.text("free_at IS NOT NULL")
    for name, columns in (
        ("delivery_free", ["platform", "free_at"]),
        ("delivery_unsettled", ["subscription"]),
    ):
        op.create_index(name, "delivery", columns, sqlite_where=unsettled, postgresql_where=unsettled)
    op.create_index("delivery_settled", "delivery", ["settled_at"])


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]
