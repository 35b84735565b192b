"""`openness facts import`: facts from files, shown as what they would change, then made or proposed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.app import open_bot
from bot.catalogues import ours, tables
from bot.catalogues.converting import Conversion, convert
from bot.catalogues.entry import CatalogueError, Copy, Reading, Unread, Wanted
from bot.catalogues.forms import FOREIGN, Form
from bot.cli import given, imported
from bot.cli.start import loaded, settings_or_exit
from bot.core import Bot
from bot.editing.validation import objections
from bot.facts.edit import Actor, Edit
from bot.facts.model import Pack
from bot.facts.refusals import Objected, Objection, Refused
from bot.platforms.terminal import chat

if TYPE_CHECKING:  # SQLAlchemy takes a moment to load: only who imports waits for it
    from bot.editing.desk import Desk

FilePath = Annotated[
    Path, typer.Argument(metavar="FILE|DIR", exists=True, help="A file, or a folder of them.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")]
FormOption = Annotated[
    Form | None, typer.Option("--form", help="What the files are, where they don't show it.")
]
Why = Annotated[str, typer.Option(help="Why, for the history: needed where facts are changed.")]
Propose = Annotated[bool, typer.Option("--propose", help="Let an editor decide, instead of publishing.")]
Replace = Annotated[
    bool, typer.Option("--replace", help="Take away what the files don't have of what they are about.")
]
Anyway = Annotated[bool, typer.Option("--anyway", help="Whatever is merely odd about it.")]
Revision = Annotated[
    str | None,
    typer.Option(help="The commit of a catalogue's copy, for links that last.", metavar="COMMIT"),
]
Day = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day a catalogue's copy is of; today where left out."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object.")]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was asked for on the command line."""

    dry_run: bool
    why: str
    propose: bool
    anyway: bool
    json: bool


def import_(
    path: FilePath,
    dry_run: DryRun = False,
    form: FormOption = None,
    why: Why = "",
    propose: Propose = False,
    replace: Replace = False,
    anyway: Anyway = False,
    revision: Revision = None,
    day: Day = None,
    as_json: Json = False,
) -> None:
    """Import facts, all or nothing: our YAML, tables of events, and what public catalogues say."""
    now = datetime.now(UTC)
    wish = _Wish(dry_run, why.strip(), propose, anyway, as_json)
    copy = Copy(day.date() if day is not None else now.date(), revision)
    try:
        files, found = given.texts(path, form)
        if found not in FOREIGN and not dry_run and not wish.why:
            raise CatalogueError([Unread("--why", "say why, for the history.")])
        asyncio.run(_import(files, found, replace, copy, wish, now))
    except CatalogueError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None


async def _import(
    files: dict[str, str], form: Form, replace: bool, copy: Copy, wish: _Wish, now: datetime
) -> None:
    settings = settings_or_exit()
    with loaded():
        async with open_bot(settings) as bot:
            assert bot.desk is not None
            pack = await bot.desk.store.pack()
            if form in FOREIGN:
                await _suggest(bot.desk, pack, FOREIGN[form](files, copy), wish, now)
            else:
                await _make(bot, pack, _wanted(files, form, pack, replace), wish, now)


# --- our own forms -------------------------------------------------------------------------------------


def _wanted(files: dict[str, str], form: Form, pack: Pack, replace: bool) -> Wanted:
    if form is Form.OURS:
        return ours.read(files, pack, replace)
    if len(files) > 1:
        raise CatalogueError([Unread(next(iter(files)), "give one table at a time.")])
    ((name, text),) = files.items()
    return tables.read(name, text, pack)


async def _make(bot: Bot, pack: Pack, wanted: Wanted, wish: _Wish, now: datetime) -> None:
    """Show what the files ask for, and publish or propose it."""
    found = objections(pack, wanted.changes, now.date()) if wanted.changes else ()
    done: dict[str, Any] = {}
    stopped = any(each.fatal for each in found) or (found and not (wish.anyway or wish.propose))
    if wanted.changes and not stopped and not wish.dry_run:
        done, found = await _done(bot, wanted, wish, now)
    imported.show_wanted(wanted, found, done, wish.dry_run, wish.json)
    if stopped or (not done and wanted.changes and not wish.dry_run):
        raise typer.Exit(1)


async def _done(
    bot: Bot, wanted: Wanted, wish: _Wish, now: datetime
) -> tuple[dict[str, Any], tuple[Objection, ...]]:
    assert bot.desk is not None
    asker = chat.asker()
    edit = Edit(wanted.changes, Actor(asker.platform, asker.workspace, asker.user, asker.name), now, wish.why)
    try:
        if wish.propose or not bot.editors.include(asker):
            return {"proposal": (await bot.desk.propose(edit)).id}, ()
        return {"batch": (await bot.desk.publish(edit, wish.anyway))[0].batch}, ()
    except Objected as refusal:
        return {}, refusal.objections
    except Refused as refusal:
        return {}, (Objection("", str(refusal)),)


# --- public catalogues ---------------------------------------------------------------------------------


async def _suggest(desk: Desk, pack: Pack, reading: Reading, wish: _Wish, now: datetime) -> None:
    """Show what a catalogue says that we don't, and propose it, one proposal a model."""
    conversion = convert(pack, reading.entries, now.date())
    refused = {
        each.model: found
        for each in conversion.suggestions
        if (found := _fatal(objections(pack, each.changes, now.date())))
    }
    made = {} if wish.dry_run else await _proposed(desk, conversion, reading, refused, now)
    imported.show_conversion(conversion, reading, refused, made, wish.dry_run, wish.json)


async def _proposed(
    desk: Desk, conversion: Conversion, reading: Reading, refused: dict[str, Any], now: datetime
) -> dict[str, tuple[int, bool]]:
    """The number of each model's proposal, and whether it was made just now."""
    made = {}
    catalogue = reading.entries[0].catalogue if reading.entries else None
    for each in conversion.suggestions:
        if each.model in refused or catalogue is None:
            continue
        why = f"{catalogue.name.en}: {', '.join(path.rpartition('/')[2] for path in each.paths[:5])}"
        edit = Edit(each.changes, Actor(catalogue.id, name=catalogue.name.en), now, why)
        proposal = await desk.suggest(edit, each.key)
        made[each.model] = (proposal.id, proposal.at == now)
    return made


def _fatal(found: Sequence[Objection]) -> tuple[Objection, ...]:
    return tuple(each for each in found if each.fatal)
