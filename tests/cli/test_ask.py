from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """The program, run in the project on a working copy of its own."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("OPENNESS_STORE_PATH", str(tmp_path / "facts.db"))
    monkeypatch.setenv("OPENNESS_STATE_URL", f"sqlite:///{tmp_path / 'state.db'}")
    for name in ("OPENNESS_DISCORD_TOKEN", "OPENNESS_SLACK_BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*arguments: str, input: str | None = None):  # type: ignore[no-untyped-def]
        return CliRunner().invoke(app, arguments, input=input)

    return invoke


def test_one_question_one_answer(run) -> None:  # type: ignore[no-untyped-def]
    """The text is answered and the program ends with 0."""
    done = run("ask", "--now", "2026-11-23", "/open grok-2")
    assert done.exit_code == 0
    assert done.stdout.startswith("Grok-2 (xAI), as of 23 November 2026\n")
    assert max(len(line) for line in done.stdout.splitlines() if "http" not in line) <= 80


def test_each_line_of_standard_input_is_a_question(run) -> None:  # type: ignore[no-untyped-def]
    """With - every line gets its own JSON object, mistakes included."""
    done = run(
        "ask",
        "--json",
        "--now",
        "2026-11-23",
        "-",
        input="/open grok-1\n\n/open\nグロック2\n/open nonsense-9\n",
    )
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["outcome"] for each in objects] == ["answered", "declined", "answered", "unknown"]
    assert objects[2]["subjects"]["models"] == ["grok-2"]


def test_the_day_applies_where_none_is_named(run) -> None:  # type: ignore[no-untyped-def]
    """--as-of is the day of every question without one of its own."""
    done = run(
        "ask",
        "--json",
        "--as-of",
        "2025-02-26",
        "-",
        input="/open grok-2\n/open grok-2 as_of:2024-01-01\n/help\n",
    )
    first, second, third = (json.loads(line) for line in done.stdout.splitlines())
    assert first["answer"]["as_of"] == first["arguments"]["as_of"] == "2025-02-26"
    assert second["answer"]["as_of"] == "2024-01-01"
    assert third["outcome"] == "answered"


def test_the_json_of_open_keeps_its_contract(run) -> None:  # type: ignore[no-untyped-def]
    """The keys that scripts rely on, with the values of Grok-2."""
    done = run("ask", "--json", "--now", "2025-09-01", "/open grok-2")
    said = json.loads(done.stdout)
    assert set(said) == {
        "command",
        "arguments",
        "subjects",
        "outcome",
        "reason",
        "choices",
        "answer",
        "text",
    }
    answer = said["answer"]
    assert answer["headline"] == "open-weights-restricted-license"
    assert answer["license"] == "LicenseRef-Grok-2-Community"
    assert answer["components"]["parameters-final"] == answer["components"]["parameters-final"] | {
        "state": "published",
        "license": "LicenseRef-Grok-2-Community",
        "access": "public",
        "since": "2025-08-23",
        "event": "grok-2/parameters-final",
    }
    assert answer["verdicts"]["weights"]["verdict"] == "restricted-license"
    assert answer["lag_days"] == 375
    assert {"id", "date", "kind", "component", "license", "summary", "sources"} <= set(answer["timeline"][0])
    assert answer["last_checked"] >= "2026-11-01"


def test_the_language_is_the_readers(run) -> None:  # type: ignore[no-untyped-def]
    """--locale ja answers in Japanese."""
    assert run("ask", "--locale", "ja", "--now", "2026-11-23", "/open grok-2").stdout.startswith(
        "Grok-2（xAI）、2026年11月23日時点\n"
    )


def test_without_a_token_the_terminal_is_the_platform(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    """`run` reads lines where nobody sits at a terminal, and ends with 0."""
    monkeypatch.setattr("sys.stdin", io.StringIO("/open grok-2\n"))
    done = run("run", input="/open grok-2\n")
    assert done.exit_code == 0
    assert "Open weights, restricted licence" in done.stdout


def test_a_store_that_cannot_be_used_is_one_sentence(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    """No traceback: what is wrong and what to do, and an exit status."""
    monkeypatch.setenv("OPENNESS_STORE_SHIPPED", "nowhere.db")
    done = run("ask", "/open grok-2")
    assert done.exit_code == 2
    assert done.stderr == "nowhere.db is missing: make it with openness facts build.\n"


def test_a_wrong_setting_is_one_sentence(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    """The variable is named."""
    monkeypatch.setenv("OPENNESS_LIMIT_PER_MINUTE", "many")
    done = run("ask", "/open grok-2")
    assert done.exit_code == 2
    assert done.stderr.startswith("OPENNESS_LIMIT_PER_MINUTE: ")


def test_scripts_may_ask_as_much_as_they_like(run) -> None:  # type: ignore[no-untyped-def]
    """The limit is for people in a chat, not for the lines of a file."""
    done = run("ask", "--json", "-", input="/help\n" * 100)
    assert {json.loads(line)["outcome"] for line in done.stdout.splitlines()} == {"answered"}
