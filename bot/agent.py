"""Who the bot says that it is, to sites that it visits."""

from __future__ import annotations

from importlib.metadata import version

NAME = "openness-bot"  # also what a robots.txt calls it


def agent(homepage: str) -> str:
    """The user agent, with the address at which its operator explains it, where there is one."""
    named = f"{NAME}/{version(NAME)}"
    return f"{named} (+{homepage})" if homepage else named
