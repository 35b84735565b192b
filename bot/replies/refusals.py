"""What is said when there is no answer: unknown and ambiguous names, mistakes, failures. All private."""

from __future__ import annotations

from typing import Any

from bot.commands import declaration
from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.line import replace
from bot.errors import BadInput, Mistake
from bot.facts.names import Subject
from bot.replies.reply import Choice, Choices, Reply
from bot.replies.slugs import N_
from bot.replies.words import Words

SHOWN = 25  # choices: as many as both platforms show at once

_MISTAKES = {
    Mistake.NO_COMMAND: N_("Say what you want to know: /open grok-2, or /help."),
    Mistake.UNKNOWN_COMMAND: N_("There is no command “{value}”: /help lists them."),
    Mistake.MISSING: N_("“{argument}” is missing: /help {value} shows an example."),
    Mistake.UNKNOWN_ARGUMENT: N_("There is no “{argument}” here; it takes {choices}."),
    Mistake.TOO_LONG: N_("That is too long for “{argument}”: a name is enough."),
    Mistake.NOT_A_DAY: N_("“{value}” is not a day: write it like 2025-02-26, 2025-02 or 2025."),
    Mistake.FUTURE_DAY: N_("“{value}” lies in the future: I know what has happened, up to today."),
    Mistake.NOT_A_CHOICE: N_("“{value}” is not a choice for “{argument}”: it takes {choices}."),
    Mistake.SAME_MODEL: N_("“{value}” is the same model again: name another one to compare."),
    Mistake.TOO_MANY: N_("That is more than I answer in a minute: please wait a moment and ask again."),
    Mistake.NOT_EDITOR: N_(
        "Only editors may do that, and neither “{value}” nor a role or group of theirs is among the editors "
        "in this bot's configuration. Everyone may propose: /fact propose."
    ),
    Mistake.NOT_MANAGER: N_(
        "Only who manages this channel may do that (on Discord, Manage Server; on Slack, as this bot's "
        "configuration says)."
    ),
    Mistake.NOT_A_TIME: N_("“{value}” is no time of day: write it like 9 or 09:30."),
    Mistake.NOT_A_ZONE: N_("“{value}” is no time zone: name a place, such as {choices}."),
    Mistake.TOO_MANY_DIGESTS: N_("A channel has at most {value} digests: end or edit one first."),
    Mistake.AWAY: N_("Our record can’t be reached just now. Please look again in a moment."),
    Mistake.NOT_HERE: N_("The facts can’t be changed from here: ask whoever runs this bot."),
    Mistake.NOT_A_DATE: N_(
        "“{value}” is no date: write it as precisely as known, 2025, 2025-02 or 2025-02-26."
    ),
    Mistake.NOT_A_NUMBER: N_("“{value}” is no number: “{argument}” takes one, such as 12."),
    Mistake.NOT_A_LINK: N_("“{value}” is not a link: it begins with http:// or https://."),
    Mistake.NOT_A_RECORD: N_("“{argument}” can’t be read: {value}"),
}


def unknown(answer: UnknownName, command: Any, words: Words) -> Reply:
    """Not in our data; near names where there are any."""
    title = words("“{asked}” is not in our data.", asked=shortened(answer.asked))
    if not answer.near:
        said = words("That says nothing about whether it is open. Check the spelling, or ask for its maker.")
        return _refusal(title, said, words)
    choices = _choices(answer.near, answer.argument, command)
    return _refusal(title, "", words, Choices(words("Did you mean one of these?"), choices))


def ambiguous(answer: AmbiguousName, command: Any, words: Words) -> Reply:
    """Several things go by that name: which one?"""
    title = words("“{asked}” could be several things.", asked=shortened(answer.asked))
    return _refusal(
        title, "", words, Choices(words("Which one?"), _choices(answer.choices, answer.argument, command))
    )


def mistake(mistake: BadInput, words: Words) -> Reply:
    """One sentence that says what to do."""
    sentence = words(
        _MISTAKES[mistake.mistake],
        argument=mistake.argument,
        value=shortened(mistake.value),
        choices=words.list(mistake.choices, "or"),
    )
    return _refusal(sentence, "", words)


def too_slow(words: Words) -> Reply:
    """The answer took longer than a platform waits."""
    return _refusal(words("That took too long. Please try again in a moment."), "", words)


def failure(reference: str, words: Words) -> Reply:
    """Something unexpected: the asker gets the reference under which it is logged."""
    sentence = words("Something went wrong on our side. Its reference is {reference}.", reference=reference)
    return _refusal(sentence, "", words)


def shortened(text: str) -> str:
    """What the asker typed, short enough to repeat."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else plain[:59] + "…"


def _refusal(title: str, headline: str, words: Words, *blocks: Choices) -> Reply:
    return Reply(title, headline, blocks, private=True, language=words.language)


def _choices(subjects: tuple[Subject, ...], argument: str, command: Any) -> tuple[Choice, ...]:
    """The same question about each of the subjects."""
    name = argument or declaration(command).arguments[0].name
    return tuple(Choice(each.name, replace(command, **{name: each.id})) for each in subjects[:SHOWN])
