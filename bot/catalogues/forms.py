"""Which form a file has, by its name and its first words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.catalogues import european_index, models_dev, mot
from bot.catalogues.entry import Copy, Reading
from bot.facts.pack import LICENSES


class Form(StrEnum):
    """What can be imported."""

    OURS = "ours"  # config/facts/*.yaml, licenses.yaml
    TABLE = "table"  # events as CSV or JSON
    MOT = "mot"
    EUROPEAN_INDEX = "european-index"
    MODELS_DEV = "models-dev"


FOREIGN: Mapping[Form, Callable[[Mapping[str, str], Copy], Reading]] = {
    Form.MOT: mot.read,
    Form.EUROPEAN_INDEX: european_index.read,
    Form.MODELS_DEV: models_dev.read,
}
"""The public catalogues: what they say is proposed, never published."""

SUFFIXES = (".csv", ".json", ".toml", ".yaml", ".yml")

_BY_KEY = {"organization": Form.OURS, "release": Form.MOT, "system": Form.EUROPEAN_INDEX}
_KEY = re.compile(rf"^(?P<key>{'|'.join(_BY_KEY)}):", re.MULTILINE)


def recognize(path: str, text: str) -> Form | None:
    """The form of a file, or None where it has none of them."""
    name = path.rpartition("/")[2]
    suffix = name[name.rfind(".") :].lower()
    if suffix == ".csv":
        return Form.TABLE
    if suffix == ".toml":
        return Form.MODELS_DEV if models_dev.place(path) else None
    if suffix == ".json":
        return _of_json(text)
    if name == LICENSES:
        return Form.OURS
    found = _KEY.search(text)
    return _BY_KEY[found["key"]] if found is not None else None


def _of_json(text: str) -> Form | None:
    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        return Form.TABLE  # whoever reads it says what is wrong with it
    if isinstance(data, list):
        return Form.TABLE
    providers = data.values() if isinstance(data, dict) else ()
    return (
        Form.MODELS_DEV
        if any(isinstance(each, dict) and isinstance(each.get("models"), dict) for each in providers)
        else None
    )
