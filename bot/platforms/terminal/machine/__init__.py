"""Answers for machines: one JSON object each, in the shape that docs/json.md describes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from bot.commands import declaration
from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.define import UnknownTerm
from bot.commands.fact.answers import FormAnswer
from bot.core import Answered
from bot.facts.names import Subject
from bot.platforms.terminal.machine.answers import answer
from bot.platforms.terminal.machine.shapes import plain, subject
from bot.platforms.terminal.machine.subjects import subjects
from bot.questions import Declined

__all__ = ["to_json"]


def to_json(answered: Answered) -> dict[str, Any]:
    """The object for an answered request, whatever came of it."""
    command = answered.command
    return {
        "command": declaration(command).name if command is not None else None,
        "arguments": _arguments(command),
        "subjects": subjects(answered),
        **_outcome(answered),
        "answer": answer(answered.answer),
        "text": answered.reply.text,
    }


def _arguments(command: Any) -> dict[str, Any]:
    if command is None:
        return {}
    given = {field.name: getattr(command, field.name) for field in fields(command)}
    return {name: plain(value) for name, value in given.items() if value is not None}


def _outcome(answered: Answered) -> dict[str, Any]:
    if isinstance(answered.reading, Declined):
        return _came("declined", answered.reading.kind.value)
    match answered.answer:
        case UnknownName(near=near):
            return _came("unknown", "unknown-name", _choices(near))
        case UnknownTerm(near=terms):
            choices = [{"kind": "term", "id": each.id, "name": each.name.en} for each in terms]
            return _came("unknown", "unknown-term", choices)
        case AmbiguousName(choices=several):
            return _came("ambiguous", "several", _choices(several))
        case FormAnswer():
            return _came("declined", "missing")
        case None if answered.refusal is not None:
            return _came("declined", type(answered.refusal).__name__.lower())
        case None if answered.mistake is not None:
            return _came("declined", str(answered.mistake.mistake))
        case None:
            return _came("declined", answered.reference or "too-slow")
        case _:
            return _came("answered", None)


def _came(outcome: str, reason: str | None, choices: Iterable[dict[str, str] | None] = ()) -> dict[str, Any]:
    return {"outcome": outcome, "reason": reason, "choices": list(choices)}


def _choices(named: tuple[Subject, ...]) -> list[dict[str, str] | None]:
    return [subject(each) for each in named]
