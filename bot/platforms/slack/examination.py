"""What `openness doctor` says of Slack: what was granted, what is missing, and why each is needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.platforms.slack.error import SlackError
from bot.platforms.slack.installations import Installations
from bot.platforms.slack.manifest import scopes
from bot.platforms.slack.setup import Many, setup
from bot.platforms.slack.web import APP_TOKEN, Web, check_clock, identify, in_sentences, open_web
from bot.settings import Settings
from bot.state.cipher import Cipher
from bot.state.database import open_state
from bot.state.errors import StateError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, in a sentence; ``well`` where there is nothing to mend."""

    well: bool
    said: str


async def examine(settings: Settings) -> list[Finding]:
    """Look at the settings, the tokens, the scopes and the clock. What can't be looked at is a finding."""
    try:
        found = setup(settings)
    except SlackError as error:
        return [Finding(False, str(error))]
    findings: list[Finding] = []
    needed = scopes(settings)
    try:
        async with open_web(settings.slack.api_url) as web:
            if found.many is not None:
                findings += await _workspaces(settings, found.many, needed)
            else:
                identity = await identify(web.client(found.bot_token))
                workspace = identity.name or identity.team
                findings.append(Finding(True, f"The bot token is good for the workspace {workspace}."))
                findings += _scopes(identity.scopes, needed, workspace)
                check_clock(identity)
            if found.app_token is not None:
                await _socket(web, found.app_token)
                findings.append(Finding(True, "The app token opens Socket Mode."))
    except (SlackError, StateError) as error:
        findings.append(Finding(False, str(error)))
    return findings


async def _socket(web: Web, app_token: str) -> None:
    async with in_sentences(APP_TOKEN):
        await web.client().apps_connections_open(app_token=app_token)


async def _workspaces(settings: Settings, many: Many, needed: dict[str, str]) -> list[Finding]:
    """Every workspace that installed the app, by the scopes that it granted then."""
    findings: list[Finding] = []
    async with open_state(settings.state.url.get_secret_value()) as engine:
        installations = Installations(many.client_id, engine, Cipher(many.keys))
        for bot in await installations.every_bot():
            findings += _scopes(frozenset(bot.bot_scopes), needed, bot.team_name or bot.team_id or "?")
    return findings or [Finding(True, "No workspace has installed the app yet.")]


def _scopes(granted: Iterable[str] | None, needed: dict[str, str], workspace: str) -> list[Finding]:
    if granted is None:
        return [Finding(False, f"Slack does not say which scopes {workspace} granted.")]
    held = frozenset(granted)
    found = [
        Finding(True, f"{scope}: granted, {why}.")
        if scope in held
        else Finding(
            False,
            f"{scope}: missing in {workspace}, {why}. Add it in the app's settings and install it again.",
        )
        for scope, why in needed.items()
    ]
    extra = sorted(held - needed.keys())
    if extra:
        found.append(Finding(True, f"{', '.join(extra)}: granted in {workspace}, and not needed."))
    return found
