"""A message as plain text: a platform's markup, mentions and emoji taken out, widths and quotes made alike."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 4_000  # characters: the longest message that either platform lets people write

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " "})
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]")
_STRUCK = re.compile(r"~~.+?~~")
_LABELLED = re.compile(r"<(?:https?|mailto):[^|>\s]*\|([^>]*)>")  # Slack: <https://x.ai|xAI>
_MARKDOWN_LINK = re.compile(r"\[([^\]\n]+)\]\(\s*<?https?://[^)\s]+>?\s*\)")
_BARE_LINK = re.compile(r"<(https?://[^>\s]+)>")
_MENTION = re.compile(r"<[@#!:][^>\s]*>|<a?:\w+:\d+>|(?<![\w/.])@(?!cf/)[A-Za-z][\w.-]*")
_EMOJI_NAME = re.compile(r"(?<![\w:]):[a-z0-9_+-]+:(?!\w)")
_QUOTED_LINE = re.compile(r"^\s*(?:>+|[-*•]|#{1,6})\s+", re.MULTILINE)
_EMPHASIS = re.compile(r"[`*|]+|(?<![A-Za-z0-9])[_~]+|[_~]+(?![A-Za-z0-9])")
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]+")
_ENDLESS = re.compile(r"([A-Za-zァ-ヺー]{60})(?=[A-Za-zァ-ヺー])")  # letters in a row: longer than any name
_SPACES = re.compile(r"[^\S\n]+")


def plain(text: str) -> str:
    """The message as a person would read it aloud: half width, one space between words, its lines kept.

    What is struck through is taken back by its writer. Links stay: they can name a model.
    """
    text = unicodedata.normalize("NFKC", text[:LONGEST]).translate(_QUOTES)
    text = _INVISIBLE.sub("", text)
    text = _STRUCK.sub(" ", text)
    text = _LABELLED.sub(r"\1", text)
    text = _MARKDOWN_LINK.sub(r"\1", text)
    text = _BARE_LINK.sub(r"\1 ", text)
    for noise in (_MENTION, _EMOJI_NAME, _QUOTED_LINE, _PICTURES):
        text = noise.sub(" ", text)
    text = _ENDLESS.sub(r"\1 ", _EMPHASIS.sub("", text))
    return "\n".join(filter(None, (_SPACES.sub(" ", line).strip() for line in text.splitlines())))
