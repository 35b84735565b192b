"""The links as a whole: a round over the facts of a deployment, and rounds by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from yarl import URL

from bot import rounds
from bot.agent import agent
from bot.editing.desk import Desk
from bot.facts.model import Pack
from bot.links.archive import Archive
from bot.links.checker import Checker
from bot.links.cited import Page, pages
from bot.links.findings import Finding
from bot.links.lanes import Lanes
from bot.links.round import Round, Told, chosen
from bot.links.suggestions import suggestions
from bot.links.web import Web, open_web
from bot.settings import Settings
from bot.state.claims import Claims
from bot.state.database import Engine
from bot.state.sightings import Sighting, Sightings

Opened = Callable[[str], AbstractAsyncContextManager[Web]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """Rounds over the pages that a deployment's facts cite. ``opened`` opens the web for an agent."""

    desk: Desk
    engine: Engine
    settings: Settings
    opened: Opened = open_web
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def wanted(self, pack: Pack, limit: int | None = None, host: str | None = None) -> list[Page]:
        """The pages to look at next; what was seen of pages that nobody cites any more is forgotten."""
        sightings, cited = Sightings(self.engine, "link"), pages(pack)
        seen = await sightings.every()
        await sightings.forget(seen.keys() - cited.keys())
        return chosen(cited, seen, limit, host)

    async def look(self, wanted: list[Page], now: datetime, told: Told, remember: bool) -> list[Finding]:
        """Look at the pages, and remember what was seen for the next round."""
        sightings = Sightings(self.engine, "link")
        clock = asyncio.get_running_loop().time
        service = URL(self.settings.links.archive_url)
        async with self.opened(agent(self.settings.about.homepage)) as web:
            lanes = Lanes(clock, self.sleep)
            round = Round(
                checker=Checker(web, lanes, service.origin()),
                archive=Archive(web, lanes, service),
                seen=await sightings.every(),
                keep=sightings.keep if remember else _forget,
                today=now.date(),
            )
            return await round.go(wanted, told)

    async def propose(self, pack: Pack, findings: list[Finding], now: datetime) -> int:
        """Propose what follows from the findings; how many proposals are new."""
        made = [await self.desk.suggest(edit) for edit in suggestions(pack, findings, now)]
        return sum(proposal.at == now for proposal in made)

    async def go(self, now: datetime) -> None:
        """One round over everything, proposed."""
        pack = await self.desk.store.pack()
        findings = await self.look(await self.wanted(pack), now, lambda *_: None, remember=True)
        new = await self.propose(pack, findings, now)
        log.info("The cited pages have been visited", found=len(findings), proposed=new)


async def run_forever(check: LinkCheck, clock: Callable[[], float]) -> None:
    """Go a round every so many days as the settings say, until cancelled; none where they say 0."""
    every = check.settings.links.every
    if every:
        claims = Claims(check.engine)
        await rounds.run_forever(
            "links", every, lambda: check.go(datetime.fromtimestamp(clock(), UTC)), claims, clock, check.sleep
        )


async def _forget(_: Sighting) -> None:
    """Remember nothing."""
