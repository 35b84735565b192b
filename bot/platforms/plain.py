"""Text as every platform may show it: on one line, nothing unseen in it, shortened with an ellipsis."""

from __future__ import annotations

import re

from bot.replies.reply import Line, Link, Span, Strong

WORDS = 120  # characters of a link's words

_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile(  # controls, overrides of the direction, tags: all that makes text look like another
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    """The text on one line, without characters that cannot be seen."""
    if text.isascii() and text.isprintable() and "  " not in text:  # most texts, and much sooner said
        return text
    return _SPACE.sub(" ", _INVISIBLE.sub("", text))


def shortened(text: str, limit: int) -> str:
    """The text on one line, with an ellipsis where it was too long."""
    text = plain(text)
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def shortened_line(line: Line, limit: int) -> Line:
    """The line with its text shortened to the limit; links that no longer have place are left out."""
    spans: list[Span] = []
    for span in line:
        if isinstance(span, Link):
            fitting: Span = Link(shortened(span.label, WORDS), span.url)
            taken = min(len(span.label), WORDS)
        else:
            fitting, taken = span, len(span.text if isinstance(span, Strong) else span)
        if taken > limit:
            spans.append(_cut(span, limit))
            break
        spans.append(fitting)
        limit -= taken
    return tuple(spans)


def _cut(span: Span, limit: int) -> Span:
    match span:
        case str() if limit > 1:
            return shortened(span, limit)
        case Strong(text) if limit > 1:
            return Strong(shortened(text, limit))
    return "…"
