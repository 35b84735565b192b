"""Who made which model: an owner in front of a name has to be its maker, a host, or nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.facts.names.address import address
from bot.facts.names.spelling import PARENTHESIS, Speller, key
from bot.facts.names.subject import Entry, SubjectKind
from bot.facts.names.vocabulary import HOSTS, PACKERS, REGIONS


class Makers:
    """The makers of models by their names, and by the owners of their models' repositories."""

    def __init__(self, entries: Iterable[Entry], speller: Speller) -> None:
        entries = tuple(entries)
        self.names: defaultdict[str, list[str]] = defaultdict(list)
        self._owners: defaultdict[str, list[str]] = defaultdict(list)
        self._models: defaultdict[str, set[str]] = defaultdict(set)
        of: defaultdict[str, list[str]] = defaultdict(list)
        for each in entries:
            if each.subject.kind is SubjectKind.ORGANIZATION:
                for name in (*each.names, PARENTHESIS.sub("", each.subject.name)):
                    _add(self.names[key(speller.plain(name))], each.subject.id)
                for model in each.members:
                    self._models[each.subject.id].add(model)
                    of[model].append(each.subject.id)
        for each in entries:
            if each.subject.kind is SubjectKind.MODEL and each.subject.id in of:
                for owner in filter(None, map(_owner, each.names)):
                    for maker in of[each.subject.id]:
                        _add(self._owners[owner], maker)
            elif each.subject.kind is SubjectKind.FAMILY:  # "gemini/gemini-2.5-pro"
                for name in each.names:
                    for maker in (maker for model in each.members for maker in of.get(model, ())):
                        _add(self._owners[key(speller.plain(name))], maker)

    def of(self, owner: str) -> list[str]:
        """The ids of the makers that have this name, or repositories under it."""
        return self.names.get(owner) or self._owners.get(owner) or []

    def known(self, owner: str) -> bool:
        """Whether a maker or a host has this name."""
        return bool(self.of(owner)) or carries(owner)

    def made(self, owner: str, model: str) -> bool:
        """Whether the model is the owner's, or the owner passes on models unchanged."""
        makers = (*self.names.get(owner, ()), *self._owners.get(owner, ()))
        return carries(owner) or any(model in self._models[maker] for maker in makers)


def carries(owner: str) -> bool:
    """Whether the owner serves or republishes other people's models: it says nothing about which."""
    return owner in HOSTS or owner in PACKERS or owner in REGIONS


def _owner(name: str) -> str:
    where = address(name) if "/" in name else None
    return key(where.owner.lower()) if where is not None else ""


def _add(items: list[str], item: str) -> None:
    if item not in items:
        items.append(item)
