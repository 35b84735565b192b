"""The definitions of "open" that the bot computes, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from bot.facts.definitions import eu_exemption, european_index, mof, osaid, source, weights
from bot.facts.definitions.verdict import Definition, DefinitionId, Licenses, Verdict
from bot.facts.status import Status

DEFINITIONS: Mapping[DefinitionId, Definition] = {
    DefinitionId.WEIGHTS: weights.weights,
    DefinitionId.SOURCE: source.source,
    DefinitionId.OSAID: osaid.osaid,
    DefinitionId.MOF: mof.mof,
    DefinitionId.EUROPEAN_INDEX: european_index.european_index,
    DefinitionId.EU_EXEMPTION: eu_exemption.eu_exemption,
}


def judge(status: Status, licenses: Licenses) -> tuple[Verdict, ...]:
    """What every definition says of the status."""
    return tuple(definition(status, licenses) for definition in DEFINITIONS.values())
