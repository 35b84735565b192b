"""`openness watch`: the models' repositories, looked at; what changed is proposed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.cli.progress import bar
from bot.cli.start import loaded, settings_or_exit
from bot.editing.opening import open_desk
from bot.facts.edit import Edit
from bot.settings import Settings
from bot.state.database import open_state
from bot.watch.repository import Absent, Look, Place, Repository, Unclear
from bot.watch.run import Watch

app = typer.Typer()

Limit = Annotated[int | None, typer.Option(min=1, help="So many repositories at most, longest unseen first.")]
On = Annotated[Place | None, typer.Option(help="Only those there.", case_sensitive=False)]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what was found; propose and remember nothing.")
]


@app.command()
def watch(limit: Limit = None, on: On = None, dry_run: DryRun = False) -> None:
    """Ask Hugging Face and GitHub for the models' repositories; propose what changed: exit status 1 then."""
    settings = settings_or_exit()
    with loaded():
        edits = asyncio.run(look(settings, datetime.now(UTC), limit, on, dry_run))
    if edits:
        raise typer.Exit(1)


async def look(
    settings: Settings,
    now: datetime,
    limit: int | None = None,
    on: Place | None = None,
    dry_run: bool = False,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> list[Edit]:
    """Look at the repositories and print what changed; propose it, unless it is only tried."""
    store, a_day = settings.store, settings.editors.proposals_a_day
    edits: list[Edit] = []
    unclear: Counter[str] = Counter()
    async with (
        open_state(settings.state.url.get_secret_value()) as engine,
        open_desk(engine, store.shipped, store.path, now, a_day) as desk,
    ):
        work = Watch(desk, engine, settings, sleep)
        pack = await desk.store.pack()
        wanted = await work.wanted(pack, limit, on)
        with bar(len(wanted)) as shown:

            def told(_: Repository, look: Look) -> None:
                shown.step(_word(look))
                if isinstance(look, Unclear):
                    unclear[look.why] += 1

            await work.look(pack, wanted, now, told, edits.append, dry_run)
    for edit in edits:
        print(f"{edit.why}\n       {', '.join(str(each.record) for each in edit.changes)}")
    for why, count in unclear.most_common():
        print(f"unclear {count} times: {why}")
    print(f"{len(wanted)} repositories: {shown.said or 'none'}.")
    print(f"{'Found' if dry_run else 'Proposed'}: {len(edits)}.")
    return edits


def _word(look: Look) -> str:
    match look:
        case Absent():
            return "gone"
        case Unclear():
            return "unclear"
    return "there"
