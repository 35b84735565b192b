"""Which of our models an entry of a catalogue is about; who made it; which licence a name means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.catalogues.entry import Entry
from bot.facts.license import unknown_parts
from bot.facts.model import Model, Organization, Pack
from bot.facts.names import Found, Match, NameIndex, SubjectKind, entries

_MODEL = frozenset({SubjectKind.MODEL})
_ORGANIZATION = frozenset({SubjectKind.ORGANIZATION})
_LICENSE = frozenset({SubjectKind.LICENSE})
_NO_SLUG = re.compile(r"[^a-z0-9.]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """The entry is about a model that we have, or about a ``new`` one of a maker that we have."""

    model: Model
    new: bool = False


@dataclass(frozen=True, slots=True)
class Unplaced:
    """The entry is about no model that we know; ``resold`` where it only says who else serves one."""

    reason: str
    resold: bool = False


class Matcher:
    """Places entries in a pack. A name alone counts only where the maker fits, too: doubt closes."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._names = NameIndex(entries(pack))
        self._organizations = {each.id: each for each in pack.organizations}
        self._licenses = {each.id: each for each in pack.licenses}

    def place(self, entry: Entry) -> Placed | Unplaced:
        """The model that is meant, a new one, or why there is none."""
        maker = self._maker(entry.maker)
        found = self._model(entry)
        if entry.resold and (maker is None or not self._own(entry, maker, found)):
            return Unplaced(f"{entry.maker} serves it, and isn't known to have made it", resold=True)
        if isinstance(found, Unplaced):
            return found
        if found is not None:
            if maker is not None and maker.id != found.organization:
                return Unplaced(f"it is called like {found.id}, which isn't of {maker.name}")
            if maker is None and not self._by_address(entry):
                return Unplaced(f"it is called like {found.id}, but its maker {entry.maker!r} isn't known")
            return Placed(found)
        if maker is None:
            return Unplaced(f"its maker {entry.maker!r} isn't known")
        return self._newcomer(entry, maker)

    def license(self, written: str) -> str | None:
        """The licence that a name means, as SPDX or one of ours; None where that isn't sure."""
        match = self._names.find(written, _LICENSE)
        if match.found is Found.EXACT:
            return match.subjects[0].id
        return None if any(unknown_parts(written, self._licenses.keys())) else written

    def _own(self, entry: Entry, maker: Organization, found: object) -> bool:
        """Whether who serves the model made it: by our model, and by the owner in its address."""
        owners = {each.split("/")[0] for each in entry.addresses if "://" not in each}
        makers = {found.organization} if isinstance(found, Model) else set()
        makers |= {each.id for each in map(self._maker, owners) if each is not None}
        return makers == {maker.id}

    def license_name(self, id: str) -> str:
        """What people call the licence, where we have a name for it that is no id of SPDX."""
        return self._licenses[id].name if id.startswith("LicenseRef-") else id

    def _maker(self, name: str) -> Organization | None:
        match = self._names.find(name, _ORGANIZATION) if name else Match(Found.UNKNOWN)
        return self._organizations[match.subjects[0].id] if match.found is Found.EXACT else None

    def _by_address(self, entry: Entry) -> str | None:
        matches = (self._names.find(each, _MODEL) for each in entry.addresses)
        return next((each.subjects[0].id for each in matches if each.found is Found.EXACT), None)

    def _model(self, entry: Entry) -> Model | Unplaced | None:
        """The model, None where the name is a new one, or why neither is sure."""
        at = self._by_address(entry)
        named = self._names.find(entry.name, _MODEL)
        if at is not None:
            if named.found is Found.EXACT and named.subjects[0].id != at:
                return Unplaced(f"its address is that of {at}, its name that of {named.subjects[0].id}")
            return self._pack.model(at)
        match named.found:
            case Found.EXACT:
                return self._pack.model(named.subjects[0].id)
            case Found.AMBIGUOUS:
                return Unplaced("it may be " + _several(named))
            case Found.NEAR:
                return Unplaced("it comes near " + _several(named))
        return None

    def _newcomer(self, entry: Entry, maker: Organization) -> Placed | Unplaced:
        id = _NO_SLUG.sub("-", entry.name.lower()).strip("-.")
        taken = {each.id for each in self._pack.models} | self._organizations.keys()
        if not id or id in taken:
            return Unplaced(f"no id can be made of its name {entry.name!r}")
        hubs = [each for each in entry.addresses if each.startswith("https://huggingface.co/")]
        pages = tuple(dict.fromkeys("/".join(each.split("/")[:5]) for each in hubs if each.count("/") >= 4))
        return Placed(Model(id, entry.name, maker.id, repositories=pages), new=True)


def _several(match: Match) -> str:
    return ", ".join(each.id for each in match.subjects[:3])
