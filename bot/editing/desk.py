"""The desk at which facts are changed: looked at, written to the journal, then made in facts.db.

Answers never wait for it. Whatever two people do at once, each edit has been looked at with all that stands
before it in the journal.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import TypeVar

import structlog

from bot.editing.validation import objections
from bot.facts.change import Change
from bot.facts.edit import DECIDED, Actor, Edit, Entry, Proposal, Status
from bot.facts.model import Pack
from bot.facts.record import Data, Record, digest, records
from bot.facts.refusals import Decided, Nothing, Objected, Objection, Stale, TooMany, Undone, Unheard
from bot.state import journal
from bot.state.cards import Cards
from bot.state.database import Engine
from bot.state.errors import StateError
from bot.state.following import news
from bot.state.journal import Behind, Journal
from bot.state.proposals import Proposals
from bot.store.database import StoreError
from bot.store.store import FactStore

T = TypeVar("T")

log = structlog.get_logger(__name__)

A_DAY = 10  # proposals that one person may make in a day, where the settings say nothing else
TRIES = 100  # of writing behind others who write at the same time


class Desk:
    """Edits of the facts of one deployment. ``news`` is set whenever a proposal is made or decided.

    Every method raises :class:`bot.state.errors.StateError` or :class:`bot.store.database.StoreError` where
    a database cannot be used; then nothing has been changed.
    """

    def __init__(self, engine: Engine, store: FactStore, a_day: int = A_DAY) -> None:
        self.engine = engine
        self.journal = Journal(engine)
        self.proposals = Proposals(engine)
        self.cards = Cards(engine)
        self.store = store
        self.news = asyncio.Event()
        self._a_day = a_day
        self._applying = asyncio.Lock()
        self._writing = asyncio.Lock()

    async def catch_up(self) -> None:
        """Make in facts.db what the journal has beyond it."""
        async with self._applying:
            while entries := await self.journal.since(self.store.sequence):
                batches = [list(group) for _, group in groupby(entries, lambda entry: entry.batch)]
                await self.store.apply(
                    [(each[-1].sequence, tuple(entry.change for entry in each)) for each in batches]
                )

    async def follow(self) -> None:
        """Catch up whenever the journal has gone on, until cancelled; what is away is waited for."""
        async for _ in news(self.engine):
            try:
                if await self.journal.head() > self.store.sequence:
                    await self.catch_up()
                    self.news.set()
            except (StateError, StoreError) as error:
                log.warning(str(error), during="following the journal")

    # --- making changes ------------------------------------------------------------------------------------

    async def publish(self, edit: Edit, sure: bool = False) -> list[Entry]:
        """Make the changes. Raises :class:`Stale`, :class:`Objected` or :class:`Nothing`.

        ``sure``: whatever is merely odd about them.
        """
        edit = replace(edit, changes=_real(edit.changes))

        async def attempt(seen: int) -> list[Entry]:
            await self._look(edit, sure)
            return await self.journal.append(edit, seen)

        return await self._written(attempt)

    async def undo(self, sequence: int, actor: Actor, at: datetime, why: str) -> list[Entry]:
        """Take back the changes made together with that one, by new changes.

        Raises :class:`Unheard`, :class:`Undone`, :class:`Stale` or :class:`Objected`.
        """
        entries = await self.journal.batch(sequence)
        if not entries:
            raise Unheard(f"#{sequence}")
        batch = entries[0].batch
        if (before := await self.journal.undone(batch)) is not None:
            raise Undone(before)
        changes = tuple(entry.change.undone for entry in reversed(entries))
        return await self.publish(Edit(changes, actor, at, why, undoes=batch), sure=True)

    async def _look(self, edit: Edit, sure: bool) -> tuple[Objection, ...]:
        """What speaks against the edit but doesn't forbid it; raises what forbids it."""
        pack = await self.store.pack()
        await self._check_bases(pack, edit.changes)
        found = objections(pack, edit.changes, edit.at.date())
        if any(each.fatal for each in found) or (found and not sure):
            raise Objected(found)
        return found

    async def _check_bases(self, pack: Pack, changes: Sequence[Change]) -> None:
        current = dict(records(pack))
        for each in changes:
            if digest(current.get(each.record)) != each.base:
                raise Stale(each.record, current.get(each.record), await self._meanwhile(each))

    async def _meanwhile(self, change: Change) -> tuple[Entry, ...]:
        """The changes of the record since it was as the change knew it, oldest first."""
        found = []
        for entry in await self.journal.of([change.record.id]):
            if digest(entry.change.after) == change.base:
                break
            found.append(entry)
        return tuple(reversed(found))

    async def _written(self, attempt: Callable[[int], Awaitable[T]]) -> T:
        """Try with all that the journal has in facts.db, anew where others wrote meanwhile."""
        async with self._writing:
            for _ in range(TRIES):
                await self.catch_up()
                try:
                    done = await attempt(self.store.sequence)
                except Behind:
                    continue
                await self.catch_up()
                return done
        raise Behind

    # --- proposals -----------------------------------------------------------------------------------------

    async def draft(self, edit: Edit) -> tuple[Proposal, tuple[Objection, ...]]:
        """Keep changes for their author to look at and publish, with what speaks against them.

        Raises :class:`Stale` or :class:`Nothing`.
        """
        edit = replace(edit, changes=_real(edit.changes))
        await self.catch_up()
        try:
            found = await self._look(edit, sure=True)
        except Objected as refusal:
            found = refusal.objections
        return await self.proposals.add(edit, Status.DRAFT), found

    async def propose(self, edit: Edit) -> Proposal:
        """Let an editor decide. Raises :class:`TooMany` and what :meth:`draft` raises."""
        made = await self.proposals.by(edit.actor, edit.at, timedelta(days=1))
        if edit.actor.person and made >= self._a_day:
            raise TooMany(self._a_day)
        edit = replace(edit, changes=_real(edit.changes))
        await self.catch_up()
        await self._look(edit, sure=True)
        proposal = await self.proposals.add(edit, Status.OPEN)
        self.news.set()
        return proposal

    async def suggest(self, edit: Edit, key: str = "") -> Proposal:
        """Propose what one of the bot's own rounds found: once, whatever became of it.

        ``key``: what makes it the same finding, where other changes may be the same, too.
        """
        written = key or journal.packed(edit.changes)
        fingerprint = hashlib.sha256(f"{edit.actor.platform}\n{written}".encode()).hexdigest()[:32]
        proposal = await self.proposals.add(edit, Status.OPEN, fingerprint)
        self.news.set()
        return proposal

    async def revise(self, id: int, changes: Sequence[Change], revision: int, at: datetime) -> Proposal:
        """Put other changes in a proposal's place.

        Raises :class:`bot.state.proposals.Decided` or :class:`bot.state.proposals.Revised`, ``KeyError``,
        and what :meth:`draft` raises.
        """
        wanted = _real(changes)
        await self.catch_up()
        await self._look(Edit(wanted, Actor(""), at, ""), sure=True)
        proposal = await self.proposals.revise(id, wanted, revision)
        self.news.set()
        return proposal

    async def approve(
        self, id: int, revision: int, actor: Actor, at: datetime, sure: bool = False
    ) -> tuple[Proposal, list[Entry]]:
        """Publish a proposal or a draft, once. Raises what :meth:`revise` and :meth:`publish` raise."""

        async def attempt(seen: int) -> tuple[Proposal, list[Entry]]:
            # Read after the journal was: what is undecided here has not been made in facts.db either.
            proposal = await self.proposals.get(id)
            if proposal is None:
                raise KeyError(id)
            if proposal.status in DECIDED:
                raise Decided(proposal)
            await self._look(Edit(proposal.changes, actor, at, proposal.why), sure)
            return await self.proposals.approve(id, revision, actor, at, seen)

        done = await self._written(attempt)
        self.news.set()
        return done

    async def close(self, id: int, status: Status, actor: Actor, at: datetime, reason: str = "") -> Proposal:
        """Decide against a proposal. Raises :class:`bot.state.proposals.Decided`, or ``KeyError``."""
        proposal = await self.proposals.close(id, status, actor, at, reason)
        self.news.set()
        return proposal

    # --- looking -------------------------------------------------------------------------------------------

    async def look(self, proposal: Proposal, at: datetime) -> tuple[Objection, ...]:
        """What is odd about a proposal now. Raises :class:`Stale`, and :class:`Objected` of what is fatal."""
        await self.catch_up()
        return await self._look(Edit(proposal.changes, proposal.proposer, at, proposal.why), sure=True)

    async def record(self, record: Record) -> Data | None:
        """A record as it is now, or None."""
        return dict(records(await self.store.pack())).get(record)


def _real(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that change something. Raises :class:`Nothing` where none does."""
    found = tuple(each for each in changes if each.before != each.after)
    if not found:
        raise Nothing
    return found
