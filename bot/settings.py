"""The settings: config/bot.toml, overridden by the environment and by secret files, read and checked once.

``OPENNESS_DISCORD_TOKEN`` is ``[discord] token``; ``OPENNESS_DISCORD_TOKEN_FILE`` names a file that holds it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

PREFIX = "OPENNESS_"


class SettingsError(Exception):
    """A setting is wrong; the message is one sentence that names it and says what to do."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StoreSettings(_Section):
    shipped: Path = Path("facts.db")
    path: Path = Path("data/facts.db")


class LogSettings(_Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class LimitSettings(_Section):
    per_minute: int = Field(default=30, ge=0)


class DiscordSettings(_Section):
    token: SecretStr | None = None
    sync_at_start: bool = True
    visibility: Literal["private", "public"] = "private"
    public_in: tuple[int, ...] = ()
    shard_ids: tuple[int, ...] = ()
    shard_count: int = Field(default=0, ge=0)
    api_url: str = ""
    gateway_url: str = ""
    cdn_url: str = ""


class SlackSettings(_Section):
    bot_token: SecretStr | None = None
    app_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    client_id: str | None = None
    client_secret: SecretStr | None = None
    command: str = Field(default="/openness", pattern=r"/\S{1,31}")
    mode: Literal["socket", "http"] = "socket"
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    language: Literal["en", "ja"] = "en"
    unfurl: bool = False
    api_url: str = ""


class StateSettings(_Section):
    url: SecretStr = SecretStr("sqlite+aiosqlite:///data/state.db")
    keys: SecretStr | None = None  # Fernet keys, newest first, separated by commas: tokens are kept encrypted

    @property
    def untouched(self) -> bool:
        """Whether it is a file of SQLite's that isn't there yet: nothing has been kept."""
        address = self.url.get_secret_value()
        return address.startswith("sqlite") and not Path(address.partition("///")[2]).exists()


class EditorsSettings(_Section):
    discord_users: tuple[str, ...] = ()
    discord_roles: tuple[str, ...] = ()
    slack_users: tuple[str, ...] = ()
    slack_groups: tuple[str, ...] = ()
    terminal: bool = True
    discord_channel: str = ""
    slack_channel: str = ""
    slack_team: str = ""
    proposals_a_day: int = Field(default=10, ge=0)


class AboutSettings(_Section):
    homepage: str = Field(default="", pattern=r"(https?://[!-~]{1,200})?")


class LinksSettings(_Section):
    every: int = Field(default=0, ge=0)
    archive_url: str = Field(default="https://archive.org/wayback/available", pattern=r"https?://\S+")


class WatchSettings(_Section):
    every: int = Field(default=0, ge=0)
    hub_url: str = Field(default="https://huggingface.co", pattern=r"https?://\S+")
    hub_token: SecretStr | None = None
    github_url: str = Field(default="https://api.github.com", pattern=r"https?://\S+")
    github_token: SecretStr | None = None


class DigestsSettings(_Section):
    slack_managers: Literal["members", "admins"] = "members"


class MetricsSettings(_Section):
    host: str = "127.0.0.1"
    port: int = Field(default=0, ge=0, le=65535)


class Settings(_Section):
    """All settings, by section."""

    store: StoreSettings = StoreSettings()
    log: LogSettings = LogSettings()
    limit: LimitSettings = LimitSettings()
    discord: DiscordSettings = DiscordSettings()
    slack: SlackSettings = SlackSettings()
    state: StateSettings = StateSettings()
    about: AboutSettings = AboutSettings()
    links: LinksSettings = LinksSettings()
    watch: WatchSettings = WatchSettings()
    editors: EditorsSettings = EditorsSettings()
    digests: DigestsSettings = DigestsSettings()
    metrics: MetricsSettings = MetricsSettings()


def read(path: Path, environment: Mapping[str, str]) -> Settings:
    """The settings of a file, overridden by the environment. Raises :class:`SettingsError`."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        text, data = "", {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not TOML: {error}.") from error
    origins = _override(data, environment)
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise SettingsError("\n".join(_sentences(error, path, text, origins))) from None


def _override(data: dict[str, Any], environment: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Put the environment's values in; the name of the variable by section and key."""
    origins: dict[tuple[str, str], str] = {}
    for variable in sorted(environment):
        match = re.fullmatch(rf"{PREFIX}([A-Z]+)_([A-Z_]+?)(_FILE)?", variable)
        if match is None:
            continue
        section, key, from_file = match.group(1).lower(), match.group(2).lower(), match.group(3)
        if section not in Settings.model_fields:
            continue
        value = environment[variable]
        if from_file:
            try:
                value = Path(value).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError(f"{variable}: its file cannot be read ({error}).") from error
        data.setdefault(section, {})[key] = _parsed(section, key, value)
        origins[section, key] = variable
    return origins


def _parsed(section: str, key: str, value: str) -> Any:
    """Lists are written with commas in the environment; the rest is text that the types convert."""
    field = Settings.model_fields[section].annotation.model_fields.get(key)  # type: ignore[union-attr]
    if field is not None and str(field.annotation).startswith("tuple"):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _sentences(
    error: ValidationError, path: Path, text: str, origins: Mapping[tuple[str, str], str]
) -> list[str]:
    """Each wrong setting with its place; never its value, which may be a secret."""
    sentences = []
    for each in error.errors(include_input=False, include_url=False):
        section, key = (*map(str, each["loc"][:2]), "", "")[:2]
        where = (
            origins.get((section, key)) or f"{path}:{_line(text, section, key)}: [{section}] {key}".rstrip()
        )
        said = "there is no such setting" if each["type"] == "extra_forbidden" else each["msg"]
        sentences.append(f"{where}: {said[:1].lower()}{said[1:]}.")
    return sentences


def _line(text: str, section: str, key: str) -> int:
    """The line of the key in its section, or of the section; 1 where neither is written."""
    found, inside = 1, False
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.fullmatch(r"\s*\[([^\]]+)\]\s*(#.*)?", line):
            inside = header.group(1).strip() == section
            found = number if inside else found
        elif inside and re.match(rf"\s*{re.escape(key)}\s*=", line):
            return number
    return found
