from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.health import Health, State, problems, write
from tests.conftest import NOW


def test_ready_means_connected(tmp_path: Path) -> None:
    """Only a process whose every platform is connected has no problem."""
    said = {"discord": Health(State.READY), "slack": Health()}
    write(tmp_path / "ready.json", said, NOW)
    assert problems(tmp_path / "ready.json", NOW) == ["slack: starting."]
    said["slack"].becomes(State.READY)
    write(tmp_path / "ready.json", said, NOW)
    assert problems(tmp_path / "ready.json", NOW) == []


def test_silence_is_not_readiness(tmp_path: Path) -> None:
    """A process that has said nothing for a minute is not ready, nor is one that never spoke."""
    write(tmp_path / "ready.json", {"discord": Health(State.READY)}, NOW)
    assert problems(tmp_path / "ready.json", NOW + timedelta(seconds=61))
    assert problems(tmp_path / "none.json", NOW)
    (tmp_path / "ready.json").write_text("[]")
    assert problems(tmp_path / "ready.json", NOW)
