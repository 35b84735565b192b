"""Hugging Face and GitHub, asked at local addresses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.facts.model import Access
from bot.watch.github import GitHub, open_github
from bot.watch.huggingface import HuggingFace
from bot.watch.repository import Absent, Commit, Limited, Snapshot, Unclear
from tests.fakes.hub import FakeHub, Hosted

AGENT = "openness-bot/test (+https://openness.example)"
NAME = "org/model"
PUSHED = datetime(2024, 3, 17, 10, tzinfo=UTC)


@pytest.fixture
async def server() -> AsyncIterator[FakeHub]:
    """Both places."""
    async with FakeHub() as fake:
        yield fake


@pytest.fixture
def hub(server: FakeHub, monkeypatch: pytest.MonkeyPatch) -> HuggingFace:
    """The hub, without a token; its library waits for nothing before it asks for commits again."""
    monkeypatch.setattr("time.sleep", lambda _: None)
    return HuggingFace(server.url, None, AGENT)


@pytest.fixture
async def github(server: FakeHub) -> AsyncIterator[GitHub]:
    """GitHub, with a token."""
    async with open_github(server.url, "a-token", AGENT) as opened:
        yield opened


# --- Hugging Face ----------------------------------------------------------------------------------------


async def test_the_hub_shows_licence_gate_and_notable_files(server: FakeHub, hub: HuggingFace) -> None:
    """One question tells all of them; no token goes out, and the agent is named."""
    server.models[NAME] = Hosted(
        "apache-2.0", "auto", ("README.md", "LICENSE", "training_args.bin", "train.py")
    )
    assert await hub.look(NAME, None) == Snapshot(
        NAME, "apache-2.0", Access.GATED, ("LICENSE", "train.py"), PUSHED
    )
    assert server.calls == ["/api/models/org/model"]
    assert "authorization" not in {key.lower() for key in server.headers[0]}
    assert AGENT in server.headers[0]["User-Agent"]


async def test_no_token_of_this_machine_is_used(
    server: FakeHub, hub: HuggingFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A token that somebody uses for other things stays theirs."""
    monkeypatch.setenv("HF_TOKEN", "hf_somebody")
    server.models[NAME] = Hosted()
    await hub.look(NAME, None)
    assert "authorization" not in {key.lower() for key in server.headers[0]}


@pytest.mark.parametrize(
    ("gated", "access"), [(False, Access.PUBLIC), ("auto", Access.GATED), ("manual", Access.REQUEST)]
)
async def test_the_hubs_gates(server: FakeHub, hub: HuggingFace, gated: object, access: Access) -> None:
    """A click is a gate; one that somebody opens by hand is a request."""
    server.models[NAME] = Hosted(gated=gated)
    look = await hub.look(NAME, None)
    assert isinstance(look, Snapshot)
    assert look.access is access


@pytest.mark.parametrize(
    ("license", "card", "expected"),
    [
        ("other", {"license_name": "mnpl"}, "mnpl"),
        ("other", {}, "other"),
        ("other", {"license_name": "<script>alert(1)</script>"}, "other"),
        (["mit"], {}, "mit"),
        (["mit", "apache-2.0"], {}, ""),
        (None, {}, ""),
        ({"a": 1}, {}, ""),
        ("[x](https://casino.example) @everyone", {}, ""),
        ("a" * 1_000, {}, ""),
    ],
)
async def test_a_tag_is_plain_or_nothing(
    server: FakeHub, hub: HuggingFace, license: object, card: dict[str, object], expected: str
) -> None:
    """Whatever somebody wrote into a card: what cannot be shown is not kept."""
    server.models[NAME] = Hosted(license, card=card)
    look = await hub.look(NAME, None)
    assert isinstance(look, Snapshot)
    assert look.license == expected


async def test_the_hub_knows_no_such_repository(hub: HuggingFace) -> None:
    """Deleted, or hidden from the public."""
    assert await hub.look(NAME, None) == Absent("the hub knows no such repository")


async def test_a_closed_repository_is_absent(server: FakeHub, hub: HuggingFace) -> None:
    """The hub says so by a message."""
    server.fault = (403, {"X-Error-Message": "Access to this resource is disabled."}, b"")
    assert await hub.look(NAME, None) == Absent("the hub has closed it")


@pytest.mark.parametrize(
    "fault",
    [
        (500, {}, b""),
        (403, {"X-Error-Code": "GatedRepo"}, b""),
        (401, {"X-Error-Message": "Invalid credentials in Authorization header"}, b"{}"),
        (200, {}, b"<html>"),
        (200, {}, b"[]"),
        (200, {}, b"{}"),
        (200, {}, b'{"id": "org/model", "lastModified": "yesterday"}'),
    ],
)
async def test_a_failing_hub_says_nothing(
    server: FakeHub, hub: HuggingFace, fault: tuple[int, dict[str, str], bytes]
) -> None:
    """A failure, a refusal or nonsense is never an absence."""
    server.fault = fault
    assert isinstance(await hub.look(NAME, None), Unclear)
    assert await hub.commits(NAME, date(2024, 1, 1)) == []


async def test_an_unreachable_hub_says_nothing() -> None:
    """Nobody listens there."""
    assert isinstance(await HuggingFace("http://127.0.0.1:9", None, AGENT).look(NAME, None), Unclear)


async def test_the_hub_asks_for_a_pause(server: FakeHub, hub: HuggingFace) -> None:
    """Then it is left alone."""
    server.fault = (429, {}, b"")
    with pytest.raises(Limited):
        await hub.look(NAME, None)
    with pytest.raises(Limited):
        await hub.commits(NAME, date(2024, 1, 1))


async def test_a_renamed_model_says_its_new_name(server: FakeHub, hub: HuggingFace) -> None:
    """The hub leads from the old name to the new."""
    server.models |= {NAME: Hosted(moved="org/new"), "org/new": Hosted()}
    look = await hub.look(NAME, None)
    assert isinstance(look, Snapshot)
    assert look.name == "org/new"


async def test_the_hubs_commits_since_a_day(server: FakeHub, hub: HuggingFace) -> None:
    """Newest first, that day included."""
    days = ("2024-03-19T00:00:00Z", "2024-03-17T10:00:00Z", "2024-03-16T23:59:59Z")
    server.models[NAME] = Hosted(commits=tuple((str(n) * 40, day) for n, day in enumerate(days)))
    assert await hub.commits(NAME, date(2024, 3, 17)) == [
        Commit("0" * 40, date(2024, 3, 19)),
        Commit("1" * 40, date(2024, 3, 17)),
    ]


# --- GitHub ----------------------------------------------------------------------------------------------


async def test_github_shows_licence_and_notable_files(server: FakeHub, github: GitHub) -> None:
    """Two questions, by name and with the token."""
    server.code[NAME] = Hosted("Apache-2.0", files=("README.md", "LICENSE", "train/", "src/"))
    look = await github.look(NAME, None)
    assert isinstance(look, Snapshot)
    assert look == Snapshot(NAME, "Apache-2.0", None, ("LICENSE", "train/"), PUSHED, look.etag)
    assert server.calls == ["/repos/org/model", "/repos/org/model/git/trees/HEAD"]
    assert {each["Authorization"] for each in server.headers} == {"Bearer a-token"}
    assert {each["User-Agent"] for each in server.headers} == {AGENT}


async def test_what_has_not_changed_is_not_sent_again(server: FakeHub, github: GitHub) -> None:
    """The second look costs one question without an answer, and nothing of the limit."""
    server.code[NAME] = Hosted()
    first = await github.look(NAME, None)
    assert isinstance(first, Snapshot)
    left, asked = server.remaining, len(server.calls)
    assert await github.look(NAME, first) == first
    assert (server.remaining, len(server.calls)) == (left, asked + 1)


async def test_files_are_read_again_after_a_push_only(server: FakeHub, github: GitHub) -> None:
    """A new description is no new file."""
    server.code[NAME] = Hosted()
    first = await github.look(NAME, None)
    assert isinstance(first, Snapshot)
    server.code[NAME] = Hosted("Apache-2.0", files=("LICENSE",))
    second = await github.look(NAME, first)
    assert isinstance(second, Snapshot)
    assert (second.license, second.files) == ("Apache-2.0", first.files)
    server.code[NAME].pushed = "2024-03-17T11:00:00Z"
    third = await github.look(NAME, second)
    assert isinstance(third, Snapshot)
    assert third.files == ("LICENSE",)


@pytest.mark.parametrize("tag", [None, "NOASSERTION", "a b", "<b>"])
async def test_github_without_a_licence(server: FakeHub, github: GitHub, tag: str | None) -> None:
    """No tag, none that it could tell, or none that can be shown."""
    server.code[NAME] = Hosted(tag)
    look = await github.look(NAME, None)
    assert isinstance(look, Snapshot)
    assert look.license == ""


@pytest.mark.parametrize("status", [404, 451])
async def test_github_says_that_it_is_gone(server: FakeHub, github: GitHub, status: int) -> None:
    """Not there, or taken down."""
    server.fault = (status, {}, b"{}")
    assert await github.look(NAME, None) == Absent(f"GitHub answers {status}")


@pytest.mark.parametrize(
    "fault",
    [
        (500, {}, b""),
        (401, {}, b"{}"),
        (403, {}, b"{}"),
        (304, {}, b""),
        (200, {}, b"<html>"),
        (200, {}, b"[]"),
        (200, {}, b"null"),
        (200, {}, b"[" * 100_000),
        (200, {}, b'{"full_name": "a/b", "license": "MIT", "pushed_at": "2024-03-17T10:00:00Z"}'),
        (200, {}, b'{"full_name": "a/b", "pushed_at": null}'),
        (200, {}, b'"' + b"a" * 9_000_000),
        (302, {"Location": "http://127.0.0.1:1/"}, b""),
        (302, {"Location": "https://casino.example/"}, b""),
        (302, {"Location": "http://["}, b""),
        (302, {}, b""),
    ],
)
async def test_a_failing_github_says_nothing(
    server: FakeHub, github: GitHub, fault: tuple[int, dict[str, str], bytes]
) -> None:
    """A failure, nonsense, or a way to somebody else's server is never an absence."""
    server.fault = fault
    assert isinstance(await github.look(NAME, None), Unclear)
    assert await github.commits(NAME, date(2024, 1, 1)) == []


async def test_a_limit_ends_the_questions(server: FakeHub, github: GitHub) -> None:
    """Once the hour's number is used up, nothing more is sent."""
    server.code |= {NAME: Hosted(), "org/other": Hosted()}
    server.remaining = 2
    assert isinstance(await github.look(NAME, None), Snapshot)
    before = len(server.calls)
    with pytest.raises(Limited, match="limit"):
        await github.look("org/other", None)
    assert len(server.calls) == before


@pytest.mark.parametrize("fault", [(429, {}, b""), (403, {"Retry-After": "60"}, b"")])
async def test_github_asks_for_a_pause(
    server: FakeHub, github: GitHub, fault: tuple[int, dict[str, str], bytes]
) -> None:
    """Its second limit is kept like the first."""
    server.fault = fault
    for _ in range(2):
        with pytest.raises(Limited):
            await github.look(NAME, None)
    assert len(server.calls) == 1


async def test_a_renamed_repository_says_its_new_name(server: FakeHub, github: GitHub) -> None:
    """GitHub leads from the old name to a number, and that to the new."""
    server.code |= {NAME: Hosted(moved="/repos/org/new"), "org/new": Hosted()}
    look = await github.look(NAME, None)
    assert isinstance(look, Snapshot)
    assert look.name == "org/new"


async def test_an_id_that_is_none_makes_no_link(server: FakeHub, hub: HuggingFace, github: GitHub) -> None:
    """A commit's id stands in an address later: only hexadecimal digits do."""
    server.models[NAME] = server.code[NAME] = Hosted(commits=(("../../x", "2024-03-17T10:00:00Z"),))
    assert await hub.commits(NAME, date(2024, 1, 1)) == []
    assert await github.commits(NAME, date(2024, 1, 1)) == []


async def test_githubs_commits(server: FakeHub, github: GitHub) -> None:
    """Newest first."""
    server.code[NAME] = Hosted(
        commits=(("b" * 40, "2024-03-18T01:00:00Z"), ("a" * 40, "2024-03-17T10:00:00Z"))
    )
    assert await github.commits(NAME, date(2024, 3, 17)) == [
        Commit("b" * 40, date(2024, 3, 18)),
        Commit("a" * 40, date(2024, 3, 17)),
    ]


async def test_a_snapshot_without_an_etag_is_asked_for_as_new(server: FakeHub, github: GitHub) -> None:
    """Nothing to compare with is no condition."""
    server.code[NAME] = Hosted()
    first = await github.look(NAME, None)
    assert isinstance(first, Snapshot)
    await github.look(NAME, replace(first, etag=""))
    assert "If-None-Match" not in server.headers[-1]
