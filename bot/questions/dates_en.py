"""Dates in English words: "26 February 2025", "spring 2023", "last Christmas", "since monday"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.questions import calendar
from bot.questions.calendar import DAY, Relation, Span, When

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "couple of": 2, "a couple of": 2, "half a": 0,
}  # fmt: skip
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_FEASTS = {
    "christmas": (12, 25), "christmas eve": (12, 24), "xmas": (12, 25), "new year's eve": (12, 31),
    "new year's day": (1, 1), "new year": (1, 1), "halloween": (10, 31), "valentine's day": (2, 14),
}  # fmt: skip

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19[89]|20[0-4])[0-9]|'[12][0-9])"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?P<weekday>mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
_COUNT = r"(?P<count>[0-9]{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + ")"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_WHICH = r"(?P<which>last|previous|past|this|the current)"

_LEADING = (
    r"(?P<lead>(?:(?P<since>(?:ever )?since|from|between|starting(?: from| in)?|as from)|(?P<after>after|later than)"
    r"|(?P<before>before|prior to|earlier than)|(?P<until>until|till?|up to|by|through|thru|up until|to|and)"
    r"|as of|as at|back in|during|around|in|on|at|of|for|over|within) )?"
    r"(?:the )?(?P<part>(?:very )?(?:end|close|beginning|start|middle) of |early |late |mid[- ]|begin(?:ning)? )?"
    r"(?:the )?(?:year |month of |day of )?"
)


def _form(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.'/-]){_LEADING}{body}(?![\w'])", re.IGNORECASE)


_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_form(r"(?P<year>[12][0-9]{3})[-/.](?P<number>[01]?[0-9])[-/.](?P<day>[0-3]?[0-9])"), "day"),
    (_form(r"(?P<day>[0-3]?[0-9])\.(?P<number>[01]?[0-9])\.(?P<year>[12][0-9]{3})"), "day"),
    (_form(r"(?P<one>[0-3]?[0-9])/(?P<two>[0-3]?[0-9])/(?P<year>[12][0-9]{3})"), "slashes"),
    (_form(r"(?P<year>[12][0-9]{3})[-/](?P<number>[01]?[0-9])"), "month"),
    (_form(rf"(?:{_DAY}|(?P<ordinal>{'|'.join(_ORDINALS)}))(?: day)?(?: of)? {_MONTH},? ?{_YEAR}?"), "day"),
    (_form(rf"{_MONTH} (?:the )?{_DAY}(?:,? {_YEAR})?"), "day"),
    (_form(rf"{_MONTH},? ?(?:of )?{_YEAR}"), "month"),
    (_form(rf"(?:(?:q|quarter )(?P<quarter>[1-4])|(?P<ordinal>first|second|third|fourth) quarter),? ?(?:of )?{_YEAR}"), "quarter"),
    (_form(rf"(?:h(?P<half>[12])|(?P<ordinal>first|second) half),? ?(?:of )?{_YEAR}"), "half"),
    (_form(rf"(?P<season>spring|summer|autumn|fall|winter),? ?(?:of )?{_YEAR}"), "season"),
    (_form(r"(?P<which>last|previous|this) (?P<season>spring|summer|autumn|fall|winter)"), "season"),
    (_form(rf"(?:(?P<which>last) )?(?P<feast>christmas eve|christmas|xmas|new year's (?:eve|day)|halloween|valentine's day)(?: (?:of )?{_YEAR})?"), "feast"),
    (_form(rf"(?:the )?{_WHICH} {_COUNT} {_UNIT}"), "lately"),
    (_form(r"(?:the )?past (?P<unit>day|week|month|year)"), "lately"),
    (_form(r"(?P<which>last|previous|this|the current) (?P<unit>week|month|quarter|year)(?:'s)?"), "unit"),
    (_form(rf"(?:about |some |roughly )?{_COUNT} {_UNIT} (?:ago|back|earlier)"), "ago"),
    (_form(r"half a year ago"), "half-year"),
    (_form(rf"(?P<which>last|this|past) {_WEEKDAY}"), "weekday"),
    (_form(r"(?P<relative>the day before yesterday|day before yesterday|yesterday|today)"), "relative"),
)  # fmt: skip
_WITH_WORD_BEFORE: tuple[tuple[re.Pattern[str], str], ...] = (
    (_form(rf"{_WEEKDAY}"), "weekday"),
    (_form(rf"{_MONTH}"), "month"),
    (_form(rf"{_YEAR}(?! ?(?:users?|gpus?|tokens?|dollars?|usd|people|employees|%))"), "year"),
    (_form(rf"{_YEAR}-ish"), "year"),
)
"""Forms that are ordinary words or numbers without "in", "since", "last" … before them."""

_BARE_YEAR = re.compile(r"(?<![\w.'$€£/-])(?P<year>20[0-4][0-9])(?![\w'%.-]| ?(?:users?|gpus?|tokens?))")


def find(text: str, today: date) -> Iterator[When]:
    """The dates in a text of lower case, none inside another."""
    taken: list[tuple[int, int]] = []
    for form, kind in (*_FORMS, *_WITH_WORD_BEFORE, (_BARE_YEAR, "year")):
        for match in form.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            given = match.groupdict()
            if (form, kind) in _WITH_WORD_BEFORE and not given["lead"] and not given["part"]:
                continue
            span = _span(kind, given, today)
            if span is not None:
                taken.append(match.span())
                yield When(match.start(), match.end(), _part(span, given), _relation(kind, given))


def _span(kind: str, given: dict[str, str | None], today: date) -> Span | None:
    try:
        return _SPANS[kind]({name: value for name, value in given.items() if value}, today)
    except ValueError:  # no day of the calendar
        return None


def _relation(kind: str, given: dict[str, str | None]) -> Relation:
    for relation in (Relation.SINCE, Relation.AFTER, Relation.BEFORE, Relation.UNTIL):
        if given.get(relation):
            return relation
    return Relation.SINCE if kind == "lately" else Relation.AT


def _part(span: Span, given: dict[str, str | None]) -> Span:
    part = (given.get("part") or "").lower()
    if "end" in part or "close" in part or "late" in part:
        return span.closing
    if "beg" in part or "start" in part:
        return span.opening
    if "early" in part or "mid" in part:
        share = 3 if "early" in part else 2
        return Span(span.first, span.first + (span.last - span.first) / share)
    return span


def _year(given: dict[str, str], today: date, month: int = 1, day: int = 1) -> int:
    """The year written, or that of the latest such day."""
    written = given.get("year", "")
    if written:
        return 2000 + int(written[1:]) if written.startswith("'") else int(written)
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _month_number(given: dict[str, str]) -> int:
    return int(given["number"]) if "number" in given else _MONTHS.index(given["month"][:3].lower()) + 1


def _a_day(given: dict[str, str], today: date) -> Span:
    number = _month_number(given)
    at = _ORDINALS.index(given["ordinal"].lower()) + 1 if "ordinal" in given else int(given["day"])
    return calendar.day(date(_year(given, today, number, at), number, at))


def _slashes(given: dict[str, str], today: date) -> Span:
    """Day and month in whichever order; raises where both are possible."""
    one, two = int(given["one"]), int(given["two"])
    if one != two and one <= 12 and two <= 12:
        raise ValueError("the month or the day may stand first")
    return calendar.day(date(int(given["year"]), min(one, two), max(one, two)))


def _a_month(given: dict[str, str], today: date) -> Span:
    number = _month_number(given)
    return calendar.month(_year(given, today, number), number)


def _quarter(given: dict[str, str], today: date) -> Span:
    number = int(given["quarter"]) if "quarter" in given else _ORDINALS.index(given["ordinal"].lower()) + 1
    return calendar.months(_year(given, today), number * 3 - 2, 3)


def _half(given: dict[str, str], today: date) -> Span:
    number = int(given["half"]) if "half" in given else _ORDINALS.index(given["ordinal"].lower()) + 1
    return calendar.months(_year(given, today), number * 6 - 5, 6)


def _season(given: dict[str, str], today: date) -> Span:
    begins = _SEASONS[given["season"].lower()]
    return calendar.season(_year(given, today, begins), begins)


def _feast(given: dict[str, str], today: date) -> Span:
    month, day = _FEASTS[given["feast"].lower()]
    return calendar.day(date(_year(given, today, month, day), month, day))


def _lately(given: dict[str, str], today: date) -> Span:
    return Span(_back(_count(given), given["unit"].lower(), today), today)


def _ago(given: dict[str, str], today: date) -> Span:
    return calendar.day(_back(_count(given), given["unit"].lower(), today))


def _count(given: dict[str, str]) -> int:
    count = given.get("count", "one").lower()
    return int(count) if count.isdigit() else _COUNTS[count]


def _back(count: int, unit: str, today: date) -> date:
    if unit in ("day", "week"):
        return today - timedelta(days=count * (7 if unit == "week" else 1))
    months = count * (12 if unit == "year" else 1)
    return calendar.months_before(today, months if count else 6)


def _unit(given: dict[str, str], today: date) -> Span:
    last = given["which"].lower() in ("last", "previous")
    match given["unit"].lower():
        case "week":
            return calendar.week(today - DAY * 7 * last)
        case "month":
            at = calendar.months_before(today, int(last))
            return calendar.month(at.year, at.month)
        case "quarter":
            at = calendar.months_before(today, 3 * last)
            return calendar.months(at.year, (at.month - 1) // 3 * 3 + 1, 3)
        case _:
            return calendar.year(today.year - last)


def _weekday(given: dict[str, str], today: date) -> Span:
    return calendar.day(calendar.before(today, _WEEKDAYS.index(given["weekday"][:3].lower())))


def _relative(given: dict[str, str], today: date) -> Span:
    said = given["relative"].lower()
    return calendar.day(today - DAY * (2 if "before" in said else int(said == "yesterday")))


_SPANS: dict[str, Callable[[dict[str, str], date], Span]] = {
    "day": _a_day,
    "slashes": _slashes,
    "month": _a_month,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "feast": _feast,
    "lately": _lately,
    "unit": _unit,
    "ago": _ago,
    "half-year": lambda given, today: calendar.day(calendar.months_before(today, 6)),
    "weekday": _weekday,
    "relative": _relative,
    "year": lambda given, today: calendar.year(_year(given, today)),
}
