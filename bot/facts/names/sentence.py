"""Names inside sentences: English with spaces, Japanese without, links and a platform's markup between."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from bot.facts.names.spelling import Speller, key
from bot.facts.names.subject import Found, Match, Mention, SubjectKind
from bot.facts.names.vocabulary import OPENING, ORDINARY, SENTENCE, VARIANTS

LONGEST = 8  # pieces of a name: "Llama 3.1 Nemotron Ultra 253B v1" has six
_BEGINNING = 3  # letters by which most words are seen to begin no name

_PIECE = re.compile(
    r"""(?P<markup> <[@#!:][^>\s]*> | (?<![\w/.])@(?!cf/)[\w.-]+ | (?<![\w:]):[a-z0-9_+-]+:(?!\w) )
    | (?P<link> https?://[^\s<>|"'`)\]、。」』）]+ )
    | (?P<latin> [@0-9A-Za-zÀ-ɏ０-９Ａ-Ｚａ-ｚβ]
        (?: [0-9A-Za-zÀ-ɏ０-９Ａ-Ｚａ-ｚβ._:/@＿．－‐‑–-]* [0-9A-Za-zÀ-ɏ０-９Ａ-Ｚａ-ｚβ] )? \+? )
    | (?P<katakana> [ァ-ヺーｦ-ﾟ]+ ) | (?P<kanji> [一-鿿々]+ ) | (?P<hiragana> [ぁ-ゖ]+ )
    | (?P<hangul> [가-힣]+ )""",
    re.VERBOSE,
)
_GAP = re.compile(r"[ \u00a0\u3000]?[・-]?|[ \u00a0\u3000]")
_HIRAGANA = re.compile("[ぁ-ゖ]{2,}")
_NEVER = re.compile("(?!)")
_VERSION = re.compile(r"[vV]?[0-9]{1,2}(?:\.[0-9]+)?[a-zA-Z]?")

Known = Callable[[str, Collection[SubjectKind]], "Match | None"]
Find = Callable[[str, Collection[SubjectKind]], Match]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one script, a link or markup; names are made of whole ones."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Sentences:
    """Reads sentences. ``names`` are the keys of all names that can be known."""

    def __init__(self, known: Known, find: Find, speller: Speller, names: Iterable[str]) -> None:
        self._known = known
        self._find = find
        self._speller = speller
        self._beginnings: set[str] = set()
        hiragana: set[str] = set()
        for each in names:
            self._beginnings.update(each[:length] for length in range(1, _BEGINNING + 1))
            hiragana.update(filter(_HIRAGANA.fullmatch, (each,)))
        self._hiragana = re.compile("|".join(sorted(hiragana, key=len, reverse=True))) if hiragana else _NEVER

    def mentions(self, text: str, kinds: Collection[SubjectKind]) -> Iterator[Mention]:
        """The names in the text, one after the other."""
        pieces = list(self._pieces(text, kinds))
        at = 0
        while at < len(pieces):
            found = self._at(text, pieces, at, kinds)
            if found is None:
                at += 1
            else:
                mention, at = found
                yield mention

    def _pieces(self, text: str, kinds: Collection[SubjectKind]) -> Iterator[Piece]:
        for found in _PIECE.finditer(text):
            piece = Piece(str(found.lastgroup), found[0], found.start())
            if piece.kind == "hiragana" and (name := self._hiragana.search(piece.text)) is not None:
                yield Piece("name", name[0], piece.start + name.start())  # particles follow without a space
            elif piece.kind == "latin" and "/" in piece.text:
                yield from self._alternatives(piece, kinds)
            else:
                yield piece

    def _alternatives(self, piece: Piece, kinds: Collection[SubjectKind]) -> Iterator[Piece]:
        """``Grok-1/Grok-2`` are two names, ``xai-org/grok-2`` is one, ``somebody/grok-2`` is none."""
        parts = [
            Piece(piece.kind, each[0], piece.start + each.start())
            for each in re.finditer("[^/]+", piece.text)
        ]
        whole = self._known(piece.text, kinds) is not None
        yield from [piece] if whole or not all(self._known(each.text, kinds) for each in parts) else parts

    def _at(
        self, text: str, pieces: list[Piece], at: int, kinds: Collection[SubjectKind]
    ) -> tuple[Mention, int] | None:
        """The longest name that begins with this piece, and the piece after it."""
        first = pieces[at]
        if first.kind == "markup" or not self._may_begin(first):
            return None
        spans = list(_spans(text, pieces, at))
        found = [
            (last, match)
            for last in spans
            if (match := self._known(text[first.start : pieces[last].end], kinds)) is not None
        ]
        if not found:
            return self._nearly(first, at, kinds)
        last, match = _trimmed(pieces, found)
        if _is_ordinary(text, pieces[at : last + 1]):
            return None
        if last + 1 in spans and self._goes_on(pieces[last + 1], match):
            last += 1
            match = self._find(text[first.start : pieces[last].end], kinds)
        return Mention(first.start, pieces[last].end, match), last + 1

    def _may_begin(self, piece: Piece) -> bool:
        if piece.kind == "link" or any(sign in piece.text for sign in "./:"):
            return True
        return key(self._speller.plain(piece.text))[:_BEGINNING] in self._beginnings

    def _goes_on(self, piece: Piece, match: Match) -> bool:
        """Whether the next piece makes another model, or another version, of what was found."""
        word = self._speller.plain(piece.text)
        if match.family is not None and match.found is Found.AMBIGUOUS and _VERSION.fullmatch(piece.text):
            return True
        return word in VARIANTS and (word not in ORDINARY or not piece.text.islower())

    def _nearly(self, piece: Piece, at: int, kinds: Collection[SubjectKind]) -> tuple[Mention, int] | None:
        """What looks like a model's name and comes near to one: "qwen3-coder-plus"."""
        models = [each for each in kinds if each in (SubjectKind.MODEL, SubjectKind.FAMILY)]
        if piece.kind != "latin" or not any(each.isdigit() for each in piece.text):
            return None
        match = self._find(piece.text, models)
        if match.found is not Found.NEAR:
            return None
        return Mention(piece.start, piece.end, match), at + 1


def _spans(text: str, pieces: list[Piece], at: int) -> Iterator[int]:
    """The last pieces of the spans that can be one name, shortest first."""
    yield at
    for last in range(at + 1, min(at + LONGEST, len(pieces))):
        before, piece = pieces[last - 1], pieces[last]
        if {before.kind, piece.kind} & {"link", "markup"} or not _GAP.fullmatch(
            text[before.end : piece.start]
        ):
            return
        yield last


def _is_ordinary(text: str, pieces: list[Piece]) -> bool:
    """Whether it is more likely a word of the sentence: "one more step", "a clip".

    Written large, it is a name, unless that is because a sentence begins.
    """
    first = pieces[0].text
    words = [key(piece.text.lower()) for piece in pieces]
    if len(words) > 1:  # "met a" isn't Meta, "a command" isn't Command A
        return words[0] == "a" or pieces[-1].text == "a"
    if words[0] not in ORDINARY:
        return False
    if not first[0].isupper() or first.isupper():
        return not first[0].isupper()
    before = text[: pieces[0].start].rstrip(" \t*_>\"'(「")
    return words[0] in OPENING and (not before or before[-1] in ".!?。！？\n")


def _trimmed(pieces: list[Piece], found: list[tuple[int, Match]]) -> tuple[int, Match]:
    """The longest name, without words of the sentence at its end: "is Muse Spark open" names Muse Spark."""
    last, match = found.pop()
    while found and found[-1][0] == last - 1:
        word, shorter = pieces[last].text, found[-1][1]
        spaced = pieces[last - 1].end < pieces[last].start
        if not (spaced and word in SENTENCE and (shorter.subjects == match.subjects or word == "open")):
            break
        last, match = found.pop()
    return last, match
