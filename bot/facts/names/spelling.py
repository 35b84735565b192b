"""How a name is written: width, case, separators and Japanese words made alike, and what a spelling says.

A spelling is the name proper (its core) and what stands beside it: sizes, tuning, mode, stage, dates.
Packaging (quantization, format, context window, serving) says nothing about which model it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.facts.names.vocabulary import KATAKANA, MODE, PACKAGING, SERVED, STAGE, TUNING

PARENTHESIS = re.compile(r"\s*[(（][^()（）]*[)）]")
"""What a name says in parentheses: sizes, a year, another name."""

_SIGNS = str.maketrans(
    {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "・": " ", "β": " beta ", "α": " alpha "}
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_KATAKANA_RUN = re.compile("[ァ-ヺー]+")
_PLUS = re.compile(r"(?<=[a-z0-9])\+(?![a-z0-9])")
_POINT = re.compile(r"(?<=[0-9])p(?=[0-9])")  # llama-v3p1
_UNDERSCORE_POINT = re.compile(r"(?<=[0-9])_(?=[0-9])")  # phi-1_5
_SEPARATORS = re.compile(r"[\W_]+")

_REVISION = re.compile(r"-?v?[0-9]:0(?::[0-9]+k)?$")  # anthropic.claude-3-opus-20240229-v1:0
_NUMBERED = re.compile(r"(?<=v[0-9]):(?=[0-9])")  # anthropic.claude-v2:1
_PACKED = re.compile(
    r"""\bi?q[0-9](?:[._-](?:[kmsl01]|xl|xs|xxs|nl|gguf))*\b | \b[0-9.]+[ -]?bits?\b | \b[0-9.]+bpw\b
    | \bw[0-9]+a[0-9]+\b | :[0-9]{3,}$ | \b[0-9]+[ke]\b""",
    re.VERBOSE,
)
_MONTH, _DAY = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_DATE = re.compile(
    rf"""(?<![0-9.]) (?: (?P<year>20[0-9]{{2}}) [-.]? (?P<month>{_MONTH}) (?: [-.]? (?P<day>{_DAY}) )?
    | (?P<month_first>{_MONTH}) - (?P<year_last>20[0-9]{{2}})
    | (?<=[a-z]-) (?P<short>{_MONTH}-{_DAY}) (?=$|[:@-])
    | (?P<digits> 2[3-9]{_MONTH}{_DAY} | 2[2-9]\.?{_MONTH} | {_MONTH}{_DAY} ) ) (?![0-9.]|[bkmt]\b)""",
    re.VERBOSE,
)
_TOKEN = re.compile(
    r"""[0-9]+x[0-9.]*[0-9]b | (?:nvfp|mxfp|fp|bf|int|exl)[0-9]+\b
    | [a-z]?[0-9]+(?:\.[0-9]+)*[a-z]{0,2}(?![a-z]) | [0-9]+(?:\.[0-9]+)* | [a-z]+ | [^\W\d_a-z]+""",
    re.VERBOSE,
)
_SIZE = re.compile(r"[ae]?[0-9]+(?:\.[0-9]+)?[bmt]|[0-9]+x[0-9.]+b")
_PACKAGING = "packaging"
_KINDS = {
    **dict.fromkeys(PACKAGING, _PACKAGING),
    **dict.fromkeys(TUNING, "tuning"),
    **dict.fromkeys(MODE, "mode"),
    **dict.fromkeys(STAGE, "stage"),
}
_NUMBER = re.compile(r"v?([0-9.]+)")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Beside:
    """What a spelling says beside the name."""

    sizes: frozenset[str] = _NOTHING  # total sizes, or the active ones where only they are given
    tuning: frozenset[str] = _NOTHING
    mode: frozenset[str] = _NOTHING
    stage: frozenset[str] = _NOTHING
    dates: frozenset[str] = _NOTHING


NOTHING_BESIDE = Beside()


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name proper, token by token, and what stands beside it."""

    core: tuple[str, ...]
    beside: Beside = NOTHING_BESIDE


class Speller:
    """Makes spellings alike. ``katakana`` adds names (``グロック``: ``grok``) to the words of variants."""

    def __init__(self, katakana: Mapping[str, str]) -> None:
        self._katakana = {**KATAKANA, **katakana}

    def plain(self, text: str) -> str:
        """The text in lower case and half width, with dashes, points, accents and katakana made alike."""
        if text.isascii():
            text = text.lower()
        else:
            text = unicodedata.normalize("NFKC", text).casefold().translate(_SIGNS)
            text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
            text = _KATAKANA_RUN.sub(self._latin, text)
        text = _POINT.sub(".", text)
        if "+" in text:
            text = _PLUS.sub(" plus ", text)
        if "_" in text and ("-" in text or " " in text):  # all_underscores separate, as hyphens do
            text = _UNDERSCORE_POINT.sub(".", text)
        return text.strip()

    def _latin(self, run: re.Match[str]) -> str:
        words = self._words(run[0])
        return f" {' '.join(words)} " if words else run[0]

    def _words(self, run: str) -> list[str] | None:
        """The run as known words, longest first, or None where a part of it is unknown."""
        if not run:
            return []
        for end in range(len(run), 0, -1):
            word = self._katakana.get(run[:end])
            rest = self._words(run[end:]) if word is not None else None
            if word is not None and rest is not None:
                return [word, *rest]
        return None


def key(plain: str) -> str:
    """The letters and digits alone, with a point between numbers: what is looked up."""
    return joined(_SEPARATORS.split(plain))


def joined(parts: Sequence[str]) -> str:
    """The parts as one key: ``claude``, ``3``, ``5`` and ``claude``, ``3.5`` are the same."""
    look = parts[0] if parts else ""
    for part in parts[1:]:
        look += f".{part}" if part[:1].isdigit() and look[-1:].isdigit() else part
    return look


def loose(core: tuple[str, ...]) -> str:
    """The core without the order of its words, the ``v`` of a version and a version's ``.0``."""
    words: list[str] = []
    numbers: list[str] = []
    for token in core:
        number = _NUMBER.fullmatch(token)
        if number is None:
            words.append(token)
        else:
            numbers.append(number[1].removesuffix(".0"))
    return f"{' '.join(sorted(words))}|{'.'.join(numbers).removesuffix('.0')}"


def is_word(token: str) -> bool:
    """Whether the token is a word, and neither a version nor a letter with one."""
    return not any(each.isdigit() for each in token)


def read(plain: str) -> Spelling:
    """What the spelling says. The first token is always part of the name."""
    text = _NUMBERED.sub(".", _REVISION.sub("", plain))
    dates: list[str] = []
    text = _PACKED.sub(" ", text)
    text = _DATE.sub(lambda found: _date(found, dates), text)
    core: list[str] = []
    said: dict[str, set[str]] = {"dates": set(dates)} if dates else {}
    before = ""
    for token in _TOKEN.findall(text):
        kind = _kind(token, before) if core else ""
        before = token
        if kind:
            said.setdefault(kind, set()).add(token)
        else:
            core.append(token)
    return Spelling(tuple(core), _beside(said) if said else NOTHING_BESIDE)


def _date(found: re.Match[str], dates: list[str]) -> str:
    if found.start() == 0:
        return found[0]
    if found["year_last"]:
        dates.append(found["year_last"] + found["month_first"])
    else:
        dates.append(re.sub("[-.]", "", found[0]))
    return " "


def _kind(token: str, before: str) -> str:
    """What the token says beside the name: a field of :class:`Beside`, or packaging; "" for the name."""
    kind = _KINDS.get(token)
    if kind is not None:
        return kind
    if _SIZE.fullmatch(token):
        return "sizes"
    served = token in SERVED and (before in TUNING or _SIZE.fullmatch(before))
    return _PACKAGING if served else ""


def _beside(said: dict[str, set[str]]) -> Beside:
    said.pop(_PACKAGING, None)
    sizes = said.get("sizes")
    if sizes:
        said["sizes"] = {each for each in sizes if each[0] != "a"} or sizes
    return Beside(**{kind: frozenset(words) for kind, words in said.items()})
