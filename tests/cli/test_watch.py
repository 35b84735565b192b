"""`openness watch` on a local Hugging Face and a local GitHub."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.watch import look
from bot.facts.edit import Edit
from bot.settings import Settings, WatchSettings
from bot.state.sightings import Sightings
from bot.watch import run
from bot.watch.repository import Place
from bot.watch.run import Watch
from tests.cli import deployment
from tests.cli.deployment import no_pause
from tests.facts import making
from tests.fakes.hub import FakeHub, Hosted

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HUB, CODE = "https://huggingface.co/org/model", "https://github.com/org/code"
PACK = making.pack(making.model(making.publish("2024-03-17", url=HUB), repositories=(HUB, CODE)))


@pytest.fixture
async def server() -> AsyncIterator[FakeHub]:
    """Both repositories are there, and as the pack says."""
    async with FakeHub() as fake:
        fake.models["org/model"] = Hosted()
        fake.code["org/code"] = Hosted("MIT")
        yield fake


@pytest.fixture
def settings(tmp_path: Path, server: FakeHub) -> Settings:
    """A deployment that watches them every day."""
    watch = WatchSettings(every=1, hub_url=server.url, github_url=server.url)
    return deployment.settings(tmp_path, PACK, watch=watch)


async def _look(settings: Settings, day: int, dry_run: bool = False, on: Place | None = None) -> list[Edit]:
    return await look(settings, NOW + day * DAY, on=on, dry_run=dry_run, sleep=no_pause)


async def test_a_change_is_proposed_once(
    server: FakeHub, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dry run shows it and leaves it to the next; nothing is published."""
    assert await _look(settings, 0) == []
    assert capsys.readouterr().out == "2 repositories: 2 there.\nProposed: 0.\n"
    server.models["org/model"].gated = "auto"
    assert len(await _look(settings, 1, dry_run=True)) == 1
    assert capsys.readouterr().out.endswith("Found: 1.\n")
    assert len(await _look(settings, 1)) == 1
    out = capsys.readouterr().out
    assert f"Access to {HUB} was public and is gated.\n       event m1/parameters-final\n" in out
    assert await _look(settings, 2) == []
    async with deployment.opened(settings, NOW) as (_, desk):
        (proposal,) = await desk.proposals.waiting()
        assert proposal.proposer.platform == "watch"
        assert await desk.record(proposal.changes[0].record) is None
        _, entries = await desk.approve(proposal.id, proposal.revision, proposal.proposer, NOW + DAY)
        assert await desk.record(entries[0].change.record) is not None


async def test_what_could_not_be_seen_is_said(
    server: FakeHub, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """By reason, with how often."""
    server.remaining = 0
    await _look(settings, 0)
    out = capsys.readouterr().out
    assert "unclear 1 times: GitHub's limit for this hour is reached: a token raises it" in out
    assert "2 repositories: 1 there, 1 unclear." in out


async def test_only_one_place(server: FakeHub, settings: Settings) -> None:
    """As asked for."""
    await _look(settings, 0, on=Place.GITHUB)
    assert {call.split("/")[1] for call in server.calls} == {"repos"}


async def test_what_is_no_longer_named_is_forgotten(
    server: FakeHub, settings: Settings, tmp_path: Path
) -> None:
    """A repository that the facts leave out is not remembered."""
    await _look(settings, 0)
    async with deployment.opened(settings, NOW) as (engine, desk):
        work = Watch(desk, engine, settings, no_pause)
        alone = making.pack(making.model(making.publish("2024-03-17"), repositories=(HUB,)))
        assert [each.url for each in await work.wanted(alone)] == [HUB]
        assert set(await Sightings(engine, "repository").every()) == {HUB}


async def test_rounds_by_themselves(server: FakeHub, settings: Settings) -> None:
    """One a day, however often somebody looks whether it is time."""
    moment, looks = NOW.timestamp(), 0

    class Enough(Exception):
        pass

    async def sleep(seconds: float) -> None:
        nonlocal moment, looks
        if seconds < 60:
            return
        moment, looks = moment + seconds, looks + 1
        if looks == 48:
            raise Enough

    async with deployment.opened(settings, NOW) as (engine, desk):
        with pytest.raises(Enough):
            await run.run_forever(Watch(desk, engine, settings, sleep), lambda: moment)
    assert server.calls.count("/api/models/org/model") == 2
