"""The Model Openness Tool: one YAML file a model, each component with its licence.

Its ``release.date`` is the day of the entry, not of the model: many entries of old models share one. So an
entry says what could be had by that day, and never since when.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from bot.catalogues.entry import Catalogue, Copy, Entry, Gathering, Part, Reading, Said, Unread, line, mapping
from bot.facts import mot
from bot.facts.date import PartialDate
from bot.facts.model import Access, Component, Text

CATALOGUE = Catalogue(
    "mot",
    Text("Model Openness Tool", "Model Openness Tool"),
    "LF AI & Data / Generative AI Commons",
    "https://github.com/lfai/model_openness_tool/blob/{revision}/{path}",
    "main",
)

_MAYBE_GATED = frozenset(
    {
        Component.PARAMETERS_FINAL,
        Component.PARAMETERS_INTERMEDIATE,
        Component.TRAINING_DATA,
        Component.EVALUATION_DATA,
    }
)
"""What may need a form first: the tool doesn't say."""


def read(files: Mapping[str, str], copy: Copy) -> Reading:
    """The entries of the tool's files, by path."""
    found = Gathering()
    for path, text in files.items():
        try:
            found.entries.append(_entry(path, text, copy))
        except ValueError as error:
            found.unread.append(Unread(path, f"{error}."))
    return found.reading()


def _entry(path: str, text: str, copy: Copy) -> Entry:
    licenses = mot.read(text)
    release = mapping(yaml.load(text, Loader=yaml.BaseLoader)["release"], "release")
    name = line(release.get("name"))
    if not name:
        raise ValueError("release.name is missing")
    day = PartialDate.parse(line(release.get("date")))
    # A path, an address, or an address with a page's title behind it.
    hub = (line(release.get("huggingface")).split() or [""])[0]
    place = hub or line(release.get("repository"))
    places = mot.places(text)
    if place.startswith("https://huggingface.co/"):
        places = {Component.PARAMETERS_FINAL: place, **places}
    parts = _parts(licenses, places, bool(place))
    return Entry(
        catalogue=CATALOGUE,
        path=path,
        name=name,
        maker=line(release.get("producer")),
        source=CATALOGUE.source(f"models/{path.rpartition('/')[2]}", name, copy.revision, day),
        day=day,
        addresses=(hub,) if "/" in hub else (),
        parts=tuple(parts),
    )


def _parts(
    licenses: Mapping[Component, str | None], places: Mapping[Component, str], placed: bool
) -> Iterator[Part]:
    """What is listed under a licence, and somewhere: the rest is as often guessed as known."""
    for component, license in licenses.items():
        place = places.get(component)
        if license is not None and (place or placed):
            access = None if component in _MAYBE_GATED else Access.PUBLIC
            yield Part(component, Said.LISTED, license, access, place)
