"""Entries of public catalogues as their files write them, about the models of the small pack."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.catalogues.converting import Conversion, convert
from bot.catalogues.entry import Copy, Reading
from bot.facts.model import Pack
from tests.facts import small

TODAY = date(2026, 11, 23)
COPY = Copy(date(2026, 6, 12), "abc123")

MOT = """\
framework: {name: Model Openness Framework, version: '1.0', date: '2024-12-15'}
release:
  name: NAME
  version: 7B
  date: '2024-09-02'
  producer: The Lab
  repository: 'https://github.com/lab/alpha'
  huggingface: ''
  license:
    distribution: {name: MIT, path: ''}
  components:
"""

INDEX = """\
system:
    name: NAME
    link: https://lab.example/model
    type: text
    basemodelname:
    endmodelname: NAME
    endmodellicense: MIT License
    releasedate: 2024-06

org:
    name: The Lab
    link: https://lab.example
"""

DIMENSIONS = (
    "datasources_basemodel datasources_endmodel weights_basemodel weights_endmodel trainingcode code "
    "hardware_architecture preprint paper modelcard datasheet licenses"
).split()


def mot(*components: str, name: str = "Alpha 2", **head: str) -> str:
    """A file of the Model Openness Tool; each component is the inside of a mapping."""
    text = MOT.replace("NAME", name)
    for key, value in head.items():
        lines = [
            f"  {key}: '{value}'" if each.startswith(f"  {key}:") else each for each in text.splitlines()
        ]
        text = "\n".join(lines) + "\n"
    return text + "".join(f"    - {{{each}}}\n" for each in components)


def index(name: str = "Alpha 2", **classes: str) -> str:
    """A file of the European index: dimensions that aren't named are partial."""
    link = "https://lab.example"
    parts = [
        f"{each}:\n    class: {classes.get(each, 'partial')}\n    link: {link}/{each}\n    notes:\n"
        for each in DIMENSIONS
    ]
    return INDEX.replace("NAME", name) + "\n" + "\n".join(parts)


def toml(
    name: str = "Alpha 2", release: str = "2024-06-01", open_weights: bool = False, more: str = ""
) -> str:
    """A file of models.dev."""
    weights = "true" if open_weights else "false"
    head = f'name = "{name}"\nrelease_date = "{release}"\nlast_updated = "{release}"\n'
    return f"{head}open_weights = {weights}\n{more}\n[limit]\ncontext = 131_072\n"


def converted(reading: Reading, pack: Pack = small.PACK) -> Conversion:
    """What the entries would change in the pack."""
    return convert(pack, reading.entries, TODAY)


def added(conversion: Conversion) -> dict[str, dict[str, Any]]:
    """The records that would be added, by id."""
    changes = [change for each in conversion.suggestions for change in each.changes]
    assert all(each.before is None for each in changes)
    return {each.record.id: dict(each.after or {}) for each in changes}
