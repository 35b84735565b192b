"""What can go wrong on the asker's side, as values: the words come from `bot.replies`."""

from __future__ import annotations

from enum import StrEnum


class Mistake(StrEnum):
    """What is wrong with what was asked. Each has one sentence that says what to do."""

    NO_COMMAND = "no-command"
    UNKNOWN_COMMAND = "unknown-command"
    MISSING = "missing"
    UNKNOWN_ARGUMENT = "unknown-argument"
    TOO_LONG = "too-long"
    NOT_A_DAY = "not-a-day"
    FUTURE_DAY = "future-day"
    NOT_A_CHOICE = "not-a-choice"
    SAME_MODEL = "same-model"
    TOO_MANY = "too-many"
    NOT_EDITOR = "not-editor"
    NOT_MANAGER = "not-manager"
    NOT_A_TIME = "not-a-time"
    NOT_A_ZONE = "not-a-zone"
    TOO_MANY_DIGESTS = "too-many-digests"
    AWAY = "away"
    NOT_HERE = "not-here"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_DATE = "not-a-date"
    NOT_A_LINK = "not-a-link"
    NOT_A_RECORD = "not-a-record"


class BadInput(Exception):
    """The asker can mend it: ``argument`` and ``value`` are theirs, ``choices`` what would be right."""

    def __init__(
        self, mistake: Mistake, argument: str = "", value: str = "", choices: tuple[str, ...] = ()
    ) -> None:
        super().__init__(f"{mistake}: {argument} {value}".strip())
        self.mistake = mistake
        self.argument = argument
        self.value = value
        self.choices = choices


class PlatformError(Exception):
    """A platform cannot be started or goes no further; the message is one sentence that says what to do."""
