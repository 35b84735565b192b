"""The page for operators says what the code does."""

from __future__ import annotations

from pathlib import Path

from bot.platforms.slack.manifest import SCOPES, UNFURL_SCOPES

PAGE = (Path(__file__).parents[3] / "docs/slack.md").read_text(encoding="utf-8")


def test_every_scope_stands_there_with_its_reason() -> None:
    """The table of scopes is that of the manifest."""
    for scope, why in {**SCOPES, **UNFURL_SCOPES}.items():
        assert f"| `{scope}` | {why} |" in PAGE
