"""Running on Slack until stopped: begun anew where Slack is away, ended where that is no use."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.state_store.sqlalchemy import AsyncSQLAlchemyOAuthStateStore

from bot.core import Bot
from bot.health import Health, State
from bot.platforms.review import Review
from bot.platforms.slack.answering import Answering
from bot.platforms.slack.delivery import Delivery
from bot.platforms.slack.editors import EditorsChannel
from bot.platforms.slack.error import SlackError, Unreachable
from bot.platforms.slack.groups import Groups
from bot.platforms.slack.installations import Installations
from bot.platforms.slack.listeners import Desk, listen
from bot.platforms.slack.managers import Managers
from bot.platforms.slack.manifest import INSTALL_PATH, NAME, REDIRECT_PATH, scopes
from bot.platforms.slack.once import Once
from bot.platforms.slack.posts import Posts
from bot.platforms.slack.replays import Replays
from bot.platforms.slack.setup import Many, Setup, setup
from bot.platforms.slack.transport import over_http, over_socket
from bot.platforms.slack.web import Identity, Web, authorize_url, check_clock, identify, open_web
from bot.platforms.slack.workspaces import ManyWorkspaces, OneWorkspace, Trusting, Workspaces
from bot.settings import Settings
from bot.state.cipher import Cipher
from bot.state.claims import Claims
from bot.state.database import Engine, open_state
from bot.state.errors import StateError

SHORTEST, LONGEST = 1.0, 60.0  # seconds between two starts; the pause doubles
STEADY = 300.0  # seconds of work after which the next failure counts as the first
INSTALLING = 600  # seconds that somebody may take to install the app

log = structlog.get_logger(__name__)


async def run(bot: Bot, settings: Settings, health: Health | None = None) -> None:
    """Answer on Slack until cancelled. Raises :class:`SlackError` where trying again is no use."""
    health = health or Health()
    found = setup(settings)
    logging.getLogger("slack_bolt").setLevel(logging.WARNING)
    pause = SHORTEST
    try:
        while True:
            started = time.monotonic()
            health.becomes(State.STARTING)
            try:
                await _once(bot, settings, found, health)
            except Unreachable as error:
                pause = SHORTEST if time.monotonic() - started > STEADY else pause
                health.restarts += 1
                health.becomes(State.RESTARTING, str(error))
                log.warning(f"{error} Trying again in {pause:.0f} s.", restarts=health.restarts)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST)
    finally:
        health.becomes(State.STOPPED, health.reason)


async def _once(bot: Bot, settings: Settings, found: Setup, health: Health) -> None:
    try:
        async with (
            open_state(settings.state.url.get_secret_value()) as engine,
            open_web(settings.slack.api_url) as web,
        ):
            await _serve(bot, settings, found, health, engine, web)
    except StateError as error:
        raise SlackError(str(error)) from error


async def _serve(
    bot: Bot, settings: Settings, found: Setup, health: Health, engine: Engine, web: Web
) -> None:
    once = Once(Claims(engine))
    workspaces: Workspaces
    if found.many is not None:
        installations = Installations(found.many.client_id, engine, Cipher(found.many.keys))
        await installations.renew()
        app = _app(found, web, _installing(found.many, settings, engine, installations))
        app.enable_token_revocation_listeners()
        workspaces = ManyWorkspaces(installations, web, found.many.client_secret, once)
    else:
        identity = await identify(web.client(found.bot_token, patient=False))
        _look_at(identity, settings, found)
        app = _app(found, web)
        workspaces = OneWorkspace(web.client(found.bot_token))
    groups = Groups(workspaces, settings.editors.slack_groups)
    managers = Managers(workspaces, admins_only=settings.digests.slack_managers == "admins")
    answering = Answering(bot, found.command, settings.slack.language, groups.of, managers.reach)
    delivery = Delivery(web, workspaces)
    desk = Desk(answering, delivery, once, settings.slack.unfurl)
    listen(app, desk)
    door = bot.doors.get("slack")
    async with _reviewing(bot, EditorsChannel(answering, delivery, settings.editors)):
        if door is not None:
            door.behind = Posts(answering, workspaces)
        try:
            if found.app_token is not None:
                await over_socket(app, web, found.app_token, health)
            else:
                await over_http(app, settings.slack.host, settings.slack.port, health)
        finally:
            if door is not None:
                door.behind = None
            await desk.tasks.close()


@asynccontextmanager
async def _reviewing(bot: Bot, channel: EditorsChannel) -> AsyncIterator[None]:
    """Show editors what is proposed until the end of the block, where facts are edited."""
    if bot.desk is None:
        yield
        return
    following = asyncio.create_task(Review(bot, bot.desk, channel).follow())
    try:
        yield
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


def _app(found: Setup, web: Web, flow: AsyncOAuthFlow | None = None) -> AsyncApp:
    """Bolt's app. The acknowledgement is the answer, so listeners are run before it is sent."""
    app = AsyncApp(
        name=NAME,
        process_before_response=True,
        signing_secret=found.signing_secret or "",
        client=web.client(),
        authorize=Trusting(),
        oauth_flow=flow,
        installation_store=flow.settings.installation_store if flow is not None else None,
        ignoring_self_events_enabled=False,  # by the events themselves: no look-up of who we are
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.use(Replays().check)
    return app


def _installing(
    many: Many, settings: Settings, engine: Engine, installations: Installations
) -> AsyncOAuthFlow:
    """The pages by which a workspace installs the app; each visit's state is checked and serves once."""
    return AsyncOAuthFlow(
        settings=AsyncOAuthSettings(
            client_id=many.client_id,
            client_secret=many.client_secret,
            scopes=list(scopes(settings)),
            install_path=INSTALL_PATH,
            redirect_uri_path=REDIRECT_PATH,
            authorization_url=authorize_url(settings.slack.api_url),
            installation_store=installations,
            state_store=AsyncSQLAlchemyOAuthStateStore(INSTALLING, engine),
            state_expiration_seconds=INSTALLING,
        )
    )


def _look_at(identity: Identity, settings: Settings, found: Setup) -> None:
    """Say which scopes are missing; refuse to listen with a clock that voids every signature."""
    if found.signing_secret is not None:
        check_clock(identity)
    missing = identity.missing(scopes(settings))
    if missing:
        log.warning(
            f"The bot lacks the scopes {', '.join(missing)}: `openness doctor` says what each is for.",
            workspace=identity.name,
        )
