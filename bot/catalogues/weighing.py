"""An entry of a catalogue beside our model: what is the same, what disagrees, what we don't have.

Nothing that we have is touched: a catalogue only adds, and where it contradicts us somebody has to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from bot.catalogues import wording
from bot.catalogues.entry import Entry, Part, Said
from bot.catalogues.matching import Matcher
from bot.facts import record
from bot.facts.date import PartialDate
from bot.facts.model import Event, EventKind, Finding, Model, Text
from bot.facts.status import AsOf, ComponentStatus, State, Status, first_use, fold

A_DAY = timedelta(days=1)  # what is one day for its maker may be another for whoever writes it down


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A catalogue contradicts what we have: of which model, in what, and both values."""

    path: str = field(compare=False)
    model: str
    about: str  # a component, or "first use", or "ruling"
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an entry adds to a model, and in what it contradicts us."""

    events: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def weigh(entry: Entry, model: Model, matcher: Matcher, today: date) -> Weighed:
    """The entry beside the model as it is now."""
    return _Weighing(entry, model, matcher, today).weighed()


class _Weighing:
    def __init__(self, entry: Entry, model: Model, matcher: Matcher, today: date) -> None:
        self._entry = entry
        self._model = model
        self._matcher = matcher
        self._status: Status = fold(model, AsOf(today, today))
        self._taken = {each.id for each in model.events}
        self._disagreements: list[Disagreement] = []

    def weighed(self) -> Weighed:
        events = [*self._release(), *(each for part in self._entry.parts for each in self._part(part))]
        events += self._ruling()
        # A licence that it has wrong of one component, as we see it, says nothing of the others.
        disputed = {each.theirs for each in self._disagreements}
        sure = tuple(each for each in events if each.license not in disputed)
        return Weighed(sure, tuple(self._disagreements))

    # --- first use -----------------------------------------------------------------------------------------

    def _release(self) -> Iterator[Event]:
        theirs, ours = self._entry.released, self._status.released
        if theirs is None:
            return
        if ours is not None:
            if not any(_meet(theirs, each.date) for each in self._model.events if first_use(each)):
                self._disagree("first use", f"{ours.date} ({ours.id})", str(theirs))
        elif self._entry.offered is not None:
            summary = wording.of_release(self._entry)
            yield self._event(theirs, EventKind.RELEASE, "release", summary, access=self._entry.offered)

    # --- components ----------------------------------------------------------------------------------------

    def _part(self, part: Part) -> Iterator[Event]:
        ours = self._status[part.component]
        license = self._matcher.license(part.license) if part.license else None
        if part.said is Said.CLOSED:
            yield from self._closed(part, ours)
        elif part.license and license is None:
            return  # it stands under what is no licence, or none that we know
        elif ours.state is State.PUBLISHED:
            offered = {each.license for each in ours.offers}
            if license is not None and license not in offered:
                self._disagree(part.component, " / ".join(sorted(filter(None, offered))), license)
        elif ours.state is not State.NOT_RECORDED:
            self._disagree(part.component, ours.state, f"listed{f' under {license}' if license else ''}")
        else:
            yield from self._listed(part, license)

    def _closed(self, part: Part, ours: ComponentStatus) -> Iterator[Event]:
        if ours.state is State.PUBLISHED:
            self._disagree(part.component, f"published since {ours.since}", "closed")
        elif ours.state is State.NOT_RECORDED:
            summary = wording.of_part(self._entry, part, None)
            yield self._event(
                self._entry.day,
                EventKind.STATEMENT,
                part.component,
                summary,
                component=part.component,
                finding=Finding.ABSENT,
            )

    def _listed(self, part: Part, license: str | None) -> Iterator[Event]:
        """A publication where it is known since when, under what and how; else what the catalogue says.

        Without a place, too, there is nothing that an editor could look at.
        """
        since, access = self._since(part), part.access
        kind = EventKind.PUBLISH
        if since is None or license is None or access is None:
            since, access, kind = self._entry.day, None, EventKind.STATEMENT
        if kind is EventKind.STATEMENT and part.url is None:
            return
        called = self._matcher.license_name(license) if license else None
        yield self._event(
            since,
            kind,
            part.component,
            wording.of_part(self._entry, part, called),
            component=part.component,
            license=license,
            access=access,
            url=part.url,
        )

    def _since(self, part: Part) -> PartialDate | None:
        """Since when it can be had: as the catalogue says, or the one month or year in which it must be."""
        if part.date is not None:
            first = self._status.released
            return part.date if first is None or part.date.latest >= first.date.earliest else None
        known = min((event.date.earliest for event in self._model.events), default=None)
        last = self._entry.day.latest
        if known is None or known > last or known.year != last.year:
            return None
        return PartialDate(known.year, known.month if known.month == last.month else None)

    # --- rulings -------------------------------------------------------------------------------------------

    def _ruling(self) -> Iterator[Event]:
        theirs, verdict = self._entry.ruling, self._entry.verdict
        if theirs is None or verdict is None:
            return
        known = [each for each, _ in self._status.rulings if each.definition == theirs.definition]
        if not known:
            yield self._event(self._entry.day, EventKind.STATEMENT, "statement", verdict, ruling=theirs)
        elif known[-1].verdict.split()[0] != theirs.verdict.split()[0]:
            self._disagree("ruling", known[-1].verdict, theirs.verdict)

    # --- what is found -------------------------------------------------------------------------------------

    def _disagree(self, about: str, ours: str, theirs: str) -> None:
        entry = self._entry
        self._disagreements.append(Disagreement(entry.path, self._model.id, about, ours, theirs))

    def _event(self, day: PartialDate, kind: EventKind, what: str, summary: Text, **fields: Any) -> Event:
        id = record.event_id(self._model.id, what, self._taken)
        self._taken.add(id)
        return Event(id=id, date=day, kind=kind, summary=summary, sources=(self._entry.source,), **fields)


def _meet(one: PartialDate, other: PartialDate) -> bool:
    """Whether both can be the same day."""
    return one.earliest - A_DAY <= other.latest and other.earliest - A_DAY <= one.latest
