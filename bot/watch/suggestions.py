"""What findings about repositories would change in the facts: drafts of events, for an editor to judge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.facts import record
from bot.facts.change import Change
from bot.facts.date import PartialDate
from bot.facts.edit import Actor, Edit
from bot.facts.model import Access, Component, Event, EventKind, Model, Pack, Source, SourceKind
from bot.facts.record import Record, RecordKind
from bot.watch.comparison import standing
from bot.watch.findings import AccessChanged, FilesAdded, Finding, LicenseChanged, Renamed, RepositoryGone
from bot.watch.repository import Commit, Place
from bot.watch.sentences import reason, summary
from bot.watch.tags import licence_of

ACTOR = Actor("watch", name="Watch")


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """The time in which something happened: after it was ``last`` seen as before, by ``now``.

    ``commits`` are those of that time, newest first, where they are known.
    """

    last: date | None
    now: date
    commits: tuple[Commit, ...] = ()

    def when(self, finding: Finding) -> PartialDate | None:
        """The day, month or year in which it happened; None where not even the year is known."""
        if self.commits and isinstance(finding, LicenseChanged | FilesAdded):
            return span(self.commits[-1].day, self.commits[0].day)
        return span(self.last, self.now) if self.last is not None else None


def span(first: date, last: date) -> PartialDate | None:
    """The day, the month or the year that holds both days; None where they are of different years."""
    if first == last:
        return PartialDate.of(first)
    if first.year != last.year:
        return None
    return PartialDate(first.year, first.month if first.month == last.month else None)


@dataclass(slots=True)
class Drafts:
    """Drafts against a pack at one moment. ``taken`` are the ids of events that others have drafted."""

    pack: Pack
    at: datetime
    taken: set[str]

    def edit(self, finding: Finding, meanwhile: Meanwhile) -> Edit:
        """What would be changed, for each model that has the repository."""
        models = [self.pack.model(id) for id in finding.repository.models]
        if isinstance(finding, Renamed):
            changes = tuple(_renamed(model, finding) for model in models)
        else:
            changes = tuple(self._added(model, self._event(model, finding, meanwhile)) for model in models)
        return Edit(changes, ACTOR, self.at, reason(finding))

    def _event(self, model: Model, finding: Finding, meanwhile: Meanwhile) -> Event:
        """A publication or a withdrawal where that much is known, else a statement about it."""
        when = meanwhile.when(finding)
        said = Event(
            id="",
            date=when or PartialDate.of(meanwhile.now),
            kind=EventKind.STATEMENT,
            summary=summary(finding),
            sources=(self._source(model, finding, meanwhile),),
        )
        if when is None:
            return said
        if isinstance(finding, RepositoryGone):
            return _withdrawn(said, model, finding)
        return self._published(said, model, finding)

    def _published(self, said: Event, model: Model, finding: Finding) -> Event:
        """The event as a publication, if its component, its licence and its access are known."""
        assert isinstance(finding, LicenseChanged | AccessChanged | FilesAdded)
        stands = standing(model, finding.repository)
        last = max(stands, key=lambda event: event.date.order, default=None)
        tagged = licence_of(finding.now.license, self.pack.licenses)
        match finding:
            case FilesAdded(component=component):
                license = tagged
            case LicenseChanged():
                component, license = _component(last, finding.repository.place), tagged
            case AccessChanged():
                component = _component(last, finding.repository.place)
                license = tagged or (last.license if last else None)
        if component is None or license is None:
            return said
        access = finding.now.access or (last.access if last else None) or Access.PUBLIC
        return replace(
            said,
            kind=EventKind.PUBLISH,
            component=component,
            license=license,
            access=access,
            url=finding.repository.url,
        )

    def _source(self, model: Model, finding: Finding, meanwhile: Meanwhile) -> Source:
        """The repository as it was seen, by its newest commit where that is known."""
        maker = next(each.name for each in self.pack.organizations if each.id == model.organization)
        repository, commits = finding.repository, meanwhile.commits
        if isinstance(finding, RepositoryGone) or not commits:
            title = f"{repository.name} on {repository.place}"
            return Source(repository.url, title, maker, SourceKind.PRIMARY, checked=meanwhile.now)
        newest = commits[0]
        return Source(
            f"{repository.url.rstrip('/')}/tree/{newest.id}",
            f"{repository.name} on {repository.place}, at {newest.id[:7]}",
            maker,
            SourceKind.PRIMARY,
            published=PartialDate.of(newest.day),
            checked=meanwhile.now,
        )

    def _added(self, model: Model, event: Event) -> Change:
        """The event under the next free id of its model."""
        stem = f"{model.id}/{event.component or event.kind}"
        used = {each.id for each in model.events} | self.taken
        id, number = stem, 2
        while id in used:
            id, number = f"{stem}-{number}", number + 1
        self.taken.add(id)
        return Change(Record(RecordKind.EVENT, id), None, record.event(replace(event, id=id)))


def _withdrawn(said: Event, model: Model, finding: RepositoryGone) -> Event:
    """The event as a withdrawal, if what was there was nowhere else."""
    repository = finding.repository
    homes = [
        url for url in model.repositories if url.startswith(repository.url.rpartition(repository.name)[0])
    ]
    stands = standing(model, repository)
    if not stands or len(homes) > 1:
        return said
    first, *others = dict.fromkeys(event.component for event in stands if event.component is not None)
    return replace(said, kind=EventKind.WITHDRAW, component=first, also=tuple(others))


def _component(last: Event | None, place: Place) -> Component | None:
    if last is not None:
        return last.component
    return Component.PARAMETERS_FINAL if place is Place.HUGGING_FACE else None


def _renamed(model: Model, finding: Renamed) -> Change:
    repository = finding.repository
    new = repository.url.rpartition(repository.name)[0] + finding.now.name
    urls = tuple(new if url == repository.url else url for url in model.repositories)
    renamed = replace(model, repositories=tuple(dict.fromkeys(urls)))
    return Change(Record(RecordKind.MODEL, model.id), record.model(model), record.model(renamed))
