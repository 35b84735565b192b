"""Running on Discord until stopped: begun anew after a failure, ended by a sentence where that is no use."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import discord
import structlog
import yarl
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.core import Bot
from bot.health import Health, State
from bot.platforms.discord.client import OpennessClient
from bot.platforms.discord.error import DiscordError
from bot.settings import DiscordSettings, Settings

_TALKATIVE = ("discord.client", "discord.shard", "discord.gateway")

SHORTEST, LONGEST = 1.0, 60.0  # seconds between two starts; the pause doubles
STEADY = 300.0  # seconds of work after which the next failure counts as the first

_NO_TOKEN = "There is no Discord token: set OPENNESS_DISCORD_TOKEN or OPENNESS_DISCORD_TOKEN_FILE."
_TOKEN = "Discord refuses the token: copy it anew from the Developer Portal (Bot, Reset Token)."
_FINAL = {  # close codes of the gateway after which another attempt would end the same way
    4004: _TOKEN,
    4010: "Discord refuses the shards: check shard_ids and shard_count in [discord].",
    4011: "Discord wants more shards: raise shard_count in [discord], or set it to 0 for automatic.",
    4012: "Discord no longer speaks this version of its gateway: update the bot.",
    4013: "Discord does not know the intents that were asked for: update the bot.",
    4014: "Discord does not allow the intents that were asked for: update the bot.",
}

log = structlog.get_logger(__name__)


async def run(bot: Bot, settings: Settings, health: Health | None = None) -> None:
    """Answer on Discord until cancelled. Raises :class:`DiscordError` where trying again is no use."""
    health = health or Health()
    token = token_of(settings.discord)
    redirect(settings.discord)
    for name in _TALKATIVE:
        logging.getLogger(name).addFilter(_in_one_sentence)
    pause = SHORTEST
    try:
        while True:
            started = time.monotonic()
            health.becomes(State.STARTING)
            reason = await _once(OpennessClient(bot, settings.discord, health, settings.editors), token)
            pause = SHORTEST if time.monotonic() - started > STEADY else pause
            health.restarts += 1
            health.becomes(State.RESTARTING, reason)
            log.warning(f"{reason} Trying again in {pause:.0f} s.", restarts=health.restarts)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST)
    finally:
        health.becomes(State.STOPPED, health.reason)


async def _once(client: OpennessClient, token: str) -> str:
    """Run the client until it ends; the sentence that says why. Raises :class:`DiscordError`."""
    try:
        async with client:
            await client.start(token)
    except (discord.LoginFailure, discord.ConnectionClosed, discord.PrivilegedIntentsRequired) as error:
        final = _final(error)
        if final is not None:
            raise DiscordError(final) from None
        return f"Discord closed the connection ({error})."
    except (OSError, TimeoutError, aiohttp.ClientError) as error:
        return f"Discord cannot be reached ({error or type(error).__name__})."
    except discord.HTTPException as error:
        return f"Discord answers with an error ({error.status})."
    except Exception as error:
        log.exception("unexpected", platform="discord")
        return f"The connection to Discord failed ({type(error).__name__})."
    return "The connection to Discord ended."


def _final(error: Exception) -> str | None:
    match error:
        case discord.LoginFailure():
            return _TOKEN
        case discord.PrivilegedIntentsRequired():
            return _FINAL[4014]
        case discord.ConnectionClosed(code=code):
            return _FINAL.get(code)
    return None


def token_of(settings: DiscordSettings) -> str:
    """The token. Raises :class:`DiscordError` without one, or where the shards make no sense."""
    if settings.token is None or not settings.token.get_secret_value().strip():
        raise DiscordError(_NO_TOKEN)
    if settings.shard_ids and max(settings.shard_ids) >= settings.shard_count:
        raise DiscordError("[discord] shard_ids need a shard_count above the highest of them.")
    return settings.token.get_secret_value().strip()


def redirect(settings: DiscordSettings) -> None:
    """Point the library at other addresses where the settings give some: a proxy, a test server."""
    if settings.api_url:
        Route.BASE = settings.api_url.rstrip("/")
    if settings.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)
    if settings.cdn_url:
        Asset.BASE = settings.cdn_url.rstrip("/")


def _in_one_sentence(record: logging.LogRecord) -> bool:
    """Put the library's lost connections into one line: a traceback tells an operator nothing more."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, OSError | TimeoutError | aiohttp.ClientError | discord.DiscordException):
        record.msg = f"{record.getMessage()} ({error or type(error).__name__})"
        record.args, record.exc_info = (), None
    return True


@asynccontextmanager
async def logged_in(bot: Bot, settings: DiscordSettings) -> AsyncIterator[OpennessClient]:
    """A client that is logged in and not connected, to look or change by REST. Raises ``DiscordError``."""
    token = token_of(settings)
    redirect(settings)
    quiet = settings.model_copy(update={"sync_at_start": False, "shard_ids": (), "shard_count": 1})
    async with OpennessClient(bot, quiet, Health()) as client:
        try:
            await client.login(token)
        except discord.LoginFailure:
            raise DiscordError(_TOKEN) from None
        except (OSError, TimeoutError, aiohttp.ClientError, discord.HTTPException) as error:
            raise DiscordError(f"Discord cannot be reached ({error}).") from None
        yield client
