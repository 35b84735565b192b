"""How the app is to run, read from the settings and checked before anything is opened."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import SecretStr

from bot.platforms.slack.error import SlackError
from bot.platforms.slack.manifest import slash_command
from bot.settings import Settings

_BOTH = (
    "There is both a bot token and a client id: set OPENNESS_SLACK_BOT_TOKEN for one workspace, or "
    "OPENNESS_SLACK_CLIENT_ID for many that install the app themselves."
)
_NEITHER = (
    "There is no Slack token: set OPENNESS_SLACK_BOT_TOKEN for one workspace, "
    "or OPENNESS_SLACK_CLIENT_ID for many."
)
_SWAPPED = "{variable} holds a token of another kind: the bot's begins with xoxb-, the app's with xapp-."


@dataclass(frozen=True, slots=True)
class Many:
    """The app's own credentials, where workspaces install it themselves."""

    client_id: str
    client_secret: str
    keys: str


@dataclass(frozen=True, slots=True)
class Setup:
    """What it takes to run: one workspace's token or the app's credentials, and one of two transports."""

    command: str
    bot_token: str | None
    many: Many | None
    app_token: str | None  # for Socket Mode
    signing_secret: str | None  # for HTTP


def setup(settings: Settings) -> Setup:
    """The setup that the settings make. Raises :class:`SlackError`: missing, or contradicting itself."""
    slack = settings.slack
    command = slash_command(slack)
    bot_token, app_token = _secret(slack.bot_token), _secret(slack.app_token)
    if bot_token and slack.client_id:
        raise SlackError(_BOTH)
    if not bot_token and not slack.client_id:
        raise SlackError(_NEITHER)
    if bot_token and bot_token.startswith("xapp-"):
        raise SlackError(_SWAPPED.format(variable="OPENNESS_SLACK_BOT_TOKEN"))
    if app_token and app_token.startswith("xoxb-"):
        raise SlackError(_SWAPPED.format(variable="OPENNESS_SLACK_APP_TOKEN"))
    signing_secret = _secret(slack.signing_secret)
    if slack.mode == "socket" and not app_token:
        raise SlackError(
            "Socket Mode needs OPENNESS_SLACK_APP_TOKEN, a token with connections:write; "
            'or set mode = "http" in [slack].'
        )
    if slack.mode == "http" and not signing_secret:
        raise SlackError("The HTTP mode needs OPENNESS_SLACK_SIGNING_SECRET: requests are checked by it.")
    return Setup(
        command=command,
        bot_token=bot_token,
        many=_many(settings) if slack.client_id else None,
        app_token=app_token if slack.mode == "socket" else None,
        signing_secret=signing_secret if slack.mode == "http" else None,
    )


def _many(settings: Settings) -> Many:
    slack, editors = settings.slack, settings.editors
    if (editors.slack_users or editors.slack_groups or editors.slack_channel) and not editors.slack_team:
        raise SlackError(
            "Workspaces can have the same ids: set slack_team in [editors] to the one of these editors."
        )
    secret, keys = _secret(slack.client_secret), _secret(settings.state.keys)
    if slack.mode != "http":
        raise SlackError('Workspaces install the app over HTTP: set mode = "http" in [slack].')
    if not secret:
        raise SlackError("OPENNESS_SLACK_CLIENT_ID needs OPENNESS_SLACK_CLIENT_SECRET beside it.")
    if not keys:
        raise SlackError(
            "Workspaces' tokens are kept encrypted: "
            "set OPENNESS_STATE_KEYS to a key made with `openness slack key`."
        )
    return Many(str(slack.client_id), secret, keys)


def _secret(secret: SecretStr | None) -> str | None:
    return (secret.get_secret_value().strip() or None) if secret is not None else None
