"""The watcher as a whole: a round over the repositories of a deployment's facts, and rounds by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from pydantic import SecretStr

from bot import rounds
from bot.agent import agent
from bot.editing.desk import Desk
from bot.facts.edit import Edit
from bot.facts.model import Pack
from bot.settings import Settings
from bot.state.claims import Claims
from bot.state.database import Engine
from bot.state.sightings import Sighting, Sightings
from bot.watch.findings import Finding
from bot.watch.github import open_github
from bot.watch.huggingface import HuggingFace
from bot.watch.repository import Place, Repository, repositories
from bot.watch.round import Round, Told, chosen
from bot.watch.suggestions import Drafts, Meanwhile

WAITING = 10_000  # proposals whose drafts' ids are kept free

Proposed = Callable[[Edit], None]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Watch:
    """Rounds over the repositories that a deployment's facts name."""

    desk: Desk
    engine: Engine
    settings: Settings
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def wanted(
        self, pack: Pack, limit: int | None = None, place: Place | None = None
    ) -> list[Repository]:
        """The repositories to ask about next; what was seen of others is forgotten."""
        sightings, named = Sightings(self.engine, "repository"), repositories(pack)
        seen = await sightings.every()
        await sightings.forget(seen.keys() - {each.url for each in named})
        return chosen([each for each in named if place in (None, each.place)], seen, limit)

    async def look(
        self, pack: Pack, wanted: list[Repository], now: datetime, told: Told, proposed: Proposed, dry: bool
    ) -> None:
        """Ask about the repositories, propose what changed, and remember it; ``dry``: neither of the two."""
        sightings = Sightings(self.engine, "repository")
        waiting = await self.desk.proposals.waiting(WAITING)
        drafts = Drafts(pack, now, {each.record.id for proposal in waiting for each in proposal.changes})

        async def found(finding: Finding, meanwhile: Meanwhile) -> None:
            edit = drafts.edit(finding, meanwhile)
            if not dry:
                await self.desk.suggest(edit)
            proposed(edit)

        named, watch = agent(self.settings.about.homepage), self.settings.watch
        async with open_github(watch.github_url, _secret(watch.github_token), named) as github:
            hub = HuggingFace(watch.hub_url, _secret(watch.hub_token), named)
            round = Round(
                pack=pack,
                sites={Place.HUGGING_FACE: hub, Place.GITHUB: github},
                seen=await sightings.every(),
                today=now.date(),
                found=found,
                keep=_forget if dry else sightings.keep,
                told=told,
                sleep=self.sleep,
            )
            await round.go(wanted)

    async def go(self, now: datetime) -> None:
        """One round over everything, proposed."""
        pack = await self.desk.store.pack()
        edits: list[Edit] = []
        await self.look(pack, await self.wanted(pack), now, lambda *_: None, edits.append, dry=False)
        log.info("The models' repositories have been looked at", proposed=len(edits))


async def run_forever(watch: Watch, clock: Callable[[], float]) -> None:
    """Go a round every so many days as the settings say, until cancelled; none where they say 0."""
    every = watch.settings.watch.every
    if every:
        claims = Claims(watch.engine)
        await rounds.run_forever(
            "watch", every, lambda: watch.go(datetime.fromtimestamp(clock(), UTC)), claims, clock, watch.sleep
        )


def _secret(token: SecretStr | None) -> str | None:
    return token.get_secret_value() if token is not None else None


async def _forget(_: Sighting) -> None:
    """Remember nothing."""
