from __future__ import annotations

import re

from bot.facts import glossary
from bot.facts.glossary import GLOSSARY

_JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


def test_every_entry_is_whole_in_both_languages() -> None:
    """Name, meaning and who decides, in English and in Japanese; related entries are there."""
    for entry in GLOSSARY.values():
        for text in (entry.meaning, entry.decided_by):
            assert text.en.endswith("."), entry.id
            assert text.ja is not None
            assert _JAPANESE.search(text.ja), entry.id
            assert text.ja.endswith("。"), entry.id
        assert entry.name.ja
        assert set(entry.see) <= set(GLOSSARY), entry.id


def test_every_meaning_has_its_page_unless_it_is_our_own() -> None:
    """A word that others decide names where that is read, over https."""
    for entry in GLOSSARY.values():
        ours = entry.decided_by.en.startswith("This bot")
        assert entry.pages or ours, entry.id
        assert all(page.url.startswith("https://") for page in entry.pages)


def test_no_name_stands_for_two_entries() -> None:
    """A word is explained as one thing: every name leads to the entry that lists it."""
    for name, id in glossary.names().items():
        found = glossary.find(name)
        assert found is not None, name
        assert found.id == id, name
