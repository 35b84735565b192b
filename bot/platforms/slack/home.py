"""The App Home: made anew each time somebody opens it, or changes from there what it shows."""

from __future__ import annotations

from dataclasses import replace

from bot import commands, replies
from bot.commands import COMMANDS
from bot.commands.declaration import Rights
from bot.commands.digest.answers import Standing, SubscriptionsAnswer
from bot.commands.digest.look import ListDigests
from bot.commands.help_ import Help, HelpAnswer
from bot.platforms.slack import slash, views
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.delivery import Delivery
from bot.platforms.slack.managers import Reach
from bot.platforms.slack.place import NOWHERE
from bot.platforms.slack.scene import Scene
from bot.platforms.slack.views import Listed, Shown
from bot.replies.digest import subscriptions
from bot.replies.reply import Reply
from bot.replies.words import Words
from bot.replies.words import words as words_in
from bot.state.subscription import Filters


async def show(answering: Answering, delivery: Delivery, here: Scene) -> None:
    """Show the person their Home."""
    words = words_in(here.language)
    everyone = tuple(each for each in COMMANDS if each.shown and each.rights is Rights.EVERYONE)
    help = answering.saying(replies.word(HelpAnswer(everyone, one=False), Help(), words))
    digests = await _digests(answering, here.at(NOWHERE), words)
    await delivery.publish_home(here, views.home(help, answering.command, words, digests))


async def _digests(answering: Answering, here: Scene, words: Words) -> Listed | None:
    """The workspace's digests, first those of the person's channels; None where this bot has none."""
    if answering.bot.desk is None:
        return None
    answered = await answering.ask(ListDigests(), here)
    if not isinstance(answered.answer, SubscriptionsAnswer):
        return Listed(answered.reply.title)
    found = answered.answer.standing
    if not found:
        return Listed(slash.spoken(subscriptions.how(words), answering.command))
    reach = await answering.reach(here)
    order = sorted(found, key=lambda each: each.subscription.channel not in reach.channels)
    shown = [
        Shown(each.subscription.channel, each.subscription.id, _reply(each, reach, words)) for each in order
    ]
    others = [each for each in found if each.subscription.channel not in reach.channels]
    note = words("Buttons are for the people of a channel: there, /digest list shows its digests.")
    return Listed(slash.spoken(note, answering.command) if others else "", tuple(shown))


def _reply(standing: Standing, reach: Reach, words: Words) -> Reply:
    """The digest with the controls that the person may use. What it is about is for its channel alone."""
    inside = standing.subscription.channel in reach.channels
    shown = standing if inside else replace(standing, wishes=Filters())
    said = subscriptions.one(shown, words)
    may = {Rights.EVERYONE: inside, Rights.MANAGER: inside and reach.manages}
    usable = (each for each in said.follow_ups if may.get(commands.declaration(each.command).rights))
    return replace(said, follow_ups=tuple(usable))
