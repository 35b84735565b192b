from __future__ import annotations

from bot.commands.declaration import Context
from bot.commands.license import LicenseAnswer, LicenseOf, answer
from bot.facts.model import Component


async def licence(of: str, context: Context) -> LicenseAnswer:
    found = await answer(LicenseOf(of), context)
    assert isinstance(found, LicenseAnswer)
    return found


async def test_a_model_has_the_licences_of_its_parts(small_context: Context) -> None:
    """What is under which licence, the weights' first."""
    found = await licence("alpha-1", small_context)
    (granted,) = found.granted
    assert granted.expression == "MIT"
    assert set(granted.uses[0].components) == {Component.PARAMETERS_FINAL, Component.TRAINING_CODE}


async def test_a_change_of_licence_is_found(small_context: Context) -> None:
    """The weights came under another licence on 1 May 2025; only the later one is in force."""
    found = await licence("alpha-3", small_context)
    assert [each.expression for each in found.granted] == ["LicenseRef-Lab-2"]
    (changed,) = found.changes
    assert (changed.change.before.license, changed.change.after.license) == (
        "LicenseRef-Lab-1",
        "LicenseRef-Lab-2",
    )
    assert str(changed.change.after.date) == "2025-05-01"


async def test_unpublished_weights_have_no_licence(small_context: Context) -> None:
    """No licence is made up for what nobody can have."""
    found = await licence("alpha-2", small_context)
    assert found.granted == ()
    assert [model.id for model in found.withheld] == ["alpha-2"]


async def test_a_family_is_all_its_models(small_context: Context) -> None:
    """A bare family name asks nothing back."""
    found = await licence("alpha", small_context)
    assert [model.id for model in found.models] == ["alpha-1", "alpha-2", "alpha-3"]
    assert {each.expression for each in found.granted} == {"MIT", "LicenseRef-Lab-2"}


async def test_a_licence_knows_what_is_under_it_and_what_followed(small_context: Context) -> None:
    """By its own name: the models under it today, and the version after it."""
    found = await licence("Lab Licence 1", small_context)
    assert found.license == "LicenseRef-Lab-1"
    assert found.granted[0].uses == ()
    assert [each.id for each in found.followed_by] == ["LicenseRef-Lab-2"]
