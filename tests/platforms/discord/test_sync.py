from __future__ import annotations

import pytest

from bot.commands import COMMANDS
from bot.core import Bot
from bot.platforms.discord.permissions import NAMES, REASONS, invitation
from bot.platforms.discord.run import logged_in
from bot.platforms.discord.sync import sync
from tests.fakes.discord import Call, FakeDiscord, Refusal
from tests.platforms.discord import rules
from tests.platforms.discord.conftest import settings, started


async def test_only_what_differs_is_registered(bot: Bot, discord: FakeDiscord) -> None:
    """The first start registers all commands, by one write; the second looks and writes nothing."""
    async with started(bot, discord):
        names = {each["name"] for each in discord.registered}
        assert names == {each.group or each.name for each in COMMANDS} | {"What about openness?"}
    async with started(bot, discord):
        await discord.connected(2)
    assert [each.method for each in discord.to("/commands")] == ["GET", "PUT", "GET"]


async def test_the_difference_is_named(bot: Bot, discord: FakeDiscord) -> None:
    """What `openness discord sync` says: what was added, changed and removed."""
    async with started(bot, discord):
        pass
    first, second, *rest = discord.registered
    old = {**first, "name": "gone"}
    discord.registered = [old, {**second, "description": "another"}, *rest]
    async with logged_in(bot, settings(discord).discord) as client:
        found = await sync(client, client.tree)
    assert (found.added, found.changed, found.removed) == ((first["name"],), (second["name"],), ("gone",))
    async with logged_in(bot, settings(discord).discord) as client:
        assert not await sync(client, client.tree)


async def test_commands_work_everywhere_in_two_languages(bot: Bot, discord: FakeDiscord) -> None:
    """In servers, direct messages and for user installs; names and descriptions in Japanese too."""
    async with started(bot, discord):
        open_ = next(each for each in discord.registered if each["name"] == "open")
    assert open_["contexts"] == [0, 1, 2]
    assert open_["integration_types"] == [0, 1]
    assert open_["name_localizations"]["ja"]
    assert open_["description_localizations"]["ja"] != open_["description"]
    model, *others = open_["options"]
    assert model["autocomplete"]
    assert model["required"]
    assert model["name_localizations"]["ja"]
    definition = next(each for each in others if each["name"] == "definition")
    assert 1 <= len(definition["choices"]) <= 25


async def test_a_list_that_cannot_be_read_does_not_stop_the_bot(bot: Bot, discord: FakeDiscord) -> None:
    """A proxy that answers nonsense: one line in the log."""
    discord.refusals.append(Refusal("/commands", 200, [{"nameless": True}]))
    async with started(bot, discord):
        assert discord.identified


async def test_refused_commands_do_not_stop_the_bot(bot: Bot, discord: FakeDiscord) -> None:
    """What is registered still works: one line in the log."""
    discord.refusals.append(Refusal("/commands", 403, {"code": 50001, "message": "Missing Access"}))
    async with started(bot, discord):
        assert discord.identified


def test_every_permission_asked_for_has_a_reason() -> None:
    """The invitation asks for what is needed, and no more."""
    assert set(REASONS) <= set(NAMES)
    link = invitation(1000)
    assert "client_id=1000" in link
    assert "scope=bot+applications.commands" in link
    assert f"permissions={1 << 10 | 1 << 11 | 1 << 16 | 1 << 38}" in link


@pytest.mark.skipif(
    not rules.SPEC.exists(), reason=f"no {rules.SPEC.name}: set OPENNESS_DISCORD_OPENAPI to its path"
)
def test_bodies_are_held_against_discords_own_description() -> None:
    """The description knows the calls that the bot makes, and refuses what is wrong with them."""
    callback = Call("POST", "/interactions/1/token/callback", {"type": 4, "data": {"flags": "many"}}, {})
    with pytest.raises(AssertionError):
        rules.check([callback])
