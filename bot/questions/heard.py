"""One sentence as it was heard: what it names, which days, and which cues its words give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from bot.commands.models import ModelsStatus
from bot.facts import glossary
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Component, EventKind
from bot.facts.names import NameIndex
from bot.facts.promises import Outcome
from bot.questions import english, japanese, parts
from bot.questions.calendar import When
from bot.questions.cue import Cue
from bot.questions.dates import arabic, dates
from bot.questions.strangers import stranger, versioned
from bot.questions.topics import Topic, slipped, topics
from bot.questions.typos import corrected

_EVENT = re.compile(
    r"\b[a-z0-9.-]+/(?:" + "|".join((*Component, *EventKind)) + r")(?:-[0-9]+)?\b", re.IGNORECASE
)
_OPEN_SOURCE = re.compile(r"\b(?:open[- ]?sourc(?:e[ds]?|ing)|foss)\b", re.ASCII)
_SOURCE_CODE = re.compile(r"\bsource[- ]?codes?\b|(?<=Nの)ソースコード", re.ASCII)
_OPEN_SOURCE_JA = re.compile(r"オープン・?ソース(?:化)?|おーぷんそーす|open[- ]?source(?=[^a-z]|$)|オプソ")
_JAPANESE = re.compile("[ぁ-ゖァ-ヺ一-鿿々]")
_ASCII = re.compile("[a-zA-Z]")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in a sentence, or in several that belong together."""

    topics: tuple[Topic, ...] = ()
    cues: frozenset[Cue] = frozenset()
    whens: tuple[When, ...] = ()
    component: Component | None = None
    definition: DefinitionId | None = None
    terms: tuple[str, ...] = ()  # words of the field, by the ids of their entries in the glossary
    rarer: tuple[str, ...] = ()  # words that are in the glossary, and as often mean nothing special
    state: Outcome | None = None
    status: ModelsStatus | None = None
    event: str | None = None
    stranger: str | None = None  # a name that nobody knows
    bare: bool = False  # a term and nothing else

    @property
    def tells(self) -> bool:
        """Whether anything at all was understood of it."""
        return bool(self.topics or self.terms or self.stranger or self.cues - {Cue.QUESTION, Cue.INJECTION})


def hear(sentence: str, names: NameIndex, today: date) -> Heard:
    """What one sentence of plain text says."""
    event = _EVENT.search(sentence)
    found = () if event else tuple(topics(sentence, names))
    masked = arabic(_masked(_lower(sentence), ((each.start, each.end) for each in found), "N"))
    whens = tuple(dates(masked, today))
    masked = _masked(masked, ((each.start, each.end) for each in whens), "D")
    english, japanese = _english(masked), _japanese(masked)
    unknown = None if event else _stranger(masked, beside=bool(found))
    meant = slipped(unknown, names) if unknown is not None else None
    terms = tuple(_all(parts.TERMS, english, japanese))
    return Heard(
        topics=(*found, meant) if meant is not None else found,
        cues=frozenset(_cues(english, japanese)),
        whens=whens,
        component=_first(parts.COMPONENTS, english, japanese),
        definition=_first(parts.DEFINITIONS, english, japanese),
        terms=terms,
        rarer=tuple(_glossary(english, japanese)),
        state=_first(parts.STATES, english, japanese),
        status=_first(parts.STATUSES, english, japanese),
        event=event[0].lower() if event else None,
        stranger=unknown if meant is None else None,
        bare=len(terms) > 0 and _only_a_term(english, japanese),
    )


def _stranger(masked: str, beside: bool) -> str | None:
    """A name nobody knows; beside known ones only what can't be anything but a name."""
    name = versioned(masked) if beside else stranger(masked)
    return name if name is not None and glossary.find(name) is None else None


def together(heard: Iterable[Heard]) -> Heard:
    """What several sentences say, as one."""
    each = tuple(heard)
    return Heard(
        topics=tuple(topic for one in each for topic in one.topics),
        cues=frozenset(cue for one in each for cue in one.cues),
        whens=tuple(when for one in each for when in one.whens),
        component=_some(one.component for one in each),
        definition=_some(one.definition for one in each),
        terms=tuple(dict.fromkeys(term for one in each for term in one.terms)),
        rarer=tuple(dict.fromkeys(term for one in each for term in one.rarer)),
        state=_some(one.state for one in each),
        status=_some(one.status for one in each),
        event=_some(one.event for one in each),
        stranger=_some(one.stranger for one in each),
        bare=len(each) == 1 and each[0].bare,
    )


def _some(values: Iterable[T | None]) -> T | None:
    return next((each for each in values if each is not None), None)


# --- the text, made ready for patterns ---------------------------------------------------------------------


def _masked(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    """The text with a sign for each span, so that no word of a name is taken for another."""
    made: list[str] = []
    at = 0
    for start, end in spans:
        made += (text[at:start], _spaced(text, start, end, sign))
        at = end
    return "".join((*made, text[at:]))


def _lower(text: str) -> str:
    """In lower case, letter for letter: the places of names stay."""
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def _spaced(text: str, start: int, end: int, sign: str) -> str:
    before = " " if start and text[start - 1].isascii() and text[start - 1].isalnum() else ""
    after = " " if end < len(text) and text[end].isascii() and text[end].isalnum() else ""
    return f"{before}{sign}{after}"


def _english(masked: str) -> str:
    if not _ASCII.search(masked):
        return ""
    text = _OPEN_SOURCE.sub("opensource", corrected(masked))
    return _SOURCE_CODE.sub("sourcecode", text).strip(" \t\n'\"")


def _japanese(masked: str) -> str:
    if not _JAPANESE.search(masked):
        return ""
    return _OPEN_SOURCE_JA.sub("ＯＳ", masked).replace(" ", "").strip("「」『』【】\"'")


# --- patterns ----------------------------------------------------------------------------------------------


@cache
def _in_english(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![a-z])", re.ASCII)


@cache
def _in_japanese(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _lines(table: str) -> str:
    return "|".join(line.strip() for line in table.strip().splitlines())


_ENGLISH = {cue: _in_english(_lines(table)) for cue, table in english.CUES.items()}
_JAPANESE_CUES = {cue: _in_japanese(_lines(table)) for cue, table in japanese.CUES.items()}


def _cues(english: str, japanese: str) -> Iterable[Cue]:
    for texts, patterns in ((english, _ENGLISH), (japanese, _JAPANESE_CUES)):
        if texts:
            yield from (cue for cue, pattern in patterns.items() if pattern.search(texts))
            if texts.endswith("?"):
                yield Cue.QUESTION


def _glossary(english: str, japanese: str) -> Iterable[str]:
    """The entries of the glossary that are spoken of by any of their names."""
    for id, in_english, in_japanese in _GLOSSARY:
        if in_english.search(english) or in_japanese.search(japanese):
            yield id


def _spelt(names: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    each = {_OPEN_SOURCE.sub("opensource", name.lower()) for name in names}
    latin = "|".join(sorted(map(re.escape, filter(str.isascii, each)), key=len, reverse=True))
    other = {_OPEN_SOURCE_JA.sub("ＯＳ", name).replace(" ", "") for name in each if not name.isascii()}
    return _in_english(rf"(?:{latin})s?"), _in_japanese(
        "|".join(sorted(map(re.escape, other), key=len)) or "(?!)"
    )


_GLOSSARY = tuple(
    (each.id, *_spelt(name for name, id in glossary.names().items() if id == each.id))
    for each in glossary.GLOSSARY.values()
)


Table = Iterable[tuple[T, str, str]]


def _all(table: Table[T], english: str, japanese: str) -> Iterable[T]:
    """The entries whose words are there; none for words inside those of an entry above it."""
    for value, in_english, in_japanese in table:
        english, before = _in_english(in_english).sub(" ", english), english
        japanese, as_before = _in_japanese(in_japanese).sub(" ", japanese), japanese
        if english != before or japanese != as_before:
            yield value


def _first(table: Table[T], english: str, japanese: str) -> T | None:
    return next(
        (
            value
            for value, in_english, in_japanese in table
            if (english and _in_english(in_english).search(english))
            or (japanese and _in_japanese(in_japanese).search(japanese))
        ),
        None,
    )


def _only_a_term(english: str, japanese: str) -> bool:
    for _, in_english, in_japanese in parts.TERMS:
        if _in_english(rf"(?:{in_english})[\s?!.,]*$").match(english):
            return True
        if japanese and re.fullmatch(rf"(?:{in_japanese})\W*", japanese):
            return True
    return False
