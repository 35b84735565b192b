"""Which of the models of one core is meant, by what stands beside it: a size, a mode, a stage, a date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.facts.names.lexicon import Lexicon, Named
from bot.facts.names.spelling import NOTHING_BESIDE, Spelling, is_word, joined, key, loose
from bot.facts.names.subject import Found, Subject

_UNDATED: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meant:
    """The models that a name means, or that it comes near to, and the family whose bare name it is."""

    found: Found
    models: tuple[str, ...]
    family: Subject | None = None

    def near(self) -> Meant:
        """The same models as a mere suggestion."""
        return Meant(Found.NEAR, self.models)


def meant_by(models: Iterable[str]) -> Meant:
    """The one model, or the choice between several."""
    each = tuple(dict.fromkeys(models))
    return Meant(Found.EXACT if len(each) == 1 else Found.AMBIGUOUS, each)


class Choice:
    """Chooses by rules.

    What a name says and an entry doesn't falls to the entry, as far as nothing speaks against it: an entry
    of another size, of a mode or a stage of its own, or other entries of the same name with dates.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, named: list[Named], spelling: Spelling) -> Meant | None:
        """What is meant among the models of the spelling's core.

        None where it is a family's name, and nothing beside it says which of the family; or part of an
        alias that needs its date.
        """
        asked = spelling.beside
        unsized = [each for each in named if not each.beside.sizes]
        bare = any(each.beside.dates in (_UNDATED, asked.dates) for each in unsized)
        if self._is_bare_family(named, joined(spelling.core)):
            left = [each for each in named if each.beside.sizes & asked.sizes or _of_date(each, asked.dates)]
            if not left:
                return None
        elif asked.sizes:
            left = self._of_size(named, asked.sizes)
        else:
            left = unsized if bare else self._with_longer(named, spelling)
        fitting = _saying(left, asked.mode, lambda each: each.beside.mode)
        fitting = _saying(fitting, asked.stage, lambda each: each.beside.stage)
        if not fitting or _is_vague(spelling, fitting):
            return meant_by(each.model for each in fitting or left or named).near()
        if not self._are_called(fitting, spelling):
            return None
        if not (asked.sizes or asked.dates or bare):
            return meant_by(each.model for each in fitting)
        fitting = _saying(fitting, asked.tuning, lambda each: each.beside.tuning) or fitting
        return _dated(fitting, asked.dates, [each for each in named if _of_date(each, asked.dates)])

    def _is_bare_family(self, named: list[Named], core: str) -> bool:
        return core in self._lexicon.families and not any(key(each.model) == core for each in named)

    def _are_called(self, named: list[Named], spelling: Spelling) -> bool:
        """Whether the name alone, or its size, says which: an alias "V3-0324" doesn't say what V3 is."""
        asked, own = spelling.beside, self._lexicon.own_loose
        several = len({each.model for each in named}) > 1
        return several or any(
            not each.beside.dates
            or asked.dates
            or each.beside.sizes & asked.sizes
            or loose(spelling.core) in own[each.model]
            for each in named
        )

    def _of_size(self, named: list[Named], sizes: frozenset[str]) -> list[Named]:
        """Those of the size, else those that come in any, and longer names that are known to come in it."""
        same = [each for each in named if each.beside.sizes & sizes]
        if same:
            return same
        unsized = [each for each in named if each.model not in self._lexicon.sized]
        models = dict.fromkeys(each.model for each in unsized)
        longer = [other for model in models for other in self._longer_of_size(model, sizes)]
        return unsized + _bare(longer)

    def _longer_of_size(self, model: str, sizes: frozenset[str]) -> Iterable[str]:
        """``deepseek-r1:14b`` may be a distill: R1 isn't known to come in sizes, DeepSeek-R1-Distill is."""
        lexicon = self._lexicon
        known = lexicon.sizes[model]
        if known & sizes:
            return
        for look in lexicon.own_loose[model]:
            for other in lexicon.siblings(model, lexicon.longer.get(look, ())):
                if lexicon.sizes[other] & sizes or (lexicon.sizes[other] and not known):
                    yield other

    def _with_longer(self, named: list[Named], spelling: Spelling) -> list[Named]:
        """All of them, and longer names where only sizes or dates are known by the shorter one.

        An alias "Llama 4 2T" of one model doesn't say which one "Llama 4" is.
        """
        if any(joined(spelling.core) in self._lexicon.own[each.model] for each in named):
            return named
        longer = self._lexicon.longer.get(loose(spelling.core), ())
        return named + _bare(self._lexicon.siblings(named[0].model, longer))


def _is_vague(spelling: Spelling, named: list[Named]) -> bool:
    """Whether it asks for the newest, or a preview, of a name without a version, and nothing is called so."""
    asked = spelling.beside
    versioned = asked.dates or not all(map(is_word, spelling.core))
    return bool(asked.stage) and not versioned and all(each.beside.stage != asked.stage for each in named)


def _saying(
    named: list[Named], words: frozenset[str], said: Callable[[Named], frozenset[str]]
) -> list[Named]:
    """Those that say the same words; where none does, those that say nothing."""
    return [each for each in named if said(each) == words] or [each for each in named if not said(each)]


def _of_date(named: Named, dates: frozenset[str]) -> bool:
    return bool(dates) and named.beside.dates == dates


def _dated(named: list[Named], dates: frozenset[str], elsewhere: list[Named]) -> Meant:
    """The entry of the date, else the undated one, unless there are entries of other dates."""
    same = [each for each in named if each.beside.dates == dates]
    if same:
        return meant_by(each.model for each in same)
    meant = meant_by(each.model for each in (*named, *elsewhere))
    if not dates or len(meant.models) > 1 or any(not each.beside.dates for each in named):
        return meant
    return meant.near()


def _bare(models: Iterable[str]) -> list[Named]:
    return [Named(each, NOTHING_BESIDE) for each in models]
