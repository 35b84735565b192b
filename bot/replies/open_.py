"""The card of a model: what it is on the day, by which definition, which parts, since when, who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.commands.line import replace
from bot.commands.open_ import Assessment, Open, OpenAnswer
from bot.commands.timeline import Timeline as TimelineCommand
from bot.facts.headline import Headline
from bot.facts.model import Access, Component
from bot.facts.status import ComponentStatus, State, Status
from bot.replies import events, promises, verdicts
from bot.replies.reply import (
    Block,
    Choice,
    Field,
    Fields,
    Level,
    Line,
    Link,
    Note,
    Paragraph,
    Reply,
    Strong,
    Timeline,
)
from bot.replies.slugs import ACCESSES, CLAIMS, COMPONENTS, HEADLINES, STATES, license_name
from bot.replies.words import Words

LEVELS: Mapping[Headline, Level] = {
    Headline.OPEN_SOURCE: Level.OPEN,
    Headline.OPEN_WEIGHTS_OPEN_LICENSE: Level.OPEN,
    Headline.OPEN_WEIGHTS_RESTRICTED_LICENSE: Level.PARTLY,
    Headline.NOT_IN_OUR_DATA: Level.NEUTRAL,
}

_NOT_PUBLISHED = (State.WITHDRAWN, State.DESCRIBED, State.ABSENT, State.UNDISCLOSED, State.UNSAID)


def reply(answer: OpenAnswer, command: Open, words: Words) -> Reply:
    """The card, or the part of it that was asked about."""
    assessment = answer.assessment
    model = assessment.model
    return Reply(
        title=words(
            "{model} ({maker}), as of {day}",
            model=model.name,
            maker=answer.organization.name,
            day=words.date(answer.as_of.day),
        ),
        headline=one_line(answer, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=_follow_ups(answer, command, words),
        level=LEVELS.get(assessment.headline, Level.CLOSED),
        language=words.language,
    )


def headline(assessment: Assessment, words: Words) -> str:
    """The headline's words, as near to the case as our one line for it allows."""
    parameters = assessment.status.parameters
    if assessment.headline is Headline.CLOSED and parameters.access is Access.REQUEST:
        return words("Not open: weights on request only")
    if assessment.headline is Headline.NOT_IN_OUR_DATA and parameters.maybe:
        return words("Not certain for that day")
    if assessment.headline is Headline.ANNOUNCED:
        return words("Promised, not published") if assessment.promised else words("Announced, not published")
    return words(HEADLINES[assessment.headline])


def one_line(answer: OpenAnswer, words: Words) -> str:
    """One line that is true under every definition, with the licence and since when."""
    status = answer.assessment.status
    head = headline(answer.assessment, words)
    parameters = status.parameters
    if parameters.published and parameters.since is not None and parameters.event is not None:
        license = license_name(parameters.license, answer.licenses, words)
        since, licensed = words.date(parameters.since), words.date(parameters.event.date)
        if since == licensed:
            head = words("{head}: {license}, since {day}", head=head, license=license, day=since)
        else:
            head = words(
                "{head}: weights since {day}, {license} since {licensed}",
                head=head,
                day=since,
                license=license,
                licensed=licensed,
            )
        if parameters.access is Access.GATED:
            head = words("{head} ({access})", head=head, access=words(ACCESSES[Access.GATED]))
    elif parameters.state is State.WITHDRAWN and parameters.since is not None:
        head = words("{head} on {day}", head=head, day=words.date(parameters.since))
    return words("{head}.", head=head)


def _blocks(answer: OpenAnswer, words: Words) -> Iterator[Block]:
    if answer.component is not None:
        yield _one_component(answer, answer.component, words)
    yield from _maybe(answer, words)
    if answer.component is None and answer.definition is None:
        yield from _claims(answer, words)
    if answer.component is None:
        yield _definitions(answer, words)
        if answer.definition is None:
            yield from _parts(answer, words)
    if answer.definition is None:
        yield from _promises(answer, words)
        yield from _lag(answer, words)
        yield from _timeline(answer, words)
    yield Note((_last_checked(answer, words),))


def _claims(answer: OpenAnswer, words: Words) -> Iterator[Block]:
    """The word its maker uses, beside what the definitions say."""
    for claim, event in dict(answer.assessment.status.claims).items():
        sentence = words(
            "{maker} calls it “{claim}” ({day}).",
            maker=answer.organization.name,
            claim=words(CLAIMS[claim]),
            day=words.date(event.date),
        )
        yield Paragraph((sentence,))


def _maybe(answer: OpenAnswer, words: Words) -> Iterator[Block]:
    entries = tuple(events.entry(each, answer.licenses, words) for each in answer.assessment.status.maybe)
    if entries:
        yield Timeline(words(events.MAYBE), entries)


def _definitions(answer: OpenAnswer, words: Words) -> Block:
    asked = [
        each
        for each in answer.assessment.verdicts
        if answer.definition is None or each.definition == answer.definition
    ]
    brief = answer.definition is None
    fields = tuple(verdicts.field(each, answer.licenses, words, brief=brief) for each in asked)
    return Fields(words("What each definition says"), fields)


def _parts(answer: OpenAnswer, words: Words) -> Iterator[Block]:
    status = answer.assessment.status
    fields = [
        Field(_capital(words(COMPONENTS[each.component])), _had(each, answer, words))
        for each in status.components.values()
        if each.state is State.PUBLISHED
    ]
    if fields:
        yield Fields(words("What can be had"), tuple(fields))
    missing = [
        Field(words(STATES[state]), (_named(status, state, words),))
        for state in (*_NOT_PUBLISHED, State.NOT_RECORDED)
        if any(each.state is state for each in status.components.values())
    ]
    if missing:
        yield Fields(words("What can't"), tuple(missing))


def _had(part: ComponentStatus, answer: OpenAnswer, words: Words) -> Line:
    """How a part is had: licence, access, since when, and where."""
    line: list[str | Strong | Link] = []
    for offer in part.offers:
        if line:
            line.append("; ")
        line.append(Strong(license_name(offer.license, answer.licenses, words)))
        if offer.variants:
            line.append(words(" for {variants}", variants=words.list(offer.variants)))
        if offer.access is not None and offer.access is not Access.PUBLIC:
            line.append(words(", {access}", access=words(ACCESSES[offer.access])))
        if offer.url is not None:
            line += [", ", Link(words("where"), offer.url)]
    if part.since is not None:
        line.append(words(", since {day}", day=words.date(part.since)))
    return tuple(line)


def _named(status: Status, state: State, words: Words) -> str:
    return words.list(
        words(COMPONENTS[each.component]) for each in status.components.values() if each.state is state
    )


def _one_component(answer: OpenAnswer, component: Component, words: Words) -> Block:
    part = answer.assessment.status[component]
    name = _capital(words(COMPONENTS[component]))
    if part.state is State.PUBLISHED:
        return Fields(words(STATES[part.state]), (Field(name, _had(part, answer, words)),))
    line: Line = (Strong(words("{state}.", state=words(STATES[part.state]))),)
    if part.finding is not None:
        line += (" ", words.text(part.finding.summary))
    return Fields(words("The part asked about"), (Field(name, line),))


def _promises(answer: OpenAnswer, words: Words) -> Iterator[Block]:
    found = [
        each
        for each in answer.assessment.promises
        if answer.component is None or answer.component is each.event.component
    ]
    if found:
        yield Fields(words("Promises"), tuple(promises.field(each, words) for each in found))


def _lag(answer: OpenAnswer, words: Words) -> Iterator[Block]:
    lag = answer.assessment.lag
    if lag is None or answer.component not in (None, Component.PARAMETERS_FINAL):
        return
    if lag.exact and lag.longest == 0:
        first = words.date(lag.first_use.date)
        yield Paragraph(
            (words("The weights were there from the first day of public use ({first}).", first=first),)
        )
    else:
        yield Paragraph(
            (
                words(
                    "From first public use ({first}) to the weights ({published}): {lag}.",
                    first=words.date(lag.first_use.date),
                    published=words.date(lag.published.date),
                    lag=promises.lag(lag, words),
                ),
            )
        )


def _timeline(answer: OpenAnswer, words: Words) -> Iterator[Block]:
    shown = [
        event
        for event in answer.assessment.status.timeline
        if answer.component is None or answer.component in event.components
    ]
    if shown:
        entries = tuple(events.entry(event, answer.licenses, words) for event in shown)
        yield Timeline(words("Timeline"), entries)


def _last_checked(answer: OpenAnswer, words: Words) -> str:
    checked = answer.assessment.last_checked
    if checked is None:
        return words("No source of this entry has been re-read yet.")
    return words("Sources last checked on {day}.", day=words.date(checked))


def _follow_ups(answer: OpenAnswer, command: Open, words: Words) -> tuple[Choice, ...]:
    """The next likely questions."""
    model = answer.assessment.model
    choices = [
        Choice(
            words("All of {maker}", maker=answer.organization.name), TimelineCommand(answer.organization.id)
        )
    ]
    if answer.component is not None or answer.definition is not None:
        choices.insert(0, Choice(words("The whole card"), Open(model.id, command.as_of)))
    if command.as_of is not None:
        choices.insert(0, Choice(words("As of today"), replace(command, as_of=None)))
    return tuple(choices)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
