"""From what an editor fills in to the record it stands for, in the facts' own plain data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bot.errors import BadInput, Mistake
from bot.facts import pack as yaml_pack
from bot.facts import plain
from bot.facts.date import PartialDate
from bot.facts.model import Organization
from bot.facts.pack import PackError
from bot.facts.record import Data, RecordKind, fact

LISTS = ("aliases", "repositories", "derived_from", "variants", "also")
"""Fields that hold a list of words: one a line, or between commas."""
STRUCTURED = ("sources", "promise", "ruling", "disputes", "terms")
"""Fields that are written in YAML."""
SUMMARY_JA = "summary-ja"
"""A field of the form alone: the Japanese half of the summary."""

_HUBS = ("github.com", "huggingface.co", "gitlab.com", "modelscope.cn", "arxiv.org")


def partial_date(text: str) -> str:
    """The date as it is written in the facts. Raises :class:`BadInput`."""
    try:
        return str(PartialDate.parse(text.strip()))
    except ValueError:
        raise BadInput(Mistake.NOT_A_DATE, "date", text) from None


def sources(text: str, maker: Organization, checked: date | None) -> list[dict[str, str]]:
    """The sources that lines such as ``https://… | title | publisher`` name. Raises :class:`BadInput`.

    A page of the maker's own, or of a repository, is primary; a title or publisher that is left out is the
    address's.
    """
    lines = [each for each in re.split(r"\n|\s+(?=https?://)", text) if each.strip()]
    return [_source([part.strip() for part in each.split("|")], maker, checked) for each in lines]


def _source(parts: list[str], maker: Organization, checked: date | None) -> dict[str, str]:
    url, title, publisher = (*parts, "", "")[:3]
    try:
        address = urlsplit(url)
        host = (address.hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    if not host or address.scheme not in ("http", "https") or any(each.isspace() for each in url):
        raise BadInput(Mistake.NOT_A_LINK, "source", url)
    home = (urlsplit(maker.homepage).hostname or "").removeprefix("www.")
    own = host == home or host.endswith(f".{home}") or host in _HUBS
    found = {
        "url": url,
        "title": title or f"{host}{address.path}".rstrip("/"),
        "publisher": publisher or (maker.name if own else host),
        "kind": "primary" if own else "secondary",
    }
    return found | ({"checked": checked.isoformat()} if checked is not None else {})


def text(english: str, japanese: str | None) -> Any:
    """A sentence as the facts write it."""
    return {"en": english, "ja": japanese} if japanese else english


def changed(data: Data, field: str, written: str) -> Data:
    """The record with one field as it was written; empty takes it away. Raises :class:`BadInput`."""
    value: Any = written.strip()
    if field in LISTS:
        value = [each.strip() for each in re.split(r"[\n,、]", written) if each.strip()]
    elif field in STRUCTURED and value:
        value = parsed(written)
    elif field in ("summary", SUMMARY_JA):
        return {**data, "summary": _said(data.get("summary", ""), field, value)}
    elif field == "date":
        value = partial_date(value)
    rest = {name: kept for name, kept in data.items() if name != field}
    return {**rest, field: value} if value else rest


def _said(old: Any, field: str, value: str) -> Any:
    english, japanese = (old["en"], old.get("ja")) if isinstance(old, Mapping) else (old, None)
    return text(value, japanese) if field == "summary" else text(english, value)


def written(data: Data, field: str) -> str:
    """A field's value as a form shows it."""
    if field in ("summary", SUMMARY_JA):
        said = data.get("summary", "")
        both = said if isinstance(said, Mapping) else {"en": said}
        return str(both.get("en" if field == "summary" else "ja") or "")
    value = data.get(field, "")
    if field in LISTS:
        return "\n".join(value)
    return yaml_pack.dump(value) if field in STRUCTURED and value else str(value)


def parsed(yaml: str) -> Any:
    """The plain data of what was written as YAML. Raises :class:`BadInput`."""
    try:
        return yaml_pack.load(yaml)
    except PackError as error:
        raise BadInput(Mistake.NOT_A_RECORD, "data", error.problems[0].message) from None


def regular(kind: RecordKind, data: Any) -> Data:
    """The record in its one canonical form. Raises :class:`BadInput` where it is none."""
    if not isinstance(data, Mapping):
        raise BadInput(Mistake.NOT_A_RECORD, "data", "write one record, as a list of names and values")
    try:
        known = fact(kind, data)
    except plain.NotFacts as error:
        raise BadInput(Mistake.NOT_A_RECORD, "data", error.problems[0][1]) from None
    found: Data = plain.unstructure(known, type(known))
    return {**found} | ({"organization": data["organization"]} if kind is RecordKind.FAMILY else {})
