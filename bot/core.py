"""Every question, whichever door it came in by: read, answer, word. The one place that catches."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import structlog

from bot import commands, questions, replies
from bot.commands import line
from bot.commands.ask import Ask
from bot.commands.declaration import Context
from bot.errors import BadInput, Mistake
from bot.limits import Allowance, Limiter
from bot.replies.reply import Reply
from bot.replies.words import Words, words
from bot.store.store import FactStore

SECONDS = 2.0  # for one answer: both platforms void a question that is not answered within three

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, as their platform names them."""

    platform: str
    workspace: str = ""
    user: str = ""

    @property
    def person(self) -> str:
        """The person, for limits; empty where nobody in particular asks."""
        return f"{self.platform}:{self.workspace}:{self.user}" if self.user else ""


@dataclass(frozen=True, slots=True)
class Line:
    """What was asked as text: ``/open grok-2``, or a plain question."""

    text: str


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked as a command with named options, still as text."""

    command: str
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, by whom, in which language, and when. ``ask`` may be a command itself."""

    ask: Any
    language: str = "en"
    asker: Asker = Asker("unknown")
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def today(self) -> date:
        """The day on which it is asked, in UTC."""
        return self.now.astimezone(UTC).date()


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a request: the command it was read as, the answer, and the reply in words.

    ``answer`` is None where there was a mistake or a failure: the reply says which.
    """

    reply: Reply
    command: Any = None
    answer: Any = None
    mistake: BadInput | None = None
    reference: str | None = None  # of an unexpected failure, in the log and in the reply
    silent: bool = False  # too many questions, and the asker has been told: say nothing more


class Bot:
    """The bot without any platform: answers requests from a fact store."""

    def __init__(self, store: FactStore, limiter: Limiter | None = None) -> None:
        self.store = store
        self._limiter = limiter or Limiter(0)

    async def answer(self, request: Request) -> Answered:
        """Answer within two seconds, whatever happens; never raises."""
        language = words(request.language)
        command: Any = None
        try:
            async with asyncio.timeout(SECONDS):
                allowance = await self._limiter.take(request.asker.person)
                if allowance is not Allowance.ANSWER:
                    return _too_many(allowance, language)
                command = self._read(request)
                context = Context(self.store, request.today, commands.COMMANDS)
                answer = await commands.declaration(command).handle(command, context)
            return Answered(replies.word(answer, command, language), command, answer)
        except BadInput as mistake:
            return Answered(replies.mistake(mistake, language), command, mistake=mistake)
        except TimeoutError:
            log.warning("too slow", command=type(command).__name__, platform=request.asker.platform)
            return Answered(replies.too_slow(language), command)
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("unexpected", reference=reference, platform=request.asker.platform)
            return Answered(replies.failure(reference, language), command, reference=reference)

    def _read(self, request: Request) -> Any:
        command = self._asked(request)
        return self._question(command.question, request) if isinstance(command, Ask) else command

    def _asked(self, request: Request) -> Any:
        match request.ask:
            case Options(name, given):
                found = commands.named(name)
                if found is None:
                    raise BadInput(Mistake.UNKNOWN_COMMAND, value=name)
                return found.read(given, request.today)
            case Line(text) if _is_command(text):
                return line.read(text, request.today)
            case Line(text):
                return self._question(text, request)
            case command:
                return command

    def _question(self, text: str, request: Request) -> Any:
        command = questions.read(text, self.store.names, request.today)
        if command is None:
            raise BadInput(Mistake.NOT_UNDERSTOOD, value=text)
        return command


def _too_many(allowance: Allowance, language: Words) -> Answered:
    mistake = BadInput(Mistake.TOO_MANY)
    silent = allowance is Allowance.NOTHING
    return Answered(replies.mistake(mistake, language), mistake=mistake, silent=silent)


def _is_command(text: str) -> bool:
    """Whether the text is a command line: it begins with a slash, or with a command and a colon-free word."""
    stripped = text.strip()
    if stripped.startswith(("/", "／")):
        return True
    first = stripped.split(maxsplit=1)[0] if stripped else ""
    return commands.named(first.casefold()) is not None and not any(mark in stripped for mark in "?？")
