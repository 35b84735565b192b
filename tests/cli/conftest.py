"""A deployment of its own for the command line, on the small facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.store import database
from tests.facts import small

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in a folder of its own."""
    database.build(tmp_path / "shipped.db", small.PACK)
    monkeypatch.setenv("OPENNESS_CONFIG", str(tmp_path / "bot.toml"))
    monkeypatch.setenv("OPENNESS_STORE_SHIPPED", str(tmp_path / "shipped.db"))
    monkeypatch.setenv("OPENNESS_STORE_PATH", str(tmp_path / "data" / "facts.db"))
    monkeypatch.setenv("OPENNESS_STATE_URL", f"sqlite+aiosqlite:///{tmp_path / 'data' / 'state.db'}")
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str | Path) -> Result:
        return CliRunner().invoke(app, [str(each) for each in arguments])

    return invoke
