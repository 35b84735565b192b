"""The names of everything that can be asked about, in memory."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from bot.facts.names.address import address
from bot.facts.names.choice import Meant
from bot.facts.names.completion import Completion
from bot.facts.names.lexicon import Lexicon
from bot.facts.names.makers import Makers
from bot.facts.names.meaning import Meaning
from bot.facts.names.near import LIMIT, Nearby
from bot.facts.names.sentence import Sentences
from bot.facts.names.spelling import Speller, joined, key, read
from bot.facts.names.subject import Entry, Found, Match, Mention, Subject, SubjectKind

ALL = frozenset(SubjectKind)
LONGEST = 400  # letters of a name or an address: nothing longer is one
_KATAKANA_NAME = re.compile("[ァ-ヺー・]+")
_LICENSE_WORDS = re.compile(
    r"\b(?:licen[sc]e(?:ref|d)?|agreement|version|the|v(?=[0-9]))\b|ライセンス(?:契約)?"
)
_POINT_ZERO = re.compile(r"\.0(?![0-9])")


class NameIndex:
    """Finds subjects by name. Built once: some seconds for 100,000 names; a look-up takes microseconds."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        entries = tuple(entries)
        self._entries = {(each.subject.kind, each.subject.id): each for each in entries}
        self._speller = Speller(_katakana(entries))
        self._lexicon = Lexicon(entries, self._speller)
        self._makers = Makers(entries, self._speller)
        self._meaning = Meaning(self._lexicon, self._speller, self._makers)
        self._licenses: defaultdict[str, list[str]] = defaultdict(list)
        for each in entries:
            if each.subject.kind is SubjectKind.LICENSE:
                for look in dict.fromkeys(map(self._license_key, each.names)):
                    self._licenses[look].append(each.subject.id)
        self._near = {
            SubjectKind.MODEL: Nearby(self._lexicon.cores),
            SubjectKind.FAMILY: Nearby(self._lexicon.families),
            SubjectKind.ORGANIZATION: Nearby(self._makers.names),
            SubjectKind.LICENSE: Nearby(self._licenses),
        }
        self._completion = Completion(entries, self._speller)
        self._sentences = Sentences(self.known, self.find, self._speller, self._beginnings())

    def find(self, text: str, kinds: Collection[SubjectKind] = ALL) -> Match:
        """What the name means among those kinds.

        Where models are asked for, a bare family name means the choice of its models; so does an
        organization's where only models are asked for.
        """
        if len(text) > LONGEST:
            return Match(Found.UNKNOWN)
        meant = self._meaning.of(text)
        return self._known(text, meant, kinds) or self._nearest(text, meant, kinds)

    def known(self, text: str, kinds: Collection[SubjectKind]) -> Match | None:
        """Like :meth:`find`, but None where nothing is meant for sure."""
        return self._known(text, self._meaning.of(text), kinds) if len(text) <= LONGEST else None

    def complete(self, text: str, kinds: Collection[SubjectKind] = ALL, limit: int = 25) -> list[Subject]:
        """What a half-typed name can become, best first. Without any text, the first of the entries."""
        found = self._completion.find(text[:LONGEST], kinds, limit)
        return found or list(self.find(text, kinds).subjects[:limit])

    def mentions(self, text: str, kinds: Collection[SubjectKind] = ALL) -> list[Mention]:
        """The names in a sentence, in its order: the longest at each place, none inside another."""
        return list(self._sentences.mentions(text, kinds))

    # --- what is known -------------------------------------------------------------------------------------

    def _known(self, text: str, meant: Meant | None, kinds: Collection[SubjectKind]) -> Match | None:
        family = meant.family if meant else None
        subjects: list[Subject] = []
        if SubjectKind.MODEL not in kinds:
            subjects += [family] if family and SubjectKind.FAMILY in kinds else []
        elif meant is not None and meant.found is not Found.NEAR:
            subjects += self._subjects(SubjectKind.MODEL, meant.models)
        if not subjects or meant is None or meant.found is not Found.EXACT:
            subjects += self._others(text, kinds, bool(subjects))
        if not subjects:
            return None
        return Match(Found.EXACT if len(subjects) == 1 else Found.AMBIGUOUS, tuple(subjects), family)

    def _others(self, text: str, kinds: Collection[SubjectKind], models: bool) -> list[Subject]:
        found: list[Subject] = []
        if SubjectKind.ORGANIZATION in kinds:
            found += self._subjects(SubjectKind.ORGANIZATION, self._makers_of(text))
        elif SubjectKind.MODEL in kinds and not models:
            for maker in self._makers_of(text):
                found += self._subjects(SubjectKind.MODEL, self._members(SubjectKind.ORGANIZATION, maker))
        if SubjectKind.LICENSE in kinds and not models:
            found += self._subjects(SubjectKind.LICENSE, self._licenses.get(self._license_key(text), ()))
        return found

    def _makers_of(self, text: str) -> list[str]:
        where = address(text) if "/" in text else None
        if where is None:
            return self._makers.names.get(key(self._speller.plain(text)), [])
        return self._makers.of(key(where.name.lower())) if where.site and not where.owner else []

    # --- what comes near -----------------------------------------------------------------------------------

    def _nearest(self, text: str, meant: Meant | None, kinds: Collection[SubjectKind]) -> Match:
        plain = self._speller.plain(text)
        if SubjectKind.MODEL in kinds:
            meant = meant or self._meaning.nearly(plain)
            if meant is not None:
                return Match(Found.NEAR, tuple(self._subjects(SubjectKind.MODEL, meant.models[:LIMIT])))
        core = joined(read(plain).core)
        found: dict[Subject, int] = {}
        for kind in kinds:
            look = self._license_key(text) if kind is SubjectKind.LICENSE else core
            for slips, near in self._near[kind].find(look):
                for subject in self._subjects(kind, self._ids(kind, near)):
                    found[subject] = min(slips, found.get(subject, slips))
        best = sorted(found, key=found.__getitem__)[:LIMIT]
        return Match(Found.NEAR, tuple(best)) if best else Match(Found.UNKNOWN)

    def _ids(self, kind: SubjectKind, look: str) -> Iterable[str]:
        match kind:
            case SubjectKind.MODEL:
                return dict.fromkeys(each.model for each in self._lexicon.cores[look])
            case SubjectKind.FAMILY:
                return [self._lexicon.families[look][0].id]
            case SubjectKind.ORGANIZATION:
                return self._makers.names[look]
            case SubjectKind.LICENSE:
                return self._licenses[look]

    # --- entries -------------------------------------------------------------------------------------------

    def _subjects(self, kind: SubjectKind, ids: Iterable[str]) -> list[Subject]:
        return [self._entries[kind, id].subject for id in ids]

    def _members(self, kind: SubjectKind, id: str) -> tuple[str, ...]:
        return self._entries[kind, id].members

    def _license_key(self, text: str) -> str:
        words = self._speller.plain(text).replace("_", " ")
        return _POINT_ZERO.sub("", key(_LICENSE_WORDS.sub(" ", words)))

    def _beginnings(self) -> Iterable[str]:
        lexicon = self._lexicon
        for names in (lexicon.names, lexicon.tails, lexicon.families, self._makers.names, self._licenses):
            yield from names


def _katakana(entries: Iterable[Entry]) -> dict[str, str]:
    """How names are written in katakana, from the families' aliases: with it ``グロック・2`` is Grok 2.

    An organization counts where it has a family's name. An alias that goes on from a shorter one says
    more than the name, and a spelling of several names says nothing: neither counts.
    """
    written: defaultdict[str, set[str]] = defaultdict(set)
    families = {key(_plain(each.subject.name)) for each in entries if each.subject.kind is SubjectKind.FAMILY}
    for each in entries:
        name = _plain(each.subject.name)
        if each.subject.kind in (SubjectKind.FAMILY, SubjectKind.ORGANIZATION) and key(name) in families:
            aliases = [alias.replace("・", "") for alias in filter(_KATAKANA_NAME.fullmatch, each.names)]
            for alias in aliases:
                if not any(alias != other and alias.startswith(other) for other in aliases):
                    written[alias].add(name)
    return {alias: min(names) for alias, names in written.items() if len({*map(key, names)}) == 1}


def _plain(name: str) -> str:
    return Speller({}).plain(name)
