"""What is kept in memory."""

from __future__ import annotations

from bot.kept import Kept


def test_what_was_not_asked_for_longest_goes_first() -> None:
    """Two places: asking for the older keeps it, and the other makes room."""
    kept: Kept[str, int] = Kept(2)
    kept.put("a", 1)
    kept.put("b", 2)
    assert kept.get("a") == 1
    kept.put("c", 3)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (1, None, 3)


def test_forgotten_is_gone() -> None:
    """Forgetting what is there, and what is not."""
    kept: Kept[str, int] = Kept(2)
    kept.put("a", 1)
    kept.forget("a")
    kept.forget("b")
    assert kept.get("a") is None
