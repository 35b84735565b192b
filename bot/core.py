"""Every question, whichever door it came in by: read, answer, word. The one place that catches."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot import commands, questions, replies
from bot.asker import UNKNOWN, Asker
from bot.commands import line
from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.ask import Ask
from bot.commands.declaration import Context, Kind, Rights
from bot.editing.rights import Editors
from bot.errors import BadInput, Mistake
from bot.facts.names import Found, NameIndex
from bot.facts.refusals import Refused
from bot.kept import Kept
from bot.limits import Allowance, Limiter
from bot.posting import Door
from bot.questions import Decline, Declined, Reading, Several, Understood, Unknown
from bot.replies.reply import Reply
from bot.replies.words import Words, words
from bot.state.errors import StateError
from bot.store.database import StoreError
from bot.store.store import FactStore

if TYPE_CHECKING:  # loaded where the facts are edited: SQLAlchemy takes a moment and some memory
    from bot.editing.desk import Desk

KEPT = 256  # answers in memory: what many people ask on one day
SECONDS = 2.0  # for one answer: both platforms void a question that is not answered within three

log = structlog.get_logger(__name__)


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
    asker: Asker = UNKNOWN
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
    reading: Reading | None = None  # of a plain question
    mistake: BadInput | None = None
    refusal: Refused | None = None  # of an edit
    reference: str | None = None  # of an unexpected failure, in the log and in the reply
    silent: bool = False  # too many questions, and the asker has been told: say nothing more


class Bot:
    """The bot without any platform: answers requests from a fact store, takes edits where it has a desk."""

    def __init__(
        self,
        store: FactStore,
        limiter: Limiter | None = None,
        desk: Desk | None = None,
        editors: Editors | None = None,
    ) -> None:
        self.store = store
        self.desk = desk
        self.editors = editors or Editors()
        self.doors: dict[str, Door[Reply]] = {}  # by platform: what is posted unasked goes through them
        self._limiter = limiter or Limiter(0)
        self._kept: Kept[Hashable, Answered] = Kept(KEPT)

    async def answer(self, request: Request) -> Answered:
        """Answer within two seconds, whatever happens; never raises."""
        language = words(_language(request))
        reading: Reading | None = None
        try:
            async with asyncio.timeout(SECONDS):
                allowance = await self._limiter.take(request.asker.person)
                if allowance is not Allowance.ANSWER:
                    return _too_many(allowance, language)
                key = _key(request, self.store.version)
                kept = self._kept.get(key)
                if kept is not None:
                    return kept
                reading = self._read(request)
                self._permit(_command(reading), request.asker)
                answer = await self._answer(reading, self._context(request))
            answered = _worded(answer, reading, language)
            return self._kept.put(key, answered) if _lasts(answered.command) else answered
        except BadInput as mistake:
            return Answered(replies.mistake(mistake, language), _command(reading), mistake=mistake)
        except (StateError, StoreError) as error:
            log.error(str(error), platform=request.asker.platform)
            away = BadInput(Mistake.AWAY)
            return Answered(replies.mistake(away, language), _command(reading), mistake=away)
        except Refused as refusal:
            return Answered(replies.refused(refusal, language), _command(reading), refusal=refusal)
        except TimeoutError:
            command = _command(reading)
            log.warning("too slow", command=type(command).__name__, platform=request.asker.platform)
            return Answered(replies.too_slow(language), command)
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("unexpected", reference=reference, platform=request.asker.platform)
            return Answered(replies.failure(reference, language), _command(reading), reference=reference)

    def _context(self, request: Request) -> Context:
        return Context(
            self.store,
            request.today,
            commands.COMMANDS,
            self.desk,
            request.asker,
            request.now,
            request.language,
        )

    def _permit(self, command: Any, asker: Asker) -> None:
        """Raise :class:`BadInput` where the asker may not do that."""
        rights = commands.declaration(command).rights if command is not None else Rights.EVERYONE
        if rights is Rights.EDITOR and not self.editors.include(asker):
            raise BadInput(Mistake.NOT_EDITOR, value=asker.user or asker.platform)
        if rights is Rights.MANAGER and asker.manages is not True:
            raise BadInput(Mistake.NOT_MANAGER)

    def _read(self, request: Request) -> Reading:
        """What is asked for: of a command, the command itself."""
        match request.ask:
            case Options(name, given):
                found = commands.named(name)
                if found is None:
                    raise BadInput(Mistake.UNKNOWN_COMMAND, value=name)
                command = found.read(given, request.today)
            case Line(text) if _is_command(text, self.store.names):
                command = line.read(text, request.today)
            case Line(text):
                command = Ask(text)
            case command:
                pass
        if not isinstance(command, Ask):
            return Understood(command)
        reading = questions.read(command.question, self.store.names, request.today)
        if reading == Declined(Decline.OFF_TOPIC) and _begins_like_command(command.question):
            return Understood(line.read(command.question, request.today))
        return reading

    async def _answer(self, reading: Reading, context: Context) -> Any:
        """What is true of what was asked for; None where nothing of ours bears on it."""
        match reading:
            case Several(asked, choices):
                return AmbiguousName(asked, choices)
            case Unknown(asked, near):
                return UnknownName(asked, Kind.SUBJECT, near)
            case Declined(bearing=None):
                return None
        command = _command(reading)
        return await commands.declaration(command).handle(command, context)


def _key(request: Request, version: str) -> Hashable:
    """What an answer depends on: what is asked, the language, the day and the facts."""
    match request.ask:
        case Options(name, given):
            asked: Hashable = (name, *sorted(given.items()))
        case ask:
            asked = ask
    return asked, request.language, request.today, version


def _lasts(command: Any) -> bool:
    """Whether the answer stays the same while the facts do."""
    return command is None or commands.declaration(command).lasts


def _worded(answer: Any, reading: Reading, language: Words) -> Answered:
    command = _command(reading)
    reply = replies.word(answer, command, language) if answer is not None else None
    return Answered(replies.said(reading, reply, language), command, answer, reading)


def _command(reading: Reading | None) -> Any:
    """The command that was asked for, or the one whose facts bear on what was."""
    match reading:
        case Declined(bearing=bearing):
            return bearing.command if bearing is not None else None
        case None:
            return None
    return reading.command


def _language(request: Request) -> str:
    """A question in Japanese is answered in Japanese; names and English say nothing of who asks."""
    text = {Line: "text", Ask: "question"}.get(type(request.ask))
    return (text and questions.language(getattr(request.ask, text))) or request.language


def _too_many(allowance: Allowance, language: Words) -> Answered:
    mistake = BadInput(Mistake.TOO_MANY)
    silent = allowance is Allowance.NOTHING
    return Answered(replies.mistake(mistake, language), mistake=mistake, silent=silent)


def _is_command(text: str, names: NameIndex) -> bool:
    """Whether the text is a command line: after a slash, or where the rest is what a command takes.

    "timeline xai" is one; "timeline of everything xAI opened" is a question.
    """
    stripped = text.strip()
    if stripped.startswith(("/", "／")):
        return True
    found, rest = line.begun(stripped)
    if found is None or any(mark in stripped for mark in "?？"):
        return False
    named = any(f"{argument.name}:" in rest for argument in found.arguments)
    return not rest or named or names.find(rest).found is Found.EXACT or found.name in _OF_WORDS


def _begins_like_command(text: str) -> bool:
    """Whether it may be a command line about something that nobody knows: "open foobar"."""
    found, rest = line.begun(text)
    return found is not None and len(rest.split()) <= 3


_OF_WORDS = ("help", "ask")
"""Commands that take any words."""
