"""Names inside sentences: English with spaces, Japanese without, links and a platform's markup between."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from bot.facts.names.spelling import Speller, key
from bot.facts.names.subject import Found, Match, Mention, SubjectKind
from bot.facts.names.vocabulary import ORDINARY, SENTENCE, VARIANTS

LONGEST = 8  # pieces of a name: "Llama 3.1 Nemotron Ultra 253B v1" has six
_BEGINNING = 3  # letters by which most words are seen to begin no name

_PIECE = re.compile(
    r"""(?P<skip> <[@#!:][^>\s]*> | (?<![\w/.])@(?!cf/)[\w.-]+ | (?<![\w:]):[a-z0-9_+-]+:(?![\w]) )
    | (?P<link> https?://[^\s<>|"'`)\]、。」』）]+ )
    | (?P<latin> [@0-9A-Za-zÀ-ɏ０-９Ａ-Ｚａ-ｚβ]
        (?: [0-9A-Za-zÀ-ɏ０-９Ａ-Ｚａ-ｚβ._:/@＿．－‐‑–-]* [0-9A-Za-zÀ-ɏ０-９Ａ-Ｚａ-ｚβ] )? \+? )
    | (?P<katakana> [ァ-ヺーｦ-ﾟ]+ ) | (?P<kanji> [一-鿿々]+ ) | (?P<hiragana> [ぁ-ゖ]+ )
    | (?P<hangul> [가-힣]+ )""",
    re.VERBOSE,
)
_GAP = re.compile(r"[ \u00a0\u3000]?[・-]?|[ \u00a0\u3000]")
_VERSION = re.compile(r"[vV]?[0-9]{1,2}(?:\.[0-9]+)?[a-zA-Z]?")

Known = Callable[[str, Collection[SubjectKind]], "Match | None"]
Find = Callable[[str, Collection[SubjectKind]], Match]
Piece = re.Match[str]


class Sentences:
    """Reads sentences. ``names`` are the keys of all names that can be known."""

    def __init__(self, known: Known, find: Find, speller: Speller, names: Iterable[str]) -> None:
        self._known = known
        self._find = find
        self._speller = speller
        self._beginnings: set[str] = set()
        self._japanese: dict[str, None] = {}
        for each in names:
            self._beginnings.update(each[:length] for length in range(1, _BEGINNING + 1))

    def mentions(self, text: str, kinds: Collection[SubjectKind]) -> Iterator[Mention]:
        """The names in the text, one after the other."""
        pieces = list(_PIECE.finditer(text))
        at = 0
        while at < len(pieces):
            found = self._at(text, pieces, at, kinds)
            if found is None:
                at += 1
            else:
                mention, at = found
                yield mention

    def _at(
        self, text: str, pieces: list[Piece], at: int, kinds: Collection[SubjectKind]
    ) -> tuple[Mention, int] | None:
        """The longest name that begins with this piece, and the piece after it."""
        first = pieces[at]
        if first["skip"] or not self._may_begin(first):
            return None
        spans = list(self._spans(text, pieces, at))
        found = [
            (last, match)
            for last in spans
            if (match := self._known(text[first.start() : pieces[last].end()], kinds)) is not None
        ]
        if not found:
            return self._nearly(text, pieces, at, kinds)
        last, match = self._trimmed(text, pieces, at, found)
        if self._is_ordinary(text, pieces, at, last):
            return None
        if last + 1 in spans and self._goes_on(pieces[last + 1], match):
            last += 1
            match = self._find(text[first.start() : pieces[last].end()], kinds)
        return Mention(first.start(), pieces[last].end(), match), last + 1

    def _may_begin(self, piece: Piece) -> bool:
        if piece["link"] or any(sign in piece[0] for sign in "./:"):
            return True
        return key(self._speller.plain(piece[0]))[:_BEGINNING] in self._beginnings

    def _spans(self, text: str, pieces: list[Piece], at: int) -> Iterator[int]:
        """The last pieces of the spans that can be one name, shortest first."""
        yield at
        for last in range(at + 1, min(at + LONGEST, len(pieces))):
            gap = text[pieces[last - 1].end() : pieces[last].start()]
            alone = pieces[last]["link"] or pieces[last]["skip"] or pieces[last - 1]["link"]
            if alone or not _GAP.fullmatch(gap):
                return
            yield last

    def _trimmed(
        self, text: str, pieces: list[Piece], at: int, found: list[tuple[int, Match]]
    ) -> tuple[int, Match]:
        """The longest name, without words of the sentence at its end that change nothing."""
        last, match = found.pop()
        while found and found[-1][0] == last - 1:
            word = pieces[last][0]
            shorter = found[-1][1]
            spaced = pieces[last - 1].end() < pieces[last].start()
            if not (spaced and word in SENTENCE and (shorter.subjects == match.subjects or word == "open")):
                break
            last, match = found.pop()
        return last, match

    def _is_ordinary(self, text: str, pieces: list[Piece], at: int, last: int) -> bool:
        """Whether it is more likely a word of the sentence: "one more step", "clip".

        Written large inside a sentence, it is a name.
        """
        words = [piece[0] for piece in pieces[at : last + 1]]
        if not all(key(self._speller.plain(word)) in ORDINARY for word in words):
            return False
        if words == [words[0].upper()] and len(words[0]) > 1 and words[0].isascii():
            return False
        before = text[: pieces[at].start()].rstrip(" \t*_>\"'(「")
        begins = not before or before[-1] in ".!?。！？\n"
        return not words[0][0].isupper() or (begins and len(words) == 1)

    def _goes_on(self, piece: Piece, match: Match) -> bool:
        """Whether the next piece makes another model, or another version, of what was found."""
        word = self._speller.plain(piece[0])
        if match.family is not None and match.found is Found.AMBIGUOUS and _VERSION.fullmatch(piece[0]):
            return True
        return word in VARIANTS and (word not in ORDINARY or not piece[0].islower())

    def _nearly(
        self, text: str, pieces: list[Piece], at: int, kinds: Collection[SubjectKind]
    ) -> tuple[Mention, int] | None:
        """What looks like a model's name and comes near to one: "qwen3-coder-plus"."""
        piece = pieces[at]
        if not piece["latin"] or not any(each.isdigit() for each in piece[0]):
            return None
        match = self._find(piece[0], kinds)
        if match.found is not Found.NEAR:
            return None
        return Mention(piece.start(), piece.end(), match), at + 1
