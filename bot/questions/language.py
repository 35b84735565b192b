"""Which language a text is in."""

from __future__ import annotations

import re

_JAPANESE = re.compile("[ぁ-ゖァ-ヺ一-鿿々]")


def language(text: str) -> str | None:
    """``ja`` where anything is written in Japanese letters; None where names alone could be any language's."""
    return "ja" if _JAPANESE.search(text) else None
