"""Discord's limits on a message of components, and how a reply is laid out in pages that keep them.

The limits are those of the public API documentation of August 2026. Text is never cut in the middle of a
page: a page holds whole entries, and the next page the rest. Only what is too long by itself is shortened.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.platforms.plain import plain
from bot.replies.reply import Line, Link, Span, Strong

CHARACTERS = 4000  # over all texts of a message
BYTES = 9_800  # UTF-8 and TEXT_BYTES a text: Discord fails with a 500 above about 10,170
TEXT_BYTES = 12
COMPONENTS = 40  # counted with nesting
ROWS = 5
ROW = 5  # buttons in a row
OPTIONS = 25  # of a select, of a command's choices, of an autocompletion
LABEL = 80  # of a button
OPTION = 100  # of a select's option, of a choice
CUSTOM_ID = 100
DESCRIPTION = 100  # of a command and of its options
NUMBER = 2**31 - 1  # an option's largest: what the state's columns hold
INPUTS = 5  # of a form
INPUT = 4000  # characters of one
INPUT_LABEL = 45
FORM_TITLE = 45

TITLE = 200  # characters of a title, before escaping
PROSE = 600  # characters of a headline or of one entry's line, before escaping
WORDS = 120  # characters of a link's words, before escaping
ENTRY = 1_500  # of one entry with its sources, as markdown


@dataclass(frozen=True, slots=True)
class Section:
    """A title, where there is one, and entries in markdown that belong under it."""

    title: str
    entries: tuple[str, ...]

    @property
    def text(self) -> str:
        """The section as one text."""
        return "\n".join((self.title, *self.entries) if self.title else self.entries)


@dataclass(frozen=True, slots=True)
class Page:
    """What one message shows, and how many entries come after it."""

    sections: tuple[Section, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """What a message still has place for."""

    characters: int = CHARACTERS
    bytes: int = BYTES
    components: int = COMPONENTS

    def less(self, text: str, components: int = 0) -> Room:
        """The room that is left after the text: with ``components``, as texts of its own."""
        return Room(
            self.characters - length(text),
            self.bytes - len(text.encode()) - TEXT_BYTES * components,
            self.components - components,
        )

    @property
    def enough(self) -> bool:
        """Whether all that was taken had place."""
        return self.characters >= 0 and self.bytes >= 0 and self.components >= 0


class _Filling:
    """A page while it is filled."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.sections: list[tuple[str, list[str]]] = []

    def take(self, title: str, entry: str, begins: bool) -> bool:
        """Put the entry under the title, in a new text where the section begins; say if it had place."""
        begins = begins or not self.sections
        room = self.room.less(f"{title}\n{entry}\n" if begins else f"{entry}\n", int(begins))
        if not room.enough:
            return False
        self.room = room
        if begins:
            self.sections.append((title, []))
        self.sections[-1][1].append(entry)
        return True

    @property
    def count(self) -> int:
        """How many entries it holds."""
        return sum(len(entries) for _, entries in self.sections)

    def page(self, left: int) -> Page:
        """The page, full."""
        return Page(tuple(Section(title, tuple(entries)) for title, entries in self.sections), left)


def pages(sections: Iterable[Section], first: Room, other: Room) -> tuple[Page, ...]:
    """The sections in as few pages as have place for them; a title is repeated where its section goes on.

    ``first`` and ``other`` are the room that the first page and the others have beside their frame.
    """
    filled = [_Filling(first)]
    for section in sections:
        for number, entry in enumerate(each for each in section.entries if each.strip("-# ")):
            if not filled[-1].take(section.title, entry, number == 0):
                filled.append(_Filling(other))
                filled[-1].take(section.title, entry, True)
    left = sum(each.count for each in filled)
    made = []
    for each in filled:
        left -= each.count
        made.append(each.page(left))
    return tuple(made)


def length(text: str) -> int:
    """How long Discord may count a text: in UTF-16 units, of which no text has fewer than characters."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, limit: int) -> str:
    """The text on one line, with an ellipsis where it was too long."""
    text = plain(text)
    if length(text) <= limit:
        return text
    text = text.encode("utf-16-le")[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
    return f"{text.rstrip()}…"


def shortened_line(line: Line, limit: int = PROSE) -> Line:
    """The line with its text shortened to the limit; links that no longer have place are left out."""
    spans: list[Span] = []
    for span in line:
        match span:
            case Link(label, url):
                fitting: Span = Link(shortened(label, WORDS), url)
                size = min(length(label), WORDS)
            case Strong(text) | str(text):
                fitting, size = span, length(text)
        if size > limit:
            spans.append(_cut(span, limit))
            break
        spans.append(fitting)
        limit -= size
    return tuple(spans)


def _cut(span: Span, limit: int) -> Span:
    match span:
        case str() if limit > 1:
            return shortened(span, limit)
        case Strong(text) if limit > 1:
            return Strong(shortened(text, limit))
    return "…"
