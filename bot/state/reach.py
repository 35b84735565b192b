"""Reaching the database: whatever keeps it from answering becomes one kind of error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from bot.state.errors import StateError


@contextmanager
def reached() -> Iterator[None]:
    """Turn whatever keeps the database from answering into :class:`StateError`."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise StateError(f"The state database cannot be reached ({type(error).__name__}).") from error
