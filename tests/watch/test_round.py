"""Rounds over repositories on a local Hugging Face and a local GitHub."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date

import pytest

from bot.facts.model import Pack
from bot.state.errors import StateError
from bot.state.sightings import Sighting
from bot.watch.findings import Finding, LicenseChanged, RepositoryGone
from bot.watch.github import GitHub, open_github
from bot.watch.huggingface import HuggingFace
from bot.watch.repository import Absent, Look, Place, Repository, Snapshot, Unclear, repositories
from bot.watch.round import PAUSE, Round, chosen
from bot.watch.suggestions import Meanwhile
from tests.facts import making
from tests.fakes.hub import FakeHub, Hosted

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
HUB, CODE = "https://huggingface.co/org/model", "https://github.com/org/code"
LATER = ("b" * 40, "2026-11-24T09:00:00Z")


@dataclass(slots=True)
class Rounds:
    """Rounds that remember each other."""

    server: FakeHub
    github: GitHub
    pack: Pack = field(
        default_factory=lambda: making.pack(
            making.model(making.publish("2024-03-17", url=HUB), repositories=(HUB, CODE))
        )
    )
    seen: dict[str, Sighting] = field(default_factory=dict)
    told: list[tuple[str, Look]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    async def go(self, today: date, fail: bool = False) -> list[tuple[Finding, Meanwhile]]:
        """One round over all repositories."""
        made: list[tuple[Finding, Meanwhile]] = []
        self.told.clear()

        async def found(finding: Finding, meanwhile: Meanwhile) -> None:
            if fail:
                raise StateError("The state database cannot be reached.")
            made.append((finding, meanwhile))

        round = Round(
            pack=self.pack,
            sites={Place.HUGGING_FACE: HuggingFace(self.server.url, None, "test"), Place.GITHUB: self.github},
            seen=dict(self.seen),
            today=today,
            found=found,
            keep=self._keep,
            told=self._tell,
            sleep=self._sleep,
        )
        await round.go(chosen(repositories(self.pack), self.seen))
        return made

    async def _keep(self, sighting: Sighting) -> None:
        self.seen[sighting.address] = sighting

    def _tell(self, repository: Repository, look: Look) -> None:
        self.told.append((repository.url, look))

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
async def rounds() -> AsyncIterator[Rounds]:
    """Both repositories are there, and as the pack says."""
    async with FakeHub() as server, open_github(server.url, None, "test") as github:
        server.models["org/model"] = Hosted()
        server.code["org/code"] = Hosted("MIT")
        yield Rounds(server, github)


async def test_a_round_in_which_nothing_changed_finds_nothing(rounds: Rounds) -> None:
    """The first time and ever after; each place has a pause between two questions."""
    for day in (MONDAY, TUESDAY):
        assert await rounds.go(day) == []
        assert sorted(url for url, look in rounds.told if isinstance(look, Snapshot)) == [CODE, HUB]
    assert rounds.slept == [PAUSE] * 4


async def test_a_change_is_found_once_with_its_commits(rounds: Rounds) -> None:
    """The commits since the last look say when it was."""
    await rounds.go(MONDAY)
    rounds.server.models["org/model"] = Hosted("apache-2.0", commits=(LATER, Hosted().commits[0]))
    ((finding, meanwhile),) = await rounds.go(FRIDAY)
    assert isinstance(finding, LicenseChanged)
    assert (finding.was, finding.now.license) == ("mit", "apache-2.0")
    assert [each.id for each in meanwhile.commits] == [LATER[0]]
    assert str(meanwhile.when(finding)) == "2026-11-24"
    assert await rounds.go(FRIDAY) == []


async def test_a_change_that_could_not_be_proposed_is_found_again(rounds: Rounds) -> None:
    """It is remembered after it is proposed."""
    await rounds.go(MONDAY)
    rounds.server.models["org/model"] = Hosted("apache-2.0")
    with pytest.raises(StateError):
        await rounds.go(TUESDAY, fail=True)
    assert len(await rounds.go(TUESDAY)) == 1


async def test_the_first_look_is_compared_with_the_pack(rounds: Rounds) -> None:
    """From the day of what the pack says until today."""
    rounds.server.models["org/model"] = Hosted("apache-2.0")
    ((finding, meanwhile),) = await rounds.go(MONDAY)
    assert isinstance(finding, LicenseChanged)
    assert (meanwhile.last, meanwhile.now) == (date(2024, 3, 17), MONDAY)


async def test_a_repository_is_gone_after_two_days_and_proposed_once(rounds: Rounds) -> None:
    """One day's absence may be a mistake, and a failure between them is neither."""
    await rounds.go(MONDAY)
    there = rounds.server.models.pop("org/model")
    assert await rounds.go(TUESDAY) == []
    assert await rounds.go(TUESDAY) == []
    rounds.server.fault = (500, {}, b"")
    assert await rounds.go(FRIDAY) == []
    rounds.server.fault = None
    ((finding, meanwhile),) = await rounds.go(FRIDAY)
    assert isinstance(finding, RepositoryGone)
    assert (finding.since, meanwhile.last, meanwhile.now) == (TUESDAY, MONDAY, TUESDAY)
    assert await rounds.go(date(2026, 11, 30)) == []
    rounds.server.models["org/model"] = there
    assert await rounds.go(date(2026, 12, 1)) == []
    del rounds.server.models["org/model"]
    await rounds.go(date(2026, 12, 2))
    assert len(await rounds.go(date(2026, 12, 3))) == 1


async def test_what_was_never_seen_can_be_gone(rounds: Rounds) -> None:
    """Then nobody knows when it went."""
    del rounds.server.code["org/code"]
    await rounds.go(MONDAY)
    ((finding, meanwhile),) = await rounds.go(TUESDAY)
    assert isinstance(finding, RepositoryGone)
    assert meanwhile.when(finding) is None
    assert Absent("GitHub answers 404") in [look for _, look in rounds.told]


async def test_a_place_that_wants_a_pause_does_not_stop_the_other(rounds: Rounds) -> None:
    """What could not be asked is told, and has its turn first in the next round."""
    rounds.server.remaining = 0
    await rounds.go(MONDAY)
    looks = dict(rounds.told)
    assert isinstance(looks[HUB], Snapshot)
    assert isinstance(looks[CODE], Unclear)
    assert set(rounds.seen) == {HUB}


async def test_a_failing_hub_finds_nothing(rounds: Rounds) -> None:
    """Whatever both places answer that makes no sense."""
    await rounds.go(MONDAY)
    for body in (b"", b"[]", b"<html>", b'{"id": null, "full_name": null}'):
        rounds.server.fault = (200, {}, body)
        assert await rounds.go(TUESDAY) == []


def test_the_longest_unseen_come_first() -> None:
    """A limited round goes on where the one before stopped."""
    urls = tuple(f"https://github.com/org/{name}" for name in "abc")
    every = repositories(making.pack(making.model(repositories=urls)))
    seen = {urls[0]: Sighting(urls[0], TUESDAY), urls[1]: Sighting(urls[1], MONDAY)}
    assert [each.name for each in chosen(every, seen)] == ["org/c", "org/b", "org/a"]
    assert [each.name for each in chosen(every, seen, limit=1)] == ["org/c"]
