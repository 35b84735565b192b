"""Names written as addresses: repositories, catalogue pages, and the paths that hosts give to models."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts.names.vocabulary import SITES

_URL = re.compile(
    r"(?:(?P<scheme>[a-z+]+)://)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/(?P<path>\S*)", re.IGNORECASE
)
_SCHEME = re.compile(r"(?:hf|huggingface|ollama|openrouter|hub|git|models?):(?://)?(?=\S)", re.IGNORECASE)
_DEEPER = frozenset("blob commit commits discussions issues raw releases resolve tree wiki".split())
_SHELVES = frozenset("api catalog library m model models".split())
_KEPT_SHELVES = frozenset("collections datasets papers spaces".split())


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


ELSEWHERE = Address("", "", "elsewhere")
"""An address of a site that isn't known: nothing is read from it."""


def address(text: str) -> Address | None:
    """Read an address, or None where the text is none."""
    url = _URL.fullmatch(text)
    if url is not None and (url["scheme"] or url["host"].lower() in SITES):
        site = SITES.get(url["host"].lower())
        path = url["path"].partition("?")[0].partition("#")[0]
        return _on_site(site, path.split("/")) if site else ELSEWHERE
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
