"""The forms of the state database, each a step from the one before; a shipped step is never edited."""
