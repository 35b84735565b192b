"""models.dev: one TOML file a model (``models/<lab>/…``, ``providers/<provider>/models/…``), or its api.json.

Only what a lab or a maker's own service says of its models counts; whoever resells them knows no better.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from bot.catalogues.entry import (
    Catalogue,
    Copy,
    Entry,
    Gathering,
    Part,
    Reading,
    Said,
    Unread,
    line,
    links,
    mapping,
)
from bot.facts.date import PartialDate
from bot.facts.model import Access, Component, Source, SourceKind, Text

CATALOGUE = Catalogue(
    "models-dev",
    Text("models.dev", "models.dev"),
    "models.dev (community database)",
    "https://github.com/anomalyco/models.dev/blob/{revision}/{path}",
    "dev",
)
API = "https://models.dev/api.json"

_PROVIDER = re.compile(r".*(?P<inside>(?<![^/])providers/(?P<maker>[^/]+)/models/(?P<id>.+)\.toml)")
_LAB = re.compile(r".*(?P<inside>(?<![^/])models/(?P<maker>[^/]+)/(?P<id>.+)\.toml)")


def place(path: str) -> re.Match[str] | None:
    """The parts of the path of an entry, or None where it is none's."""
    return _PROVIDER.fullmatch(path) or _LAB.fullmatch(path)


def read(files: Mapping[str, str], copy: Copy) -> Reading:
    """The entries of TOML files, by path, or of an api.json."""
    found = Gathering()
    for path, text in files.items():
        try:
            if path.endswith(".json"):
                _read_api(path, json.loads(text), copy, found)
            else:
                _read_file(path, tomllib.loads(text), copy, found)
        except json.JSONDecodeError as error:
            found.unread.append(Unread(path, f"it is not JSON: {error.msg} in line {error.lineno}."))
        except ValueError as error:
            found.unread.append(Unread(path, f"{error}."))
    return found.reading()


def _read_file(path: str, data: dict[str, Any], copy: Copy, found: Gathering) -> None:
    where = place(path)
    # A provider's head, what it changes of another entry, or a name for whatever is the newest.
    if where is None or "release_date" not in data or _moves(where["id"]):
        found.left += 1
        return
    maker, id = where["maker"], where["id"]
    source = CATALOGUE.source(quote(where["inside"]), f"{maker}/{id}", copy.revision, None)
    resold = where.re is _PROVIDER
    found.entries.append(_entry(path, maker, id, data, source, copy, resold))


def _read_api(path: str, data: Any, copy: Copy, found: Gathering) -> None:
    for provider, about in mapping(data, "the file").items():
        for id, model in mapping(mapping(about, provider).get("models"), f"{provider}.models").items():
            title = f"{CATALOGUE.name.en}: {provider}/{id}"
            source = Source(API, title, CATALOGUE.publisher, SourceKind.SECONDARY)
            where = f"{path}: {provider}/{id}"
            if _moves(id):
                found.left += 1
                continue
            try:
                found.entries.append(_entry(where, provider, id, mapping(model, id), source, copy, True))
            except ValueError as error:
                found.unread.append(Unread(where, f"{error}."))


def _moves(id: str) -> bool:
    """Whether the name stands for another model from time to time."""
    return id.endswith("-latest")


def _entry(
    path: str, maker: str, id: str, data: dict[str, Any], source: Source, copy: Copy, resold: bool
) -> Entry:
    open_weights = data.get("open_weights")
    if not isinstance(open_weights, bool):
        raise ValueError("open_weights is missing")
    released = PartialDate.parse(line(data.get("release_date")))
    weights = [link for each in data.get("weights") or () for link in links(each.get("url"))]
    return Entry(
        catalogue=CATALOGUE,
        path=path,
        name=line(data.get("name")) or id,
        maker=maker,
        source=source,
        day=PartialDate.of(copy.day),
        addresses=(*weights, id if "/" in id else f"{maker}/{id}"),
        parts=tuple(_parts(data, open_weights, weights)),
        released=released,
        offered=None if open_weights else Access.API,
        resold=resold,
    )


def _parts(data: Mapping[str, Any], open_weights: bool, weights: list[str]) -> Iterator[Part]:
    if open_weights:
        place = weights[0] if weights else None
        yield Part(Component.PARAMETERS_FINAL, Said.LISTED, line(data.get("license")) or None, None, place)
    else:
        yield Part(Component.PARAMETERS_FINAL, Said.CLOSED)
