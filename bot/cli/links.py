"""`openness facts links`: the pages that the facts cite, visited; what is found is proposed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import typer

from bot.cli.progress import bar
from bot.cli.start import loaded, settings_or_exit
from bot.editing.opening import open_desk
from bot.links.checker import Answers, Gone, Outcome, Unclear
from bot.links.cited import Page
from bot.links.findings import Dead, Finding, Moved
from bot.links.run import LinkCheck, Opened
from bot.links.web import open_web
from bot.settings import Settings
from bot.state.database import open_state


def links(limit: int | None, host: str | None, dry_run: bool) -> None:
    """Visit the cited pages; exit status 1 where one is dead or has moved."""
    settings = settings_or_exit()
    with loaded():
        found = asyncio.run(check(settings, datetime.now(UTC), limit, host, dry_run))
    if found:
        raise typer.Exit(1)


async def check(
    settings: Settings,
    now: datetime,
    limit: int | None = None,
    host: str | None = None,
    dry_run: bool = False,
    opened: Opened = open_web,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> list[Finding]:
    """Visit the pages and print what was found; propose it, unless it is only tried."""
    store, a_day = settings.store, settings.editors.proposals_a_day
    async with (
        open_state(settings.state.url.get_secret_value()) as engine,
        open_desk(engine, store.shipped, store.path, now, a_day) as desk,
    ):
        work = LinkCheck(desk, engine, settings, opened, sleep)
        pack = await desk.store.pack()
        wanted = await work.wanted(pack, limit, host)
        outcomes: list[tuple[Page, Outcome]] = []
        with bar(len(wanted)) as shown:

            def told(page: Page, outcome: Outcome) -> None:
                outcomes.append((page, outcome))
                shown.step(_word(outcome))

            found = await work.look(wanted, now, told, remember=not dry_run)
        _print(outcomes, found, shown.said)
        if not dry_run:
            print(f"Proposed: {await work.propose(pack, found, now)}.")
    return found


def _print(outcomes: list[tuple[Page, Outcome]], found: list[Finding], said: str) -> None:
    dead = {each.url for each in found if isinstance(each, Dead)}
    for each in sorted(found, key=lambda finding: finding.url):
        print(_line(each))
    for page, outcome in outcomes:
        if isinstance(outcome, Gone) and page.url not in dead and not page.archived:
            print(f"gone today  {page.url} ({outcome.said}): dead if it is gone on another day too")
    unclear = {outcome.why: page.url for page, outcome in outcomes if isinstance(outcome, Unclear)}
    reasons = Counter(outcome.why for _, outcome in outcomes if isinstance(outcome, Unclear))
    for why, count in reasons.most_common():
        print(f"unclear {count} times: {why}, as {unclear[why]}")
    print(f"{len(outcomes)} pages: {said or 'none'}.")


def _line(finding: Finding) -> str:
    users = f"cited by {', '.join(finding.used_by[:3])}{' …' if len(finding.used_by) > 3 else ''}"
    match finding:
        case Dead(url, said, since, archive, _):
            return f"dead   {url} ({said}, since {since}), {users}\n       copy: {archive or 'none known'}"
        case Moved(url, to, _):
            return f"moved  {url}, {users}\n       to: {to}"


def _word(outcome: Outcome) -> str:
    match outcome:
        case Answers(to=None):
            return "answer"
        case Answers():
            return "moved"
        case Gone():
            return "gone"
        case Unclear():
            return "unclear"
