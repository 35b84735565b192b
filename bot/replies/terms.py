"""Clauses of licences in words: what each says to which question, and how two licences differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.facts.license import is_fsf_free, is_open_id, is_osi_approved
from bot.facts.model import NO_LICENSE, License, Term, TermName, TermValue, Unit
from bot.facts.terms import Direction, TermChange, differences
from bot.replies.reply import Field, Line, Link, Strong
from bot.replies.slugs import N_, TERMS
from bot.replies.words import Words

_ALLOWED: Mapping[TermValue, str] = {
    TermValue.FREE: N_("Allowed."),
    TermValue.REQUIRED: N_("Allowed, on a condition."),
    TermValue.LIMITED: N_("Allowed within limits."),
    TermValue.FORBIDDEN: N_("Not allowed."),
}
_VALUES: Mapping[tuple[TermName, TermValue], str] = {
    (TermName.THRESHOLD, TermValue.FREE): N_("No: the same terms for everybody."),
    (TermName.THRESHOLD, TermValue.REQUIRED): N_("It only adds a duty."),
    (TermName.THRESHOLD, TermValue.LIMITED): N_("Yes."),
    (TermName.THRESHOLD, TermValue.FORBIDDEN): N_("Yes."),
    (TermName.TERRITORY, TermValue.FREE): N_("Granted everywhere."),
    (TermName.TERRITORY, TermValue.REQUIRED): N_("Granted on a condition."),
    (TermName.TERRITORY, TermValue.LIMITED): N_("Not granted everywhere."),
    (TermName.TERRITORY, TermValue.FORBIDDEN): N_("Not granted everywhere."),
    (TermName.NAMING, TermValue.FREE): N_("No name is asked for."),
    (TermName.NAMING, TermValue.REQUIRED): N_("Derivatives or products carry a name."),
    (TermName.NAMING, TermValue.LIMITED): N_("Names are restricted."),
    (TermName.NAMING, TermValue.FORBIDDEN): N_("Names are restricted."),
    (TermName.ACCEPTABLE_USE, TermValue.FREE): N_("No use is excluded."),
    (TermName.ACCEPTABLE_USE, TermValue.REQUIRED): N_("Some uses are excluded."),
    (TermName.ACCEPTABLE_USE, TermValue.LIMITED): N_("Some uses are excluded."),
    (TermName.ACCEPTABLE_USE, TermValue.FORBIDDEN): N_("Some uses are excluded."),
    (TermName.ATTRIBUTION, TermValue.FREE): N_("No notice is asked for."),
    (TermName.ATTRIBUTION, TermValue.REQUIRED): N_("A notice is kept or shown."),
}
_UNITS: Mapping[Unit, str] = {
    Unit.MONTHLY_ACTIVE_USERS: N_("{amount} monthly active users"),
    Unit.USD_PER_YEAR: N_("{amount} US dollars a year"),
    Unit.USD_PER_MONTH: N_("{amount} US dollars a month"),
    Unit.EMPLOYEES: N_("{amount} employees"),
}
_DIRECTIONS: Mapping[Direction, str] = {
    Direction.STRICTER: N_("Stricter: {terms}."),
    Direction.LOOSER: N_("Looser: {terms}."),
    Direction.OTHERWISE: N_("On another condition: {terms}."),
    Direction.UNREAD: N_("Not comparable from our data: {terms}."),
}


def standing(id: str, words: Words) -> str:
    """Whether OSI approved the licence and the FSF calls it free, by the SPDX list."""
    osi, fsf = is_osi_approved(id), is_fsf_free(id)
    if osi and fsf:
        return words("OSI-approved and FSF-free")
    if osi:
        return words("OSI-approved; not on the FSF's list")
    if fsf:
        return words("FSF-free; not OSI-approved")
    if is_open_id(id):
        return words("an open licence for data or models; neither OSI-approved nor on the FSF's list")
    return words("neither OSI-approved nor FSF-free")


def fields(license: License, words: Words) -> Iterator[Field]:
    """One field a clause, in the order of :class:`TermName`, and the questions that nobody has read yet."""
    said = {term.name: term for term in license.terms}
    for name in TermName:
        if name in said:
            yield Field(_capital(words(TERMS[name])), _clause(said[name], words))
    unread = [words(TERMS[name]) for name in TermName if name not in said]
    if unread:
        yield Field(words("Not in our data"), (words.list(unread),))


def value(term: Term, words: Words) -> str:
    """What the clause says, in a short sentence."""
    return words(_VALUES.get((term.name, term.value), _ALLOWED[term.value]))


def threshold(term: Term, words: Words) -> str:
    """The amount of a threshold with its unit; empty where the licence gives none."""
    if term.amount is None or term.unit is None:
        return ""
    return words(_UNITS[term.unit], amount=words.number(term.amount))


def _clause(term: Term, words: Words) -> Line:
    line: list[str | Strong | Link] = [Strong(value(term, words))]
    if amount := threshold(term, words):
        line.append(words(" From {amount}.", amount=amount))
    if term.summary is not None:
        line += [" ", words.text(term.summary)]
    label = words("clause {section}", section=term.section) if term.section else words("clause")
    line += [" (", Link(label, term.url), ")"]
    return tuple(line)


def compared(before: License, after: License, words: Words) -> str:
    """How the later licence differs from the earlier one, in words."""
    changes = differences(before, after)
    said = [
        words(sentence, terms=words.list(_names(changes, direction, words)))
        for direction, sentence in _DIRECTIONS.items()
        if any(change.direction is direction for change in changes)
    ]
    decided = any(change.direction is not Direction.UNREAD for change in changes)
    if not decided:
        said.insert(0, words("No difference in the terms that were read."))
    return words.sentences(said)


def direction(before: str | None, after: str | None, licenses: Mapping[str, License], words: Words) -> Line:
    """Which of two licence expressions is the stricter, after what was said of the change."""
    if before == NO_LICENSE:
        return (words(" Looser: there was no licence before."),)
    first, second = licenses.get(before or ""), licenses.get(after or "")
    if first is None or second is None:
        return (words(" Not comparable from our data."),)
    return (" ", compared(first, second, words))


def _names(changes: Iterable[TermChange], direction: Direction, words: Words) -> Iterator[str]:
    return (words(TERMS[change.name]) for change in changes if change.direction is direction)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
