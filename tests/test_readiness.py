from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.readiness import Readiness, problems
from tests.conftest import NOW


def test_ready_means_connected(tmp_path: Path) -> None:
    """Only a process whose every platform is connected has no problem."""
    said = Readiness()
    said.report("discord", True, "connected")
    said.report("slack", False, "connecting")
    said.write(tmp_path / "ready.json", NOW)
    assert problems(tmp_path / "ready.json", NOW) == ["slack: connecting"]
    said.report("slack", True, "connected")
    said.write(tmp_path / "ready.json", NOW)
    assert problems(tmp_path / "ready.json", NOW) == []


def test_silence_is_not_readiness(tmp_path: Path) -> None:
    """A process that has said nothing for a minute is not ready, nor is one that never spoke."""
    said = Readiness()
    said.report("discord", True, "connected")
    said.write(tmp_path / "ready.json", NOW)
    assert problems(tmp_path / "ready.json", NOW + timedelta(seconds=61))
    assert problems(tmp_path / "none.json", NOW)
    (tmp_path / "ready.json").write_text("[]")
    assert problems(tmp_path / "ready.json", NOW)
