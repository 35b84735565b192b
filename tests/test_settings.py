from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bot import settings
from bot.settings import Settings, SettingsError

ROOT = Path(__file__).parents[1]


def read(tmp_path: Path, text: str = "", **environment: str) -> Settings:
    path = tmp_path / "bot.toml"
    path.write_text(text)
    return settings.read(path, environment)


def test_the_shipped_file_holds_the_defaults() -> None:
    """config/bot.toml says what holds without it, key by key."""
    assert settings.read(ROOT / "config" / "bot.toml", {}) == Settings()


def test_every_key_has_its_sentence() -> None:
    """Above each key, or group of keys, stands a comment."""
    previous = ""
    for line in (ROOT / "config" / "bot.toml").read_text("utf-8").splitlines():
        if re.match(r"\w+ =", line):
            assert previous, f"{line} has no sentence"
        elif line.startswith("#") or not line or line.startswith("["):
            previous = line if line.startswith("#") else ""


def test_every_setting_but_secrets_is_in_the_file() -> None:
    """Who reads the file sees all there is to set; secrets are named in docs/operating.md instead."""
    written = tomllib.loads((ROOT / "config" / "bot.toml").read_text("utf-8"))
    told = (ROOT / "docs" / "operating.md").read_text("utf-8")
    for section, values in Settings():
        for key in type(values).model_fields:
            variable = f"OPENNESS_{section}_{key}".upper()
            assert key in written.get(section, {}) or variable in told, variable


def test_the_environment_overrides_the_file(tmp_path: Path) -> None:
    """A variable wins over the file; lists are written with commas."""
    found = read(
        tmp_path, "[limit]\nper_minute = 5", OPENNESS_LIMIT_PER_MINUTE="7", OPENNESS_DISCORD_PUBLIC_IN="1, 2"
    )
    assert found.limit.per_minute == 7
    assert found.discord.public_in == (1, 2)


def test_a_secret_can_come_from_a_file(tmp_path: Path) -> None:
    """The file's content without its last line break; and it is never printed."""
    (tmp_path / "token").write_text("s3cret\n")
    found = read(tmp_path, OPENNESS_DISCORD_TOKEN_FILE=str(tmp_path / "token"))
    assert found.discord.token is not None
    assert found.discord.token.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(found)


@pytest.mark.parametrize(
    ("text", "environment", "expected"),
    [
        ("[limit]\nper_minute = -1", {}, "bot.toml:2: [limit] per_minute: "),
        (
            "[discord]\n\nvisibilty = 'public'",
            {},
            "bot.toml:3: [discord] visibilty: there is no such setting.",
        ),
        ("[discrd]\nx = 1", {}, "there is no such setting"),
        ("[limit", {}, "not TOML"),
        ("", {"OPENNESS_SLACK_MODE": "carrier pigeon"}, "OPENNESS_SLACK_MODE: "),
        (
            "",
            {"OPENNESS_DISCORD_TOKEN_FILE": "/nowhere"},
            "OPENNESS_DISCORD_TOKEN_FILE: its file cannot be read",
        ),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(
    tmp_path: Path, text: str, environment: dict[str, str], expected: str
) -> None:
    """The sentence names line or variable."""
    with pytest.raises(SettingsError) as error:
        read(tmp_path, text, **environment)
    assert expected in str(error.value)


def test_a_wrong_secret_is_not_repeated(tmp_path: Path) -> None:
    """An error never prints the value that was given."""
    with pytest.raises(SettingsError) as error:
        read(tmp_path, OPENNESS_SLACK_PORT="xoxb-secret")
    assert "xoxb-secret" not in str(error.value)


def test_other_variables_are_none_of_our_business(tmp_path: Path) -> None:
    """OPENNESS_CONFIG and strangers are left alone."""
    assert read(tmp_path, OPENNESS_CONFIG="x", OPENNESS_MOT_MODELS="y", PATH="z") == Settings()
