"""Tokens at rest."""

from __future__ import annotations

import pytest

from bot.state.cipher import Cipher, new_key
from bot.state.errors import StateError

OLD, NEW = new_key(), new_key()


def test_reads_what_any_of_its_keys_wrote() -> None:
    """A new key in front reads what the old one wrote, and writes what the old one can't read."""
    written = Cipher(OLD).encrypt("xoxb-1")
    both = Cipher(f"{NEW}, {OLD}")
    assert "xoxb" not in written
    assert both.decrypt(written) == "xoxb-1"
    with pytest.raises(StateError, match="put the key back"):
        Cipher(OLD).decrypt(both.encrypt("xoxb-1"))


def test_renews_what_is_under_an_older_key() -> None:
    """Renewing writes under the newest key, and leaves alone what is under it already."""
    both = Cipher(f"{NEW},{OLD}")
    renewed = both.renewed(Cipher(OLD).encrypt("xoxb-1"))
    assert renewed is not None
    assert Cipher(NEW).decrypt(renewed) == "xoxb-1"
    assert both.renewed(renewed) is None


@pytest.mark.parametrize(
    "keys", ["", " , ", "short", f"{NEW},short"], ids=["none", "gaps", "short", "one short"]
)
def test_refuses_what_is_no_key(keys: str) -> None:
    """No key, or something else in a key's place, is a sentence that doesn't repeat it."""
    with pytest.raises(StateError, match="no key") as caught:
        Cipher(keys)
    assert "short" not in str(caught.value)
