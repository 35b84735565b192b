"""The facts as YAML with the deployment's edits in it, so that a pull request shows the edits alone."""

from __future__ import annotations

from bot.app import open_bot
from bot.facts import change as changes
from bot.facts.change import Change
from bot.facts.merge import Merged, merge
from bot.facts.model import Pack
from bot.settings import Settings
from bot.store import database


async def edits(written: Pack | None, settings: Settings) -> tuple[Pack, Merged]:
    """The pack as it is ``written`` with the journal's edits in it, and what they are.

    ``proposed`` are edits of records that were written anew since: those stay as they are written. Without
    a written pack the shipped one counts. Raises :class:`bot.store.database.StoreError` or
    :class:`bot.state.errors.StateError`.
    """
    async with open_bot(settings) as bot:
        working = await bot.store.pack()
    shipped = database.read(settings.store.shipped)
    found = merge(shipped, written or shipped, working)
    return changes.apply(written or shipped, found.made), found


def line(each: Change) -> str:
    """One edit in a few words."""
    if each.before is None:
        return f"added {each.record}"
    if each.after is None:
        return f"removed {each.record}"
    return f"changed {each.record}: {', '.join(each.fields)}"
