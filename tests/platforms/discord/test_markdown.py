from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.markdown import escape, line, link, start, strong
from bot.replies.reply import Link, Strong

MENTION = re.compile(r"@everyone|@here|<@[!&]?\d+>|<#\d+>|<id:|</|<a?:")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("**bold** and _thin_", r"\*\*bold\*\* and \_thin\_"),
        ("[a](https://evil.example)", r"\[a\](https\://evil.example)"),
        ("||spoiler|| `code`", r"\|\|spoiler\|\| \`code\`"),
        ("@everyone", "@\u200beveryone"),
        ("<@123456789012345678>", "<\u200b@\u200b123456789012345678>"),
        ("two\nlines\t", "two lines "),
        ("\u202egpj.exe", "gpj.exe"),
        ("مفتوح", "\u2068مفتوح\u2069"),
        ("Grok-2 (xAI), 3.5 %", "Grok-2 (xAI), 3.5 %"),
    ],
)
def test_text_stays_text(text: str, escaped: str) -> None:
    """Markup, mentions, bare addresses and turned directions are shown, not obeyed."""
    assert escape(text) == escaped


@given(st.text(alphabet=st.sampled_from("@everyoneh<>!&#:/*_~|`[]()\\0123456789 \n\u202e\u200b")))
def test_no_text_mentions_anyone(text: str) -> None:
    """Whatever is written, no mention comes of it: not even one that Discord's server would find."""
    assert not MENTION.search(escape(text))
    assert not MENTION.search(line((text, Strong(text), Link(text, f"https://example.org/{text}"))))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a_(b)", "https://example.org/a_%28b%29"),
        ("http://example.org", "http://example.org"),
        ("https://example.org/a b>c", "https://example.org/a%20b%3Ec"),
    ],
)
def test_an_address_cannot_end_its_link(url: str, address: str) -> None:
    """Brackets and spaces in an address are encoded."""
    assert link("words", url) == f"[words]({address})"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "discord://-/x", "", "https://", "data:text/html,x"])
def test_only_the_web_is_linked(url: str) -> None:
    """Other schemes are left out: the words stay."""
    assert link("words", url) == "words"


def test_words_of_a_link_are_no_address() -> None:
    """Discord shows a link whose words are an address as it is written: the scheme goes."""
    assert link("https://x.ai/news", "https://x.ai/news") == "[x.ai/news](https://x.ai/news)"


@pytest.mark.parametrize("text", ["# heading", "> quote", "- item", "-# small", "1. first"])
def test_a_line_begins_with_text(text: str) -> None:
    """What begins a line makes no heading, quote or list."""
    assert start(text) in (f"\\{text}", text.replace(".", "\\.", 1))


def test_bold_leaves_spaces_outside() -> None:
    """`**a **` is not bold everywhere."""
    assert strong("Grok-1: ") == "**Grok-1:** "
    assert strong("  ") == ""
