from __future__ import annotations

from tests.fakes import discord_payloads as payloads
from tests.fakes.discord import FakeDiscord


async def test_one_open_is_one_call(running: FakeDiscord) -> None:
    """`/open grok-2` is answered by exactly one call, to the asker alone."""
    before = len(running.calls)
    body = await running.ask(payloads.slash("open", {"model": "grok-2"}))
    assert len(running.calls) == before + 1
    assert body["type"] == 4
    assert body["data"]["flags"] & 64
    first = body["data"]["components"][0]["components"][0]["content"]
    assert first.startswith("## Grok-2 (xAI)")
