"""Names written as addresses: repositories, catalogue pages, and the paths that hosts give to models."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts.names.vocabulary import SITES

_URL = re.compile(
    r"(?:(?P<scheme>[a-z+]+)://)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/(?P<path>\S*)", re.I
)
_SCHEME = re.compile(r"(?:hf|huggingface|ollama|openrouter|hub|git|models?):(?://)?(?=\S)", re.I)
_DEEPER = frozenset(
    {"tree", "blob", "resolve", "raw", "commit", "commits", "discussions", "releases", "wiki", "issues"}
)
_SHELVES = frozenset({"api", "library", "model", "models", "m", "catalog"})
_KEPT_SHELVES = frozenset({"datasets", "collections", "spaces", "papers"})


@dataclass(frozen=True, slots=True)
class Address:
    """The owner and the name that an address holds. Without an owner ``name`` may be an owner's own page.

    ``site`` is "hub", "code" or "catalogue", or "" for a bare path such as ``openai/gpt-oss-20b``;
    ``shelf`` is the part of a hub that isn't about models (``datasets``, ``spaces``).
    """

    owner: str
    name: str
    site: str = ""
    shelf: str = ""


def address(text: str) -> Address | None:
    """Read an address, or None where the text is none. The address of an unknown site has no name."""
    url = _URL.fullmatch(text)
    if url is not None and (url["scheme"] or url["host"].lower() in SITES):
        site = SITES.get(url["host"].lower())
        return (
            _on_site(site, re.split(r"[?#]", url["path"])[0].split("/"))
            if site
            else Address("", "", "elsewhere")
        )
    scheme = _SCHEME.match(text)
    path = text[scheme.end() :] if scheme else text
    if "/" not in path or " " in path:
        return Address("", path) if scheme else None
    segments = _above([each for each in path.split("/") if each])
    if not segments:
        return None
    return Address(segments[-2] if len(segments) > 1 else "", segments[-1])


def _on_site(site: str, segments: list[str]) -> Address:
    segments = _above([each for each in segments if each])
    while segments and segments[0].lower() in _SHELVES:
        segments = segments[1:]
    shelf = ""
    if segments and segments[0].lower() in _KEPT_SHELVES:
        shelf, segments = segments[0].lower(), segments[1:]
    if len(segments) < 2:
        return Address("", segments[0] if segments else "", site, shelf)
    return Address(segments[0], segments[1].removesuffix(".git"), site, shelf)


def _above(segments: list[str]) -> list[str]:
    """The segments before those that lead into a repository."""
    for at, each in enumerate(segments):
        if at >= 1 and each.lower() in _DEEPER:
            return segments[:at]
    return segments
