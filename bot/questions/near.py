"""Names with a slip of the hand: taken for what they come near to only where nothing else can be meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.facts.names import Found, NameIndex

if TYPE_CHECKING:
    from bot.questions.topics import Topic

SHORTEST = 4  # letters of a name in which a slip can be told from another name


def meant_by_slip(topic: Topic, names: NameIndex) -> Topic:
    """The topic as of the one model whose name it has but for one slip, or as it is.

    Numbers have to be right, and so has the first letter; a word that is a name itself is no slip:
    Mixtral 12B isn't Pixtral 12B.
    """
    word = "".join(filter(str.isalpha, topic.asked))
    if len(word) < SHORTEST or names.find(word).found in (Found.EXACT, Found.AMBIGUOUS):
        return topic
    meant = [each for each in topic.models if _one_slip(topic.asked, (each.id, each.name))]
    return replace(topic, models=(meant[0],), near=False) if len(meant) == 1 else topic


def _one_slip(asked: str, names: tuple[str, ...]) -> bool:
    look = _key(asked)
    return any(
        look[:1] == _key(each)[:1]
        and _digits(asked) == _digits(each)
        and OSA.distance(look, _key(each), score_cutoff=1) == 1
        for each in names
    )


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))
