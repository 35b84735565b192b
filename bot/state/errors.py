"""What can be wrong with the state, as one sentence for whoever runs the bot."""

from __future__ import annotations


class StateError(Exception):
    """The state database, or the keys of what is encrypted in it, cannot be used."""
