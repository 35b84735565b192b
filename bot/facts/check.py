"""What the types cannot say of a pack: every rule that a reviewer would check by hand, read aloud.

The rules are those of ``docs/facts.md``. Each problem names the place and what to do about it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from urllib.parse import urlsplit

from bot.facts.license import unknown_parts
from bot.facts.model import (
    Access,
    Event,
    EventKind,
    License,
    Model,
    Organization,
    Pack,
    Source,
    TermName,
    Wording,
)
from bot.facts.pack import Problem, Reading

SUMMARY_LENGTH = 140  # characters: one line of a timeline on a phone

# Mirrors, scrapers and machine-spun news: never the only source of anything.
REFUSED_DOMAINS = frozenset(
    {
        "gokawiil.com",
        "news.devpathshala.com",
        "llm.extractum.io",
        "whatmodel.sh",
        "ai-automation-chronicle.github.io",
    }
)

_SLUG = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_MARKUP = re.compile(r"[*_`<>#]{2,}|\]\(|</?[a-z]|https?://|<[@#!]")
_RELEASE_ACCESS = frozenset({Access.PRODUCT, Access.API, Access.PREVIEW})
_PUBLISH_ACCESS = frozenset({Access.PUBLIC, Access.GATED, Access.REQUEST})


@dataclass(frozen=True, slots=True)
class _Rules:
    """The pack under check, and the day on which it is checked."""

    today: date
    families: frozenset[str]
    models: frozenset[str]
    licenses: frozenset[str]
    event_ids: frozenset[str]

    @classmethod
    def of(cls, pack: Pack, today: date) -> _Rules:
        return cls(
            today,
            families=frozenset(family.id for each in pack.organizations for family in each.families),
            models=frozenset(model.id for model in pack.models),
            licenses=frozenset(each.id for each in pack.licenses),
            event_ids=frozenset(event.id for event in pack.events),
        )

    def organization(self, each: Organization) -> Iterator[tuple[str, str]]:
        if not _SLUG.fullmatch(each.id):
            yield each.id, "write the id in lower case, with digits, hyphens and dots only"
        yield from self._timeline(each.id, each.events)
        for model in each.models:
            yield from self._model(model)

    def _model(self, model: Model) -> Iterator[tuple[str, str]]:
        if not _SLUG.fullmatch(model.id):
            yield model.id, "write the id in lower case, with digits, hyphens and dots only"
        if model.family is not None and model.family not in self.families:
            yield model.id, f"family {model.family} has no entry: add it under families of its organization"
        for parent in model.derived_from:
            if parent not in self.models:
                yield model.id, f"derived_from names {parent}, which is not in the pack"
        for url in model.repositories:
            yield from _link(model.id, url)
        for name, count in Counter(model.aliases).items():
            if count > 1:
                yield model.id, f"alias {name!r} stands twice: remove one"
        if not model.events:
            yield model.id, "has no event: add one with its source, or remove the model"
        yield from self._timeline(model.id, model.events)

    def _timeline(self, subject: str, events: tuple[Event, ...]) -> Iterator[tuple[str, str]]:
        for before, after in pairwise(events):
            if after.date.earliest < before.date.earliest:
                yield after.id, f"stands after {before.id}, which is later: order events by date"
        facts = Counter((event.kind, event.component, event.date, event.summary.en) for event in events)
        for event in events:
            if not event.id.startswith(f"{subject}/"):
                yield event.id, f"begin the id with {subject}/"
            if facts[event.kind, event.component, event.date, event.summary.en] > 1:
                yield event.id, "another event says the same: remove one"
            yield from self._event(event)

    def _event(self, event: Event) -> Iterator[tuple[str, str]]:
        yield from ((event.id, message) for message in self._messages(event))
        for source in event.sources:
            yield from self._source(event.id, source)
        if event.sources and all(_domain(source.url) in REFUSED_DOMAINS for source in event.sources):
            yield event.id, "rests on a mirror or a scraper alone: find a better source, or take it out"

    def _messages(self, event: Event) -> Iterator[str]:
        if not event.sources:
            yield "has no source: an event without a source doesn't exist"
        if event.date.earliest > self.today:
            yield "is dated in the future: only a promise's due date may be"
        for language, text in (("en", event.summary.en), ("ja", event.summary.ja)):
            if text is not None and len(text) > SUMMARY_LENGTH:
                yield f"the {language} summary has {len(text)} characters: {SUMMARY_LENGTH} at most"
            if text is not None and _MARKUP.search(text):
                yield f"the {language} summary holds markup or a link: write plain words"
        yield from self._kind(event)
        if event.license is not None:
            for part in unknown_parts(event.license, self.licenses):
                yield f"licence {part} is neither an SPDX id nor in licenses.yaml"

    def _kind(self, event: Event) -> Iterator[str]:
        publishes = event.kind is EventKind.PUBLISH
        if publishes and (event.component is None or event.license is None or event.access is None):
            yield "a publish needs component, license and access"
        if publishes and event.access not in _PUBLISH_ACCESS:
            yield f"a publish has access {', '.join(sorted(_PUBLISH_ACCESS))}"
        if event.kind is EventKind.RELEASE and event.access not in _RELEASE_ACCESS:
            yield f"a release has access {', '.join(sorted(_RELEASE_ACCESS))}"
        if event.kind is EventKind.WITHDRAW and event.component is None:
            yield "a withdrawal names its component"
        if (event.kind is EventKind.PROMISE) != (event.promise is not None):
            yield "promise: stands on events of kind promise, and on each of them"
        if event.finding is not None and (event.kind is not EventKind.STATEMENT or event.component is None):
            yield "finding: stands on a statement about a component"
        if event.ruling is not None and event.kind is not EventKind.STATEMENT:
            yield "ruling: stands on a statement"
        if event.promise is not None:
            yield from self._promise(event)

    def _promise(self, event: Event) -> Iterator[str]:
        promise = event.promise
        assert promise is not None
        dated = promise.wording in (Wording.ON, Wording.WITHIN, Wording.ABOUT)
        if event.component is None:
            yield "a promise names the component it is about"
        if dated and (promise.earliest is None or promise.latest is None):
            yield f"a promise worded {promise.wording} needs earliest and latest"
        if promise.wording is Wording.UNDATED and (promise.due or promise.latest):
            yield "an undated promise has no due day"
        if promise.wording is Wording.WHEN and promise.condition is None:
            yield "a promise worded when names its condition"
        if promise.earliest and promise.latest and promise.earliest > promise.latest:
            yield "earliest is after latest"
        known = self.event_ids
        for id in (promise.met_by, promise.withdrawn_by):
            if id is not None and id not in known:
                yield f"names the event {id}, which is not in the pack"

    def _source(self, subject: str, source: Source) -> Iterator[tuple[str, str]]:
        yield from _link(subject, source.url)
        if source.archive is not None:
            yield from _link(subject, source.archive)
        if not source.title.strip() or not source.publisher.strip():
            yield subject, f"source {source.url} needs a title and a publisher"
        if source.checked is not None and source.checked > self.today:
            yield subject, f"source {source.url} was checked in the future"

    def license(self, each: License) -> Iterator[tuple[str, str]]:
        yield from _link(each.id, each.url)
        for name, count in Counter(term.name for term in each.terms).items():
            if count > 1:
                yield each.id, f"term {name} stands twice: one answer to one question"
        for term in each.terms:
            yield from _link(each.id, term.url)
            if (term.amount is None) != (term.unit is None):
                yield each.id, f"term {term.name}: amount and unit go together"
            if term.amount is not None and term.name is not TermName.THRESHOLD:
                yield each.id, f"term {term.name}: only a threshold has an amount"
        if not each.sources:
            yield each.id, "has no source"
        for source in each.sources:
            yield from self._source(each.id, source)
        if each.replaces is not None and each.replaces not in self.licenses:
            yield each.id, f"replaces {each.replaces}, which is not in licenses.yaml"


def check(reading: Reading, today: date) -> list[Problem]:
    """Every problem of the pack, in the order of its files; ``today`` bounds what can have happened."""
    found = [reading.problem(subject, message) for subject, message in problems(reading.pack, today)]
    return sorted(found, key=lambda problem: (problem.file, problem.line))


def problems(pack: Pack, today: date, only: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """Subject and sentence of each problem: of all, or of ``only`` some organizations and licences."""
    rules = _Rules.of(pack, today)
    for each in pack.organizations:
        if only is None or each.id in only:
            yield from rules.organization(each)
    for license in pack.licenses:
        if only is None or license.id in only:
            yield from rules.license(license)


def _link(subject: str, url: str) -> Iterator[tuple[str, str]]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or any(c.isspace() for c in url):
        yield subject, f"{url!r} is not an http(s) link"


def _domain(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
