"""`openness backup` and `restore`, as an operator uses them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import READINESS
from bot.health import write
from tests.cli.conftest import Run

CSV = "id,license\nalpha-1/training-code-2024-03-10,Apache-2.0\n"


@pytest.fixture
def edited(run: Run, tmp_path: Path) -> Path:
    """A deployment with one edit, and its backup."""
    (tmp_path / "events.csv").write_text(CSV)
    assert run("facts", "import", "events.csv", "--why", "read the licence").exit_code == 0
    assert run("backup", "b.zip").exit_code == 0
    return tmp_path / "b.zip"


def test_an_edit_made_after_the_backup_is_gone_after_the_restore(run: Run, edited: Path) -> None:
    """The facts are answered from as they were: the working copy is made anew from the restored journal."""
    run("facts", "undo", "1", "--why", "no", "--yes")
    assert "1 to change" in run("facts", "import", "events.csv", "--dry-run").stdout
    assert run("restore", edited).exit_code == 2
    result = run("restore", edited, "--replace")
    assert "Restored" in result.stdout and "state.db.before-restore" in result.stdout
    assert "1 so already" in run("facts", "import", "events.csv", "--dry-run").stdout


def test_a_running_bot_is_stopped_first(run: Run, edited: Path) -> None:
    """A bot that has just said how it is runs here; one that has been silent doesn't."""
    ready = edited.parent / "data" / READINESS
    write(ready, {}, datetime.now(UTC))
    result = run("restore", edited, "--replace")
    assert (result.exit_code, result.stderr) == (2, "A bot is running here: stop it, then restore.\n")
    write(ready, {}, datetime.now(UTC) - timedelta(hours=1))
    assert run("restore", edited, "--replace").exit_code == 0


def test_a_file_that_is_there_is_not_written_over_unasked(run: Run, edited: Path) -> None:
    """An older backup stays, unless it may go."""
    before = edited.read_bytes()
    assert run("backup", edited).exit_code == 2
    assert edited.read_bytes() == before
    assert run("backup", edited, "--overwrite").exit_code == 0


def test_nothing_kept_yet(run: Run, tmp_path: Path) -> None:
    """Before anything has been kept there is nothing to back up, and no state is made for it."""
    result = run("backup", "b.zip")
    assert (result.exit_code, "nothing has been kept yet" in result.stderr) == (2, True)
    assert not (tmp_path / "data").exists()
