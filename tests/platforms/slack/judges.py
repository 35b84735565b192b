"""Judges of what is sent: slack_sdk's models, slackblocks, Slack's limits, ids that are there twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.platforms.slack import rebuilt

Json = dict[str, Any]

CHARACTERS = 12_000


def complaints(body: Mapping[str, Any]) -> list[str]:
    """What is wrong with a message: empty where Slack would take it."""
    blocks = body.get("blocks") or []
    found = []
    text = body.get("text")
    if not isinstance(text, str) or not text.strip():
        found.append("no text for those who don't see the blocks")
    elif len(text) > 4_000:
        found.append(f"a text of {len(text)} characters")
    if len(blocks) > 50:
        found.append(f"{len(blocks)} blocks")
    written = len(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))
    if written > CHARACTERS:
        found.append(f"{written} characters in blocks")
    return [*found, *_by_slackblocks(rebuilt.message, body), *_of_blocks(blocks)]


def complaints_of_view(view: Mapping[str, Any]) -> list[str]:
    """What is wrong with a modal or an App Home."""
    found = [*_by_slackblocks(rebuilt.view, view), *_of_blocks(view.get("blocks") or [])]
    kept = View(**dict(view)).to_dict()
    if kept.get("type") != view.get("type") or len(kept.get("blocks") or []) != len(view["blocks"]):
        found.append("slack_sdk keeps another view")
    for name in ("title", "close", "submit"):
        if name in view and len(view[name]["text"]) > 24:
            found.append(f"a {name} of {len(view[name]['text'])} characters")
    return found


def _of_blocks(blocks: Sequence[Json]) -> Iterator[str]:
    yield from _round_trip(blocks)
    yield from _twice("block_id", [each.get("block_id") for each in blocks])
    yield from _twice("action_id", [each.get("action_id") for each in _walk(blocks)])
    for each in _walk(blocks):
        if each.get("type") == "mrkdwn":
            yield f"mrkdwn: {each.get('text')!r}"
        if each.get("type") == "text" and not each.get("text"):
            yield "an empty text"


def _round_trip(blocks: Sequence[Json]) -> Iterator[str]:
    """slack_sdk turns what it doesn't know into nothing, with a word in the log."""
    for block in blocks:
        parsed = Block.parse(block)
        if parsed is None:
            yield f"slack_sdk doesn't know {block.get('type')}"
            continue
        try:
            kept = parsed.to_dict()
        except Exception as error:
            yield f"slack_sdk refuses {block.get('type')}: {error}"
            continue
        if kept != block:
            yield f"slack_sdk keeps another {block.get('type')}: {_difference(block, kept)}"


def _by_slackblocks(build: Callable[[Mapping[str, Any]], Any], body: Mapping[str, Any]) -> Iterator[str]:
    try:
        build(body)
    except Exception as error:
        yield f"slackblocks refuses it: {type(error).__name__}: {error}"


def _twice(what: str, ids: Sequence[str | None]) -> Iterator[str]:
    known = [each for each in ids if each is not None]
    for each in sorted({each for each in known if known.count(each) > 1}):
        yield f"{what} {each} is there twice"


def _walk(part: Any) -> Iterator[Json]:
    if isinstance(part, Mapping):
        yield dict(part)
        for value in part.values():
            yield from _walk(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _walk(value)


def _difference(sent: Json, kept: Json) -> str:
    changed = [name for name in {*sent, *kept} if sent.get(name) != kept.get(name)]
    return ", ".join(f"{name}: {str(sent.get(name))[:80]} / {str(kept.get(name))[:80]}" for name in changed)
