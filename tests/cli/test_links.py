"""`openness facts links` on a local web: a round, what it prints and proposes, and rounds by themselves."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from ipaddress import ip_address
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli.links import check
from bot.facts.edit import Proposal, Status
from bot.links import run
from bot.links.findings import Finding
from bot.links.run import LinkCheck, Opened
from bot.links.web import open_web
from bot.settings import AboutSettings, LinksSettings, Settings
from tests.cli import deployment
from tests.cli.deployment import no_pause
from tests.facts import making
from tests.fakes.web import HOME, FakeWeb, Page, leads_to

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
COPY = "https://web.archive.example/web/20261101000000/http://a.example/page"
FOUND = json.dumps({"archived_snapshots": {"closest": {"available": True, "status": "200", "url": COPY}}})
PACK = making.pack(
    making.model(
        *(
            making.publish(
                f"2024-0{n}-01", sources=(replace(making.SOURCE, url=f"http://{host}.example/page"),)
            )
            for n, host in enumerate("abc", 1)
        )
    )
)


@pytest.fixture
async def server() -> AsyncIterator[FakeWeb]:
    """A web in which one page is gone, one has moved and one answers."""
    pages = {
        "b.example/page": leads_to("/new"),
        "b.example/new": Page(),
        "c.example/page": Page(),
        "archive.example/available?url=http://a.example/page&timestamp=20261101": Page(body=FOUND.encode()),
    }
    async with FakeWeb(pages) as fake:
        yield fake


@pytest.fixture
def opened(server: FakeWeb) -> Opened:
    """How that web is opened."""
    return partial(open_web, resolver=server.names, allowed=lambda ip: ip == ip_address(HOME))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A deployment that asks a local archive every week."""
    links = LinksSettings(every=7, archive_url="http://archive.example/available")
    about = AboutSettings(homepage="https://openness.example")
    return deployment.settings(tmp_path, PACK, links=links, about=about)


async def _waiting(settings: Settings) -> list[Proposal]:
    async with deployment.opened(settings, NOW) as (_, desk):
        return await desk.proposals.waiting()


async def test_two_rounds_propose_a_copy_and_a_move(
    server: FakeWeb, opened: Opened, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """The move the first day, the dead page the second, nothing twice; every visit says who comes."""

    async def visit(day: int) -> list[Finding]:
        return await check(settings, NOW + day * DAY, opened=opened, sleep=no_pause)

    assert len(await visit(0)) == 1
    first = capsys.readouterr().out
    assert "moved  http://b.example/page, cited by m1/parameters-final-2024-02-01" in first
    assert "gone today  http://a.example/page (404): dead if it is gone on another day too" in first
    assert first.endswith("3 pages: 1 answer, 1 gone, 1 moved.\nProposed: 1.\n")
    assert len(await visit(1)) == 2
    second = capsys.readouterr().out
    assert "dead   http://a.example/page (404, since 2026-11-23)" in second
    assert f"copy: {COPY}" in second
    assert second.endswith("Proposed: 1.\n")
    await visit(2)
    assert capsys.readouterr().out.endswith("Proposed: 0.\n")
    one, two = await _waiting(settings)
    assert (one.why, two.status) == ("http://b.example/page has moved to http://b.example/new.", Status.OPEN)
    assert [each.record.id for each in two.changes] == ["m1/parameters-final-2024-01-01"]
    assert {agent.partition(" ")[2] for agent in server.agents} == {"(+https://openness.example)"}


async def test_an_approved_proposal_is_no_finding_any_more(
    opened: Opened, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """The facts have the copy: the page may stay dead."""
    for day in (0, 1):
        await check(settings, NOW + day * DAY, opened=opened, sleep=no_pause)
    async with deployment.opened(settings, NOW) as (_, desk):
        for each in await desk.proposals.waiting():
            await desk.approve(each.id, each.revision, each.proposer, NOW + DAY)
    assert await check(settings, NOW + 2 * DAY, opened=opened, sleep=no_pause) == []
    assert capsys.readouterr().out.endswith("3 pages: 2 answer, 1 gone.\nProposed: 0.\n")


async def test_a_dry_run_leaves_nothing(
    opened: Opened, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints, and the next round knows nothing of it."""
    for _ in range(2):
        assert len(await check(settings, NOW, dry_run=True, opened=opened, sleep=no_pause)) == 1
        assert "Proposed" not in capsys.readouterr().out
    await check(settings, NOW + DAY, opened=opened, sleep=no_pause)
    assert "dead" not in capsys.readouterr().out.replace("dead if", "")
    assert len(await _waiting(settings)) == 1


async def test_a_round_can_be_limited(server: FakeWeb, opened: Opened, settings: Settings) -> None:
    """To one host, or to a number of pages, the next ones the next time."""
    await check(settings, NOW, host="c.example", opened=opened, sleep=no_pause)
    assert {call.split()[1].partition("/")[0] for call in server.calls} == {"c.example"}
    server.calls.clear()
    await check(settings, NOW + DAY, limit=2, opened=opened, sleep=no_pause)
    assert {call.split()[1].partition("/")[0] for call in server.calls} == {"a.example", "b.example"}


async def test_rounds_by_themselves_are_gone_once_by_all_replicas(
    server: FakeWeb, opened: Opened, settings: Settings
) -> None:
    """Of two that share a state one goes, and again only when the week is over."""
    moment = NOW.timestamp()
    slept = 0

    class Enough(Exception):
        pass

    async def sleep(seconds: float) -> None:
        nonlocal moment, slept
        if seconds < 60:
            return
        moment, slept = moment + seconds, slept + 1
        if slept == 24 * 7 * 2:
            raise Enough

    async with deployment.opened(settings, NOW) as (engine, desk):
        one = LinkCheck(desk, engine, settings, opened, sleep)
        with pytest.raises(Enough):
            await run.run_forever(one, lambda: moment)
        assert server.asked("c.example/page") == 2
        slept = 24 * 7 * 2 - 1
        moment -= 3600.0
        with pytest.raises(Enough):
            await run.run_forever(one, lambda: moment)
        assert server.asked("c.example/page") == 2
        assert len(await desk.proposals.waiting()) == 2


async def test_no_rounds_by_themselves_unless_wanted(opened: Opened, settings: Settings) -> None:
    """0 days are none."""
    off = settings.model_copy(update={"links": LinksSettings()})
    async with deployment.opened(off, NOW) as (engine, desk):
        await run.run_forever(LinkCheck(desk, engine, off, opened, no_pause), lambda: 0.0)


def test_a_state_that_cannot_be_used_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 2, no page visited."""
    monkeypatch.setenv("OPENNESS_STATE_URL", "mysql://nowhere")
    result = CliRunner().invoke(app, ["facts", "links"])
    assert result.exit_code == 2
    assert "begins with mysql" in result.stderr
