"""The connection: discord.py's client with what we ask of the gateway, its events led to the adapter."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands

from bot.core import Bot
from bot.health import Health, State
from bot.platforms.discord import delivery, form, mentions, outdated
from bot.platforms.discord.adapter import Adapter
from bot.platforms.discord.editors import EditorsChannel
from bot.platforms.discord.error import DiscordError
from bot.platforms.discord.posts import Posts
from bot.platforms.discord.render import View
from bot.platforms.discord.sync import sync
from bot.platforms.discord.tree import Doors, Translator, fill
from bot.platforms.review import Review
from bot.replies.words import words as words_in
from bot.settings import DiscordSettings, EditorsSettings

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""None is privileged. Messages come without their text, but for mentions of the bot and direct messages."""

discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it never speaks aloud

log = structlog.get_logger(__name__)

Interaction = discord.Interaction[Any]


class Tree(app_commands.CommandTree["OpennessClient"]):
    """The commands, with the one place for what goes wrong in them."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Answer privately, whatever it was: a stale registration with a sentence of its own."""
        async with delivery.guarded(interaction):
            if interaction.type is discord.InteractionType.autocomplete:
                await interaction.response.autocomplete([])
            elif isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
                reply = outdated.stale_command(words_in(interaction.locale.value))
                await delivery.answer(interaction, reply, View(), hidden=True)
            else:
                raise error.original if isinstance(error, app_commands.CommandInvokeError) else error


class OpennessClient(discord.AutoShardedClient):
    """The bot on Discord. Nothing is cached that an answer doesn't take."""

    def __init__(
        self, bot: Bot, settings: DiscordSettings, health: Health, editors: EditorsSettings | None = None
    ) -> None:
        super().__init__(
            intents=INTENTS,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            shard_ids=list(settings.shard_ids) or None,  # type: ignore[arg-type]  # None: all of them
            shard_count=settings.shard_count or None,
        )
        self.health = health
        self._bot = bot
        self._settings = settings
        self._editors = editors or EditorsSettings()
        self._adapter = Adapter(bot, settings)
        self._frozen = False
        self._lost: set[int] = set()  # shards without a connection
        self._reviewing: asyncio.Task[None] | None = None
        self._session: aiohttp.ClientSession | None = None  # of what is posted unasked
        self.tree = Tree(self)
        fill(self.tree, Doors(self._adapter.ask, self._adapter.complete, self._adapter.about))

    async def setup_hook(self) -> None:
        """Between login and gateway: the translations, the commands where they differ, the shards."""
        await self.tree.set_translator(Translator())
        if self._settings.sync_at_start and 0 in (self._settings.shard_ids or (0,)):
            await self._sync()
        if self.shard_count is None:
            try:
                self.shard_count, _, _ = await self.http.get_bot_gateway()
            except (discord.GatewayNotFound, KeyError):  # a proxy that knows none: one connection serves
                self.shard_count = 1

    async def _sync(self) -> None:
        """Register the commands; where Discord refuses, those that are registered still work."""
        try:
            log.info(str(await sync(self, self.tree)))
        except DiscordError as error:
            log.warning(str(error)[:300])

    async def on_ready(self) -> None:
        """All servers are known: what is there now stays, and the garbage collector need not look at it."""
        self.health.becomes(State.READY)
        log.info("ready on Discord", servers=len(self.guilds), shards=self.shard_count)
        if not self._frozen:
            self._frozen = True
            gc.collect()
            gc.freeze()

    def _review(self) -> None:
        """Show editors what is proposed, from the process that has the first shard."""
        mine = 0 in (self._settings.shard_ids or (0,))
        if self._reviewing is None and mine and self._bot.desk is not None:
            channel = EditorsChannel(self, self._editors, self._bot.store.version)
            self._reviewing = asyncio.create_task(Review(self._bot, self._bot.desk, channel).follow())

    def _open(self) -> None:
        """Let digests out by this connection."""
        door = self._bot.doors.get("discord")
        if door is not None and self.http.token is not None:
            self._session = self._session or aiohttp.ClientSession()
            door.behind = Posts(self, self._session, self.http.token, self._bot.store.version)

    async def close(self) -> None:
        """End the connection, and what goes on beside it."""
        if self._reviewing is not None:
            self._reviewing.cancel()
        if (door := self._bot.doors.get("discord")) is not None:
            door.behind = None
        if self._session is not None:
            await self._session.close()
        await super().close()

    async def on_shard_connect(self, shard_id: int) -> None:
        """Connected, though not all servers are known yet: what is sent unasked needs none of them."""
        self._review()
        self._open()

    async def on_shard_ready(self, shard_id: int) -> None:
        """A shard is connected, or connected anew."""
        self._connected(shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """A shard is connected again, and nothing was missed."""
        self._connected(shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """The library reconnects the shard by itself."""
        if not self.is_closed():
            self._lost.add(shard_id)
            self.health.becomes(State.DISCONNECTED, "The connection to Discord was lost.")

    def _connected(self, shard_id: int) -> None:
        self._lost.discard(shard_id)
        if not self._lost and self._frozen:
            self.health.becomes(State.READY)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Buttons, menus and forms: their ids say everything. Commands have come through the tree."""
        data: Any = interaction.data or {}
        async with delivery.guarded(interaction):
            if interaction.type is discord.InteractionType.component:
                picked = data.get("values") or (data.get("custom_id", ""),)
                await self._adapter.press(interaction, str(picked[0]))
            elif interaction.type is discord.InteractionType.modal_submit:
                await self._adapter.submit(interaction, str(data.get("custom_id", "")), form.filled(data))

    async def on_message(self, message: discord.Message) -> None:
        """A mention or a direct message."""
        if self.user is not None:
            await mentions.answer(self._bot, self.user, message)

    async def on_error(self, event: str, *args: Any, **kwargs: Any) -> None:
        """What no event handler expected: into the log."""
        log.exception("unexpected", during=event, platform="discord")
