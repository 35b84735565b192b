"""How long it takes to find what a name means among 100,000 names.

Goals: an exact look-up within 50 microseconds, a near one within 20 milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice, product
from statistics import median
from time import perf_counter

from bot.facts.names import Entry, Found, NameIndex, Subject, SubjectKind

NAMES = 100_000
EXACT_GOAL = 50e-6  # seconds
NEAR_GOAL = 20e-3  # seconds

_SYLLABLES = (
    "ba",
    "cor",
    "del",
    "fen",
    "gra",
    "hy",
    "jun",
    "kel",
    "lo",
    "mar",
    "nex",
    "ori",
    "pra",
    "qui",
    "ros",
    "sta",
)
_VARIANTS = ("", "mini", "pro", "coder", "vision")
_SIZES = ("", "8b", "70b")


def entries(names: int) -> Iterator[Entry]:
    """Made-up makers with a family each: versions, variants, repositories, and a katakana spelling."""
    made = 0
    for at, syllables in enumerate(product(_SYLLABLES, repeat=3)):
        word, maker = "".join(syllables), f"maker-{at}"
        models: list[str] = []
        for version, variant in product(("1", "1.5", "2", "3.1", "4"), _VARIANTS):
            id = "-".join(filter(None, (word, version, variant)))
            spellings = [f"{maker}/{'-'.join(filter(None, (id, size, 'instruct')))}" for size in _SIZES]
            name = id.replace("-", " ").title()
            yield Entry(Subject(SubjectKind.MODEL, id, name), (id, name, *spellings))
            models.append(id)
            made += 2 + len(spellings)
        yield Entry(
            Subject(SubjectKind.FAMILY, word, word.title()), (word, f"{word.title()}モデル"), tuple(models)
        )
        yield Entry(Subject(SubjectKind.ORGANIZATION, maker, f"Maker {at}"), (maker,), tuple(models))
        made += 3
        if made >= names:
            return


def measure(look_up: Callable[[str], object], names: list[str], rounds: int) -> float:
    """Seconds that a look-up takes, the median of many."""
    seconds: list[float] = []
    for name in islice(cycle(names), rounds):
        start = perf_counter()
        look_up(name)
        seconds.append(perf_counter() - start)
    return median(seconds)


def main() -> None:
    """Build the index once and print every look-up beside its goal."""
    every = list(entries(NAMES))
    start = perf_counter()
    index = NameIndex(every)
    print(f"{sum(len(each.names) for each in every):,} names, built in {perf_counter() - start:.1f} s")
    known = [name for each in every[::97] for name in each.names]
    written = [name.upper().replace("-", "_") for name in known]
    hosted = [f"us.{name.replace('/', '.')}-v1:0" for name in known if "/" in name]
    mistyped = [f"{each.names[0][:3]}x{each.names[0][4:]}" for each in every[::97]]
    assert all(index.find(name).found in (Found.EXACT, Found.AMBIGUOUS) for name in (*written, *hosted))
    sentence = f"Is {every[40].subject.name} more open than {every[900].subject.name}, and since when?"
    for what, look_up, names, rounds, goal in (
        ("exact", index.find, written, 20_000, EXACT_GOAL),
        ("a host's spelling", index.find, hosted, 5_000, EXACT_GOAL),
        ("near", index.find, mistyped, 500, NEAR_GOAL),
        ("unknown", index.find, ["nothing of the kind", "zzz-9-ultra"], 500, NEAR_GOAL),
        ("half-typed", index.complete, ["ba", "ro", "basta 3", ""], 500, NEAR_GOAL),
        ("in a sentence", index.mentions, [sentence], 200, NEAR_GOAL),
    ):
        seconds = measure(look_up, names, rounds)
        print(f"{what:18} {seconds * 1e6:9.1f} µs {seconds / goal:7.1%} of the goal")


if __name__ == "__main__":
    main()
