"""Promises and lags in words: all that were made, or as a part of another answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.commands.line import replace
from bot.commands.open_ import Open
from bot.commands.organization import OrganizationOf
from bot.commands.promises import Promised, Promises, PromisesAnswer
from bot.facts.lag import Lag
from bot.facts.model import Wording
from bot.facts.promises import Outcome, PromiseStatus, Shortfall
from bot.replies import events
from bot.replies.reply import Block, Choice, Entry, Field, Line, Note, Reply, Strong, Timeline
from bot.replies.slugs import N_, OUTCOMES
from bot.replies.words import Words

_SHORTFALLS = {
    Shortfall.STRICTER_LICENSE: N_("under a stricter licence than promised"),
    Shortfall.NOT_FOR_ALL: N_("for some sizes or variants only"),
    Shortfall.ON_REQUEST: N_("on request only"),
}


NEXT = 4  # follow-ups: one row of buttons


def reply(answer: PromisesAnswer, command: Promises, words: Words) -> Reply:
    """The promises, oldest first, each with what became of it and who says so."""
    day = words.date(answer.as_of.day)
    if answer.subject is None:
        title = words("Promises, as of {day}", day=day)
    else:
        title = words("{name}: promises, as of {day}", name=answer.subject.name, day=day)
    return Reply(
        title=title,
        headline=_summary(answer, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, command, words))[:NEXT],
        language=words.language,
    )


def _summary(answer: PromisesAnswer, words: Words) -> str:
    """How many promises there are in each state."""
    total = sum(answer.counts.values())
    if not total:
        return words("No promise is in our data.")
    counts = words.list(
        words("{outcome}: {n}", outcome=words(OUTCOMES[outcome]), n=words.number(answer.counts[outcome]))
        for outcome in Outcome
        if answer.counts[outcome]
    )
    return words.count(
        "{n} promise in our data. {counts}.", "{n} promises in our data. {counts}.", total, counts=counts
    )


def _blocks(answer: PromisesAnswer, words: Words) -> Iterator[Block]:
    entries = tuple(_entry(each, answer, words) for each in answer.promises)
    if entries:
        title = words(OUTCOMES[answer.state]) if answer.state is not None else words("Oldest first")
        yield Timeline(title, entries)
    elif answer.state is not None and answer.counts:
        yield Note((words("None of them is in this state: {state}.", state=words(OUTCOMES[answer.state])),))
    if any(each.status.days_late or each.status.days_overdue for each in answer.promises):
        yield Note((words("Days late or overdue are counted from the latest reading of the words."),))


def _entry(each: Promised, answer: PromisesAnswer, words: Words) -> Entry:
    """The words of a promise with its sources, and what became of it in front."""
    status = each.status
    said = events.entry(status.event, answer.licenses, words)
    name = each.model.name if each.model is not None else each.organization.name
    line: Line = (
        Strong(words("{name}: ", name=name)),
        Strong(outcome(status, words)),
        " ",
        *said.line,
        *_condition(status, words),
        words(" Said by {by}.", by=status.promise.by),
    )
    return Entry(said.date, line, said.sources, said.id)


def _follow_ups(answer: PromisesAnswer, command: Promises, words: Words) -> Iterator[Choice]:
    if command.as_of is not None:
        yield Choice(words("As of today"), replace(command, as_of=None))
    if command.state is not None:
        yield Choice(words("Every state"), replace(command, state=None))
    if command.state is None and answer.counts[Outcome.OVERDUE] and len(answer.promises) > 1:
        yield Choice(words("Overdue ones"), replace(command, state=Outcome.OVERDUE))
    models = {each.model.id: each.model for each in reversed(answer.promises) if each.model is not None}
    makers = {each.organization.id: each.organization for each in answer.promises}
    if len(makers) == 1:
        (maker,) = makers.values()
        yield Choice(words("All of {maker}", maker=maker.name), OrganizationOf(maker.id, command.as_of))
    for model in models.values():
        yield Choice(model.name, Open(model.id, command.as_of))


def field(promise: PromiseStatus, words: Words) -> Field:
    """A promise with what became of it: who, when, what was said, and the outcome."""
    name = words("{by}, {date}", by=promise.promise.by, date=words.date(promise.event.date))
    line: Line = (Strong(outcome(promise, words)), " ", words.text(promise.event.summary))
    return Field(name, line + _condition(promise, words))


def outcome(promise: PromiseStatus, words: Words) -> str:
    """The outcome in one sentence, days counted from the latest reading of the promise's words."""
    name = words(OUTCOMES[promise.outcome])
    match promise.outcome:
        case Outcome.KEPT | Outcome.KEPT_IN_PART:
            return _kept(promise, name, words)
        case Outcome.OVERDUE:
            return _overdue(promise, words)
        case Outcome.PENDING if promise.promise.latest is not None:
            return words("Pending, due {due}.", due=due(promise, words))
        case _:
            return words("{outcome}.", outcome=name)


def due(promise: PromiseStatus, words: Words) -> str:
    """The due day as precise as the words were."""
    said = promise.promise
    if said.due is not None and said.wording is Wording.ABOUT:
        return words("about {day}", day=words.date(said.due))
    if said.wording is Wording.WITHIN and said.latest is not None:
        return words("by {day}", day=words.date(said.latest))
    if said.due is not None:
        return words.date(said.due)
    return words.date(said.latest) if said.latest is not None else ""


def _kept(promise: PromiseStatus, name: str, words: Words) -> str:
    assert promise.deed is not None
    parts = [words("{outcome} on {day}", outcome=name, day=words.date(promise.deed.date))]
    if promise.days_late:
        parts.append(words.count("{n} day late", "{n} days late", promise.days_late))
    elif promise.days_late == 0:
        parts.append(words("in time"))
    parts += [words(_SHORTFALLS[each]) for each in promise.shortfalls]
    return words("{parts}.", parts=words(", ").join(parts))


def _overdue(promise: PromiseStatus, words: Words) -> str:
    days = words.count("{n} day overdue", "{n} days overdue", promise.days_overdue or 0)
    latest = promise.promise.latest
    assert latest is not None
    if promise.promise.wording is Wording.ABOUT:
        return words(
            "{days}: due {due}, at the latest reading {latest}.",
            days=days[:1].upper() + days[1:],
            due=due(promise, words),
            latest=words.date(latest),
        )
    return words("{days}: due {due}.", days=days[:1].upper() + days[1:], due=due(promise, words))


def _condition(promise: PromiseStatus, words: Words) -> Line:
    condition = promise.promise.condition
    if condition is None:
        return ()
    waits = words(" Condition: {condition}", condition=words.text(condition))
    if promise.met is not None:
        return (waits, words(" (came true on {day}).", day=words.date(promise.met.date)))
    if promise.outcome is Outcome.CONDITIONAL:
        return (waits, words(" (not yet, as far as our data says)."))
    return (waits, words("."))


def lag(lag: Lag, words: Words) -> str:
    """How long the weights took, in the words and in days."""
    if lag.exact and lag.longest == 0:
        return words("none: the weights were there from the first day")
    if lag.exact:
        days = words.count("{n} day", "{n} days", lag.shortest)
        return words("{calendar} ({days})", calendar=calendar(lag.calendar, words), days=days)
    return words.count(
        "between {shortest} and {n} day: the sources don't give both days",
        "between {shortest} and {n} days: the sources don't give both days",
        lag.longest,
        shortest=words.number(lag.shortest),
    )


def calendar(parts: tuple[int, int, int], words: Words) -> str:
    """Years, months and days as people count them, zeros left out."""
    years, months, days = parts
    named = [
        words.count("{n} year", "{n} years", years) if years else "",
        words.count("{n} month", "{n} months", months) if months else "",
        words.count("{n} day", "{n} days", days) if days else "",
    ]
    return words.list([each for each in named if each], "unit")
