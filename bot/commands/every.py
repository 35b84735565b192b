"""Every model on one day: what lists and counts are made from, computed once while the facts stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from bot.commands.declaration import Context
from bot.commands.open_ import Assessment, assess
from bot.facts.model import License, Organization
from bot.facts.names import Subject, SubjectKind
from bot.facts.status import AsOf
from bot.store.facts import Timeline
from bot.store.store import FactStore


@dataclass(frozen=True, slots=True)
class Every:
    """All models assessed, in the pack's order. ``version`` is the digest of the facts they come from."""

    version: str
    as_of: AsOf
    timeline: Timeline
    assessments: tuple[Assessment, ...]

    @property
    def organizations(self) -> Mapping[str, Organization]:
        return self.timeline.organizations

    @property
    def licenses(self) -> Mapping[str, License]:
        return self.timeline.licenses

    def of(self, subject: Subject | None) -> Iterator[Assessment]:
        """The models of a family or an organization, the one model, or all."""
        return (each for each in self.assessments if subject is None or _belongs(each, subject))


_kept: WeakKeyDictionary[FactStore, Every] = WeakKeyDictionary()
"""The latest day of each store: nearly everybody asks about today."""


async def every(context: Context, as_of: AsOf) -> Every:
    """Every model as of that day."""
    return await everything(context.store, as_of)


async def everything(store: FactStore, as_of: AsOf) -> Every:
    """Every model as of that day. A tenth of a second for 500 models, then nothing."""
    kept = _kept.get(store)
    if kept is not None and (kept.version, kept.as_of) == (store.version, as_of):
        return kept
    timeline = await store.everything()
    assessments = tuple(assess(model, timeline, as_of) for model in timeline.models)
    found = Every(store.version, as_of, timeline, assessments)
    _kept[store] = found
    return found


def _belongs(each: Assessment, subject: Subject) -> bool:
    match subject.kind:
        case SubjectKind.MODEL:
            return each.model.id == subject.id
        case SubjectKind.FAMILY:
            return each.model.family == subject.id
        case SubjectKind.ORGANIZATION:
            return each.model.organization == subject.id
        case _:
            return False
