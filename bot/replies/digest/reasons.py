"""Why a digest was not sent, in a sentence for whoever can mend it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands.digest.switch import ResumeOwn
from bot.replies.reply import Choice, Reply
from bot.replies.slugs import N_
from bot.replies.words import Words, words
from bot.state.subscription import Subscription
from bot.state.why import Why, read

_SENTENCES: Mapping[Why, str] = {
    Why.NO_ACCESS: N_("Discord takes no message there ({said}): let the bot see the channel and send."),
    Why.UNINVITED: N_("Slack takes no message for the channel ({said}): invite the bot there."),
    Why.NOT_INSTALLED: N_("The app is not installed in that workspace any more: install it again."),
    Why.REFUSED: N_("The platform refuses the message ({said})."),
    Why.BUSY: N_("The platform asks to wait for {said} seconds."),
    Why.AWAY: N_("The platform cannot be reached."),
    Why.UNCERTAIN: N_("Nobody said whether it was posted."),
    Why.NO_ANSWER: N_("No answer in time."),
    Why.UNEXPECTED: N_("Unexpected trouble ({said})."),
    Why.ENDLESS: N_("It was begun twenty times, and never came to an end."),
    Why.FOUND: N_("Found on the platform."),
    Why.STOPPED: N_("The subscription was stopped."),
    Why.SUPERSEDED: N_("The next digest was due, and covers it."),
    Why.UNREADABLE: N_("The subscription cannot be read."),
    Why.NO_SCHEDULE: N_("Its schedule cannot be read: choose the day, the hour and the zone anew."),
}


def sentence(kept: str, spoken: Words) -> str:
    """The reason as it is kept, said; what is no code of ours as it stands."""
    why, said = read(kept)
    return spoken(_SENTENCES[why], said=said) if why is not None else said


def suspended(subscription: Subscription, reason: str) -> Reply:
    """What an admin is told of a suspension, with a way to end it, in the subscription's language."""
    said = words(subscription.language)
    return Reply(
        said("Digest #{id} is suspended.", id=subscription.id),
        sentence(reason, said),
        follow_ups=(Choice(said("Resume"), ResumeOwn(subscription.id)),),
        language=said.language,
    )
