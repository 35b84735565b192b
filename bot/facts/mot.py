"""The Model Openness Tool's YAML of a model, read into components with their licences.

The format: https://github.com/lfai/model_openness_tool (``schema/mof_schema.json``). Text in, values out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from bot.facts.model import NO_LICENSE, Component

_NAMES: Mapping[str, tuple[Component, str]] = {
    "Model architecture": (Component.ARCHITECTURE, "code"),
    "Data preprocessing code": (Component.DATA_PREPROCESSING_CODE, "code"),
    "Training code": (Component.TRAINING_CODE, "code"),
    "Inference code": (Component.INFERENCE_CODE, "code"),
    "Evaluation code": (Component.EVALUATION_CODE, "code"),
    "Supporting libraries and tools": (Component.SUPPORTING_TOOLS, "code"),
    "Model parameters (Final)": (Component.PARAMETERS_FINAL, "data"),
    "Model parameters (Intermediate)": (Component.PARAMETERS_INTERMEDIATE, "data"),
    "Datasets": (Component.TRAINING_DATA, "data"),
    "Evaluation data": (Component.EVALUATION_DATA, "data"),
    "Model metadata": (Component.MODEL_METADATA, "data"),
    "Model card": (Component.MODEL_CARD, "document"),
    "Data card": (Component.DATA_CARD, "document"),
    "Technical report": (Component.TECHNICAL_REPORT, "document"),
    "Research paper": (Component.RESEARCH_PAPER, "document"),
    "Evaluation results": (Component.EVALUATION_RESULTS, "document"),
    "Sample model outputs": (Component.SAMPLE_OUTPUTS, "document"),
}
"""The tool's names of the components, and the type whose licence of the release each inherits."""

_NULLS = ("", "~", "null", "Null", "NULL")


class MotError(ValueError):
    """The text is no model of the tool; the message says in a few words what is wrong."""


def read(text: str) -> dict[Component, str | None]:
    """The components that the model lists, each with its licence, or None for no licence.

    A component's own licence counts if the key is there, empty or ``unlicensed`` included; without the key
    it has the release's licence for its type, else that of the whole distribution. Of a component listed
    twice the last counts, as in the tool. Raises :class:`MotError`.
    """
    release = _mapping(_mapping(_load(text), "the file").get("release"), "release")
    inherited = dict(_release_licenses(release.get("license")))
    listed: dict[Component, str | None] = {}
    for entry in _list(release.get("components"), "release.components"):
        fields = _mapping(entry, "an entry of release.components")
        component, type_ = _component(fields.get("name"))
        if "license" in fields:
            listed[component] = _license(fields["license"], f"the licence of {fields['name']}")
        else:
            listed[component] = inherited.get(type_, inherited.get("distribution"))
    return listed


def places(text: str) -> dict[Component, str]:
    """The web addresses that the model gives of its components. Raises :class:`MotError`."""
    release = _mapping(_mapping(_load(text), "the file").get("release"), "release")
    found: dict[Component, str] = {}
    for entry in _list(release.get("components"), "release.components"):
        fields = _mapping(entry, "an entry of release.components")
        place = fields.get("component_path")
        if isinstance(place, str) and place.startswith(("http://", "https://")):
            found[_component(fields.get("name"))[0]] = place
    return found


def _load(text: str) -> Any:
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # scalars stay strings
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark is not None else ""
        raise MotError(f"it is not valid YAML{where}") from error


def _release_licenses(data: Any) -> Iterator[tuple[str, str | None]]:
    """The release's licences by type; a type without a name isn't there, so the distribution's applies."""
    if data is None or data in _NULLS or data == []:
        return
    for type_, value in _mapping(data, "release.license").items():
        if value in _NULLS or value == []:
            continue
        name = _mapping(value, f"release.license.{type_}").get("name", "")
        if name not in _NULLS:
            yield type_, _license(name, f"release.license.{type_}.name")


def _component(name: Any) -> tuple[Component, str]:
    if not isinstance(name, str) or name not in _NAMES:
        raise MotError(f"{name!r} is not a component that the Model Openness Tool knows")
    return _NAMES[name]


def _license(value: Any, what: str) -> str | None:
    if not isinstance(value, str):
        raise MotError(f"{what} is not a name")
    return None if value == NO_LICENSE or value in _NULLS else value


def _mapping(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise MotError(f"{what} is not a mapping")
    return value


def _list(value: Any, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise MotError(f"{what} is not a list")
    return value
