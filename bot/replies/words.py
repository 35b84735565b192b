"""The words of one language: sentences by gettext, dates and lists by Babel.

The English sentence is the key. ``locale/<language>.po`` holds the others; a test fails where one is missing.
"""

from __future__ import annotations

import datetime
import gettext
import io
from collections.abc import Iterable
from functools import lru_cache, reduce
from importlib import resources

from babel import Locale
from babel.dates import format_date, format_interval
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from bot.facts.date import PartialDate
from bot.facts.model import Text

LANGUAGES = ("en", "ja")

LARGE = 1e15  # from here on a number is written by its power of ten

_DAY = {"en": "d MMMM y", "ja": "y年M月d日"}
_MONTH = {"en": "MMMM y", "ja": "y年M月"}
_YEAR = {"en": "y", "ja": "y年"}
_DAYS = {"en": "en_GB", "ja": "ja"}  # locales that write spans of days as the patterns above do


class Words:
    """Everything that is said in one language."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._locale = Locale.parse(language)
        self._translations = translations

    def __call__(self, sentence: str, **values: object) -> str:
        """The sentence in this language, its ``{names}`` filled in."""
        found = self._translations.gettext(sentence)
        return found.format(**values) if values else found

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The sentence with its plural right; ``{n}`` is the number."""
        found = self._translations.ngettext(one, many, number)
        return found.format(n=self.number(number), **values)

    def number(self, number: float) -> str:
        """A number as the language writes it."""
        return _number(number, self.language)

    def date(self, when: PartialDate | datetime.date) -> str:
        """A date at its own precision: a month stays a month."""
        return _date(when, self.language)

    def span(self, earliest: datetime.date, latest: datetime.date) -> str:
        """One day, or the days between which it lies."""
        if earliest == latest:
            return self.date(earliest)
        return self("between {earliest} and {latest}", earliest=self.date(earliest), latest=self.date(latest))

    def days(self, first: datetime.date, last: datetime.date) -> str:
        """The days from one to the other, both among them: "26 October – 1 November 2026"."""
        if first == last:
            return self.date(first)
        return format_interval(first, last, "yMMMMd", locale=_DAYS[self.language])

    def list(self, items: Iterable[str], style: str = "standard") -> str:
        """Items as the language lists them: "a, b and c"."""
        named = list(items)
        if style == "standard" and self.language == "en":  # no comma before the "and"
            return f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else "".join(named)
        if style == "unit" and self.language == "ja":  # 4か月14日, without a space
            style = "unit-narrow"
        return format_list(named, style=style, locale=self._locale)  # type: ignore[arg-type]

    def sentences(self, said: Iterable[str]) -> str:
        """Sentences after each other, as the language sets them."""
        return reduce(lambda before, after: self("{before} {after}", before=before, after=after), said)

    def text(self, text: Text) -> str:
        """A sentence of the facts, in English where it is not translated."""
        return text.language(self.language)


@lru_cache(maxsize=1024)
def _number(number: float, language: str) -> str:
    if abs(number) >= LARGE:
        mantissa, exponent = f"{number:e}".split("e")
        return f"{format_decimal(float(mantissa), locale=language)} × 10^{int(exponent)}"
    return format_decimal(number, locale=language)


@lru_cache(maxsize=16384)
def _date(when: PartialDate | datetime.date, language: str) -> str:
    if isinstance(when, datetime.date):
        return format_date(when, _DAY[language], locale=language)
    pattern = _DAY if when.exact else _MONTH if when.month else _YEAR
    return format_date(when.earliest, pattern[language], locale=language)


@lru_cache(maxsize=len(LANGUAGES))
def words(language: str) -> Words:
    """The words of a language (``ja``, ``ja-JP``); English for one that we don't speak."""
    base = language.replace("_", "-").split("-")[0].lower()
    if base not in LANGUAGES or base == "en":
        return Words("en", gettext.NullTranslations())
    catalogue = resources.files("bot.replies") / "locale" / f"{base}.po"
    with catalogue.open("rb") as file:
        compiled = io.BytesIO()
        write_mo(compiled, read_po(file, locale=base))
    compiled.seek(0)
    return Words(base, gettext.GNUTranslations(compiled))
