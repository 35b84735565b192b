"""What every door of the platform shares: asking the core, and showing what it answers."""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import Any

from bot.core import Answered, Bot, Line, Request
from bot.platforms.slack import slash
from bot.platforms.slack.controls import Question
from bot.platforms.slack.fit import Whole
from bot.platforms.slack.presses import Press
from bot.platforms.slack.render import Card, View, card, note, response_body
from bot.platforms.slack.scene import Scene
from bot.replies.reply import Reply
from bot.replies.words import words as words_in

KEPT = 256  # acknowledgements in memory, as many as the core keeps answers


class Answering:
    """The core, as it answers in one app. ``command`` is the slash command that people type here."""

    def __init__(self, bot: Bot, command: str, language: str = "en") -> None:
        self.bot = bot
        self.command = command
        self.language = language  # where nothing says the asker's
        self._kept: OrderedDict[tuple[int, bool], tuple[Answered, str]] = OrderedDict()

    @property
    def version(self) -> str:
        """The version of the facts that are answered from."""
        return self.bot.store.version

    async def ask(self, asked: Any, scene: Scene) -> Answered:
        """What the core answers; never raises."""
        return await self.bot.answer(Request(asked, scene.language, scene.asker))

    async def press(self, press: Press, scene: Scene) -> Answered:
        """What the core answers to a pressed button, in the button's language."""
        return await self.ask(Line(f"/{press.line}"), scene.speaking(press.language))

    def card(
        self, answered: Answered, shareable: bool, press: Press | None = None, above: tuple[Whole, ...] = ()
    ) -> Card:
        """The answer as it is shown: on the page that was asked for, with a word where the facts changed."""
        if press is not None and press.stale(self.version):
            words = words_in(answered.reply.language)
            changed = words("The facts have changed since that message. This is how they stand now.")
            above = (*above, note(changed))
        view = View(Question.of(answered, self.version, shareable), press.page if press else 0, above)
        return card(slash.reply(answered.reply, self.command), view)

    def acknowledgement(self, answered: Answered, shareable: bool) -> str:
        """The JSON that answers a command. Of an answer that the core has kept, it is kept as well."""
        key = id(answered), shareable
        kept = self._kept.get(key)
        if kept is not None and kept[0] is answered:
            self._kept.move_to_end(key)
            return kept[1]
        body = response_body(answered, self.version, shareable, self.command)
        written = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        self._kept[key] = answered, written
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return written

    def saying(self, reply: Reply) -> Card:
        """A reply of the platform's own."""
        return card(slash.reply(reply, self.command), View(Question(version=self.version)))
