"""What a button says when it is pressed: all that it takes to answer, so no button dies with the process.

``1p2:4f0c9a1b:timeline xai`` is form 1, "show page 2" of that line, made from facts of version 4f0c9a1b…
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.platforms.discord.fit import CUSTOM_ID

FORM = "1"
DIGITS = 8  # of the version of the facts
SELECT = f"{FORM}select"  # a select's own id: what is picked carries the id of a press

_PRESS = re.compile(rf"{FORM}([a-z])(\d{{1,4}}):([0-9a-f]{{0,{DIGITS}}}):(.+)", re.DOTALL)


class Act(StrEnum):
    """What pressing does."""

    SHOW = "p"  # in place of what is there
    ASK = "a"  # beside it
    DAY = "t"  # ask for a day first, then show
    SHARE = "s"  # to the channel
    FORM = "f"  # of a form that was sent: what it adds to the line


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button or picked option: what it does, to which command line and page, from which facts."""

    act: Act
    line: str
    version: str = ""
    page: int = 0

    @property
    def custom_id(self) -> str | None:
        """The id to send, or None where the line is too long for one."""
        written = f"{FORM}{self.act}{self.page}:{self.version[:DIGITS]}:{self.line}"
        return written if len(written) <= CUSTOM_ID else None

    def stale(self, version: str) -> bool:
        """Whether the facts are others than those it was made from."""
        return self.version != version[:DIGITS]


def read(custom_id: str) -> Press | None:
    """The press of an id; None for an id that is not ours, or of another form."""
    found = _PRESS.fullmatch(custom_id)
    if found is None or found[1] not in set(Act):
        return None
    return Press(Act(found[1]), found[4], found[3], int(found[2]))
