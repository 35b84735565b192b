"""Which subjects a half-typed name can become."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from bot.facts.names.spelling import Speller, key
from bot.facts.names.subject import Entry, Subject, SubjectKind

LOOKED_AT = 4_000  # names that begin alike: past that, more letters are needed to choose anyway
_END = "\U0010ffff"


class Completion:
    """Names by their beginnings. What stands first among the entries is offered first."""

    def __init__(self, entries: Iterable[Entry], speller: Speller) -> None:
        self._subjects: list[Subject] = []
        self._speller = speller
        starts: set[tuple[str, int, int]] = set()
        for rank, entry in enumerate(entries):
            self._subjects.append(entry.subject)
            for name in entry.names:
                starts.update((look, inside, rank) for look, inside in _beginnings(name, speller))
        self._starts = sorted(starts)

    def find(self, text: str, kinds: Collection[SubjectKind], limit: int) -> list[Subject]:
        """At most ``limit`` subjects with a name, or a word of a name, that begins so."""
        look = key(self._speller.plain(text))
        if not look:
            return list(islice((each for each in self._subjects if each.kind in kinds), limit))
        begin = bisect_left(self._starts, (look,))
        best: dict[int, tuple[bool, int]] = {}
        for name, inside, rank in islice(self._starts, begin, begin + LOOKED_AT):
            if not name.startswith(look):
                break
            if self._subjects[rank].kind in kinds:
                order = (name != look, inside)
                best[rank] = min(best.get(rank, order), order)
        return [self._subjects[rank] for rank in sorted(best, key=lambda each: (best[each], each))[:limit]]


def _beginnings(name: str, speller: Speller) -> Iterator[tuple[str, int]]:
    """The keys of the name from its beginning (0) and from each of its words (1), or of its address."""
    for written in dict.fromkeys((speller.plain(name), name.lower())):
        words = written.split("/")[-2:] if "/" in name else written.replace("-", " ").split()
        for at in range(len(words)):
            look = key(" ".join(words[at:]))
            if look:
                yield look, int(at > 0)
