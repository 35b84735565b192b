"""Why a digest was not sent, or not at once: a code and the platform's words, put into a sentence later."""

from __future__ import annotations

from enum import StrEnum

_BETWEEN = ": "


class Why(StrEnum):
    """The codes. Those that take the platform's words are kept with :meth:`saying`."""

    NO_ACCESS = "no-access"  # said: Discord takes no message in that channel
    UNINVITED = "uninvited"  # said: Slack takes no message for that channel
    NOT_INSTALLED = "not-installed"  # the app was removed from the workspace
    REFUSED = "refused"  # said: the platform takes no such message
    BUSY = "busy"  # said: the seconds that the platform asks to wait for
    AWAY = "away"  # the platform cannot be reached
    UNCERTAIN = "uncertain"  # nobody said whether it was posted
    NO_ANSWER = "no-answer"  # no answer in time
    UNEXPECTED = "unexpected"  # said: the kind of error
    ENDLESS = "endless"  # begun too often, and never ended
    FOUND = "found"  # sent after all: an earlier attempt's message was found
    STOPPED = "stopped"  # the subscription was paused or suspended meanwhile
    SUPERSEDED = "superseded"  # the next digest was due, and covers it
    UNREADABLE = "unreadable"  # the subscription's row cannot be read
    NO_SCHEDULE = "no-schedule"  # its schedule cannot be read

    def saying(self, said: object) -> str:
        """The code with what the platform said, as they are kept."""
        return f"{self}{_BETWEEN}{said}"


def read(kept: str) -> tuple[Why | None, str]:
    """The code and the platform's words; no code where it is none of ours, and all of it as words."""
    code, _, said = kept.partition(_BETWEEN)
    try:
        return Why(code), said
    except ValueError:
        return None, kept
