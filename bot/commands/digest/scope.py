"""What a digest looks at: the models and makers that are wanted, and which of their events are news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from bot.commands.digest import filters as wishes
from bot.commands.digest.recorded import Recorded
from bot.commands.digest.span import Span
from bot.commands.every import Every
from bot.commands.open_ import Assessment
from bot.commands.timeline import Entry
from bot.facts.model import Event
from bot.state.subscription import Filters

LATELY = timedelta(days=30)
"""How far back a new release's events are told one by one; older ones are summed up."""


@dataclass(frozen=True)
class Scope:
    """The facts as of the period's end, the journal of the period, and the channel's wishes."""

    span: Span
    found: Every
    record: Recorded
    filters: Filters
    models: tuple[Assessment, ...] = field(init=False)

    def __post_init__(self) -> None:
        wanted = (each for each in self.found.assessments if wishes.about_model(self.filters, each.model))
        object.__setattr__(self, "models", tuple(wanted))

    def fresh(self, event: Event) -> bool:
        """Whether it is news: it happened in the period, as was known before or entered the record then.

        What entered the record at another time is told then, and not again.
        """
        if event.id in self.record.added:
            return event.date.month is not None and event.date.latest >= self.span.first
        return event.id not in self.record.elsewhere and self.span.dated(event.date)

    def wants(self, event: Event) -> bool:
        """Whether the event's licence is wanted."""
        return wishes.under(self.filters, event.license)

    def entries(self) -> Iterator[Entry]:
        """Every event that is wanted, whenever it happened."""
        for each in self.models:
            yield from (Entry(event, each.model) for event in each.model.events if self.wants(event))
        for maker in self.found.organizations.values():
            if wishes.about_maker(self.filters, maker.id):
                yield from (Entry(event, None) for event in maker.events if self.wants(event))

    def added(self) -> tuple[Entry, ...]:
        """What entered the record in the period and happened before it."""
        new = self.record.added
        return tuple(each for each in self.entries() if each.event.id in new and not self.fresh(each.event))

    def listed(self, entry: Entry) -> bool:
        """Whether what was added is told by itself: all that people add, of a release what is not old."""
        lately = entry.event.date.latest >= self.span.first - LATELY
        return lately or not self.record.added[entry.event.id].release
