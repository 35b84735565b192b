"""How good the record is, in numbers: counts, what was read, and what is oldest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.facts.model import Event, Pack, SourceKind


@dataclass(frozen=True, slots=True)
class Stats:
    """The numbers of a pack; shares are of all events."""

    organizations: int
    reviewed: int  # organizations whose whole file was gone through
    models: int
    events: int
    exact: int  # events whose day is known
    read: int  # events with a source that was read
    primary_read: int  # events with a primary source that was read
    translated: int  # events whose summary is there in Japanese
    oldest_check: date | None

    def share(self, count: int) -> int:
        """A count as a whole percentage of all events."""
        return round(100 * count / self.events) if self.events else 0


def stats(pack: Pack) -> Stats:
    """Count the pack."""
    events = list(pack.events)
    checked = [source.checked for event in events for source in event.sources if source.checked is not None]
    return Stats(
        organizations=len(pack.organizations),
        reviewed=sum(each.reviewed is not None for each in pack.organizations),
        models=len(pack.models),
        events=len(events),
        exact=sum(event.date.exact for event in events),
        read=sum(_read(event) for event in events),
        primary_read=sum(primary_read(event) for event in events),
        translated=sum(event.summary.ja is not None for event in events),
        oldest_check=min(checked, default=None),
    )


def _read(event: Event) -> bool:
    return any(source.checked is not None for source in event.sources)


def primary_read(event: Event) -> bool:
    """Whether a primary source of the event was read."""
    return any(source.checked and source.kind is SourceKind.PRIMARY for source in event.sources)
