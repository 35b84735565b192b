from __future__ import annotations

from dataclasses import replace

import pytest

from bot.facts.license import commercial_use, term_value
from bot.facts.model import Component, License, Term, TermName, TermValue, Unit
from bot.facts.status import fold
from bot.facts.terms import Direction, differences, license_changes
from tests.facts import making, small


def licensed(*terms: Term, id: str = "LicenseRef-X") -> License:
    return License(id, id, "https://example.org", "X", terms=terms)


def test_the_stricter_value_is_stricter() -> None:
    """Free before, limited after: stricter; the other way round: looser."""
    free = licensed(small.term(TermName.OUTPUT_TRAINING, TermValue.FREE))
    limited = licensed(small.term(TermName.OUTPUT_TRAINING, TermValue.LIMITED))
    assert [each.direction for each in differences(free, limited)] == [Direction.STRICTER]
    assert [each.direction for each in differences(limited, free)] == [Direction.LOOSER]
    assert differences(free, free) == ()


def test_a_clause_that_nobody_read_is_not_compared() -> None:
    """Unread on one side says nothing, and is told as that."""
    one = licensed(small.term(TermName.NAMING, TermValue.FREE))
    assert [each.direction for each in differences(one, licensed())] == [Direction.UNREAD]


def test_a_lower_threshold_is_stricter() -> None:
    """Amounts of the same unit compare; of different units neither is stricter for everybody."""
    term = small.term(TermName.THRESHOLD, TermValue.LIMITED, amount=1_000_000, unit=Unit.USD_PER_YEAR)
    high = licensed(replace(term, amount=2_000_000))
    users = licensed(replace(term, unit=Unit.MONTHLY_ACTIVE_USERS))
    assert [each.direction for each in differences(high, licensed(term))] == [Direction.STRICTER]
    assert [each.direction for each in differences(licensed(term), users)] == [Direction.OTHERWISE]


def test_a_threshold_beside_no_commercial_use_says_nothing() -> None:
    """From no commercial use at all to commercial use below a threshold is looser, and nothing else."""
    changes = differences(small.LAB_1, small.LAB_2)
    assert {each.name: each.direction for each in changes} == {
        TermName.COMMERCIAL_USE: Direction.LOOSER,
        TermName.TERRITORY: Direction.UNREAD,
        TermName.NAMING: Direction.STRICTER,
    }


def test_a_later_licence_on_the_same_weights_is_a_change() -> None:
    """Another licence on the same component; another variant under another licence is none."""
    changed = making.model(making.publish("2025-01-01", license="X"), making.publish("2025-06-01"))
    (change,) = license_changes(fold(changed, making.as_of("2026-01-01")))
    assert change.component is Component.PARAMETERS_FINAL
    assert (change.before.license, change.after.license) == ("X", "MIT")
    sizes = making.model(
        making.publish("2025-01-01", license="X", variants=("7B",)),
        making.publish("2025-06-01", variants=("70B",)),
    )
    assert license_changes(fold(sizes, making.as_of("2026-01-01"))) == ()


def test_a_change_of_later_is_none_yet() -> None:
    """As of a day before the change there is none."""
    changed = making.model(making.publish("2025-01-01", license="X"), making.publish("2025-06-01"))
    assert license_changes(fold(changed, making.as_of("2025-03-01"))) == ()


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("LicenseRef-Lab-1", TermValue.FORBIDDEN),
        ("MIT AND LicenseRef-Lab-2", TermValue.LIMITED),
        ("MIT OR LicenseRef-Lab-1", TermValue.FREE),
        ("LicenseRef-Unread", None),
        ("MIT AND LicenseRef-Unread", None),
        ("BSD-2-Clause", TermValue.FREE),
        ("unlicensed", None),
        (None, None),
    ],
)
def test_commercial_use(expression: str | None, value: TermValue | None) -> None:
    """The strictest of an AND, the loosest of an OR; open licences allow it by definition; else unknown."""
    licenses = {each.id: each for each in small.PACK.licenses}
    assert commercial_use(expression, licenses) is value


def test_only_commercial_use_follows_from_a_definition() -> None:
    """Any other clause of an open licence is known only where it was read."""
    assert term_value("BSD-2-Clause", TermName.ATTRIBUTION, {}) is None
