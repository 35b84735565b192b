"""The day that a typed date means: ``2025-02-26``, or the last day of ``2025-02`` or ``2025``."""

from __future__ import annotations

import unicodedata
from datetime import date

from bot.errors import BadInput, Mistake
from bot.facts.date import PartialDate


def read_day(text: str, today: date, argument: str = "as_of", *, first: bool = False) -> date:
    """The day, no later than ``today``. Raises :class:`BadInput` on what is no date or lies ahead.

    A month or a year means its end, or today while it lasts: "as of 2025" is how things stood after it.
    ``first``: it means its beginning, as "since 2025" does.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("/", "-").replace(".", "-")
    try:
        when = PartialDate.parse(_padded(plain))
    except ValueError:
        raise BadInput(Mistake.NOT_A_DAY, argument, text) from None
    if when.earliest > today:
        raise BadInput(Mistake.FUTURE_DAY, argument, text)
    return when.earliest if first else min(when.latest, today)


def _padded(text: str) -> str:
    return "-".join(part.zfill(2) for part in text.split("-"))
