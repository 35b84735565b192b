"""Plain text and lines as Discord's markdown. Nothing of the text becomes markup, a mention or a link."""

from __future__ import annotations

import re
from functools import lru_cache

from yarl import URL

from bot.platforms.plain import plain
from bot.replies.reply import Line, Link, Span, Strong

URL_LENGTH = 1000  # longer addresses are left out of masked links: the words stay

_MARKUP = re.compile(r"[\\*_~|`\[\]]|(?<=\w):(?=//)")
_MENTION = re.compile(r"@(?=everyone|here|[!&]?\d)|<(?=\S)")
_START = re.compile(r"[#>+-]|\d+(?=\.)")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@lru_cache(maxsize=8192)
def escape(text: str) -> str:
    """The text as it is, whatever it holds: Discord shows it and does nothing with it.

    Mentions are broken with a zero-width space, since Discord's server looks for them before markdown.
    """
    escaped = _MARKUP.sub(r"\\\g<0>", plain(text))
    if "@" in escaped or "<" in escaped:
        escaped = _MENTION.sub("\\g<0>\u200b", escaped)
    if _RIGHT_TO_LEFT.search(escaped):
        escaped = f"\u2068{escaped}\u2069"  # its direction ends where it ends
    return escaped


def start(markdown: str) -> str:
    """Markdown that begins a line with text of ours or others: no heading, quote or list is made of it."""
    stripped = markdown.lstrip()
    found = _START.match(stripped)
    if found is None:
        return stripped
    if found[0].isdigit():
        return f"{found[0]}\\{stripped[found.end() :]}"
    return f"\\{stripped}"


def strong(text: str) -> str:
    """Bold text, with the spaces around it left outside; nothing where there is none."""
    text = plain(text)
    bold = text.strip()
    return text.replace(bold, f"**{escape(bold)}**") if bold else ""


@lru_cache(maxsize=8192)
def link(label: str, url: str) -> str:
    """A masked link; its words alone where the address is not of the web."""
    words = escape(label.removeprefix("https://").removeprefix("http://"))
    address = _address(url)
    return f"[{words}]({address})" if address and words.strip() else words


def line(spans: Line) -> str:
    """A line of text, bold words and links."""
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    match span:
        case Link(label, url):
            return link(label, url)
        case Strong(text):
            return strong(text)
        case str():
            return escape(span)


def _address(url: str) -> str:
    """The address, with all that could end a link encoded; empty where it is not http or https."""
    try:
        address = URL(url.strip())
    except ValueError:
        return ""
    if address.scheme not in ("http", "https") or not address.host:
        return ""
    text = str(address)
    for character in "()<>[]\\ ":
        text = text.replace(character, f"%{ord(character):02X}")
    return text if len(text) <= URL_LENGTH else ""
