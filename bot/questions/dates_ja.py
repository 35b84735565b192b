"""Dates in Japanese: 2025年2月26日, 令和7年2月, 去年の夏, 先月末, 3か月前, 月曜から."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.questions import calendar
from bot.questions.calendar import DAY, Relation, Span, When

_ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "r": 2018,
    "h": 1988,
    "s": 1925,
}  # the year before the first
_YEARS = {
    "今年": 0, "本年": 0, "ことし": 0, "昨年": 1, "去年": 1, "前年": 1, "きょねん": 1, "一昨年": 2, "おととし": 2,
}  # fmt: skip
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_WEEKDAYS = "月火水木金土日"
_MONTHS_AGO = {"今月": 0, "当月": 0, "先月": 1, "前月": 1, "先々月": 2}
_WEEKS_AGO = {"今週": 0, "先週": 1, "前週": 1, "先々週": 2}
_DAYS_AGO = {
    "今日": 0, "本日": 0, "きょう": 0, "昨日": 1, "きのう": 1, "前日": 1, "一昨日": 2, "おととい": 2, "おとつい": 2,
}  # fmt: skip
_UNITS = {"日": 1, "週": 7, "週間": 7}
_DIGITS = {each: str(at) for at, each in enumerate("〇一二三四五六七八九")} | {"零": "0", "元": "1"}
_KANJI_NUMBER = re.compile(
    r"[〇零一二三四五六七八九十]+(?=年|月(?!曜)|日(?!本)|か月|ヶ月|カ月|ヵ月|ケ月|箇月|週間)"
)

_YEAR = (
    r"(?:(?P<era>令和|平成|昭和|\b[rhs])(?P<in_era>[0-9]{1,2}|元)(?:年度?|[./](?=[0-9]))|(?P<year>[12][0-9]{3})年度?"
    rf"|(?P<said>{'|'.join(_YEARS)}))"
)
_PART = (
    r"(?:の?(?P<part>末|終わり|おわり|初め|はじめ|頭|初頭|上旬|中旬|下旬|前半|後半|上半期|下半期|半ば|中頃))?"
)
_RELATION = (
    r"(?:の?(?P<relation>以降|以後|以来|から|より(?:後|あと)|(?:の)?(?:後|あと)(?=に|、|の|で)|まで|迄|以前|より前"
    r"|(?:の)?前(?=に|の|、|は|ま)))?"
)
_ENDING = _PART + _RELATION
_UNIT = r"(?P<unit>日|週間?|[かヶカヵケ箇ヵ]月|年)間?"

_FORMS: tuple[tuple[str, str], ...] = (
    (
        r"(?P<era>\b[rhs])(?P<in_era>[0-9]{1,2})[./](?P<month>1[0-2]|0?[1-9])(?:[./](?P<day>[0-3]?[0-9]))?",
        "date",
    ),
    (rf"{_YEAR}の?(?P<month>1[0-2]|0?[1-9])[月./](?:の?(?P<day>[0-3]?[0-9])日?)?", "date"),
    (rf"{_YEAR}の?(?P<season>[春夏秋冬])", "season"),
    (rf"{_YEAR}の?(?P<feast>クリスマス(?:イブ|イヴ)?|大晦日|元日|元旦|正月)", "feast"),
    (rf"{_YEAR}の?第?(?P<quarter>[1-4])四半期", "quarter"),
    (rf"{_YEAR}", "year"),
    (r"(?P<year>[12][0-9]{3})[-/.](?P<month>[01]?[0-9])(?:[-/.](?P<day>[0-3]?[0-9]))?(?![0-9])", "date"),
    (rf"(?:ここ|過去|直近|この|最近|ここ最近)の?(?P<count>[0-9]+){_UNIT}", "lately"),
    (rf"(?P<count>[0-9]+|半){_UNIT}(?:ほど|くらい|ぐらい)?前", "ago"),
    (rf"(?P<week>{'|'.join(_WEEKS_AGO)})の?(?:(?P<weekday>[{_WEEKDAYS}])曜日?)?", "week"),
    (rf"(?P<weekday>[{_WEEKDAYS}])曜日?", "weekday"),
    (rf"(?P<month_said>{'|'.join(_MONTHS_AGO)})の?(?:(?P<day>[0-3]?[0-9])日)?", "month"),
    (rf"(?P<day_said>{'|'.join(_DAYS_AGO)})", "relative"),
    (r"(?<![0-9年])(?P<month>1[0-2]|0?[1-9])月(?![間])(?:の?(?P<day>[0-3]?[0-9])日)?", "date"),
    (
        r"(?<![0-9/.])(?P<month>1[0-2]|0?[1-9])/(?P<day>[0-3]?[0-9])(?=以降|から|時点|まで|以前|の時点)",
        "date",
    ),
    (r"(?P<season>[春夏秋冬])(?=頃|ごろ|の時点|時点|に|から|以降)", "season"),
    (r"(?P<feast>クリスマス(?:イブ|イヴ)?|大晦日|元日|元旦)", "feast"),
    (r"年末", "year-end"),
)
_COMPILED = tuple((re.compile(body + _ENDING, re.IGNORECASE), kind) for body, kind in _FORMS)
_RELATIONS = {
    "以降": Relation.SINCE, "以後": Relation.SINCE, "以来": Relation.SINCE, "から": Relation.SINCE,
    "まで": Relation.UNTIL, "迄": Relation.UNTIL, "以前": Relation.UNTIL,
    "より前": Relation.BEFORE, "前": Relation.BEFORE, "の前": Relation.BEFORE,
}  # fmt: skip


def arabic(text: str) -> str:
    """The text with the numbers of dates in digits: 二〇二四年三月 is 2024年3月."""
    return _KANJI_NUMBER.sub(lambda found: _number(found[0]), text)


def _number(kanji: str) -> str:
    if "十" not in kanji:
        return "".join(_DIGITS[each] for each in kanji)
    tens, _, ones = kanji.partition("十")
    return str(int(_number(tens) if tens else "1") * 10 + int(_number(ones) if ones else "0"))


def find(text: str, today: date) -> Iterator[When]:
    """The dates in a text that :func:`arabic` has made, none inside another."""
    taken: list[tuple[int, int]] = []
    for form, kind in _COMPILED:
        for match in form.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            given = {name: value for name, value in match.groupdict().items() if value}
            try:
                span = _SPANS[kind](given, today)
            except ValueError:  # no day of the calendar
                continue
            taken.append(match.span())
            yield When(match.start(), match.end(), _part(span, given), _relation(kind, given))


def _relation(kind: str, given: dict[str, str]) -> Relation:
    said = given.get("relation", "")
    if not said:
        return Relation.SINCE if kind == "lately" else Relation.AT
    return _RELATIONS.get(said, Relation.AFTER)


def _part(span: Span, given: dict[str, str]) -> Span:
    middle = span.first + (span.last - span.first) / 2
    match given.get("part", ""):
        case "末" | "終わり" | "おわり" | "下旬":
            return span.closing
        case "初め" | "はじめ" | "頭" | "初頭":
            return span.opening
        case "前半" | "上半期" | "半ば" | "中頃" | "中旬":
            return Span(span.first, middle)
        case "上旬":
            return Span(span.first, span.first + DAY * 9)
        case "後半" | "下半期":
            return Span(middle + DAY, span.last)
        case _:
            return span


def _year(given: dict[str, str], today: date, month: int = 1, day: int = 1) -> int:
    """The year written or said, or that of the latest such day."""
    if "era" in given:
        return _ERAS[given["era"].lower()] + (1 if given["in_era"] == "元" else int(given["in_era"]))
    if "said" in given:
        return today.year - _YEARS[given["said"]]
    if "year" in given:
        return int(given["year"])
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _date(given: dict[str, str], today: date) -> Span:
    number, at = int(given["month"]), int(given.get("day", 0))
    if at:
        return calendar.day(date(_year(given, today, number, at), number, at))
    return calendar.month(_year(given, today, number), number)


def _season(given: dict[str, str], today: date) -> Span:
    begins = _SEASONS[given["season"]]
    return calendar.season(_year(given, today, begins), begins)


def _feast(given: dict[str, str], today: date) -> Span:
    said = given["feast"]
    month, at = (1, 1) if said[0] in "元正" else (12, 31 if said == "大晦日" else 24 if len(said) > 5 else 25)
    return calendar.day(date(_year(given, today, month, at), month, at))


def _back(given: dict[str, str], today: date) -> date:
    unit, count = given["unit"], given["count"]
    if unit in _UNITS:
        return today - timedelta(days=int(count.replace("半", "0")) * _UNITS[unit])
    if unit == "年":
        return calendar.months_before(today, 6 if count == "半" else int(count) * 12)
    return calendar.months_before(today, int(count.replace("半", "0")))


def _week(given: dict[str, str], today: date) -> Span:
    span = calendar.week(today - DAY * 7 * _WEEKS_AGO[given["week"]])
    return calendar.day(span.first + DAY * _WEEKDAYS.index(given["weekday"])) if "weekday" in given else span


def _month(given: dict[str, str], today: date) -> Span:
    at = calendar.months_before(today, _MONTHS_AGO[given["month_said"]])
    if "day" in given:
        return calendar.day(date(at.year, at.month, int(given["day"])))
    return calendar.month(at.year, at.month)


_SPANS: dict[str, Callable[[dict[str, str], date], Span]] = {
    "date": _date,
    "season": _season,
    "feast": _feast,
    "quarter": lambda given, today: calendar.months(_year(given, today), int(given["quarter"]) * 3 - 2, 3),
    "year": lambda given, today: calendar.year(_year(given, today)),
    "lately": lambda given, today: Span(_back(given, today), today),
    "ago": lambda given, today: calendar.day(_back(given, today)),
    "week": _week,
    "weekday": lambda given, today: calendar.day(calendar.before(today, _WEEKDAYS.index(given["weekday"]))),
    "month": _month,
    "relative": lambda given, today: calendar.day(today - DAY * _DAYS_AGO[given["day_said"]]),
    "year-end": lambda given, today: calendar.year(today.year - 1).closing,
}
