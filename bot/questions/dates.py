"""The days that a sentence speaks of, in either language, against the day on which it is asked."""

from __future__ import annotations

from datetime import date

from bot.questions import dates_en, dates_ja
from bot.questions.calendar import When
from bot.questions.dates_ja import arabic

__all__ = ["arabic", "dates"]


def dates(text: str, today: date) -> list[When]:
    """Every date in the text, in its order, none inside another."""
    found = [*dates_en.find(text, today), *dates_ja.find(text, today)]
    kept: list[When] = []
    for each in sorted(found, key=lambda when: (when.start, -when.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif each.end - each.start > kept[-1].end - kept[-1].start:
            kept[-1] = each
    return kept
