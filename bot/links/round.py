"""A round over the cited pages: those not looked at for longest first, several sites at a time."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from bot.links.archive import Archive
from bot.links.checker import Answers, Checker, Gone, Outcome, Unclear
from bot.links.cited import Page
from bot.links.findings import Dead, Finding, Moved
from bot.links.web import Unreachable
from bot.state.sightings import Sighting

SITES = 16  # visited at a time

Told = Callable[[Page, Outcome], None]
Keep = Callable[[Sighting], Awaitable[None]]


def chosen(
    pages: Mapping[str, Page], seen: Mapping[str, Sighting], limit: int | None = None, host: str | None = None
) -> list[Page]:
    """The pages to look at: of that host, the ones never seen first, then by the day of their last check."""
    wanted = [page for page in pages.values() if host is None or _host(page) == host]
    wanted.sort(key=lambda page: seen[page.url].checked if page.url in seen else date.min)
    return wanted[:limit]


@dataclass(frozen=True, slots=True)
class Round:
    """One round on one day. ``seen`` is what earlier ones saw, ``keep`` takes what this one sees."""

    checker: Checker
    archive: Archive
    seen: Mapping[str, Sighting]
    keep: Keep
    today: date

    async def go(self, pages: Sequence[Page], told: Told) -> list[Finding]:
        """Look at the pages; ``told`` hears of each as soon as it has been looked at."""
        by_host: defaultdict[str, list[Page]] = defaultdict(list)
        for page in pages:
            by_host[_host(page)].append(page)
        places = asyncio.Semaphore(SITES)

        async def visit(of_host: Sequence[Page]) -> list[Finding | None]:
            async with places:
                return [await self._look(page, told) for page in of_host]

        try:
            async with asyncio.TaskGroup() as group:
                visits = [group.create_task(visit(each)) for each in by_host.values()]
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None
        return [finding for each in visits for finding in each.result() if finding is not None]

    async def _look(self, page: Page, told: Told) -> Finding | None:
        outcome = await self.checker.check(page.url)
        sighting = _sighted(self.seen.get(page.url, Sighting(page.url, self.today)), outcome, self.today)
        finding = await self._finding(page, outcome, sighting)
        await self.keep(sighting)
        told(page, outcome)
        return finding

    async def _finding(self, page: Page, outcome: Outcome, sighting: Sighting) -> Finding | None:
        match outcome:
            case Answers(to=str(to)):
                return Moved(page.url, to, page.used_by)
            case Gone(said) if sighting.missed and sighting.gone_since and not page.archived:
                return Dead(page.url, said, sighting.gone_since, await self._copy(page), page.used_by)
        return None

    async def _copy(self, page: Page) -> str | None:
        try:
            return await self.archive.copy(page.url, page.near)
        except Unreachable:
            return None  # asked again in the next round, for the page stays dead


def _sighted(before: Sighting, outcome: Outcome, today: date) -> Sighting:
    match outcome:
        case Answers(to):
            return before.there(today, f"moved to {to}" if to else "answers")
        case Gone(said):
            return before.gone(today, said)
        case Unclear(why):
            return before.unclear(today, why)


def _host(page: Page) -> str:
    try:
        return urlsplit(page.url).hostname or ""
    except ValueError:
        return ""
