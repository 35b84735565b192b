"""The manifest that is pasted, and the self-check that compares what was granted with it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from bot.commands import COMMANDS
from bot.platforms.slack import manifest
from bot.platforms.slack.error import SlackError
from bot.platforms.slack.examination import examine
from bot.platforms.slack.limits import PROMPTS
from bot.settings import EditorsSettings, Settings, SlackSettings
from tests.fakes.slack import APP_TOKEN, FakeSlack
from tests.platforms.slack.conftest import settings

SCHEMA = os.environ.get("OPENNESS_SLACK_MANIFEST_SCHEMA", "")  # Slack's own: slackapi/manifest-schema
URL = "https://bot.example.org"


def _settings(groups: tuple[str, ...] = (), **slack: Any) -> Settings:
    return Settings(slack=SlackSettings(**slack), editors=EditorsSettings(slack_groups=groups))


@pytest.mark.skipif(not SCHEMA, reason="OPENNESS_SLACK_MANIFEST_SCHEMA names no copy of Slack's schema")
@pytest.mark.parametrize("url", ["", URL])
@pytest.mark.parametrize("unfurl", [False, True])
def test_is_what_slack_takes(url: str, unfurl: bool) -> None:
    """With either transport, and with previews or without, the manifest is valid against Slack's schema."""
    made = manifest.manifest(_settings(unfurl=unfurl), url)
    jsonschema_rs.Draft7Validator(json.loads(Path(SCHEMA).read_text("utf-8"))).validate(made)


@pytest.mark.parametrize("url", ["", URL, f"{URL}/"])
@pytest.mark.parametrize("unfurl", [False, True])
def test_keeps_the_limits_of_a_manifest(url: str, unfurl: bool) -> None:
    """Names and descriptions fit, one transport is on, and addresses are whole."""
    made = manifest.manifest(_settings(unfurl=unfurl), url)
    assert len(made["display_information"]["name"]) <= 35
    assert len(made["display_information"]["description"]) <= 140
    assert made["settings"]["socket_mode_enabled"] is not bool(url)
    assert "//slack/events" not in json.dumps(made)


def test_names_every_command() -> None:
    """The hint beside the slash command lists what is declared, and keeps its limit."""
    (command,) = manifest.manifest(_settings())["features"]["slash_commands"]
    assert all(each.name.split()[-1] in command["usage_hint"] for each in COMMANDS if each.shown)
    assert len(command["usage_hint"]) <= 1000


def test_is_an_agent_of_the_new_kind() -> None:
    """The agent view, not the assistant view, with at most four prompts."""
    features = manifest.manifest(_settings())["features"]
    assert "assistant_view" not in features
    assert len(features["agent_view"]["suggested_prompts"]) <= PROMPTS


@pytest.mark.parametrize("name", ["/open", "/Search", "/remind", "/dm", "/who", "/topic"])
def test_refuses_slacks_own_names(name: str) -> None:
    """A name that Slack reserves is refused with a sentence that proposes another."""
    with pytest.raises(SlackError, match="choose another, such as /openness"):
        manifest.manifest(_settings(command=name))


def test_every_scope_has_a_reason() -> None:
    """What is asked for says why."""
    every = {**manifest.SCOPES, **manifest.UNFURL_SCOPES, **manifest.GROUP_SCOPES}
    assert all(reason.startswith("to ") for reason in every.values())


def test_groups_of_editors_take_a_scope() -> None:
    """Who is in a user group is asked only where one is named among the editors."""
    assert "usergroups:read" not in manifest.scopes(_settings())
    assert "usergroups:read" in manifest.scopes(_settings(groups=("S1",)))


async def said(slack: FakeSlack, folder: Path, **changes: Any) -> dict[bool, str]:
    """The findings, good and bad."""
    findings = await examine(settings(slack, folder, mode="socket", app_token=APP_TOKEN, **changes))
    return {well: "\n".join(each.said for each in findings if each.well is well) for well in (True, False)}


async def test_the_self_check_finds_all_well(slack: FakeSlack, tmp_path: Path) -> None:
    """Good tokens and all scopes: nothing to mend."""
    found = await said(slack, tmp_path)
    assert found[False] == ""
    assert "chat:write: granted, to answer where it is mentioned" in found[True]
    assert "Socket Mode" in found[True]


async def test_the_self_check_names_what_is_missing_and_why(slack: FakeSlack, tmp_path: Path) -> None:
    """A missing scope with its reason; one too many is named too."""
    slack.scopes = (
        "commands,chat:write,im:history,assistant:write,channels:history,groups:history,files:write"
    )
    found = await said(slack, tmp_path)
    assert found[False].startswith("app_mentions:read: missing in Team, to read the messages that mention it")
    assert "files:write: granted in Team, and not needed" in found[True]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [({"bot_token": "xoxb-wrong"}, "is refused"), ({"bot_token": None}, "There is no Slack token")],
)
async def test_the_self_check_says_what_it_cannot_see(
    slack: FakeSlack, tmp_path: Path, changes: dict[str, Any], sentence: str
) -> None:
    """A token that is refused or missing is a finding."""
    assert sentence in (await said(slack, tmp_path, **changes))[False]
