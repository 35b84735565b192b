"""Who did something, as columns of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Text

from bot.facts.edit import Actor


def columns(prefix: str = "") -> list[Column[str]]:
    """The columns that hold an actor."""
    return [Column(f"{prefix}{name}", Text) for name in Actor.__slots__]


def values(actor: Actor, prefix: str = "") -> dict[str, str]:
    """The actor as the values of those columns."""
    return {f"{prefix}{name}": getattr(actor, name) for name in Actor.__slots__}


def read(row: Mapping[str, Any], prefix: str = "") -> Actor:
    """The actor that a row holds."""
    return Actor(*(row[f"{prefix}{name}"] or "" for name in Actor.__slots__))
