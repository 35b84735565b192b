"""The European Open Source AI Index: one YAML file a system, each dimension open, partial or closed.

Its ``releasedate`` is that of the system, through any official source; its other words are of the day of the
copy that is read. A dimension counts where it is about one of our components and says one thing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import yaml

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
from bot.facts.model import Access, Component, Ruling, Text

CATALOGUE = Catalogue(
    "european-index",
    Text("European Open Source AI Index", "欧州オープンソースAIインデックス"),
    "European Open Source AI Index",
    "https://github.com/Language-Technology-Assessment/main-database/blob/{revision}/{path}",
    "main",
)

_DIMENSIONS = (
    "datasources_basemodel datasources_endmodel weights_basemodel weights_endmodel trainingcode code "
    "hardware_architecture preprint paper modelcard datasheet licenses"
).split()

_OF: Mapping[Component, tuple[str, ...]] = {
    Component.PARAMETERS_FINAL: ("weights_endmodel",),
    Component.TRAINING_DATA: ("datasources_basemodel", "datasources_endmodel"),
    Component.TRAINING_CODE: ("trainingcode",),
    Component.MODEL_CARD: ("modelcard",),
    Component.DATA_CARD: ("datasheet",),
}
"""The dimensions that say of a component whether it can be had: all of them have to say the same."""

_SAID = {"open": Said.LISTED, "closed": Said.CLOSED}


def read(files: Mapping[str, str], copy: Copy) -> Reading:
    """The entries of the index's files, by path."""
    found = Gathering()
    for path, text in files.items():
        try:
            found.entries.append(_entry(path, text, copy))
        except yaml.YAMLError:
            found.unread.append(Unread(path, "it is not valid YAML."))
        except ValueError as error:
            found.unread.append(Unread(path, f"{error}."))
    return found.reading()


def _entry(path: str, text: str, copy: Copy) -> Entry:
    data = mapping(yaml.load(text, Loader=yaml.BaseLoader), "the file")
    system = mapping(data.get("system"), "system")
    name = line(system.get("endmodelname")) or line(system.get("name"))
    if not name:
        raise ValueError("system.endmodelname and system.name are missing")
    classes = {each: _class(data.get(each)) for each in _DIMENSIONS}
    released = _date(line(system.get("releasedate")))
    file = path.rpartition("/")[2]
    weights = mapping(data.get("weights_endmodel") or {}, "weights_endmodel")
    addresses = (*links(weights.get("link")), *links(system.get("link")))
    ruling, verdict = _ruling(classes)
    return Entry(
        catalogue=CATALOGUE,
        path=path,
        name=name,
        maker=line(mapping(data.get("org") or {}, "org").get("name")),
        source=CATALOGUE.source(quote(file), file.removesuffix(".yaml"), copy.revision, None),
        day=PartialDate.of(copy.day),
        addresses=tuple(each for each in addresses if "huggingface.co/" in each),
        parts=tuple(_parts(data, classes, line(system.get("endmodellicense")), released)),
        released=released,
        ruling=ruling,
        verdict=verdict,
    )


def _parts(
    data: Mapping[str, Any], classes: Mapping[str, str], license: str, released: PartialDate | None
) -> Iterator[Part]:
    for component, dimensions in _OF.items():
        said = {_SAID.get(classes[each]) for each in dimensions}
        if len(said) > 1 or None in said:
            continue
        told = said.pop()
        assert told is not None
        place = next(iter(links(mapping(data[dimensions[-1]], dimensions[-1]).get("link"))), None)
        if told is Said.CLOSED:
            # A card that says too little counts as closed, too.
            if component is not Component.MODEL_CARD:
                yield Part(component, told)
        elif component is Component.PARAMETERS_FINAL:
            yield Part(component, told, license or None, Access.PUBLIC, place, released)
        else:
            yield Part(component, told, url=place)


def _ruling(classes: Mapping[str, str]) -> tuple[Ruling | None, Text | None]:
    """How many of the dimensions are open, partial and closed, where each has its class."""
    counts = Counter(classes.values())
    if set(counts) - {"open", "partial", "closed"}:
        return None, None
    open_, partial, closed = (counts[each] for each in ("open", "partial", "closed"))
    ruling = Ruling("european-index", f"{open_} open, {partial} partial, {closed} closed", CATALOGUE.name.en)
    english = (
        f"Of {len(classes)} dimensions the {CATALOGUE.name.en} counts {open_} as open, {partial} as partial "
        f"and {closed} as closed."
    )
    japanese = (
        f"{CATALOGUE.name.ja}は{len(classes)}項目中{open_}項目を公開、{partial}項目を一部公開、"
        f"{closed}項目を非公開とする。"
    )
    return ruling, Text(english, japanese)


def _class(data: Any) -> str:
    return line(data.get("class")).lower() if isinstance(data, dict) else ""


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
