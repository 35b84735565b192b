"""What a round over the links found out: values, for whoever lists or proposes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dead:
    """A cited page that was gone on two days. ``archive``: a lasting copy of it, where there is one.

    ``used_by``: the ids of the events and licences that cite it.
    """

    url: str
    said: str
    since: date
    archive: str | None
    used_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A cited page that its site has moved for good."""

    url: str
    to: str
    used_by: tuple[str, ...]


Finding = Dead | Moved
