"""Answers as JSON: one contract for every command."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bot.commands.declaration import Context
from bot.core import Bot, Line, Request
from bot.platforms.terminal.machine import to_json
from tests.conftest import NOW

KEYS = ["command", "arguments", "subjects", "outcome", "reason", "choices", "answer", "text"]


async def asked(text: str, context: Context) -> dict[str, Any]:
    answered = await Bot(context.store).answer(Request(Line(text), now=NOW))
    found = json.loads(json.dumps(to_json(answered), ensure_ascii=False))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("/open alpha-1", {"models": ["alpha-1"]}),
        ("/timeline lab", {"organizations": ["lab"]}),
        ("/timeline alpha", {"models": ["alpha-1", "alpha-2", "alpha-3"]}),
        ("/compare alpha-1 vs beta-1", {"models": ["alpha-1", "beta-1"]}),
        ("/organization lab", {"organizations": ["lab"]}),
        ("/promises alpha", {"models": ["alpha-2"]}),
        ("/pace alpha-2", {"models": ["alpha-2"]}),
        ("/license alpha", {"models": ["alpha-1", "alpha-2", "alpha-3"]}),
        ("/license MIT", {"licenses": ["MIT"]}),
        ("/models lab license:MIT", {"organizations": ["lab"], "licenses": ["MIT"]}),
        ("/define open weights", {"terms": ["open-weights"]}),
        ("/changes of:works", {"organizations": ["works"]}),
        ("/sources beta-1", {"models": ["beta-1"]}),
        ("/sources lab/statement", {"organizations": ["lab"]}),
    ],
)
async def test_every_command_has_one_shape(
    small_context: Context, text: str, subjects: dict[str, list[str]]
) -> None:
    """The same keys for every command; the subjects by kind, a family as its models."""
    found = await asked(text, small_context)
    assert list(found) == KEYS
    assert found["command"] == text[1:].split(maxsplit=1)[0]
    assert found["outcome"] == "answered"
    assert found["answer"]
    assert {kind: ids for kind, ids in found["subjects"].items() if ids} == subjects


async def test_days_are_iso_days(small_context: Context) -> None:
    """A typed month becomes the day that it means: its last for as_of, its first for since."""
    found = await asked("/organization lab as_of:2025-02", small_context)
    assert found["arguments"] == {"organization": "lab", "as_of": "2025-02-28"}
    assert found["answer"]["as_of"] == "2025-02-28"
    since = await asked("/changes since:2025-02", small_context)
    assert date.fromisoformat(since["arguments"]["since"]) == date(2025, 2, 1)


async def test_what_is_not_answered_says_so(small_context: Context) -> None:
    """Unknown, ambiguous and declined are three outcomes, with choices where there are any."""
    unknown = await asked("/define opne weights", small_context)
    assert (unknown["outcome"], unknown["choices"][0]["id"]) == ("unknown", "open-weights")
    ambiguous = await asked("/sources alpha", small_context)
    assert ambiguous["outcome"] == "ambiguous"
    assert {each["id"] for each in ambiguous["choices"]} == {"alpha-1", "alpha-2", "alpha-3"}
    declined = await asked("/compare alpha-1 vs Alpha 1", small_context)
    assert (declined["outcome"], declined["reason"]) == ("declined", "same-model")


async def test_licence_terms_are_data(small_context: Context) -> None:
    """Every clause with its value, its link and its amount; every change with its direction."""
    found = (await asked("/license alpha-3", small_context))["answer"]
    terms = found["granted"][0]["terms"]
    assert terms["threshold"]["amount"] == 1_000_000
    assert terms["commercial-use"]["section"] == "2.a"
    assert found["changes"][0]["differences"]["naming"] == "stricter"
