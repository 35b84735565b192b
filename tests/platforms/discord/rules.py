"""Discord's rules for what is sent: its own OpenAPI description, and what that does not say."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from tests.fakes.discord import Call

SPEC = Path(
    os.environ.get("OPENNESS_DISCORD_OPENAPI")
    or Path(__file__).parents[4] / "shared/specs/discord-openapi.json"
)

V2 = 1 << 15
_PATHS = {
    "callback": "/interactions/{interaction_id}/{interaction_token}/callback",
    "messages": "/channels/{channel_id}/messages",
    "commands": "/applications/{application_id}/commands",
}


def check(calls: Iterable[Call]) -> None:
    """Hold every body against the rules."""
    for call in calls:
        if call.body is None:
            continue
        for path in described(call):
            _validate(path, call)
        check_body(call.path, call.body)


def check_body(path: str, body: Any) -> None:
    """The rules that the description lacks."""
    if path.endswith("/commands"):
        _commands(body)
    elif path.endswith("/callback"):
        data = body.get("data") or {}
        if body["type"] == 9:
            _modal(data)
        elif body["type"] in (4, 7):
            _message(data)
        elif body["type"] == 8:
            assert len(data["choices"]) <= 25
    elif path.endswith("/messages"):
        _message(body)


def _message(data: dict[str, Any]) -> None:
    assert data["allowed_mentions"].get("parse") == []
    assert not data["allowed_mentions"].get("replied_user")
    assert data["flags"] & V2
    assert not data.get("content")
    assert not data.get("embeds")
    components = list(walk(data["components"]))
    assert 1 <= len(components) <= 40
    texts = [each["content"] for each in components if each["type"] == 10]
    assert all(texts)
    assert sum(len(each.encode("utf-16-le")) // 2 for each in texts) <= 4000
    assert sum(len(each.encode()) + 12 for each in texts) <= 10_000
    ids = [each["custom_id"] for each in components if "custom_id" in each]
    assert len(ids) == len(set(ids))
    for each in components:
        if each["type"] == 2:
            assert ("url" in each) == (each["style"] == 5)
            assert ("custom_id" in each) != (each["style"] == 5)
            assert 1 <= len(each["label"]) <= 80
        if each["type"] == 3:
            values = [option["value"] for option in each["options"]]
            assert len(values) == len(set(values)) <= 25
        if each["type"] == 1:
            assert 1 <= len(each["components"]) <= 5


def _modal(data: dict[str, Any]) -> None:
    assert 1 <= len(data["components"]) <= 5
    assert len(data["title"]) <= 45
    assert len(data["custom_id"]) <= 100


def _commands(commands: list[dict[str, Any]]) -> None:
    assert sum(each["type"] == 1 for each in commands) <= 100
    assert sum(each["type"] == 3 for each in commands) <= 5
    for each in commands:
        names = [option["name"] for option in each.get("options", ())]
        assert len(names) == len(set(names)) <= 25
        required = [bool(option.get("required")) for option in each.get("options", ())]
        assert required == sorted(required, reverse=True)
        assert _length(each) <= 8000
        for name in _names(each) if each["type"] == 1 else ():
            assert 1 <= len(name) <= 32
            assert name == name.lower()
            assert all(letter.isalnum() or letter in "-_" for letter in name)


def _names(command: dict[str, Any]) -> Iterator[str]:
    for each in (command, *command.get("options", ())):
        yield each["name"]
        yield from (each.get("name_localizations") or {}).values()


def _length(part: dict[str, Any]) -> int:
    """The characters that count for the 8000 of a command: of each text, its longest language."""
    own = sum(
        max(map(len, (str(part.get(key, "")), *(part.get(f"{key}_localizations") or {}).values())))
        for key in ("name", "description")
    )
    value = len(str(part.get("value", "")))
    return own + value + sum(map(_length, (*part.get("options", ()), *part.get("choices", ()))))


def walk(components: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, with those inside."""
    for each in components:
        yield each
        yield from walk(each.get("components", ()))


def described(call: Call) -> Iterator[str]:
    """The path of the description that describes the call, where the description is there."""
    path = _PATHS.get(call.path.rsplit("/", 1)[-1])
    if path is not None and SPEC.exists():
        yield path


def _validate(path: str, call: Call) -> None:
    errors = list(validator(path, call.method.lower()).iter_errors(_stringified(call.body)))
    assert not errors, [error.message[:300] for error in errors]


@lru_cache
def validator(path: str, method: str) -> jsonschema_rs.Draft202012Validator:
    """The validator of a call's JSON body."""
    spec = json.loads(SPEC.read_text(encoding="utf-8"))
    schema = spec["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"]
    registry = jsonschema_rs.Registry([("urn:discord", spec)])
    return jsonschema_rs.Draft202012Validator(_absolute(schema), registry=registry)


def _absolute(schema: Any) -> Any:
    """The schema with its references led into the description."""
    if isinstance(schema, dict):
        return {
            key: f"urn:discord{value}" if key == "$ref" else _absolute(value) for key, value in schema.items()
        }
    return [_absolute(each) for each in schema] if isinstance(schema, list) else schema


def _stringified(body: Any) -> Any:
    """The body with ids as strings: the description wants them so, the library sends some as numbers."""
    if isinstance(body, dict):
        return {
            key: str(value) if key.endswith("_id") and isinstance(value, int) else _stringified(value)
            for key, value in body.items()
        }
    return [_stringified(each) for each in body] if isinstance(body, list) else body
