"""What is kept encrypted: tokens, under keys that can be changed while the bot runs on the old ones."""

from __future__ import annotations

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.state.errors import StateError


class Cipher:
    """Encrypts with the newest key and reads with any.

    ``keys``: Fernet keys, newest first, separated by commas. Raises :class:`StateError` where one is no key.
    """

    def __init__(self, keys: str) -> None:
        written = [each.strip() for each in keys.split(",") if each.strip()]
        if not written:
            raise StateError("OPENNESS_STATE_KEYS holds no key: make one with `openness slack key`.")
        try:
            self._fernets = [Fernet(each) for each in written]
        except ValueError:
            raise StateError(
                "OPENNESS_STATE_KEYS holds something that is no key: make one with `openness slack key`."
            ) from None
        self._all = MultiFernet(self._fernets)

    def encrypt(self, text: str) -> str:
        """The text under the newest key."""
        return self._all.encrypt(text.encode()).decode()

    def decrypt(self, text: str) -> str:
        """The text as it was. Raises :class:`StateError` where no key fits."""
        try:
            return self._all.decrypt(text.encode()).decode()
        except InvalidToken:
            raise StateError(
                "A stored token can't be read with the keys in OPENNESS_STATE_KEYS: "
                "put the key back that it was written with, or let the workspace install the app again."
            ) from None

    def renewed(self, text: str) -> str | None:
        """The text under the newest key; None where it is already. Raises :class:`StateError`."""
        try:
            self._fernets[0].decrypt(text.encode())
        except InvalidToken:
            return self.encrypt(self.decrypt(text))
        return None


def new_key() -> str:
    """A fresh key."""
    return Fernet.generate_key().decode()
