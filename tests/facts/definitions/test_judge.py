from __future__ import annotations

from bot.facts.definitions import DEFINITIONS, judge
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Component
from tests.facts.definitions.timelines import publish, status


def test_every_definition_is_computed_in_order() -> None:
    """Each definition that has a name has a function, and judging asks all of them in the order shown."""
    assert list(DEFINITIONS) == list(DefinitionId)
    verdicts = judge(status(publish(Component.PARAMETERS_FINAL)), {})
    assert [verdict.definition for verdict in verdicts] == list(DefinitionId)
