"""The pace of makers in words: how their lags are spread, always with the number of models behind it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.commands.line import replace
from bot.commands.open_ import Open
from bot.commands.organization import OrganizationOf
from bot.commands.pace import MakersPace, PaceAnswer, PaceOf
from bot.facts.lag import Pace
from bot.replies import promises
from bot.replies.reply import Block, Choice, Field, Fields, Note, Reply
from bot.replies.standings import NAMED
from bot.replies.words import Words


def reply(answer: PaceAnswer, command: PaceOf, words: Words) -> Reply:
    """Of one model its lag, of a maker all its lags, of several makers how each spreads."""
    day = words.date(answer.as_of.day)
    if answer.subject is None:
        title = words("From first public use to the weights, as of {day}", day=day)
    else:
        title = words(
            "{name}: from first public use to the weights, as of {day}", name=answer.subject.name, day=day
        )
    return Reply(
        title=title,
        headline=_headline(answer, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, command, words))[:NAMED],
        language=words.language,
    )


def spread(pace: Pace, words: Words) -> str:
    """How the lags lie: how many are none, between which days the others, and the median of all."""
    if pace.immediate == pace.count:
        return words.count(
            "{n} model, its weights there from the first day.",
            "{n} models, all with their weights from the first day.",
            pace.count,
        )
    median = words.count("{n} day", "{n} days", pace.days)
    if pace.count == 1:
        return words("{lag}, on one model.", lag=median)
    span = _days(pace, words)
    if pace.immediate:
        others = words.count(
            "the other one after {span}",
            "the other {n} after {span}",
            pace.count - pace.immediate,
            span=span,
        )
        return words.count(
            "{n} model of {count} with its weights from the first day, {others}; the median of all is"
            " {median}.",
            "{n} models of {count} with their weights from the first day, {others}; the median of all is"
            " {median}.",
            pace.immediate,
            count=words.number(pace.count),
            others=others,
            median=median,
        )
    said = words.count(
        "{n} model: median {median}, all after {span}",
        "{n} models: median {median}, all after {span}",
        pace.count,
        median=median,
        span=span,
    )
    if pace.middle_half is None:
        return words("{said}.", said=said)
    first, third = map(words.number, pace.middle_half)
    return words("{said}, the middle half {first} to {third}.", said=said, first=first, third=third)


def _days(pace: Pace, words: Words) -> str:
    shortest, longest = pace.range
    if shortest == longest:
        return words.count("{n} day", "{n} days", longest)
    return words.count(
        "{shortest} to {n} day", "{shortest} to {n} days", longest, shortest=words.number(shortest)
    )


def _headline(answer: PaceAnswer, words: Words) -> str:
    if answer.model is not None:
        return _of_model(answer, words)
    if answer.overall is None:
        return words("None of its models in our data has been opened.")
    return _capital(spread(answer.overall, words))


def _of_model(answer: PaceAnswer, words: Words) -> str:
    assert answer.model is not None
    if answer.model.lag is not None:
        lag = promises.lag(answer.model.lag, words)
        return words("{model}: {lag}.", model=answer.model.model.name, lag=lag)
    if answer.due is None:
        return words("Its weights are not published: there is no lag yet.")
    day = words.span(*answer.due)
    if answer.due[1] <= answer.as_of.day:
        return words("Not opened. At its maker's own pace it would have been by {day}.", day=day)
    return words("Not opened yet. At its maker's own pace it would be by {day}.", day=day)


def _blocks(answer: PaceAnswer, words: Words) -> Iterator[Block]:
    if len(answer.makers) == 1:
        yield from _one_maker(answer.makers[0], answer, words)
    else:
        yield from _all_makers(answer, words)
    yield Note((words("Counted over opened models: one that is still closed has no lag and doesn't count."),))


def _all_makers(answer: PaceAnswer, words: Words) -> Iterator[Block]:
    paces = [(each.organization.name, each.pace) for each in answer.makers if each.pace is not None]
    slow = tuple(Field(name, (spread(pace, words),)) for name, pace in paces if pace.immediate < pace.count)
    if slow:
        yield Fields(words("Those that took time, slowest first"), slow)
    counted = [
        words("{name} ({n})", name=name, n=words.number(pace.count))
        for name, pace in paces
        if pace.immediate == pace.count
    ]
    if counted:
        yield Fields(
            words("Weights from the first day, always"),
            (Field(words("Maker (models)"), (words.list(counted),)),),
        )
    rest = [each.organization.name for each in answer.makers if each.pace is None]
    if rest:
        yield Note((words("No opened model in our data: {names}.", names=words.list(rest)),))


def _one_maker(maker: MakersPace, answer: PaceAnswer, words: Words) -> Iterator[Block]:
    if answer.model is not None and maker.pace is not None:
        line = (_capital(spread(maker.pace, words)),)
        yield Fields(words("Its maker's pace"), (Field(maker.organization.name, line),))
    if maker.pace is not None:
        fields = tuple(
            Field(model.name, (_capital(promises.lag(lag, words)),)) for model, lag in maker.pace.lags
        )
        yield Fields(words("Model by model, shortest lag first"), fields)
    if maker.closed:
        names = words.list(each.model.name for each in maker.closed)
        count = words.count(
            "In use and not open: {n} model ({names}).",
            "In use and not open: {n} models ({names}).",
            len(maker.closed),
            names=names,
        )
        yield Note((count,))


def _follow_ups(answer: PaceAnswer, command: PaceOf, words: Words) -> Iterator[Choice]:
    if command.as_of is not None:
        yield Choice(words("As of today"), replace(command, as_of=None))
    if answer.model is not None:
        model = answer.model.model
        yield Choice(model.name, Open(model.id, command.as_of))
    if len(answer.makers) == 1:
        (maker,) = answer.makers
        yield Choice(
            words("All of {maker}", maker=maker.organization.name),
            OrganizationOf(maker.organization.id, command.as_of),
        )
        yield Choice(words("All makers"), PaceOf(as_of=command.as_of))
    else:
        for each in answer.makers[:NAMED]:
            yield Choice(each.organization.name, PaceOf(each.organization.id, command.as_of))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
