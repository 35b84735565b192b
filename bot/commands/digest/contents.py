"""What a digest says of a period: computed from the facts, the journal and the clock, whoever asks.

An event is told once: when it entered the record or, where it has been there from the beginning, when it
happened. A promise is told as overdue when its day passes, though nobody edits anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.commands.digest import news
from bot.commands.digest.filters import Topic, named, tells
from bot.commands.digest.news import News
from bot.commands.digest.recorded import recorded
from bot.commands.digest.scope import Scope
from bot.commands.digest.span import Span
from bot.commands.every import Every
from bot.facts.edit import Entry
from bot.facts.model import License, Organization
from bot.facts.record import RecordKind
from bot.state.subscription import Filters

LOOKED_BACK = timedelta(days=2)
"""How long before a period its journal is read: an event of its first day can have been told just before."""

_NEWS: Mapping[Topic, Callable[[Scope], Sequence[News]]] = {
    Topic.OPENED: news.opened,
    Topic.LICENSES: news.relicensed,
    Topic.PROMISES: news.promises,
    Topic.MODELS: news.new_models,
    Topic.GONE: news.gone,
    Topic.ADDED: news.added,
    Topic.CORRECTED: news.corrected,
}


@dataclass(frozen=True, slots=True)
class Release:
    """What a new release of the facts brought, beside what is told one by one."""

    added: int  # events
    corrected: int  # records
    models: int


@dataclass(frozen=True, slots=True)
class DigestAnswer:
    """The news of a period, in the order of :class:`Topic`."""

    span: Span
    filters: Filters
    wishes: Filters  # the same, by the names of things
    news: Mapping[Topic, tuple[News, ...]]
    others: int  # entries of the period that are none of these: statements, papers
    release: Release | None
    organizations: Mapping[str, Organization]
    licenses: Mapping[str, License]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to post."""
        return not self.news and self.release is None


def tell(span: Span, found: Every, entries: Iterable[Entry], filters: Filters) -> DigestAnswer:
    """The digest of the period.

    ``found``: as of :attr:`Span.today`. ``entries``: the journal from :data:`LOOKED_BACK` before the
    period on, to know also what is told in another digest.
    """
    scope = Scope(span, found, recorded(span, entries), filters)
    told = {topic: tuple(_NEWS[topic](scope)) for topic in Topic if tells(filters, topic)}
    return DigestAnswer(
        span=span,
        filters=filters,
        wishes=named(filters, found.timeline),
        news={topic: each for topic, each in told.items() if each},
        others=0 if filters.kinds else _others(scope, told.values()),
        release=None if filters.kinds else _release(scope),
        organizations=found.organizations,
        licenses=found.licenses,
    )


def _others(scope: Scope, told: Iterable[tuple[News, ...]]) -> int:
    ids = {id for topic in told for each in topic for id in news.events(each)}
    return sum(scope.fresh(each.event) and each.event.id not in ids for each in scope.entries())


def _release(scope: Scope) -> Release | None:
    nets = [each for each in scope.record.nets if each.release]
    if not nets:
        return None
    return Release(
        added=sum(not scope.listed(each) for each in scope.added()),
        corrected=sum(each.corrects for each in nets),
        models=sum(each.adds and each.change.record.kind is RecordKind.MODEL for each in nets),
    )
