"""What is said of a plain question itself: what was understood, or why there is no answer as it was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.commands.help_ import Help
from bot.commands.open_ import Open
from bot.questions import Decline, Declined, Reading, Understood
from bot.replies.reply import Choice, Note, Paragraph, Reply
from bot.replies.slugs import N_
from bot.replies.words import Words

_REFUSED: Mapping[Decline, str] = {
    Decline.OPINION: N_("I have no opinions, only sourced facts: what is open, since when, and who says so."),
    Decline.PREDICTION: N_("I can't see the future: I know what has happened, and what was promised."),
    Decline.LEGAL: N_("I can't give legal advice: I only know what the licences themselves say."),
    Decline.OFF_TOPIC: N_(
        "That is beyond me: I know how open AI models are, under which terms, since when, and who says so."
    ),
    Decline.BY_COMMAND_ONLY: N_("That takes a command, so that nothing is changed by a misunderstanding."),
}

_BEARING: Mapping[Decline, str] = {
    Decline.PREDICTION: N_("I can't see the future. This is what was promised, and what became of it."),
    Decline.LEGAL: N_("I can't give legal advice. This is what the licence itself says."),
}


def said(reading: Reading, reply: Reply | None, words: Words) -> Reply:
    """The reply to what was read, with what has to be said of the reading itself."""
    match reading:
        case Declined():
            return _declined(reading, reply, words)
        case Understood() if reply is not None:
            return _checked(reading, reply, words)
    assert reply is not None
    return reply


def _declined(reading: Declined, reply: Reply | None, words: Words) -> Reply:
    """One friendly sentence, and the facts that bear on the question where there are any."""
    if reply is None:
        choices = (Choice(words("What can I ask?"), Help()), Choice(words("Is Grok-2 open?"), Open("grok-2")))
        return Reply(words(_REFUSED[reading.kind]), follow_ups=choices, private=True, language=words.language)
    title = words(_BEARING[reading.kind])
    line = (Paragraph((reply.headline,)),) if reply.headline else ()
    return replace(reply, title=title, headline=reply.title, blocks=(*line, *reply.blocks))


def _checked(reading: Understood, reply: Reply, words: Words) -> Reply:
    """The reply with a line that says what was understood, as far as it doesn't say so itself."""
    heads = f"{reply.title}\n{reply.headline}".casefold()
    parts = list(_understood(reading, words))
    if all(part.casefold() in heads for part, _ in parts):
        return reply
    what = words.list([part for part, is_name in parts if is_name])
    when = words(", ").join(said for _, said in _days(reading, words))
    what = words(", ").join(filter(None, (what, when)))
    return replace(reply, blocks=(Note((words("Understood: {what}", what=what),)), *reply.blocks))


def _understood(reading: Understood, words: Words) -> Iterator[tuple[str, bool]]:
    yield from ((name, True) for name in reading.names)
    yield from ((day, False) for day, _ in _days(reading, words))


def _days(reading: Understood, words: Words) -> Iterator[tuple[str, str]]:
    """The days as they are written, and in their words."""
    if reading.since is not None:
        day = words.date(reading.since)
        yield day, words("since {day}", day=day)
    if reading.day is not None:
        day = words.date(reading.day)
        yield day, words("as of {day}", day=day)
