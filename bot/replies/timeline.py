"""A timeline: where each model stood on the day, then what had happened by it, newest last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.commands.line import replace
from bot.commands.open_ import Open
from bot.commands.timeline import Entry, Row, Timeline, TimelineAnswer
from bot.facts.lag import Pace
from bot.facts.names import SubjectKind
from bot.facts.promises import Outcome
from bot.replies import events, promises
from bot.replies import reply as tree
from bot.replies.open_ import headline
from bot.replies.reply import Block, Choice, Field, Fields, Level, Note, Reply, Strong
from bot.replies.slugs import license_name
from bot.replies.words import Words

NEXT = 4  # models offered as the next question: one row of buttons


def reply(answer: TimelineAnswer, command: Timeline, words: Words) -> Reply:
    """The timeline in words."""
    return Reply(
        title=words(
            "{name}: timeline as of {day}", name=answer.subject.name, day=words.date(answer.as_of.day)
        ),
        headline=_headline(answer, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, command, words)),
        level=Level.NEUTRAL,
        language=words.language,
    )


def _headline(answer: TimelineAnswer, words: Words) -> str:
    opened = [row.assessment.model.name for row in answer.rows if row.assessment.is_open]
    if not answer.rows:
        return words("Nothing in our data had happened by then.")
    if not opened:
        return words.count(
            "The one model in our data is not open.",
            "Of {n} models in our data none is open.",
            len(answer.rows),
        )
    if len(opened) <= NEXT:
        return words.count(
            "Of {n} model in our data open: {names}.",
            "Of {n} models in our data open: {names}.",
            len(answer.rows),
            names=words.list(opened),
        )
    return words.count(
        "Of {n} model in our data {opened} are open.",
        "Of {n} models in our data {opened} are open.",
        len(answer.rows),
        opened=words.number(len(opened)),
    )


def _blocks(answer: TimelineAnswer, words: Words) -> Iterator[Block]:
    opened = tuple(_row(row, answer, words) for row in answer.rows if row.assessment.is_open)
    others = tuple(_row(row, answer, words) for row in answer.rows if not row.assessment.is_open)
    if opened:
        yield Fields(words("Open"), opened)
    if others:
        yield Fields(words("Not open"), others)
    if answer.pace is not None:
        yield Note((_pace(answer.pace, answer, words),))
    if answer.maybe:
        yield tree.Timeline(words(events.MAYBE), tuple(_entry(each, answer, words) for each in answer.maybe))
    if answer.entries:
        entries = tuple(_entry(entry, answer, words) for entry in answer.entries)
        yield tree.Timeline(words("What happened"), entries)


def _entry(entry: Entry, answer: TimelineAnswer, words: Words) -> tree.Entry:
    whose = entry.model.name if entry.model and answer.subject.kind is not SubjectKind.MODEL else None
    return events.entry(entry.event, answer.licenses, words, whose)


def _row(row: Row, answer: TimelineAnswer, words: Words) -> Field:
    """Where one model stood: what it is, since when, its lag, or when it would have been due."""
    assessment = row.assessment
    line: list[str | Strong] = [Strong(words("{head}.", head=headline(assessment, words)))]
    parameters = assessment.status.parameters
    released = assessment.status.released
    if parameters.published and parameters.since is not None:
        license = license_name(parameters.license, answer.licenses, words)
        line.append(words(" {license}, since {day}.", license=license, day=words.date(parameters.since)))
    elif released is not None:
        line.append(words(" In use since {day}.", day=words.date(released.date)))
    if assessment.lag is not None:
        line.append(words(" Lag: {lag}.", lag=promises.lag(assessment.lag, words)))
    if row.due is not None:
        line.append(_due(row.due, answer.as_of.day, words))
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


def _pace(pace: Pace, answer: TimelineAnswer, words: Words) -> str:
    (maker,) = answer.organizations.values()
    return words.count(
        "Pace of {maker}: {days} from first public use to weights, on {n} model it has opened ({names}).",
        "Pace of {maker}: {days} from first public use to weights, the median of {n} models it has opened"
        " ({names}).",
        pace.count,
        maker=maker.name,
        days=words.count("{n} day", "{n} days", pace.days),
        names=_opened(pace, words),
    )


def _opened(pace: Pace, words: Words) -> str:
    names = [model.name for model, _ in pace.lags]
    if len(names) <= NEXT:
        return words.list(names)
    more = words.count("{n} more", "{n} more", len(names) - NEXT + 1)
    return words.list([*names[: NEXT - 1], more])


def _follow_ups(answer: TimelineAnswer, command: Timeline, words: Words) -> Iterator[Choice]:
    if command.as_of is not None:
        yield Choice(words("As of today"), replace(command, as_of=None))
    for row in answer.rows[-NEXT:]:
        model = row.assessment.model
        yield Choice(model.name, Open(model.id, command.as_of))
