"""What tests of several rooms share: the shipped facts, opened once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog

from bot.commands import COMMANDS
from bot.commands.declaration import Context
from bot.core import Bot
from bot.store import database
from bot.store.store import FactStore
from tests.facts import small

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def shipped_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working copy of the shipped facts."""
    path = tmp_path_factory.mktemp("data") / "facts.db"
    database.prepare(ROOT / "facts.db", path)
    return path


@pytest.fixture(scope="session")
def opened(shipped_copy: Path) -> Iterator[FactStore]:
    """The store on the shipped facts, opened once: it takes longer than a test."""
    store = asyncio.run(FactStore.open(shipped_copy))
    yield store
    store.close()


@pytest.fixture
def store(opened: FactStore) -> FactStore:
    """The store on the shipped facts; nobody changes them."""
    return opened


@pytest.fixture
def context(store: FactStore) -> Context:
    """What a command's handler looks at, on the tests' day."""
    return Context(store, NOW.date(), COMMANDS)


@pytest.fixture
def bot(store: FactStore) -> Bot:
    """The bot without any platform."""
    return Bot(store)


@pytest.fixture(scope="session")
def small_facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A facts.db of the small pack."""
    path = tmp_path_factory.mktemp("small") / "facts.db"
    database.build(path, small.PACK)
    return path


@pytest.fixture
async def small_context(small_facts: Path) -> AsyncIterator[Context]:
    """What a handler looks at, on the small pack and the tests' day."""
    opened = await FactStore.open(small_facts)
    yield Context(opened, NOW.date(), COMMANDS)
    opened.close()


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """A test of the command line sets up logging on a stream that is closed after it: take that back.

    Tracebacks are plain, as in the program: structlog's own, with all variables, take a fifth of a second.
    """
    before = list(logging.getLogger().handlers)
    renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, renderer])
    yield
    structlog.reset_defaults()
    logging.getLogger().handlers = before
