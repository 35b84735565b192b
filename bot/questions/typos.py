"""Words as people mistype them, made right again: a closed list, and slips in the words that steer a reading."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")

_SLANG = {
    "opne": "open", "oepn": "open", "opn": "open", "opensorce": "open source", "opensourced": "open sourced",
    "sorce": "source", "souce": "source", "soruce": "source", "opensource": "open source", "teh": "the",
    "wat": "what", "wats": "what is", "whats": "what is", "what's": "what is", "wut": "what", "wuts": "what is",
    "who's": "who is", "where's": "where is", "wheres": "where is", "when's": "when is", "how's": "how is",
    "wich": "which", "wen": "when will", "whn": "when", "wher": "where", "pls": "please", "plz": "please",
    "u": "you", "ur": "your", "r": "are", "cuz": "because", "dont": "don't", "doesnt": "doesn't",
    "isnt": "isn't", "cant": "can't", "wont": "won't", "im": "i'm", "gonna": "going to", "wanna": "want to",
    "gimme": "give me", "lemme": "let me", "ppl": "people", "lic": "licence", "comercial": "commercial",
    "comercially": "commercially", "commerical": "commercial", "data-set": "dataset", "datset": "dataset",
    "wieghts": "weights", "wights": "weights", "weigths": "weights", "weihgts": "weights",
    "compair": "compare", "diff": "difference", "diffs": "differences", "b/w": "between", "hist": "history",
    "info": "information", "abt": "about", "rn": "right now", "yr": "year", "yrs": "years", "thx": "thanks",
    "rite": "right", "plsss": "please", "oss": "open source", "datas": "data", "lisense": "license",
}  # fmt: skip

_STEERING = """
    license licence licensed licensing commercial commercially timeline history chronology compare comparison
    difference differences promise promised promises weights sources training dataset datasets release
    released published publish organization organisation definition define parameters checkpoint checkpoints
    architecture overdue openness download changes changed updates evidence restrictions restriction inference
    preprocessing attribution available everything allowed redistribute references technical evaluation
    exemption european opened models pledged commitment commercially proprietary documentation intermediate
""".split()

_RIGHT = frozenset(
    """
    compared compares prepare weighs weight resource resources straining draining raining charges chances
    charged changers licensee licenses licences licensor releases released relapse defined defines refine
    model modern modest promising premise premises promisee update datas opener opens parameter history
    allows allow aloud evaluating commercials source sourced trained trainings train european commitments
    organizations organisations reference inferences restricted restrict downloads downloaded chance challenge
    datasheet datasheets sourcing retain detain
    publishes publisher available unavailable unpublished unreleased
    """.split()
)
"""Words that are right as they are, near as they come to a steering one."""

_KNOWN = frozenset(_STEERING) | _RIGHT


def corrected(text: str) -> str:
    """The text, in lower case, with the mistyped words that matter put right."""
    return _WORD.sub(lambda found: _right(found[0]), text)


@lru_cache(maxsize=4096)
def _right(word: str) -> str:
    if word in _SLANG:
        return _SLANG[word]
    if len(word) < 6 or word in _KNOWN:
        return word
    slips = 1 if len(word) < 10 else 2
    near = process.extractOne(word, _STEERING, scorer=OSA.distance, score_cutoff=slips)
    if near is None or near[0][0] != word[0] or near[0].startswith(word) or word.startswith(near[0]):
        return word
    return near[0]
