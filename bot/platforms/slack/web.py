"""Slack's Web API: clients that share one session, wait where Slack asks to, and speak in sentences."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.builtin_interval_calculators import BackoffRetryIntervalCalculator
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.platforms.slack.error import SlackError, Unreachable

SLACK = "https://slack.com/api/"
SECONDS = 10  # for one call
PAUSE = 0.5  # seconds before a call is made again; the pause doubles
DRIFT = 120.0  # seconds that the clock may be off: Slack's signatures are void after 300

BOT_TOKEN, APP_TOKEN = "OPENNESS_SLACK_BOT_TOKEN", "OPENNESS_SLACK_APP_TOKEN"

_REFUSALS = {
    "invalid_auth": "{token} is refused: copy it anew from the app's settings.",
    "not_authed": "{token} is empty: copy it from the app's settings.",
    "account_inactive": "{token} belongs to a workspace or a bot that was removed: install the app again.",
    "token_revoked": "{token} was revoked: install the app again.",
    "token_expired": "{token} has expired: copy a new one from the app's settings.",
    "not_allowed_token_type": "{token} is of another kind: a bot's begins with xoxb-, an app's with xapp-.",
    "missing_scope": "{token} lacks the scope {needed}: add it in the app's settings and install it again.",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is in the workspace, and which scopes it was granted; None where Slack didn't say."""

    team: str
    user: str
    name: str
    scopes: frozenset[str] | None
    ahead: float | None = None  # seconds that our clock is ahead of Slack's; None where Slack didn't say

    def missing(self, needed: Iterable[str]) -> tuple[str, ...]:
        """Which of the needed scopes were not granted."""
        return tuple(each for each in needed if self.scopes is not None and each not in self.scopes)


class Web:
    """Makes clients for one address of the Web API."""

    def __init__(self, session: aiohttp.ClientSession, api_url: str = "") -> None:
        self._session = session
        self.base = base(api_url)

    def client(self, token: str | None = None, patient: bool = True) -> AsyncWebClient:
        """A client with that token; ``patient`` where it tries again by itself."""
        return AsyncWebClient(
            token=token,
            base_url=self.base,
            timeout=SECONDS,
            session=self._session,
            retry_handlers=_retries() if patient else [],
        )

    def answering(self, response_url: str) -> AsyncWebhookClient:
        """A client for the address that came with a command or an interaction."""
        return AsyncWebhookClient(
            response_url, timeout=SECONDS, session=self._session, retry_handlers=_retries()
        )


@asynccontextmanager
async def open_web(api_url: str) -> AsyncIterator[Web]:
    """The Web API over one session, closed at the end."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS)) as session:
        yield Web(session, api_url)


def base(api_url: str) -> str:
    """The address under which the methods lie, as slack_sdk wants it."""
    if not api_url:
        return SLACK
    written = api_url if api_url.endswith("/") else f"{api_url}/"
    return f"{written}api/" if urlsplit(written).path == "/" else written


def authorize_url(api_url: str) -> str:
    """The page at which a workspace grants the scopes."""
    parts = urlsplit(base(api_url))
    return f"{parts.scheme}://{parts.netloc}/oauth/v2/authorize"


async def identify(client: AsyncWebClient, now: Callable[[], float] = time.time) -> Identity:
    """Who the token makes us. Raises :class:`SlackError`."""
    async with in_sentences(BOT_TOKEN):
        answer = await client.auth_test()
    headers = {name.lower(): value for name, value in answer.headers.items()}
    granted = headers.get("x-oauth-scopes")
    return Identity(
        team=str(answer.get("team_id") or ""),
        user=str(answer.get("user_id") or ""),
        name=str(answer.get("team") or ""),
        scopes=frozenset(each.strip() for each in granted.split(",") if each.strip())
        if granted is not None
        else None,
        ahead=_ahead(headers.get("date", ""), now()),
    )


@asynccontextmanager
async def in_sentences(token: str) -> AsyncIterator[None]:
    """Turn what Slack refuses at start into a sentence about that token. Raises :class:`SlackError`."""
    try:
        yield
    except SlackApiError as error:
        if error.response.status_code >= 500 or error.response.status_code == 429:
            raise Unreachable(f"Slack answers with an error ({error.response.status_code}).") from None
        code = str(error.response.get("error") or error.response.status_code)
        said = _REFUSALS.get(code, "Slack refuses {token} ({code}).")
        needed = str(error.response.get("needed") or "that it needs")
        raise SlackError(said.format(token=token, code=code, needed=needed)) from None
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        reason = str(error) or type(error).__name__
        raise Unreachable(f"Slack cannot be reached ({reason}): check the network.") from None


def check_clock(identity: Identity) -> None:
    """Raises :class:`SlackError` where our clock is so far off that Slack's signatures would seem void."""
    off = identity.ahead or 0.0
    if abs(off) > DRIFT:
        way = "ahead of" if off > 0 else "behind"
        raise SlackError(
            f"This machine's clock is {abs(off):.0f} seconds {way} Slack's: set it, "
            "for signatures are void after 300 seconds."
        )


def _ahead(date: str, now: float) -> float | None:
    try:
        return now - parsedate_to_datetime(date).timestamp()
    except (TypeError, ValueError):
        return None


def _retries() -> list[AsyncRetryHandler]:
    pause = BackoffRetryIntervalCalculator(backoff_factor=PAUSE)
    return [
        AsyncRateLimitErrorRetryHandler(max_retry_count=2),
        AsyncServerErrorRetryHandler(max_retry_count=2, interval_calculator=pause),
        AsyncConnectionErrorRetryHandler(max_retry_count=2, interval_calculator=pause),
    ]
