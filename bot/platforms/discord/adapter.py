"""From an interaction to a request, and from what was answered to one call: commands, completion, buttons."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot import replies
from bot.commands import declaration, line
from bot.commands.declaration import Argument
from bot.core import Answered, Bot, Line, Options, Request
from bot.errors import BadInput
from bot.platforms import named
from bot.platforms.discord import completion, custom_ids, delivery, form, outdated, scene, share
from bot.platforms.discord.controls import DAY, Question
from bot.platforms.discord.custom_ids import Act, Press
from bot.platforms.discord.form import DayForm
from bot.platforms.discord.render import View
from bot.platforms.discord.scene import Scene
from bot.replies.reply import Reply
from bot.replies.words import words as words_in
from bot.settings import DiscordSettings

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]


class Adapter:
    """Every way by which an interaction comes in. Nothing is remembered but what was shared just now."""

    def __init__(self, bot: Bot, settings: DiscordSettings) -> None:
        self.bot = bot
        self._settings = settings
        self._shared = share.Shared()

    async def ask(self, interaction: Interaction, command: str, given: Mapping[str, str]) -> None:
        """Answer a slash command: one call."""
        here = self._scene(interaction)
        await self._answer(interaction, Options(command, given), here, hidden=_hidden(here))

    async def complete(self, interaction: Interaction, argument: Argument, current: str) -> Choices:
        """What a half-typed option can become."""
        return await completion.complete(interaction, argument, current, self.bot.store)

    async def about(self, interaction: Interaction, message: discord.Message) -> None:
        """Answer, to the asker alone, about the models that a message names."""
        here = self._scene(interaction)
        found = named.subjects(message.content, self.bot.store.names)
        if len(found) == 1:
            await self._answer(interaction, named.question(found[0]), here, hidden=not here.direct)
            return
        reply = named.which(found, words_in(here.language))
        question = Question(None, self.bot.store.version)
        await delivery.answer(interaction, reply, View(question), hidden=not here.direct)

    async def press(self, interaction: Interaction, custom_id: str) -> None:
        """Do what a button or an option says; ids that are not ours, or of an older form, get a sentence."""
        here = self._scene(interaction)
        pressed = custom_ids.read(custom_id)
        if pressed is None:
            await self._say(interaction, outdated.dead_button(words_in(here.language)))
            return
        match pressed.act:
            case Act.SHOW:
                await self._show(interaction, pressed, Line(f"/{pressed.line}"), here)
            case Act.ASK:
                await self._answer(interaction, Line(f"/{pressed.line}"), here, not here.direct, pressed)
            case Act.DAY:
                await interaction.response.send_modal(DayForm(custom_id, words_in(here.language)))
            case Act.SHARE:
                await self._share(interaction, pressed, here)

    async def submit(self, interaction: Interaction, custom_id: str, filled: Mapping[str, str]) -> None:
        """Do what a form says: show the same as of another day, or complete a command."""
        here = self._scene(interaction)
        pressed = custom_ids.read(custom_id)
        if pressed is None:
            await self._say(interaction, outdated.dead_button(words_in(here.language)))
        elif pressed.act is Act.FORM:
            await self._complete(interaction, pressed, filled, here)
        else:
            await self._another_day(interaction, pressed, filled.get(form.DAY, ""), here)

    async def _another_day(self, interaction: Interaction, pressed: Press, day: str, here: Scene) -> None:
        command = line.read(pressed.line, interaction.created_at.date())
        given = {
            field.name: str(value)
            for field in dataclasses.fields(command)
            if (value := getattr(command, field.name)) is not None
        }
        asked = Options(declaration(command).name, {**given, DAY: day})
        await self._show(interaction, pressed, asked, here)

    async def _complete(
        self, interaction: Interaction, pressed: Press, filled: Mapping[str, str], here: Scene
    ) -> None:
        """Ask with what was filled in; where that is refused, give it back: nothing is lost."""
        try:
            asked = form.unpacked(pressed.line)
        except BadInput:
            await self._say(interaction, outdated.dead_button(words_in(here.language)))
            return
        whole = Options(asked.command, {**asked.given, **filled})
        answered = await self._request(whole, here, here.language)
        if answered.answer is None or answered.reply.form is not None:
            reply = form.given_back(answered.reply, asked, filled, interaction.created_at.date())
            answered = dataclasses.replace(answered, reply=reply)
        await self._send(interaction, answered, here, not here.direct, None)

    async def _show(self, interaction: Interaction, pressed: Press, asked: Any, here: Scene) -> None:
        """Show something else in place of a message that only its reader sees; beside a public one."""
        message = interaction.message
        alone = here.direct or (message is not None and message.flags.ephemeral)
        if not alone:
            await self._answer(interaction, asked, here, True, pressed)
            return
        answered = await self._request(asked, here, here.language)
        if answered.answer is None:
            await self._send(interaction, answered, here, not here.direct, pressed)
        else:
            view = self._view(answered, here, shareable=not here.direct, pressed=pressed)
            await delivery.replace(interaction, answered.reply, view)

    async def _share(self, interaction: Interaction, pressed: Press, here: Scene) -> None:
        """Post what the sharer sees for all to see, once, with the sharer's name."""
        refusal = share.refusal(interaction, words_in(here.language))
        if refusal is None and not self._shared.first(interaction):
            refusal = share.again(words_in(here.language))
        if refusal is not None:
            await self._say(interaction, refusal)
            return
        answered = await self._request(Line(f"/{pressed.line}"), here, here.servers_language)
        if answered.answer is None or answered.reply.private:
            self._shared.forget(interaction)
            await self._send(interaction, answered, here, True, pressed)
            return
        view = self._view(answered, here, shareable=False, pressed=pressed)
        by = share.by(interaction.user.display_name, words_in(here.servers_language))
        await delivery.answer(
            interaction, answered.reply, dataclasses.replace(view, above=(by, *view.above)), hidden=False
        )

    async def _answer(
        self, interaction: Interaction, asked: Any, here: Scene, hidden: bool, pressed: Press | None = None
    ) -> None:
        """Ask the core and answer in a new message."""
        answered = await self._request(asked, here, here.language_of(hidden or here.direct))
        await self._send(interaction, answered, here, hidden, pressed)

    async def _request(self, asked: Any, here: Scene, language: str) -> Answered:
        return await self.bot.answer(Request(asked, language, here.asker))

    async def _send(
        self, interaction: Interaction, answered: Answered, here: Scene, hidden: bool, pressed: Press | None
    ) -> None:
        if answered.silent:
            await delivery.say_nothing(interaction)
            return
        if answered.reply.form is not None and interaction.type is not discord.InteractionType.modal_submit:
            modal = form.opened(answered.reply.form)
            if modal is not None:
                await interaction.response.send_modal(modal)
                return
        if answered.reply.private and not hidden and not here.direct:
            hidden, answered = True, _in(here.language, answered)
        view = self._view(answered, here, shareable=hidden, pressed=pressed)
        await delivery.answer(interaction, answered.reply, view, hidden)

    def _view(self, answered: Answered, here: Scene, shareable: bool, pressed: Press | None) -> View:
        """How the reply is shown: on the page that was asked for, and with a word where the facts changed."""
        version = self.bot.store.version
        above: tuple[str, ...] = ()
        if pressed is not None and pressed.stale(version):
            words = words_in(answered.reply.language)
            above = (words("The facts have changed since that message. This is how they stand now."),)
        about = named.about(answered.answer) if self.bot.desk is not None else None
        question = Question(answered.command, version, shareable, about)
        return View(question, pressed.page if pressed is not None else 0, above)

    async def _say(self, interaction: Interaction, reply: Reply) -> None:
        await delivery.answer(interaction, reply, View(), hidden=True)

    def _scene(self, interaction: Interaction) -> Scene:
        return scene.of_interaction(interaction, self._settings)


def _hidden(here: Scene) -> bool:
    return not (here.public or here.direct)


def _in(language: str, answered: Answered) -> Answered:
    """What was answered, in another language."""
    words = words_in(language)
    if answered.mistake is not None:
        reply = replies.mistake(answered.mistake, words)
    elif answered.refusal is not None:
        reply = replies.refused(answered.refusal, words)
    elif answered.reference is not None:
        reply = replies.failure(answered.reference, words)
    elif answered.reading is not None:
        found = answered.answer
        said = replies.word(found, answered.command, words) if found is not None else None
        reply = replies.said(answered.reading, said, words)
    else:
        reply = replies.too_slow(words)
    return dataclasses.replace(answered, reply=reply)
