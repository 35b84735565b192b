"""Who did something, in words: people as their platform names them, and the bot's own rounds."""

from __future__ import annotations

from bot.facts.edit import RELEASE, Actor
from bot.replies.slugs import N_
from bot.replies.words import Words

_PLATFORMS = {"discord": "Discord", "slack": "Slack"}
_ROUNDS = {
    RELEASE: N_("a new release of the facts"),
    "links": N_("the check of links"),
    "watch": N_("the watch of repositories"),
    "import": N_("an import"),
}


def name(actor: Actor, words: Words) -> str:
    """The actor's name, with their platform where it is a chat."""
    if actor.platform in _ROUNDS:
        return words(_ROUNDS[actor.platform])
    shown = actor.name or actor.user or words("somebody")
    platform = _PLATFORMS.get(actor.platform)
    return words("{name} ({platform})", name=shown, platform=platform) if platform is not None else shown
