"""A command declared once: its dataclass gives every platform the name, the options and the help.

The docstring's first line is the description; each annotated field is an argument. English is the key by
which the other languages are found.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from bot.asker import UNKNOWN, Asker
from bot.commands.days import read_day
from bot.errors import BadInput, Mistake
from bot.facts.names import SubjectKind
from bot.store.store import FactStore

if TYPE_CHECKING:  # loaded where the facts are edited
    from bot.editing.desk import Desk

LONGEST = 300  # characters of one argument: more than any name, fewer than an essay
LONG = 4_000  # of one that takes several lines: what a form's field holds on both platforms


class Kind(StrEnum):
    """What an argument takes: platforms choose their input and their autocompletion by it."""

    MODEL = "model"
    SUBJECT = "subject"  # a model, a family or an organization
    ORGANIZATION = "organization"
    LICENSE = "license"
    LICENSED = "licensed"  # a model, a family or a licence
    RECORD = "record"  # a model, or an event's id
    TERM = "term"  # a word of the field
    DAY = "day"  # of a month or a year its last
    START = "start"  # a day; of a month or a year its first
    CHOICE = "choice"
    TEXT = "text"
    LONG = "long"  # several lines
    NUMBER = "number"
    ZONE = "zone"  # a time zone, by its IANA name
    RECORD_ID = "record-id"  # of an event, or a name of what else is recorded


NAMED: Mapping[Kind, tuple[SubjectKind, ...]] = {
    Kind.MODEL: (SubjectKind.MODEL,),
    Kind.SUBJECT: (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.ORGANIZATION),
    Kind.ORGANIZATION: (SubjectKind.ORGANIZATION,),
    Kind.LICENSE: (SubjectKind.LICENSE,),
    Kind.LICENSED: (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.LICENSE),
    Kind.RECORD: (SubjectKind.MODEL,),
}
"""What the arguments that take a name are completed with."""


@dataclass(frozen=True, slots=True)
class About:
    """The annotation of a field: what the argument is for, and what it takes."""

    description: str
    kind: Kind
    choices: tuple[str, ...] = ()
    synonyms: Mapping[str, str] = dataclasses.field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a command."""

    name: str
    description: str
    kind: Kind
    required: bool
    choices: tuple[str, ...]
    synonyms: Mapping[str, str] = dataclasses.field(hash=False)
    type: Callable[[str], Any] = str

    @property
    def longest(self) -> int:
        """How many characters it takes."""
        return LONG if self.kind is Kind.LONG else LONGEST

    def read(self, text: str, today: date) -> Any:
        """The value that the text means. Raises :class:`BadInput`."""
        text = text.strip()
        if len(text) > self.longest:
            raise BadInput(Mistake.TOO_LONG, self.name, text[:20])
        match self.kind:
            case Kind.DAY | Kind.START:
                return read_day(text, today, self.name, first=self.kind is Kind.START)
            case Kind.CHOICE:
                slug = text.casefold().replace(" ", "-").replace("_", "-")
                slug = self.synonyms.get(slug, slug)
                if slug not in self.choices:
                    raise BadInput(Mistake.NOT_A_CHOICE, self.name, text, self.choices)
                return self.type(slug)
            case Kind.NUMBER:
                if not text.lstrip("#").isdecimal():
                    raise BadInput(Mistake.NOT_A_NUMBER, self.name, text)
                return int(text.lstrip("#"))
            case _:
                return text


@dataclass(frozen=True, slots=True)
class Context:
    """What a handler may look at: the facts, the day on which it is asked, all that can be asked; who asks.

    ``desk`` is where the facts are edited; None where this program can't.
    """

    store: FactStore
    today: date
    commands: tuple[Declaration, ...]
    desk: Desk | None = None
    asker: Asker = UNKNOWN
    now: datetime = dataclasses.field(default_factory=lambda: datetime.now(UTC))
    language: str = "en"


Handler = Callable[[Any, Context], Awaitable[Any]]


class Rights(StrEnum):
    """Who may use a command."""

    EVERYONE = "everyone"
    EDITOR = "editor"  # of the facts, by the configuration
    MANAGER = "manager"  # of the channel, as its platform says


@dataclass(frozen=True, slots=True)
class Declaration:
    """A command as platforms see it. The name of one that belongs to a group has two words: ``fact add``."""

    name: str
    make: type
    description: str
    arguments: tuple[Argument, ...]
    handle: Handler
    examples: tuple[str, ...]
    rights: Rights = Rights.EVERYONE
    lasts: bool = True  # whether its answer stays the same while the facts do
    shown: bool = True  # whether people are offered it; what only buttons ask for isn't

    @property
    def group(self) -> str | None:
        """The group it belongs to, or None."""
        group, space, _ = self.name.partition(" ")
        return group if space else None

    def read(self, given: Mapping[str, str], today: date) -> Any:
        """The command that these arguments, by name, make. Raises :class:`BadInput`."""
        known = {argument.name: argument for argument in self.arguments}
        for name, text in given.items():
            if name not in known:
                raise BadInput(Mistake.UNKNOWN_ARGUMENT, name, text, tuple(known))
        values = {}
        for name, argument in known.items():
            text = given.get(name, "")
            if text.strip():
                values[name] = argument.read(text, today)
            elif argument.required:
                raise BadInput(Mistake.MISSING, name, self.name)
        return self.make(**values)


def declare(
    name: str, make: type, handle: Handler, examples: tuple[str, ...] = (), **traits: Any
) -> Declaration:
    """The declaration that a command's dataclass makes. ``traits``: those of :class:`Declaration`."""
    hints = get_type_hints(make, include_extras=True)
    arguments = tuple(_argument(field, hints[field.name]) for field in dataclasses.fields(make))
    description = (make.__doc__ or "").strip().splitlines()[0]
    return Declaration(name, make, description, arguments, handle, examples, **traits)


def _argument(field: dataclasses.Field[Any], hint: Any) -> Argument:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"annotate {field.name} with what it is for")
    plain, about = get_args(hint)
    candidates = [each for each in (get_args(plain) or (plain,)) if each is not type(None)]
    return Argument(
        name=field.name,
        description=about.description,
        kind=about.kind,
        required=field.default is dataclasses.MISSING,
        choices=about.choices,
        synonyms=about.synonyms,
        type=candidates[0],
    )
