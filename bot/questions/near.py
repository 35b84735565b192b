"""Names with a slip of the hand: taken for what they come near to only where nothing else can be meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from bot.questions.topics import Topic

SHORTEST = 6  # letters of a name in which a slip is plain: "Groq" is another company than Grok


def meant_by_slip(topic: Topic) -> Topic:
    """The topic as of the one model whose name it has but for one slip, or as it is."""
    meant = [each for each in topic.models if _one_slip(topic.asked, (each.id, each.name))]
    return replace(topic, models=(meant[0],), near=False) if len(meant) == 1 else topic


def _one_slip(asked: str, names: tuple[str, ...]) -> bool:
    """Whether it is one of the names but for one letter: numbers and their order have to be right."""
    look = _letters(asked)
    digits = "".join(filter(str.isdigit, asked))
    return len(look) - len(digits) >= SHORTEST and any(
        OSA.distance(look, _letters(each), score_cutoff=1) == 1
        and "".join(filter(str.isdigit, each)) == digits
        for each in names
    )


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
