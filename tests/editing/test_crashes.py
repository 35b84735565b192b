"""A crash between the journal and facts.db loses nothing and makes nothing twice."""

from __future__ import annotations

import re
import subprocess
import sys


def test_edits_killed_at_random_steps_heal() -> None:
    """Of twenty edits killed (SIGKILL) at random SQL statements none is lost and none made twice.

    `python -m tests.editing.crashes 1000` tries a thousand.
    """
    command = [sys.executable, "-m", "tests.editing.crashes", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    killed = re.match(r"(\d+) of 20 edits were killed; none lost, none doubled", done.stdout)
    assert killed is not None
    assert int(killed[1]) > 5
