"""The names that a fact pack knows, as entries for the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from bot.facts.model import Model, Pack
from bot.facts.names.subject import Entry, Subject, SubjectKind


def entries(pack: Pack) -> Iterator[Entry]:
    """Every subject of the pack with its names: models (newest first), families, organizations, licences."""
    models = sorted(pack.models, key=_first_day, reverse=True)
    families: defaultdict[str, list[str]] = defaultdict(list)
    makers: defaultdict[str, list[str]] = defaultdict(list)
    for model in models:
        makers[model.organization].append(model.id)
        if model.family is not None:
            families[model.family].append(model.id)
        names = (model.id, model.name, *model.aliases, *model.repositories)
        yield Entry(Subject(SubjectKind.MODEL, model.id, model.name), names)
    for organization in pack.organizations:
        for family in organization.families:
            names = (family.id, family.name, *family.aliases)
            subject = Subject(SubjectKind.FAMILY, family.id, family.name)
            yield Entry(subject, names, tuple(families[family.id]))
    for organization in pack.organizations:
        names = (organization.id, organization.name, *organization.aliases)
        subject = Subject(SubjectKind.ORGANIZATION, organization.id, organization.name)
        yield Entry(subject, names, tuple(makers[organization.id]))
    for license in pack.licenses:
        names = (license.id, license.name, *license.aliases)
        yield Entry(Subject(SubjectKind.LICENSE, license.id, license.name), names)


def _first_day(model: Model) -> date:
    return min((event.date.earliest for event in model.events), default=date.min)
