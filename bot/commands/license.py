"""`license`: what a licence lets one do, clause by clause; of a model what it covers and when it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import About, Context, Kind, declare
from bot.commands.every import Every, every
from bot.commands.open_ import Assessment
from bot.commands.resolve import pick
from bot.facts.license import parts
from bot.facts.model import UNREAD_LICENSE, Component, License, Model
from bot.facts.names import Subject, SubjectKind
from bot.facts.promises import LIVE, PromiseStatus
from bot.facts.status import AsOf
from bot.facts.terms import LicenseChange, license_changes


@dataclass(frozen=True, slots=True)
class LicenseOf:
    """What the licence of a model lets one do, clause by clause, with links."""

    of: Annotated[str, About("A model, a family of models or a licence", Kind.LICENSED)]


@dataclass(frozen=True, slots=True)
class Use:
    """Parts of a model that can be had under a licence; ``variants`` where it holds for those sizes only."""

    model: Model
    components: tuple[Component, ...]
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Granted:
    """A licence expression (or none, or an unknown one) with what is under it."""

    expression: str
    uses: tuple[Use, ...]

    @property
    def of_weights(self) -> bool:
        return any(Component.PARAMETERS_FINAL in use.components for use in self.uses)


@dataclass(frozen=True, slots=True)
class Changed:
    """A change of licence on a model."""

    model: Model
    change: LicenseChange


@dataclass(frozen=True, slots=True)
class LicenseAnswer:
    """The licences of the published parts of the models asked about, those of the weights first.

    Of a licence asked for by name it is that one licence, with everything under it.
    """

    subject: Subject | None  # None: several models that the name stands for
    name: str
    models: tuple[Model, ...]
    as_of: AsOf
    granted: tuple[Granted, ...]
    changes: tuple[Changed, ...]  # oldest first
    withheld: tuple[Model, ...]  # whose weights are not anyone's to have: no licence applies to them
    promises: tuple[PromiseStatus, ...]  # that wait to be kept and name a licence
    licenses: Mapping[str, License]

    @property
    def followed_by(self) -> tuple[License, ...]:
        """The licences that say they replace the one asked for."""
        if self.license is None:
            return ()
        return tuple(each for each in self.licenses.values() if each.replaces == self.license)

    @property
    def license(self) -> str | None:
        """The id of the licence asked for by name."""
        asked = self.subject is not None and self.subject.kind is SubjectKind.LICENSE
        return self.subject.id if self.subject is not None and asked else None


async def answer(command: LicenseOf, context: Context) -> LicenseAnswer | UnknownName | AmbiguousName:
    """Look up the licence, or those of one or several models as of today."""
    names = context.store.names
    kinds = (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.LICENSE)
    subject = pick(names, command.of, Kind.LICENSED, kinds)
    if isinstance(subject, UnknownName):
        return subject
    found = await every(context, AsOf(context.today, context.today))
    if isinstance(subject, Subject):
        return tell(subject, found)
    family = names.find(command.of, (SubjectKind.FAMILY,)).family
    if family is not None:
        return tell(family, found)
    if any(each.kind is not SubjectKind.MODEL for each in subject.choices):
        return subject
    ids = {each.id for each in subject.choices}
    return _of_models(None, command.of, [each for each in found.assessments if each.model.id in ids], found)


def tell(subject: Subject, found: Every) -> LicenseAnswer:
    """The answer that all models of the day make."""
    if subject.kind is SubjectKind.LICENSE:
        return _of_license(subject, found)
    return _of_models(subject, subject.name, list(found.of(subject)), found)


def _of_models(subject: Subject | None, name: str, models: list[Assessment], found: Every) -> LicenseAnswer:
    changes = [Changed(each.model, change) for each in models for change in license_changes(each.status)]
    promises = (promise for each in models for promise in each.promises)
    return LicenseAnswer(
        subject=subject,
        name=name,
        models=tuple(each.model for each in models),
        as_of=found.as_of,
        granted=tuple(sorted(_granted(models), key=lambda each: not each.of_weights)),
        changes=tuple(sorted(changes, key=lambda each: each.change.after.date.order)),
        withheld=tuple(each.model for each in models if not each.is_open),
        promises=tuple(each for each in promises if each.outcome in LIVE and each.event.license is not None),
        licenses=found.licenses,
    )


def _of_license(subject: Subject, found: Every) -> LicenseAnswer:
    under = (each for each in _granted(found.assessments) if subject.id in parts(each.expression))
    granted = Granted(subject.id, tuple(use for each in under for use in each.uses))
    return LicenseAnswer(subject, subject.name, (), found.as_of, (granted,), (), (), (), found.licenses)


def _granted(models: Iterable[Assessment]) -> Iterator[Granted]:
    """What is under each licence, in the order in which the parts come."""
    by_license: dict[str, list[Use]] = {}
    for each in models:
        for (expression, variants), components in _offered(each).items():
            use = Use(each.model, tuple(dict.fromkeys(components)), variants)
            by_license.setdefault(expression, []).append(use)
    for expression, uses in by_license.items():
        yield Granted(expression, tuple(uses))


def _offered(each: Assessment) -> Mapping[tuple[str, tuple[str, ...]], list[Component]]:
    offered: dict[tuple[str, tuple[str, ...]], list[Component]] = {}
    for part in each.status.components.values():
        for offer in part.downloads:
            offered.setdefault((offer.license or UNREAD_LICENSE, offer.variants), []).append(part.component)
    return offered


LICENSE = declare("license", LicenseOf, answer, ("license grok-2", "license Apache-2.0"))
