"""Where models stood on a day, in words: lines that timelines and overviews share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.commands.timeline import Row
from bot.facts.lag import Pace
from bot.facts.model import License
from bot.facts.promises import Outcome
from bot.replies import promises
from bot.replies.open_ import headline
from bot.replies.reply import Field, Strong
from bot.replies.slugs import license_name
from bot.replies.words import Words

NAMED = 4  # models listed by name in a sentence; of more it says the number


def counted(rows: Sequence[Row], words: Words) -> str:
    """How many of the models are open, by name where they are few."""
    opened = [row.assessment.model.name for row in rows if row.assessment.is_open]
    if not rows:
        return words("Nothing in our data had happened by then.")
    if not opened:
        return words.count(
            "The one model in our data is not open.",
            "Of {n} models in our data none is open.",
            len(rows),
        )
    if len(opened) <= NAMED:
        return words.count(
            "Of {n} model in our data open: {names}.",
            "Of {n} models in our data open: {names}.",
            len(rows),
            names=words.list(opened),
        )
    return words.count(
        "Of {n} model in our data {opened} are open.",
        "Of {n} models in our data {opened} are open.",
        len(rows),
        opened=words.number(len(opened)),
    )


def field(row: Row, licenses: Mapping[str, License], day: date, words: Words) -> Field:
    """Where one model stood: what it is, since when, its lag, or when it would have been due."""
    assessment = row.assessment
    line: list[str | Strong] = [Strong(words("{head}.", head=headline(assessment, words)))]
    parameters = assessment.status.parameters
    released = assessment.status.released
    if parameters.published and parameters.since is not None:
        license = license_name(parameters.license, licenses, words)
        line.append(words(" {license}, since {day}.", license=license, day=words.date(parameters.since)))
    elif released is not None:
        line.append(words(" In use since {day}.", day=words.date(released.date)))
    if assessment.lag is not None:
        line.append(words(" Lag: {lag}.", lag=promises.lag(assessment.lag, words)))
    if row.due is not None:
        line.append(_due(row.due, day, words))
    waiting = [each for each in assessment.promises if each.deed is None]
    if waiting:
        # Of several promises the overdue one says most; else the latest.
        telling = max(waiting, key=lambda each: (each.outcome is Outcome.OVERDUE, each.event.date.order))
        line.append(words(" Promise: {outcome}", outcome=promises.outcome(telling, words)))
    return Field(assessment.model.name, tuple(line))


def _due(due: tuple[date, date], day: date, words: Words) -> str:
    span = words.span(*due)
    if due[1] <= day:
        return words(" At its maker's own pace due: {day}.", day=span)
    return words(" At its maker's own pace due in the future: {day}.", day=span)


def pace(pace: Pace, maker: str, words: Words) -> str:
    """The maker's median lag, always with how many models it rests on."""
    return words.count(
        "Pace of {maker}: {days} from first public use to weights, on {n} model it has opened ({names}).",
        "Pace of {maker}: {days} from first public use to weights, the median of {n} models it has opened"
        " ({names}).",
        pace.count,
        maker=maker,
        days=words.count("{n} day", "{n} days", pace.days),
        names=_opened(pace, words),
    )


def _opened(pace: Pace, words: Words) -> str:
    names = [model.name for model, _ in pace.lags]
    if len(names) <= NAMED:
        return words.list(names)
    more = words.count("{n} more", "{n} more", len(names) - NAMED + 1)
    return words.list([*names[: NAMED - 1], more])
