"""Which keys come near to a mistyped one. No number is taken for another: Grok 4 isn't near Grok 2."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_NUMBERS = re.compile(r"[0-9]+")
LIMIT = 5


class Nearby:
    """Keys in buckets of the same numbers and the same length, so that few have to be compared."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._buckets: defaultdict[tuple[tuple[str, ...], int], list[str]] = defaultdict(list)
        for each in keys:
            self._buckets[_numbers(each), len(each)].append(each)

    def find(self, key: str) -> list[tuple[int, str]]:
        """At most five keys that are a slip or two away, nearest first, with the number of slips."""
        slips = _slips(key)
        if not slips:
            return []
        numbers = _numbers(key)
        found: list[tuple[int, str]] = []
        for length in range(len(key) - slips, len(key) + slips + 1):
            bucket = self._buckets.get((numbers, length), ())
            near = process.extract(key, bucket, scorer=OSA.distance, score_cutoff=slips, limit=LIMIT)
            found += ((int(distance), each) for each, distance, _ in near)
        return sorted(found)[:LIMIT]


def _slips(key: str) -> int:
    """How many letters may be wrong: none in a short name, where every letter counts."""
    length = len(key)
    return (length >= 4) + (length >= 8) + (length >= 14)


def _numbers(key: str) -> tuple[str, ...]:
    return tuple(_NUMBERS.findall(key))
