"""What every door of the platform shares: asking the core, and showing what it answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.core import Answered, Bot, Line, Request
from bot.kept import Kept
from bot.platforms.slack import editing, forms, slash, views
from bot.platforms.slack.blocks import Json
from bot.platforms.slack.controls import Question
from bot.platforms.slack.fit import Whole
from bot.platforms.slack.managers import Reach
from bot.platforms.slack.presses import Press
from bot.platforms.slack.render import Card, View, card, message, note
from bot.platforms.slack.scene import Scene
from bot.replies.reply import Reply
from bot.replies.words import words as words_in

GroupsOf = Callable[[Scene], Awaitable[frozenset[str]]]
"""The groups of editors in which somebody is."""
ReachOf = Callable[[Scene], Awaitable[Reach]]
"""In which channels somebody is, and whether they manage those."""

KEPT = 256  # acknowledgements in memory, as many as the core keeps answers


class Answering:
    """The core, as it answers in one app. ``command`` is the slash command that people type here."""

    def __init__(
        self,
        bot: Bot,
        command: str,
        language: str = "en",
        groups: GroupsOf | None = None,
        reach: ReachOf | None = None,
    ) -> None:
        self.bot = bot
        self.command = command
        self.language = language  # where nothing says the asker's
        self._groups = groups
        self._reach = reach
        self._kept: Kept[tuple[int, bool], tuple[Answered, str]] = Kept(KEPT)

    @property
    def version(self) -> str:
        """The version of the facts that are answered from."""
        return self.bot.store.version

    async def ask(self, asked: Any, scene: Scene) -> Answered:
        """What the core answers; never raises.

        Who edits is looked up in the groups of editors, anew; who manages a channel, or asks about one from
        elsewhere, as Slack knows them.
        """
        asker = scene.asker
        if self._groups is not None and editing.edits(asked):
            asker = replace(asker, groups=await self._groups(scene))
        if editing.manages(asked) or (scene.elsewhere and scene.channel and editing.of_channel(asked)):
            reach = await self.reach(scene)
            inside = scene.channel in reach.channels
            channel = scene.channel if inside else ""
            asker = replace(asker, channel=channel, manages=inside and reach.manages)
        return await self.bot.answer(Request(asked, scene.language, asker))

    async def reach(self, scene: Scene) -> Reach:
        """In which channels the person is, and whether they manage those."""
        return await self._reach(scene) if self._reach is not None else Reach()

    async def press(self, press: Press, scene: Scene) -> Answered:
        """What the core answers to a pressed button, in the button's language."""
        return await self.ask(Line(f"/{press.line}"), scene.speaking(press.language))

    def card(
        self, answered: Answered, shareable: bool, press: Press | None = None, above: tuple[Whole, ...] = ()
    ) -> Card:
        """The answer as it is shown: on the page that was asked for, with a word where the facts changed."""
        if press is not None and press.stale(self.version) and editing.lasts(answered):
            words = words_in(answered.reply.language)
            changed = words("The facts have changed since that message. This is how they stand now.")
            above = (*above, note(changed))
        question = Question.of(answered, self.version, shareable, self.bot.desk is not None)
        view = View(question, press.page if press else 0, above)
        return card(slash.reply(answered.reply, self.command), view)

    def view(self, answered: Answered, here: Scene, press: Press | None = None) -> Json:
        """The answer over what the person sees: the form where more is to be filled in."""
        words = words_in(answered.reply.language)
        if answered.reply.form is not None:
            return forms.view(answered.reply.form, words, place=here.place)
        card = self.card(answered, shareable=False, press=press)
        return views.answer(card, words, _title(answered), here.place)

    def acknowledgement(self, answered: Answered, shareable: bool) -> str:
        """The JSON that answers a command. Of an answer that the core has kept, it is kept as well."""
        key = id(answered), shareable
        kept = self._kept.get(key)
        if kept is not None and kept[0] is answered:
            return kept[1]
        body = message(self.card(answered, shareable))
        written = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        self._kept.put(key, (answered, written))
        return written

    def saying(self, reply: Reply, whole: Any = None) -> Card:
        """A reply of the platform's own. ``whole`` is the command that shows what one card can't hold."""
        return card(slash.reply(reply, self.command), View(Question(whole, self.version)))


def _title(answered: Answered) -> str:
    if editing.is_digest(answered):
        return views.DIGESTS
    return views.RECORD if editing.is_edit(answered) else views.TITLE
