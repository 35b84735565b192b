"""How a reply is laid out in pages that keep Slack's limits: whole entries, and the next page the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.platforms.slack.blocks import BOLD, Json, prose, rich, text
from bot.platforms.slack.limits import BLOCKS, CHARACTERS, TEXT
from bot.replies.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """What stays together: parts of rich text, and what they say to a reader who hears them."""

    said: str
    parts: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A title, where there is one, and the entries that belong under it."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def block(self) -> Json:
        """The section as one block; lists that follow each other become one."""
        parts = [prose([text(self.title, BOLD)])] if self.title else []
        for entry in self.entries:
            for part in entry.parts:
                if parts and _continues(parts[-1], part):
                    parts[-1] = {**parts[-1], "elements": [*parts[-1]["elements"], *part["elements"]]}
                else:
                    parts.append(part)
        return rich(parts)


@dataclass(frozen=True, slots=True)
class Whole:
    """A block that can't be divided, and what it says."""

    said: str
    block: Json


Piece = Section | Whole


@dataclass(frozen=True, slots=True)
class Page:
    """What one message shows, and how many entries come after it."""

    pieces: tuple[Piece, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """What a message still has place for."""

    characters: int = CHARACTERS
    blocks: int = BLOCKS

    def less(self, blocks: Sequence[Json]) -> Room:
        """The room that is left beside these blocks."""
        return Room(self.characters - sum(map(size, blocks)), self.blocks - len(blocks))


@dataclass(slots=True)
class _Filling:
    """A page while it is filled."""

    room: Room
    pieces: list[Piece] = field(default_factory=list)

    def take(self, piece: Piece, begins: bool) -> bool:
        """Put the piece, which has one entry, on the page; say if it had place."""
        begins = begins or not self.pieces
        needed = size(piece.block) if begins else sum(map(size, _parts(piece)))
        room = Room(self.room.characters - needed, self.room.blocks - int(begins))
        if self.pieces and (room.characters < 0 or room.blocks < 0):
            return False
        self.room = room
        last = self.pieces[-1] if self.pieces else None
        if not begins and isinstance(last, Section) and isinstance(piece, Section):
            self.pieces[-1] = replace(last, entries=(*last.entries, *piece.entries))
        else:
            self.pieces.append(piece)
        return True


def pages(pieces: Iterable[Piece], first: Room, other: Room) -> tuple[Page, ...]:
    """The pieces in as few pages as have place for them; a title is repeated where its section goes on.

    ``first`` and ``other`` are the room that the first page and the others have beside their frame.
    """
    filled = [_Filling(first)]
    for piece in pieces:
        for number, single in enumerate(_singles(piece)):
            if not filled[-1].take(single, number == 0):
                filled.append(_Filling(other))
                filled[-1].take(single, True)
    counts = [sum(_count(each) for each in page.pieces) for page in filled]
    return tuple(Page(tuple(page.pieces), sum(counts[number + 1 :])) for number, page in enumerate(filled))


def heard(lines: Iterable[str], words: Words) -> str:
    """The message's text, for screen readers and notifications: as many whole lines as Slack advises."""
    kept = [escape(each) for each in lines if each]
    whole = "\n".join(kept)
    if len(whole) <= TEXT:
        return whole
    left = 0
    while len(whole) > TEXT and len(kept) > 1:
        kept.pop()
        left += 1
        more = words.count("And {n} more line.", "And {n} more lines.", left)
        whole = "\n".join([*kept, more])
    return whole[:TEXT]


def escape(said: str) -> str:
    """The text with Slack's three control characters written out: no mention or link is made of it."""
    return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def size(written: Json) -> int:
    """How many characters a block or a part of one takes, JSON and all."""
    return len(json.dumps(written, ensure_ascii=False, separators=(",", ":"))) + 1


def _singles(piece: Piece) -> Iterator[Piece]:
    match piece:
        case Section(title, entries):
            yield from (Section(title, (each,)) for each in entries)
        case Whole():
            yield piece


def _parts(piece: Piece) -> Iterator[Json]:
    if isinstance(piece, Section):
        for entry in piece.entries:
            yield from entry.parts


def _count(piece: Piece) -> int:
    return len(piece.entries) if isinstance(piece, Section) else 1


def _continues(before: Json, part: Json) -> bool:
    kind = before["type"], before.get("indent")
    return kind[0] == "rich_text_list" and kind == (part["type"], part.get("indent"))
