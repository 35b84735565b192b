"""What a channel wants to read of: everything, or one maker, model, licence, and some kinds of news."""

from __future__ import annotations

from enum import StrEnum

from bot.facts.license import parts
from bot.facts.model import Model
from bot.state.subscription import Filters
from bot.store.facts import Timeline


class Topic(StrEnum):
    """The kinds of news, in the order in which they are told."""

    OPENED = "opened"  # weights, code or data for anyone to download
    LICENSES = "licenses"  # that got stricter or looser
    PROMISES = "promises"  # made, kept, taken back, overdue
    MODELS = "models"  # announced or first used
    GONE = "gone"  # withdrawn or retired
    ADDED = "added"  # new in our record, happened earlier
    CORRECTED = "corrected"


def about_maker(filters: Filters, organization: str) -> bool:
    """Whether what is about the maker itself is wanted."""
    return not filters.model and filters.organization in ("", organization)


def about_model(filters: Filters, model: Model) -> bool:
    """Whether the model is wanted, by its own id or its family's."""
    named = filters.model in ("", model.id, model.family)
    return named and filters.organization in ("", model.organization)


def under(filters: Filters, *expressions: str | None) -> bool:
    """Whether one of the licences is the wanted one."""
    if not filters.license:
        return True
    return any(filters.license in parts(each) for each in expressions if each is not None)


def tells(filters: Filters, topic: Topic) -> bool:
    """Whether that kind of news is wanted."""
    return not filters.kinds or topic in filters.kinds


def named(filters: Filters, facts: Timeline) -> Filters:
    """The same wishes with what people call things in place of ids."""
    models = {model.id: model.name for model in facts.models}
    families = {each.id: each.name for maker in facts.organizations.values() for each in maker.families}
    maker = facts.organizations.get(filters.organization)
    license = facts.licenses.get(filters.license)
    return Filters(
        organization=maker.name if maker is not None else filters.organization,
        model=models.get(filters.model) or families.get(filters.model, filters.model),
        license=license.name if license is not None else filters.license,
        kinds=filters.kinds,
    )
