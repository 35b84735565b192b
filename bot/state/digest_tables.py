"""The tables of subscriptions and deliveries; their rows are read by the modules of what they hold."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, Integer, MetaData, Table, Text

SUBSCRIPTION = Table(
    "subscription",
    MetaData(),
    Column("id", Integer, primary_key=True),
    *(Column(name, Text) for name in ("platform", "workspace", "channel", "cadence")),
    *(Column(name, Integer) for name in ("day", "hour", "minute")),
    *(Column(name, Text) for name in ("zone", "language")),
    Column("filters", JSON),
    *(Column(name, Text) for name in ("when_empty", "role", "created_by")),
    *(Column(name, Float) for name in ("created_at", "next_due", "covered")),
    *(Column(name, Integer) for name in ("missed", "refusals")),
    Column("paused", Boolean),
    Column("suspended", Text),
)

DELIVERY = Table(
    "delivery",
    MetaData(),
    Column("subscription", Integer, primary_key=True),
    Column("period", Text, primary_key=True),
    *(Column(name, Text) for name in ("platform", "workspace", "state")),
    *(Column(name, Float) for name in ("begins", "ends")),
    Column("missed", Integer),
    Column("free_at", Float),
    *(Column(name, Integer) for name in ("claims", "attempts")),
    *(Column(name, Text) for name in ("nonce", "message", "reason")),
    Column("settled_at", Float),
)
