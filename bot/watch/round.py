"""A round over the repositories: one question at a time to each place, the longest unseen first."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.facts.model import Pack
from bot.state.sightings import Sighting
from bot.watch.comparison import compare, standing
from bot.watch.findings import Finding, RepositoryGone
from bot.watch.repository import (
    Absent,
    Commit,
    Limited,
    Look,
    Memory,
    Place,
    Repository,
    Site,
    Snapshot,
    Unclear,
)
from bot.watch.suggestions import Meanwhile

PAUSE = 1.0  # seconds between two questions to a place

Told = Callable[[Repository, Look], None]
Found = Callable[[Finding, Meanwhile], Awaitable[None]]
Keep = Callable[[Sighting], Awaitable[None]]


def chosen(
    repositories: Sequence[Repository], seen: Mapping[str, Sighting], limit: int | None = None
) -> list[Repository]:
    """The repositories to ask about: those never seen first, then by the day of their last check."""
    wanted = sorted(repositories, key=lambda each: seen[each.url].checked if each.url in seen else date.min)
    return wanted[:limit]


@dataclass(frozen=True, slots=True)
class Round:
    """One round on one day. ``seen`` is what earlier ones saw; what this one sees is proposed, then kept."""

    pack: Pack
    sites: Mapping[Place, Site]
    seen: Mapping[str, Sighting]
    today: date
    found: Found
    keep: Keep
    told: Told
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def go(self, repositories: Sequence[Repository]) -> None:
        """Ask about the repositories."""
        try:
            async with asyncio.TaskGroup() as group:
                for place, site in self.sites.items():
                    group.create_task(self._ask(site, [each for each in repositories if each.place is place]))
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None

    async def _ask(self, site: Site, repositories: Sequence[Repository]) -> None:
        for number, repository in enumerate(repositories):
            try:
                await self._visit(site, repository)
            except Limited as limited:
                for left in repositories[number:]:
                    self.told(left, Unclear(str(limited)))
                return
            await self.sleep(PAUSE)

    async def _visit(self, site: Site, repository: Repository) -> None:
        sighting = self.seen.get(repository.url, Sighting(repository.url, self.today))
        memory = Memory.read(sighting.kept)
        look = await site.look(repository.name, memory.snapshot)
        match look:
            case Snapshot():
                await self._propose(site, repository, memory, look)
                kept = Memory(look, self.today).written()
                sighting = sighting.there(self.today, "there", kept)
            case Absent(said):
                sighting = sighting.gone(self.today, said)
                if sighting.missed and sighting.gone_since and not memory.told:
                    meanwhile = Meanwhile(memory.looked, sighting.gone_since)
                    await self.found(RepositoryGone(repository, said, sighting.gone_since), meanwhile)
                    sighting = replace(sighting, kept=replace(memory, told=True).written())
            case Unclear(why):
                sighting = sighting.unclear(self.today, why)
        await self.keep(sighting)
        self.told(repository, look)

    async def _propose(self, site: Site, repository: Repository, memory: Memory, now: Snapshot) -> None:
        findings = list(compare(repository, memory.snapshot, now, self.pack))
        if not findings:
            return
        last = memory.looked or max(self._said(repository), default=None)
        commits: Sequence[Commit] = ()
        if last is not None:
            commits = await site.commits(now.name, last)
        for finding in findings:
            await self.found(finding, Meanwhile(last, self.today, tuple(commits)))

    def _said(self, repository: Repository) -> Iterator[date]:
        """The days of what the pack says of the repository."""
        for id in repository.models:
            for event in standing(self.pack.model(id), repository):
                yield event.date.earliest
