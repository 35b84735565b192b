"""What the slugs that commands take are called on buttons and in menus."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replies.slugs import COMPONENTS, DEFINITIONS
from bot.replies.words import Words

_NAMES: Mapping[str, str] = {str(slug): name for slug, name in (*DEFINITIONS.items(), *COMPONENTS.items())}


def label(slug: str, words: Words) -> str:
    """The name of a choice; the slug with spaces where it has none."""
    said = words(_NAMES[slug]) if slug in _NAMES else slug.replace("-", " ")
    return said[:1].upper() + said[1:]
