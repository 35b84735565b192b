"""What licences are called."""

from __future__ import annotations

import pytest

from bot.facts.model import License
from bot.replies.slugs import license_name
from bot.replies.words import words

OURS = License("LicenseRef-Lab-1", "Lab License 1", "https://lab.example/license", "Lab")


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("Apache-2.0", "Apache-2.0"),
        ("LicenseRef-Lab-1", "Lab License 1"),
        ("CC-BY-NC-4.0 AND LicenseRef-Lab-1", "CC-BY-NC-4.0 AND Lab License 1"),
        ("LicenseRef-Gone", "Gone"),
        ("unlicensed", "no licence"),
        ("undisclosed", "licence not stated"),
        ("unread", "licence not in our data"),
        (None, "licence not in our data"),
    ],
)
def test_our_own_references_are_called_by_their_name(expression: str | None, name: str) -> None:
    """Alone or within an expression; the reference itself is for files."""
    assert license_name(expression, {OURS.id: OURS}, words("en")) == name
