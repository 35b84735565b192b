"""What people type, as Slack sends it, into what is asked of the core."""

from __future__ import annotations

import re

from bot.commands import line
from bot.core import Line, Options
from bot.facts.names import NameIndex, SubjectKind

LONGEST = 4_000  # characters of a question that are read

_ESCAPED = re.compile(r"<((?:[@#!]|[a-z][a-z0-9+.-]*:)[^<>|]*)(?:\|([^<>]*))?>")
_NAMED_ARGUMENT = re.compile(r"\s[a-z_]+[:：]")
_KANA = re.compile("[\u3040-\u30ff]")
_WISH = re.compile(r"digest\s+(?:subscribe|edit\s+#?(\d{1,9}))\s*", re.IGNORECASE)
_MODELS = (SubjectKind.MODEL, SubjectKind.FAMILY)


def unescape(text: str) -> str:
    """The text as it was typed: Slack's links, mentions and entities undone."""
    typed = _ESCAPED.sub(_typed, text)
    return typed.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def asked(text: str, names: NameIndex) -> Line | Options:
    """What follows the slash command: a command, a model's name, or a question in a sentence."""
    said = unescape(text).strip()[:LONGEST]
    bare = said.lstrip("/／")
    if not bare:
        return Options("help")
    if wish := _WISH.fullmatch(bare):  # what other platforms have options for is a form here
        return Options("digest choose", {"digest": wish[1]} if wish[1] else {})
    is_command = line.begun(bare)[0] is not None
    if said != bare or (is_command and not _is_question(bare)):
        return Line(f"/{bare}")
    if _is_question(bare) or _is_sentence(bare, names):
        return Line(bare)
    return Line(f"/open {bare}")


def sentence(text: str, bot_user: str | None = None) -> Line | Options:
    """What a message asks, without the mention of the bot; help where it asks nothing."""
    me = re.escape(bot_user) if bot_user else "[A-Z0-9]+"
    text = re.sub(rf"<@{me}(?:\|[^<>]*)?>", " ", text, count=0 if bot_user else 1)
    said = unescape(text).strip()[:LONGEST]
    return Line(said) if said else Options("help")


def language(text: str, otherwise: str) -> str:
    """The language of what was typed, where the letters show it."""
    return "ja" if _KANA.search(text) else otherwise


def _typed(found: re.Match[str]) -> str:
    target, label = found[1], found[2] or ""
    match target[0]:
        case "@" | "#":
            return f"{target[0]}{label.lstrip('@#') or target[1:]}"
        case "!":
            return label or f"@{target[1:].partition('^')[0]}"
    address = target.removeprefix("mailto:")
    # Slack makes links of names such as "grok-2.com": then the label is what was typed.
    bare = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    return label if label.rstrip("/") == bare else address


def _is_question(text: str) -> bool:
    return "?" in text or "？" in text


def _is_sentence(text: str, names: NameIndex) -> bool:
    """Whether several words are no name, and hold one."""
    name = _NAMED_ARGUMENT.split(text, maxsplit=1)[0]
    if len(name.split()) == 1 and not _KANA.search(name):
        return False
    return names.known(name, _MODELS) is None and bool(names.mentions(name, _MODELS))
