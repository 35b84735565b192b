"""The tables that model and family names are looked up in, made once from the entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from bot.facts.names.address import Address, address
from bot.facts.names.spelling import (
    NOTHING_BESIDE,
    PARENTHESIS,
    Beside,
    Speller,
    Spelling,
    is_word,
    joined,
    key,
    loose,
    read,
)
from bot.facts.names.subject import Entry, Subject, SubjectKind

SHORTEST_TAIL = 4  # of a repository's name that is a model's name without its owner: "K2" is several makers'

T = TypeVar("T")

Shorthand = tuple[str, Spelling, str]  # an alias as looked up, what it says, and its model


@dataclass(frozen=True, slots=True)
class Named:
    """A model, and what one of its names says beside the name proper."""

    model: str
    beside: Beside


class Lexicon:
    """Names to models and families. Keys are made by :func:`bot.facts.names.spelling.key` and its like."""

    def __init__(self, entries: Iterable[Entry], speller: Speller) -> None:
        self._speller = speller
        self.names: dict[str, list[str]] = {}  # ids, names and aliases
        self.tails: dict[str, list[str]] = {}  # repositories' names without their owners
        self.weights: dict[str, list[str]] = {}  # repositories of weights, by owner/name
        self.code: dict[str, list[str]] = {}  # repositories of code, which models often share
        self.families: dict[str, tuple[Subject, list[str]]] = {}
        self.cores: dict[str, list[Named]] = {}
        self.loose: dict[str, list[Named]] = {}
        self.longer: defaultdict[str, list[str]] = defaultdict(list)  # by loose key: models with a word more
        self.nicknames: defaultdict[str, list[str]] = defaultdict(list)  # models by all but their first word
        self.own: defaultdict[str, set[str]] = defaultdict(set)  # the keys of a model's id and name
        self.own_loose: defaultdict[str, set[str]] = defaultdict(set)
        self.sizes: defaultdict[str, set[str]] = defaultdict(set)  # all sizes that a model's names say
        self.sized: set[str] = set()  # models whose id or name says a size: another size isn't theirs
        self._family: defaultdict[str, set[str]] = defaultdict(set)
        shorthands: list[Shorthand] = []
        for each in entries:
            if each.subject.kind is SubjectKind.FAMILY:
                self._add_family(each)
            elif each.subject.kind is SubjectKind.MODEL:
                shorthands += self._add_model(each)
        for shorthand in shorthands:
            self._share(shorthand)

    def siblings(self, model: str, others: Iterable[str]) -> list[str]:
        """Those of the others that share a family with the model, itself included."""
        return [each for each in others if each == model or self._family[each] & self._family[model]]

    def _add_family(self, entry: Entry) -> None:
        for model in entry.members:
            self._family[model].add(entry.subject.id)
        for name in entry.names:
            look = key(self._speller.plain(name))
            if look and entry.members:
                _, members = self.families.setdefault(look, (entry.subject, []))
                members += (each for each in entry.members if each not in members)

    def _add_model(self, entry: Entry) -> Iterator[Shorthand]:
        subject = entry.subject
        for name in dict.fromkeys((subject.id, subject.name, *entry.names)):
            where = address(name) if "/" in name else None
            if where is not None:
                self._add_address(where, subject.id)
                continue
            for written in dict.fromkeys((name, PARENTHESIS.sub("", name))):
                yield from self._add_name(written, subject.id, name in (subject.id, subject.name))

    def _add_name(self, name: str, model: str, own: bool) -> Iterator[Shorthand]:
        plain = self._speller.plain(name)
        look, spelling = key(plain), read(plain)
        if not look:
            return
        _add(self.names, look, model)
        if "(" in name:  # what is said there isn't the name proper
            self.sizes[model] |= spelling.beside.sizes
            return
        self._add_spelling(spelling, model)
        for shorter in _shorter(spelling.core):
            self.longer[shorter].append(model)
        if _is_nickname(spelling.core[1:]):
            self.nicknames[loose(spelling.core[1:])].append(model)
        if own:
            self.own[model] |= {look, joined(spelling.core)}
            self.own_loose[model].add(loose(spelling.core))
            if spelling.beside.sizes:
                self.sized.add(model)
        elif spelling.beside == NOTHING_BESIDE:
            yield look, spelling, model

    def _add_address(self, where: Address, model: str) -> None:
        _add(self.code if where.site == "code" else self.weights, path(where), model)
        plain = self._speller.plain(where.name)
        look = key(plain)
        if where.owner and where.site != "code" and not where.shelf and len(look) >= SHORTEST_TAIL:
            _add(self.tails, look, model)
            self._add_spelling(read(plain), model)

    def _add_spelling(self, spelling: Spelling, model: str) -> None:
        named = Named(model, spelling.beside)
        _add(self.cores, joined(spelling.core), named)
        if any(map(is_word, spelling.core)):  # "V3" without its order is any 3
            _add(self.loose, loose(spelling.core), named)
        self.sizes[model] |= spelling.beside.sizes

    def _share(self, shorthand: Shorthand) -> None:
        """Give an alias to all models of the family that have longer names: "Llama 4" means any Llama 4."""
        look, spelling, model = shorthand
        longer = self.longer.get(loose(spelling.core), ())
        if model in longer and not self.own[model] & {look, joined(spelling.core)}:
            for other in self.siblings(model, dict.fromkeys(longer)):
                _add(self.names, look, other)
                self._add_spelling(spelling, other)


def path(where: Address) -> str:
    """The key of an address: the shelf of its site, its owner and its name."""
    return "/".join(filter(None, (where.shelf, key(where.owner.lower()), key(where.name.lower()))))


def _shorter(core: tuple[str, ...]) -> Iterator[str]:
    """The loose keys of the core with one of its words left out, but not the first."""
    for at, token in enumerate(core):
        if at and is_word(token):
            yield loose(core[:at] + core[at + 1 :])


def _is_nickname(core: tuple[str, ...]) -> bool:
    """Whether a word and a version are there: "Haiku 4.5", and not "mini" or "3.5"."""
    return any(map(is_word, core)) and not all(map(is_word, core))


def _add(table: dict[str, list[T]], look: str, item: T) -> None:
    items = table.setdefault(look, [])
    if item not in items:
        items.append(item)
