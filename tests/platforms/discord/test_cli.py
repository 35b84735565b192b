from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import log
from bot.cli.discord import app
from tests.fakes.discord import TOKEN, FakeDiscord


@pytest.fixture(autouse=True)
def _as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' logging stays."""
    monkeypatch.setattr(log, "configure", lambda _: None)


async def openness_discord(command: str, fake: FakeDiscord, folder: Path, token: str = TOKEN) -> Result:
    """What `openness discord …` says and how it ends."""
    environment = {
        "OPENNESS_DISCORD_TOKEN": token,
        "OPENNESS_DISCORD_API_URL": fake.api,
        "OPENNESS_DISCORD_GATEWAY_URL": fake.gateway,
        "OPENNESS_STORE_PATH": str(folder / "facts.db"),
        "OPENNESS_STATE_URL": f"sqlite:///{folder / 'state.db'}",
    }
    return await asyncio.to_thread(lambda: CliRunner().invoke(app, [command], env=environment))


async def test_sync_says_what_it_registered(discord: FakeDiscord, tmp_path: Path) -> None:
    """The first time it registers all, the second time nothing."""
    first = await openness_discord("sync", discord, tmp_path)
    assert first.exit_code == 0
    assert "added: open, timeline" in first.stdout
    second = await openness_discord("sync", discord, tmp_path)
    assert "up to date" in second.stdout


async def test_invite_gives_the_link_and_the_reasons(discord: FakeDiscord, tmp_path: Path) -> None:
    """The link, then each permission with its reason."""
    said = await openness_discord("invite", discord, tmp_path)
    link, *reasons = said.stdout.splitlines()
    assert link.startswith("https://discord.com/oauth2/authorize?client_id=1000&")
    assert "  Send Messages: to answer a mention where it was made" in reasons


async def test_a_wrong_token_is_a_sentence(discord: FakeDiscord, tmp_path: Path) -> None:
    """No traceback, and an exit status that says so."""
    said = await openness_discord("sync", discord, tmp_path, token="wrong")
    assert said.exit_code == 2
    assert said.stderr.startswith("Discord refuses the token")
    assert len(said.stderr.splitlines()) == 1
