"""The page for operators says what the code does."""

from __future__ import annotations

from pathlib import Path

from bot.platforms.slack.manifest import (
    ADMIN_SCOPES,
    DIGEST_SCOPES,
    GROUP_SCOPES,
    SCOPES,
    UNFURL_SCOPES,
)

PAGE = (Path(__file__).parents[3] / "docs/slack.md").read_text(encoding="utf-8")


def test_every_scope_stands_there_with_its_reason() -> None:
    """The table of scopes is that of the manifest."""
    every = {**SCOPES, **DIGEST_SCOPES, **UNFURL_SCOPES, **GROUP_SCOPES, **ADMIN_SCOPES}
    for scope, why in every.items():
        assert f"| `{scope}` | {why} |" in PAGE
