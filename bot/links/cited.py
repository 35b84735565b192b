"""The pages that the facts cite, and by which events and licences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.facts.model import Event, License, Pack, Source


@dataclass(frozen=True, slots=True)
class Page:
    """A page, without fragment. ``near``: the day on which it said what it is cited for, where known."""

    url: str
    used_by: tuple[str, ...]
    near: date | None
    archived: bool  # wherever it is cited


def page(url: str) -> str:
    """The address of the page that a source points into."""
    return url.partition("#")[0]


def pages(pack: Pack) -> Mapping[str, Page]:
    """Every page that is cited, by address, in the order of the pack."""
    cited: dict[str, list[tuple[str, Source]]] = {}
    for id, source in _sources(pack):
        cited.setdefault(page(source.url), []).append((id, source))
    return {url: _page(url, places) for url, places in cited.items()}


def _sources(pack: Pack) -> Iterator[tuple[str, Source]]:
    citing: list[Event | License] = [*pack.events, *pack.licenses]
    for each in citing:
        for source in each.sources:
            yield each.id, source


def _page(url: str, places: list[tuple[str, Source]]) -> Page:
    days = [day for _, source in places if (day := _day(source)) is not None]
    return Page(
        url,
        tuple(dict.fromkeys(id for id, _ in places)),
        min(days, default=None),
        all(source.archive is not None for _, source in places),
    )


def _day(source: Source) -> date | None:
    """The day of its check, when it certainly said so, else the first day on which it can have."""
    return source.checked or (source.published.earliest if source.published else None)
