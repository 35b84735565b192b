"""The fact pack's YAML and the facts it stands for: reading, with the line of every error, and writing.

One file an organization (``<id>.yaml``) and ``licenses.yaml``. No file is opened here: texts go in, texts
come out. Scalars are read as strings (YAML 1.1 would turn ``2023`` into a number and ``no`` into False);
:mod:`bot.facts.plain` converts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.facts import plain
from bot.facts.model import License, Organization, Pack

LICENSES = "licenses.yaml"

_HEADER = "# Facts about {name}: our own wording, each event with its sources. Schema: docs/facts.md\n"
_LICENSES_HEADER = "# Licences that the pack uses, and what their clauses say. Schema: docs/facts.md\n"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the pack that has to be mended: where it is, and what to do."""

    file: str
    line: int
    subject: str  # the id of the model, event or licence, or "" where none is known
    message: str

    def __str__(self) -> str:
        about = f" {self.subject}:" if self.subject else ""
        return f"{self.file}:{self.line}:{about} {self.message}"


class PackError(ValueError):
    """The pack cannot be read; ``problems`` says all that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Place:
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A pack as it was read, with the place of every id in its files."""

    pack: Pack
    places: Mapping[str, Place]

    def problem(self, subject: str, message: str) -> Problem:
        """A problem of the organization, model, event or licence of that id."""
        place = self.places[subject]
        return Problem(place.file, place.line, subject, message)


# --- reading -------------------------------------------------------------------------------------------


def read(files: Mapping[str, str]) -> Reading:
    """Read the pack from its files' texts, by name. Raises :class:`PackError` with every problem found."""
    problems: list[Problem] = []
    organizations: list[Organization] = []
    licenses: tuple[License, ...] = ()
    places: dict[str, Place] = {}
    for name in sorted(files):
        try:
            node, data = _compose(name, files[name])
            if name == LICENSES:
                licenses = _structure(name, node, data, tuple[License, ...])
            else:
                organization = _structure(name, node, _merged(data), Organization)
                organizations.append(organization)
                _check_name(name, organization)
            for id, line in _identified(node):
                _add(places, id, Place(name, line), problems)
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    return Reading(Pack(tuple(organizations), licenses), places)


def load(text: str) -> Any:
    """The plain data of a YAML text, scalars as strings. Raises :class:`PackError`."""
    return _compose("", text)[1]


def _add(places: dict[str, Place], id: str, place: Place, problems: list[Problem]) -> None:
    known = places.get(id)
    if known is not None:
        problems.append(
            Problem(place.file, place.line, id, f"the id is used already at {known.file}:{known.line}")
        )
    places[id] = place


def _check_name(file: str, organization: Organization) -> None:
    if file != f"{organization.id}.yaml":
        raise PackError([Problem(file, 1, organization.id, f"rename the file to {organization.id}.yaml")])


def _merged(data: Any) -> Any:
    """The three parts of an organization's file in the shape of :class:`Organization`."""
    if not isinstance(data, dict) or not isinstance(data.get("organization"), dict):
        return data
    head = dict(data["organization"])
    parts = {key: value for key, value in data.items() if key != "organization"}
    if isinstance(parts.get("models"), list):
        parts["models"] = [
            {**each, "organization": head.get("id", "")} if isinstance(each, dict) else each
            for each in parts["models"]
        ]
    return head | parts


def _compose(file: str, text: str) -> tuple[yaml.Node, Any]:
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError([Problem(file, line, "", f"not YAML: {error.problem}")]) from error
    if node is None:
        raise PackError([Problem(file, 1, "", "the file is empty")])
    return node, _data(file, node)


_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _data(file: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        data: dict[str, Any] = {}
        for key, value in node.value:
            if key.value in data:
                raise PackError(
                    [Problem(file, key.start_mark.line + 1, "", f"{key.value!r} stands here twice")]
                )
            data[key.value] = _data(file, value)
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_data(file, each) for each in node.value]
    return node.value


def _identified(node: yaml.Node, prefix: str = "") -> Iterator[tuple[str, int]]:
    """Every id in the tree with its line. Families have names of their own: BLOOM is one of BLOOM."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id":
                yield prefix + value.value, node.start_mark.line + 1
            else:
                yield from _identified(value, "family:" if key.value == "families" else "")
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _identified(each, prefix)


def _structure(file: str, node: yaml.Node, data: Any, shape: Any) -> Any:
    try:
        return plain.structure(data, shape)
    except plain.NotFacts as error:
        raise PackError(
            Problem(file, _line(node, path), _nearest_id(data, path), message)
            for path, message in error.problems
        ) from error


def _line(node: yaml.Node, path: tuple[str | int, ...]) -> int:
    """The line of what the path leads to, or of the nearest thing above it that is there."""
    for step in path:
        inner = _step(node, step)
        if inner is None and isinstance(node, yaml.MappingNode):
            head = _step(node, "organization")
            inner = _step(head, step) if head is not None else None
        if inner is None:
            break
        node = inner
    return int(node.start_mark.line) + 1


def _step(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        inner: yaml.Node = node.value[step]
        return inner
    return None


def _nearest_id(data: Any, path: tuple[str | int, ...]) -> str:
    found = ""
    for step in (*path, None):
        if isinstance(data, dict):
            found = data["id"] if isinstance(data.get("id"), str) else found
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
    return found


# --- writing -------------------------------------------------------------------------------------------


def write(pack: Pack) -> dict[str, str]:
    """The pack as the texts of its files, by name: always the same text for the same facts."""
    files = {
        f"{each.id}.yaml": _HEADER.format(name=each.name) + dump(_parts(each)) for each in pack.organizations
    }
    files[LICENSES] = _LICENSES_HEADER + dump(plain.unstructure(pack.licenses, tuple[License, ...]))
    return files


def _parts(organization: Organization) -> dict[str, Any]:
    head: dict[str, Any] = plain.unstructure(organization, Organization)
    parts = {key: head.pop(key) for key in ("families", "models") if key in head}
    for each in parts.get("models", ()):
        del each["organization"]
    return {"organization": head} | parts


class _Dumper(yaml.SafeDumper):
    """Plain scalars wherever YAML's grammar allows them, and lists set in under their key."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def dump(data: Any) -> str:
    """Plain data as YAML in the pack's manner."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
