"""The one line about a model that is true under every definition."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from bot.facts.definitions.osaid import OsaidVerdict
from bot.facts.definitions.verdict import DefinitionId, Verdict
from bot.facts.definitions.weights import withheld
from bot.facts.model import Component
from bot.facts.status import State, Status


class Headline(StrEnum):
    """What a model is in one line."""

    OPEN_SOURCE = "open-source"  # meets OSI's definition
    OPEN_WEIGHTS_OPEN_LICENSE = "open-weights-open-license"
    OPEN_WEIGHTS_RESTRICTED_LICENSE = "open-weights-restricted-license"
    ANNOUNCED = "announced"  # announced or promised, not published
    CLOSED = "closed"  # a product or an API only
    WITHDRAWN = "withdrawn"
    NOT_IN_OUR_DATA = "not-in-our-data"


def headline(status: Status, verdicts: Iterable[Verdict], promises_open: bool) -> Headline:
    """The headline of the status. ``promises_open``: a promise of the final parameters is live.

    ``verdicts``: what the definitions say of the same status.
    """
    if not status.timeline:
        return Headline.NOT_IN_OUR_DATA
    parameters = status.parameters
    if parameters.open:
        osaid = (each.verdict for each in verdicts if each.definition is DefinitionId.OSAID)
        meets = OsaidVerdict.MEETS in osaid
        return Headline.OPEN_SOURCE if meets else Headline.OPEN_WEIGHTS_OPEN_LICENSE
    if parameters.published:
        return Headline.OPEN_WEIGHTS_RESTRICTED_LICENSE
    if parameters.state is State.WITHDRAWN:
        return Headline.WITHDRAWN
    if promises_open or (status.announced is not None and status.released is None):
        return Headline.ANNOUNCED
    # Closed is said where something says so: a paper alone, or a date that may lie before the day, doesn't.
    return Headline.CLOSED if withheld(status, Component.PARAMETERS_FINAL) else Headline.NOT_IN_OUR_DATA
