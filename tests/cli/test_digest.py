"""`openness digest` in a deployment of its own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import Result

from bot.commands import DIGEST
from tests.cli.conftest import Run

HERE = ("--platform", "slack", "--workspace", "T1", "--channel", "C1")


def found(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["answer"]


def test_every_command_of_the_group_is_there(run: Run) -> None:
    """But for what only buttons ask."""
    said = run("digest", "--help").stdout
    for each in DIGEST:
        assert (f" {each.name.partition(' ')[2]} " in said) is each.shown


def test_an_operator_subscribes_a_channel_and_looks_after_it(run: Run) -> None:
    """By the ids of its platform; a workspace is looked at as a whole, too."""
    made = found(run("digest", "subscribe", "daily", "--hour", "7", "--zone", "tokyo", *HERE, "--json"))
    assert made["subscription"]["channel"] == "C1"
    assert len(made["next"]) == 3
    changed = found(run("digest", "edit", "1", "--model", "alpha", *HERE, "--json"))
    assert changed["subscription"]["filters"]["model"] == "alpha"
    assert changed["subscription"]["time"] == "07:00"
    run("digest", "pause", "1", *HERE)
    (listed,) = found(run("digest", "list", *HERE[:4], "--json"))["subscriptions"]
    assert (listed["digest"], listed["paused"], listed["next"]) == (1, True, None)
    assert found(run("digest", "history", "1", *HERE, "--json"))["deliveries"] == []
    assert set(found(run("digest", "preview", "1", *HERE, "--json"))) >= {"first", "last", "news"}
    assert run("digest", "unsubscribe", "1", *HERE).exit_code == 0
    assert found(run("digest", "list", *HERE, "--json")) == {"subscriptions": []}


def test_the_terminal_has_digests_of_its_own(run: Run) -> None:
    """They are printed there; they are in no list of another platform."""
    assert "Every Monday at 09:00, UTC" in run("digest", "subscribe").stdout
    assert "#1" in run("digest", "list").stdout
    assert "No digest comes here." in run("digest", "list", *HERE).stdout


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (("subscribe", "--platform", "slack"), 2),
        (("list", "--platform", "irc"), 2),
        (("subscribe", "--zone", "Atlantis"), 1),
        (("pause", "7"), 1),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, line: tuple[str, ...], status: int) -> None:
    """With a status for scripts."""
    assert run("digest", *line).exit_code == status
