"""Models side by side without any columns: for each question, who answers what, and who alone has what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.commands.compare import Compare, CompareAnswer
from bot.commands.license import LicenseOf
from bot.commands.line import replace
from bot.commands.open_ import Open, OpenAnswer
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Component, Term
from bot.facts.status import State
from bot.replies import promises, terms
from bot.replies.open_ import headline, one_line
from bot.replies.reply import Block, Choice, Field, Fields, Note, Reply
from bot.replies.slugs import COMPONENTS, DEFINITIONS, STATES, TERMS
from bot.replies.verdicts import VERDICTS
from bot.replies.words import Words

NEXT = 4  # follow-ups: one row of buttons


def reply(answer: CompareAnswer, command: Compare, words: Words) -> Reply:
    """What each is, then what differs: parts, licence terms, definitions, time."""
    names = words.list(_name(side) for side in answer.sides)
    return Reply(
        title=words("{names} compared, as of {day}", names=names, day=words.date(answer.as_of.day)),
        headline=_each(answer, lambda side: _head(side, words), words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, command, words))[:NEXT],
        language=words.language,
    )


def _blocks(answer: CompareAnswer, words: Words) -> Iterator[Block]:
    lines = tuple(Field(_named(side, words), (one_line(side, words),)) for side in answer.sides)
    yield Fields(words("Each in one line"), lines)
    parts = tuple(_parts(answer, words))
    if parts:
        yield Fields(words("What can be had"), parts)
    clauses = tuple(_terms(answer, words))
    if clauses:
        yield Fields(words("What the licences of the weights say"), clauses)
    yield Fields(words("By each definition"), tuple(_verdicts(answer, words)))
    lag = _each(answer, lambda side: _lag(side, words), words)
    yield Fields(words("From first public use to the weights"), (Field(words("Lag"), (lag,)),))
    if clauses:
        yield Note((words("What the licences say, not legal advice: /license shows the clauses."),))


def _parts(answer: CompareAnswer, words: Words) -> Iterator[Field]:
    """The parts that only some have, with what is known of the others; then those that all have."""
    together: dict[tuple[str, ...], list[Component]] = {}
    for component, having in answer.published.items():
        together.setdefault(having, []).append(component)
    shared = together.pop(tuple(side.assessment.model.id for side in answer.sides), [])
    for having, components in together.items():
        those = [side for side in answer.sides if side.assessment.model.id in having]
        others = [side for side in answer.sides if side.assessment.model.id not in having]
        name = words("As far as our data says, of {names} only", names=words.list(map(_name, those)))
        line = words.list(_part(component, others, words) for component in components)
        yield Field(name, (line,))
    if shared:
        yield Field(words("Of all of them"), (words.list(words(COMPONENTS[each]) for each in shared),))


def _part(component: Component, others: list[OpenAnswer], words: Words) -> str:
    """A part, and what is known of it where it can't be had, if anything is."""
    states = {
        _name(side): words(STATES[side.assessment.status[component].state])
        for side in others
        if side.assessment.status[component].state not in (State.NOT_RECORDED, State.PUBLISHED)
    }
    part = words(COMPONENTS[component])
    if not states:
        return part
    said = words("; ").join(
        words("{model}: {said}", model=name, said=state) for name, state in states.items()
    )
    return words("{part} ({said})", part=part, said=said)


def _terms(answer: CompareAnswer, words: Words) -> Iterator[Field]:
    alike = []
    for name, said in answer.terms.items():
        values = {_value(term, words) for _, term in said}
        if len(values) == 1 and len(said) > 1:
            alike.append(words(TERMS[name]))
            continue
        line = words.sentences(
            words("{model}: {said}", model=_name(side), said=_value(term, words)) for side, term in said
        )
        yield Field(_capital(words(TERMS[name])), (line,))
    if alike:
        yield Field(words("Alike"), (words.list(alike),))


def _value(term: Term | None, words: Words) -> str:
    if term is None:
        return words("Not in our data.")
    said = terms.value(term, words)
    amount = terms.threshold(term, words)
    return words("{said} From {amount}.", said=said, amount=amount) if amount else said


def _verdicts(answer: CompareAnswer, words: Words) -> Iterator[Field]:
    for definition in DefinitionId:
        yield Field(words(DEFINITIONS[definition]), (_verdict(definition, answer, words),))


def _verdict(definition: DefinitionId, answer: CompareAnswer, words: Words) -> str:
    def say(side: OpenAnswer) -> str:
        found = next(each for each in side.assessment.verdicts if each.definition is definition)
        return words(VERDICTS[definition, found.verdict])

    return _each(answer, say, words)


def _lag(side: OpenAnswer, words: Words) -> str:
    if side.assessment.lag is None:
        return words("Not opened.")
    return words("{lag}.", lag=_capital(promises.lag(side.assessment.lag, words)))


def _each(answer: CompareAnswer, say: Callable[[OpenAnswer], str], words: Words) -> str:
    """What is to be said of each model, those of which the same is said together."""
    said: dict[str, list[str]] = {}
    for side in answer.sides:
        said.setdefault(say(side), []).append(_name(side))
    if len(said) == 1:
        (sentence,) = said
        if len(answer.sides) == 2:
            return words("Both: {said}", said=sentence)
        return words("All: {said}", said=sentence)
    return words.sentences(
        words("{model}: {said}", model=words.list(names), said=sentence) for sentence, names in said.items()
    )


def _follow_ups(answer: CompareAnswer, command: Compare, words: Words) -> Iterator[Choice]:
    if command.as_of is not None:
        yield Choice(words("As of today"), replace(command, as_of=None))
    for side in answer.sides:
        yield Choice(_name(side), Open(side.assessment.model.id, command.as_of))
    for side in answer.sides:
        yield Choice(words("Licence of {model}", model=_name(side)), LicenseOf(side.assessment.model.id))


def _head(side: OpenAnswer, words: Words) -> str:
    return words("{head}.", head=headline(side.assessment, words))


def _named(side: OpenAnswer, words: Words) -> str:
    return words("{model} ({maker})", model=_name(side), maker=side.organization.name)


def _name(side: OpenAnswer) -> str:
    return side.assessment.model.name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
