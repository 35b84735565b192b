"""What a button says when it is pressed: all that it takes to answer, so no button dies with the process.

An action's id begins with what pressing does; its value, ``4f0c9a1b 2 en timeline xai``, means "page 3 of
that line in English, made from facts of version 4f0c9a1b…".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

DIGITS = 8  # of the version of the facts

_VALUE = re.compile(rf"([0-9a-f]{{0,{DIGITS}}}) (\d{{1,4}}) ([a-z]{{2}}) (.+)", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Act(StrEnum):
    """What pressing does."""

    SHOW = "show"  # in place of what is there
    ASK = "ask"  # beside it
    DAY = "day"  # show as of the day that was picked; the value is in the id
    SHARE = "share"  # to the channel
    FIND = "find"  # show what was found by typing


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button or picked option: what it does, to which command line and page, from which facts."""

    act: Act
    line: str
    version: str = ""
    page: int = 0
    language: str = "en"

    @property
    def value(self) -> str:
        """The value to send."""
        return f"{self.version[:DIGITS]} {self.page} {self.language} {self.line}"

    def stale(self, version: str) -> bool:
        """Whether the facts are others than those it was made from."""
        return self.version != version[:DIGITS]


def read(action: Mapping[str, Any]) -> Press | None:
    """The press of an action as Slack sends it; None for one that is not ours, or of another form."""
    name, _, rest = str(action.get("action_id", "")).partition("-")
    if name not in set(Act):
        return None
    picked = action.get("selected_option")
    value = picked.get("value") if isinstance(picked, Mapping) else action.get("value")
    found = _VALUE.fullmatch(rest if name == Act.DAY else str(value or ""))
    if found is None:
        return None
    version, page, language, line = found.groups()
    if name == Act.DAY:
        day = str(action.get("selected_date") or "")
        if _DAY.fullmatch(day) is None:
            return None
        line = f"{line} as_of:{day}"  # a value that is named again replaces the one before
    return Press(Act(name), line, version, int(page), language)
