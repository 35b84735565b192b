"""What the words of the field mean, in our own wording: who decides, and where it is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.facts.glossary.definitions import DEFINITIONS
from bot.facts.glossary.entry import Entry, Page
from bot.facts.glossary.licensing import LICENSING
from bot.facts.glossary.openness import OPENNESS
from bot.facts.glossary.parts import PARTS

__all__ = ["GLOSSARY", "Entry", "Page", "find", "names", "near"]

GLOSSARY: Mapping[str, Entry] = {each.id: each for each in (*OPENNESS, *DEFINITIONS, *LICENSING, *PARTS)}
"""Every entry by its id, in the order in which they are listed."""

CLOSE = 5  # entries that a mistyped word is offered


def find(text: str) -> Entry | None:
    """The entry that the word stands for, however it is spelt; None where there is none."""
    id = _IDS.get(_key(text)) or _IDS.get(_key(text).removesuffix("s"))
    return GLOSSARY[id] if id is not None else None


def near(text: str) -> tuple[Entry, ...]:
    """At most five entries whose names come near, nearest first."""
    key = _key(text)
    if not key:
        return ()
    within = [look for look in _IDS if len(key) >= 3 and (key in look or (len(look) >= 3 and look in key))]
    slips = process.extract(key, list(_IDS), scorer=OSA.distance, score_cutoff=len(key) // 4, limit=CLOSE)
    found = dict.fromkeys(_IDS[look] for look in (*(look for look, _, _ in slips), *within))
    return tuple(GLOSSARY[id] for id in found)[:CLOSE]


def names() -> Mapping[str, str]:
    """Every name that people type, as it is written, with the id of its entry."""
    return {
        name: each.id
        for each in GLOSSARY.values()
        for name in (each.id, each.name.en, each.name.ja or each.name.en, *each.names)
    }


def _key(text: str) -> str:
    """Letters and digits alone, in lower case and half width."""
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if each.isalnum())


_IDS: Mapping[str, str] = {_key(name): id for name, id in names().items()}
