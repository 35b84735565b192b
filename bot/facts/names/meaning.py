"""Which model a name means, by rules over its words. Nothing here is a guess.

A name is looked up as it is written, else by its core with what stands beside it: a size, a variant or a
date leads to its own entry where there is one, else to the model that it is a size, variant or date of.
Any other word makes another model. Where several models are left, all of them are.
"""

from __future__ import annotations

import re

from bot.facts.names.address import ELSEWHERE, Address, address
from bot.facts.names.choice import Choice, Meant, meant_by
from bot.facts.names.lexicon import Lexicon, path
from bot.facts.names.makers import Makers, carries
from bot.facts.names.spelling import NOTHING_BESIDE, Speller, Spelling, is_word, joined, key, loose, read
from bot.facts.names.subject import Found
from bot.facts.names.vocabulary import PLACE, REGIONS

LONGEST_MAKER = 3  # words of a maker's name in front of a model's: "Allen Institute for AI" isn't written so

FIRST_REVISION = "-v1"  # behind a maker's name: "anthropic.claude-opus-4-6-v1", "amazon/nova-lite-v1"
LAST_WORDS = 2  # that may be one too many: "qwen3-coder-plus" comes near to Qwen3-Coder
_POINTLESS = re.compile(r"(?<![0-9.])([1-9])([0-9])(?![0-9.]|[a-z])")


class Meaning:
    """Finds the models that names mean in a lexicon."""

    def __init__(self, lexicon: Lexicon, speller: Speller, makers: Makers) -> None:
        self._lexicon = lexicon
        self._speller = speller
        self._makers = makers
        self._choice = Choice(lexicon)

    def of(self, text: str) -> Meant | None:
        """What the name or address means, or None where nothing is known by it."""
        where = address(text.strip(" \t\n<>`\"'")) if "/" in text or ":" in text else None
        return self.of_words(self._speller.plain(text)) if where is None else self._of_address(where)

    def _of_address(self, where: Address) -> Meant | None:
        if where == ELSEWHERE:
            return None
        look = path(where)
        if where.site != "code" and look in self._lexicon.weights:
            return meant_by(self._lexicon.weights[look])
        words = self._speller.plain(where.name)
        if look in self._lexicon.code:
            return self._of_code(self._lexicon.code[look], key(words))
        if where.shelf:
            return None
        if where.site == "code" and not where.owner:
            return None
        meant = self.of_words(words) or self.of_words(words.removesuffix(FIRST_REVISION))
        owner = key(where.owner.lower())
        if meant is None:
            return self.of_words(self._speller.plain(f"{where.owner} {where.name}")) if owner else None
        return self._owned(meant, owner) if owner and not _is_place(where.owner) else meant

    def _of_code(self, models: list[str], look: str) -> Meant:
        """A repository of code, which several models can share: those of its name first."""
        return meant_by((*(each for each in self._lexicon.names.get(look, ()) if each in models), *models))

    def _owned(self, meant: Meant, owner: str) -> Meant:
        """Whoever isn't the maker may have made something else of it under the same name."""
        made = tuple(each for each in meant.models if self._makers.made(owner, each))
        if made == meant.models:
            return meant
        return Meant(meant.found, made) if made and meant.found is Found.AMBIGUOUS else meant.near()

    def _made(self, maker: str, meant: Meant) -> bool:
        return all(self._makers.made(maker, each) for each in meant.models)

    def of_words(self, plain: str) -> Meant | None:
        """What a plain spelling without an address means."""
        meant = self._listed(key(plain)) or self._spelled(_anywhere(read(plain)))
        if meant is None and plain.endswith(FIRST_REVISION) and "." in plain.partition("-")[0]:
            return self.of_words(plain.removesuffix(FIRST_REVISION))
        return meant

    def nearly(self, plain: str) -> Meant | None:
        """What would be meant with points in its versions (``gpt-52``), or without its last words."""
        meant = self.of_words(_POINTLESS.sub(r"\1.\2", plain)) or self._without_last_words(read(plain))
        return meant.near() if meant else None

    def _without_last_words(self, spelling: Spelling) -> Meant | None:
        """What would be meant without one or two words at the end, where they are no versions."""
        for words in range(1, min(LAST_WORDS, len(spelling.core) - 1) + 1):
            if not is_word(spelling.core[-words]):
                return None
            meant = self._spelled(Spelling(spelling.core[:-words], spelling.beside))
            if meant is not None:
                return meant
        return None

    def _listed(self, look: str) -> Meant | None:
        lexicon = self._lexicon
        named = lexicon.names.get(look) or lexicon.tails.get(look) or []
        family = lexicon.families.get(look)
        if family is None:
            return meant_by(named) if named else None
        subject, members = family
        of_that_id = [each for each in named if key(each) == look]
        if len(of_that_id) == 1:
            return Meant(Found.EXACT, (of_that_id[0],), subject)
        models = tuple(dict.fromkeys((*members, *named)))
        return Meant(Found.EXACT if len(models) == 1 else Found.AMBIGUOUS, models, subject)

    def _spelled(self, spelling: Spelling) -> Meant | None:
        core = joined(spelling.core)
        named = self._lexicon.cores.get(core) or self._lexicon.loose.get(loose(spelling.core))
        meant = self._choice.of(named, spelling) if named else None
        if meant is None and spelling.beside != NOTHING_BESIDE:
            family = self._listed(core)
            meant = family if family is None or family.found is Found.AMBIGUOUS else family.near()
        return meant or self._behind_maker(spelling) or self._shortened(spelling)

    def _behind_maker(self, spelling: Spelling) -> Meant | None:
        """What stands behind a maker's or a host's name: ``xAI Grok 2``, ``us.meta.llama3-3-70b``."""
        near = None
        for length in range(min(LONGEST_MAKER, len(spelling.core) - 1), 0, -1):
            maker = joined(spelling.core[:length])
            rest = Spelling(spelling.core[length:], spelling.beside)
            if self._makers.known(maker):
                listed = self._listed(joined(rest.core)) if rest.beside == NOTHING_BESIDE else None
                meant = listed or self._spelled(rest)
                if meant is None or (meant.found is Found.NEAR and not self._made(maker, meant)):
                    continue
                owned = self._owned(meant, maker)
                if owned.found is not Found.NEAR:
                    return owned
                near = near or owned
        return near

    def _shortened(self, spelling: Spelling) -> Meant | None:
        """A name that leaves out a word of longer ones: ask which, and don't take the only one for it."""
        if len(spelling.core) < 2:  # "LLM" is short for nothing
            return None
        look = loose(spelling.core)
        models = list(
            dict.fromkeys(self._lexicon.longer.get(look) or self._lexicon.nicknames.get(look) or ())
        )
        if not models:
            return None
        siblings = self._lexicon.siblings(models[0], models)
        several = look in self._lexicon.longer and len(siblings) == len(models) > 1
        return Meant(Found.AMBIGUOUS if several else Found.NEAR, tuple(models))


def _anywhere(spelling: Spelling) -> Spelling:
    """The spelling without a cloud's region in front."""
    if spelling.core[:1] and spelling.core[0] in REGIONS:
        return Spelling(spelling.core[1:], spelling.beside)
    return spelling


def _is_place(segment: str) -> bool:
    """Whether a path's segment is a region, a plan or the like, and nobody's name."""
    return PLACE.fullmatch(segment.lower()) is not None or carries(key(segment.lower()))
