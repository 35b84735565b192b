"""The groups of editors that somebody is in: asked of Slack, and nobody's where Slack doesn't say."""

from __future__ import annotations

import pytest

from bot.platforms.slack import groups
from bot.platforms.slack.groups import Groups
from bot.platforms.slack.scene import Scene
from bot.platforms.slack.web import open_web
from bot.platforms.slack.workspaces import OneWorkspace, Workspace
from tests.fakes.slack import BOT_TOKEN, TEAM, FakeSlack, Fault

ANN = Scene(Workspace(TEAM), "U1", "en")


async def test_who_is_in_a_group(slack: FakeSlack) -> None:
    """The groups are those of the settings in which the person is; the look-up is kept for a moment only."""
    slack.groups = {"S1": ["U1"], "S2": ["U2"]}
    now = 0.0
    async with open_web(slack.api_url) as web:
        found = Groups(OneWorkspace(web.client(BOT_TOKEN)), ("S1", "S2"), lambda: now)
        assert await found.of(ANN) == {"S1"}
        slack.groups["S1"] = []
        assert await found.of(ANN) == {"S1"}
        assert len(slack.called("usergroups.users.list")) == 2
        now = groups.KEPT + 0.1
        assert await found.of(ANN) == frozenset()


@pytest.mark.parametrize(
    ("faults", "seconds"),
    [
        ([Fault("usergroups.users.list", 200, "missing_scope")], 5.0),
        ([Fault("usergroups.users.list", 500)] * 3, 5.0),
        ([Fault("usergroups.users.list", seconds=0.3)], 0.1),
    ],
)
async def test_doubt_closes(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch, faults: list[Fault], seconds: float
) -> None:
    """Refused, broken or too slow: nobody is in the group; the next look-up counts again."""
    monkeypatch.setattr(groups, "SECONDS", seconds)
    slack.groups = {"S1": ["U1"]}
    slack.faults += faults
    async with open_web(slack.api_url) as web:
        found = Groups(OneWorkspace(web.client(BOT_TOKEN)), ("S1",))
        assert await found.of(ANN) == frozenset()
        monkeypatch.setattr(groups, "SECONDS", 60.0)
        assert await found.of(ANN) == {"S1"}
