"""A sentence into a command, by rules and data. Nothing is generated: what is not understood is said so.

:mod:`plain` takes a message out of its markup, :mod:`heard` finds what each sentence names and asks for,
and :mod:`decision` is the table of rules that says which command that is.
"""

from __future__ import annotations

import re
from datetime import date

from bot.facts.names import NameIndex
from bot.questions.asked import Asked
from bot.questions.cue import Cue
from bot.questions.decision import decide
from bot.questions.heard import Heard, hear, together
from bot.questions.language import language
from bot.questions.plain import plain
from bot.questions.reading import Decline, Declined, Reading, Several, Understood, Unknown

__all__ = ["Decline", "Declined", "Reading", "Several", "Understood", "Unknown", "language", "read"]

_ABBREVIATED = "".join(
    rf"(?<!\b{each}\.)" for each in "vs jan feb mar apr jun jul aug sep oct nov dec".split()
)
_SENTENCE = re.compile(
    rf"(?<=[。！？!?])[\s」』)]*|(?<=[\w)\"']{{2}}[.;…]){_ABBREVIATED}\s+|\n+", re.IGNORECASE
)


def read(text: str, names: NameIndex, today: date) -> Reading:
    """What the text asks for, on the day ``today``. Never raises."""
    sentences = [each for each in _SENTENCE.split(plain(text)) if each.strip()]
    return decide(Asked(_asked([hear(each, names, today) for each in sentences]), names, today))


def _asked(sentences: list[Heard]) -> Heard:
    """The question among the sentences, with what it speaks of where only the others name it."""
    questions = [each for each in sentences if Cue.QUESTION in each.cues and each.tells]
    if not questions or len(questions) == len(sentences):
        return together(sentences)
    after = sentences[sentences.index(questions[-1]) + 1 :]
    asked = together([*questions, *map(_details, after[:1])])
    if asked.topics and not all(each.is_group for each in asked.topics):
        return asked
    others = [each for each in sentences if each not in questions and each.topics]
    return together([asked, *(Heard(topics=each.topics) for each in others[-1:])])


def _details(sentence: Heard) -> Heard:
    """What a sentence after the question says of it: "as in OSI's definition". Not what else it asks."""
    if any(each.models for each in sentence.topics):
        return Heard()
    return Heard(whens=sentence.whens, component=sentence.component, definition=sentence.definition)
