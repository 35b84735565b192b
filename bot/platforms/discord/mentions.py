"""Questions in messages: answered where they are asked, if the bot is mentioned or alone with the asker."""

from __future__ import annotations

import secrets
from contextlib import suppress

import discord
import structlog

from bot import replies
from bot.core import Answered, Bot, Line, Request
from bot.errors import Mistake
from bot.platforms.discord import permissions, scene
from bot.platforms.discord.controls import Question
from bot.platforms.discord.delivery import Card
from bot.platforms.discord.render import View, card
from bot.replies.reply import Reply
from bot.replies.words import words as words_in

log = structlog.get_logger(__name__)


async def answer(bot: Bot, me: discord.ClientUser, message: discord.Message) -> None:
    """Answer the message if it asks the bot; never raises."""
    text = question(message, me)
    if text is None:
        return
    try:
        await _answer(bot, message, text)
    except discord.HTTPException as error:
        log.info("mention not answered", status=error.status, code=error.code)
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("unexpected", reference=reference, platform=scene.PLATFORM)
        with suppress(discord.HTTPException):
            await _tell(message, replies.failure(reference, words_in(scene.of_message(message).language)))


async def _answer(bot: Bot, message: discord.Message, text: str) -> None:
    here = scene.of_message(message)
    lacking = _lacking(message)
    if lacking:
        await _tell(message, _refusal(message, lacking, here.language))
        return
    language = here.language_of(here.direct)
    answered = await bot.answer(Request(Line(text or "/help"), language, here.asker))
    await _send(bot, message, answered)


def question(message: discord.Message, me: discord.ClientUser) -> str | None:
    """What the message asks the bot, without the mention; None where it doesn't ask it.

    A reply to the bot, a role's mention and @everyone don't ask it.
    """
    if message.author.bot or message.webhook_id is not None:
        return None
    if message.type not in (discord.MessageType.default, discord.MessageType.reply):
        return None
    text = message.content.replace(f"<@{me.id}>", " ").replace(f"<@!{me.id}>", " ")
    if text == message.content and message.guild is not None:
        return None
    return " ".join(text.split()) if message.content else None


async def _send(bot: Bot, message: discord.Message, answered: Answered) -> None:
    if answered.silent:
        return
    mistake = answered.mistake.mistake if answered.mistake is not None else None
    if mistake is Mistake.TOO_MANY and message.guild is not None:
        await _tell(message, answered.reply)
        return
    view = View(Question(answered.command, bot.store.version))
    await message.channel.send(
        view=Card(card(answered.reply, view)),
        reference=message.to_reference(fail_if_not_exists=False),
        mention_author=False,
        nonce=message.id,
    )


async def _tell(message: discord.Message, reply: Reply) -> None:
    """Say it to the person alone: a mention has no private answer but a direct message."""
    await message.author.send(view=Card(card(reply)))


def _lacking(message: discord.Message) -> tuple[str, ...]:
    """The permissions that an answer here takes and the bot lacks."""
    channel = message.channel
    if message.guild is None or message.guild.me is None:
        return ()
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return ()
    try:
        held = channel.permissions_for(message.guild.me)
    except discord.ClientException:  # a thread whose channel is not known
        return ()
    return permissions.missing(held, isinstance(channel, discord.Thread))


def _refusal(message: discord.Message, lacking: tuple[str, ...], language: str) -> Reply:
    words = words_in(language)
    sentence = words(
        "I can’t answer in #{channel}: there I lack the permission {names}.",
        channel=getattr(message.channel, "name", ""),
        names=permissions.named(lacking, words),
    )
    return Reply(sentence, private=True, language=words.language)
