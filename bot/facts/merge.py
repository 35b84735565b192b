"""A new release's facts on top of edited ones: what editors left alone is changed, the rest only proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.facts import change as changes
from bot.facts.change import Change, Misplaced
from bot.facts.model import Pack
from bot.facts.record import Record, RecordKind, records


@dataclass(frozen=True, slots=True)
class Merged:
    """What a release changes, and what it would change had editors not been there first."""

    made: tuple[Change, ...]
    proposed: tuple[Change, ...]


def merge(last: Pack, current: Pack, release: Pack) -> Merged:
    """What the ``release`` changes against the ``last`` one, on facts that are now the ``current`` ones.

    An editor's version of a record stays. Nothing is taken away that something of an editor's belongs to,
    and nothing is added to what an editor took away.
    """
    now = dict(records(current))
    made: list[Change] = []
    proposed: list[Change] = []
    for each in changes.ordered(changes.difference(last, release)):
        known = now.get(each.record)
        if known != each.after:
            (made if known == each.before else proposed).append(Change(each.record, known, each.after))
    while left_out := _impossible(current, made):
        proposed += (each for each in made if each.record in left_out)
        made = [each for each in made if each.record not in left_out]
    return Merged(tuple(made), tuple(proposed))


def _impossible(current: Pack, made: Iterable[Change]) -> set[Record]:
    """Of the changes, the records of those that leave something without what it belongs to."""
    after = current
    impossible: set[Record] = set()
    for each in changes.ordered(made):
        try:
            after = changes.apply(after, [each])
        except Misplaced:
            impossible.add(each.record)
    missing = set(_missing(after))
    return impossible | {each.record for each in made if each.record in missing}


def _missing(pack: Pack) -> Iterator[Record]:
    """The models that name a family or a parent that isn't there, and what they name."""
    families = {family.id for each in pack.organizations for family in each.families}
    models = {each.id for each in pack.models}
    for model in pack.models:
        if model.family is not None and model.family not in families:
            yield Record(RecordKind.FAMILY, model.family)
            yield Record(RecordKind.MODEL, model.id)
        for parent in model.derived_from:
            if parent not in models:
                yield Record(RecordKind.MODEL, parent)
                yield Record(RecordKind.MODEL, model.id)
