"""Schedulers that are killed: the posts are counted where they arrive."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.digests import crashes
from tests.digests.crashes import Crashed
from tests.state import servers

DIGESTS = 60


def _each_once(found: Crashed) -> None:
    assert found.killed
    assert found.unsettled == 0
    assert len(found.posts) == DIGESTS
    assert set(found.posts.values()) == {1}


@pytest.mark.parametrize("enforces_nonce", [False, True])
def test_two_processes_killed_at_random_send_each_once(tmp_path: Path, enforces_nonce: bool) -> None:
    """On one SQLite file, whether or not the platform sees to it as well."""
    _each_once(crashes.crash(servers.sqlite(tmp_path / "state.db"), DIGESTS, 2, enforces_nonce))


@pytest.mark.skipif(bool(servers.missing_postgresql()), reason="no PostgreSQL answers here")
async def test_five_processes_on_postgresql_killed_at_random_send_each_once() -> None:
    """Their connections die with them."""
    _each_once(await crashes.on_postgresql(lambda address: crashes.crash(address, DIGESTS, 5)))
