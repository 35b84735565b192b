"""A form of the replies as a view, and back: its id and metadata carry all that it takes to go on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot import commands
from bot.platforms.plain import shortened
from bot.platforms.slack.blocks import Json, entry, option, search, select, small
from bot.platforms.slack.blocks import words as plain
from bot.platforms.slack.limits import METADATA, OPTION_VALUE, TYPED, VIEW_BLOCKS, VIEW_TITLE
from bot.platforms.slack.place import NOWHERE, Place
from bot.replies.reply import Form, Input
from bot.replies.slugs import N_
from bot.replies.words import LANGUAGES, Words

FORM = "form"  # the view's id
_ENTRY = "entry"

_PART = "."  # between an input's name and the number of a further part of it
_UNSAID = {"base", "revision"}  # what is given for the core alone
_SAID = 120  # characters of what is given, above the inputs

_TITLES = {
    "fact add": N_("Add an event"),
    "fact propose": N_("Wrong or out of date?"),
    "fact correct": N_("Correct a record"),
    "fact new": N_("A new record"),
    "fact withdraw": N_("Withdraw a record"),
    "fact restore": N_("Restore a record"),
    "fact edit": N_("Edit a proposal"),
    "fact reject": N_("Reject a proposal"),
    "fact undo": N_("Take a change back"),
    "digest subscribe": N_("Subscribe to a digest"),
    "digest edit": N_("Change a digest"),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it came back: the command, what was given before, and what was filled in."""

    command: str
    given: Mapping[str, str]
    written: Mapping[str, str]
    inputs: tuple[str, ...] = field(default=())  # the names of all its inputs, filled in or not
    language: str = "en"

    @property
    def options(self) -> dict[str, str]:
        """What the command is asked with."""
        return {**self.given, **self.written}


def view(form: Form, words: Words, above: Sequence[Json] = (), place: Place = NOWHERE) -> Json:
    """The form as a view, with what is to be said ``above`` its inputs; it is about the ``place``."""
    given, inputs = _divided(form, words, place)
    unsaid = _UNSAID | {each.name for each in inputs}
    title = words(_TITLES[form.command]) if form.command in _TITLES else form.title
    said = [f"{name}: {shortened(value, _SAID)}" for name, value in given.items() if name not in unsaid]
    top = [*above, small(" · ".join([form.title, *said]))]
    made = [block for each in inputs for block in _blocks(each, words)]
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": _metadata(form.command, given, words.language, place),
        "title": plain(title, VIEW_TITLE),
        "submit": plain(form.submit, VIEW_TITLE),
        "close": plain(words("Close"), VIEW_TITLE),
        "blocks": [*top[: VIEW_BLOCKS - len(made)], *made],
    }


def read(view: Mapping[str, Any]) -> Filled | None:
    """What a view holds that was sent; None where it is no form that can be read."""
    try:
        carried = json.loads(str(view.get("private_metadata") or ""))
        command, given, language = str(carried["command"]), dict(carried["given"]), carried["language"]
        state = dict(view["state"]["values"])
        parts = {str(id): _value(each) for id, each in state.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if language not in LANGUAGES or any(not isinstance(each, str) for each in given.values()):
        return None
    inputs = tuple(dict.fromkeys(id.partition(_PART)[0] for id in parts))
    written = {name: "\n".join(_parts(name, parts)) for name in inputs}
    return Filled(command, given, {name: each for name, each in written.items() if each}, inputs, language)


def language(view: Mapping[str, Any], otherwise: str) -> str:
    """The language of a view that is being filled in."""
    try:
        found = json.loads(str(view.get("private_metadata") or "{}")).get("language")
    except (ValueError, AttributeError):
        return otherwise
    return found if found in LANGUAGES else otherwise


def keeping(form: Form, written: Mapping[str, str]) -> Form:
    """The form with what somebody has written in its inputs."""
    kept = tuple(replace(each, value=written.get(each.name, each.value)) for each in form.inputs)
    return replace(form, inputs=kept)


def _divided(form: Form, words: Words, place: Place) -> tuple[dict[str, str], list[Input]]:
    """What is given, as much as the metadata have place for; the longest of the rest are inputs again."""
    given, inputs = dict(form.given), list(form.inputs)
    declared = commands.named(form.command)
    described = {each.name: each.description for each in declared.arguments} if declared else {}
    while len(_metadata(form.command, given, words.language, place)) > METADATA:
        name = max(given, key=lambda each: len(given[each]))
        label = words(described.get(name, name))
        inputs.append(Input(name, label, given.pop(name), long=True, most=TYPED))
    return given, inputs


def _metadata(command: str, given: Mapping[str, str], language: str, place: Place) -> str:
    carried = {"command": command, "given": given, "language": language, **place.carried}
    return json.dumps(carried, ensure_ascii=False, separators=(",", ":"))


def _blocks(input: Input, words: Words) -> Iterator[Json]:
    """The input; one that holds more than Slack takes at once, in several that follow each other."""
    hint = input.hint if input.hint != input.label else ""
    for number, part in enumerate(_pieces(input.value)):
        id = f"{input.name}{_PART}{number}" if number else input.name
        made: Json = {
            "type": "input",
            "block_id": id,
            "label": plain(f"{input.label} ({number + 1})" if number else input.label),
            "element": _element(replace(input, value=part), id, words),
            "optional": not input.required or bool(number),
        }
        if hint and not number:
            made["hint"] = plain(hint)
        yield made


def _element(input: Input, id: str, words: Words) -> Json:
    if input.completed is not None and len(input.value) <= OPTION_VALUE:
        called = {each.value: each.label for each in input.options}
        picked = option(called.get(input.value, input.value), input.value) if input.value else None
        return search(f"{input.completed}-{id}", words("Type a name"), picked)
    if input.options:
        options = [option(each.label, each.value) for each in input.options]
        initial = next((each for each in options if each["value"] == input.value), None)
        return select(f"{_ENTRY}-{id}", words("Choose"), options, initial)
    most = min(max(input.most, len(input.value)), TYPED)
    return entry(f"{_ENTRY}-{id}", input.value, input.long, most)


def _pieces(value: str) -> Iterator[str]:
    """The value in parts that an input holds, parted at the ends of lines."""
    while len(value) > TYPED:
        end = value.rfind("\n", 0, TYPED) + 1 or TYPED
        yield value[:end].removesuffix("\n")
        value = value[end:]
    yield value


def _parts(name: str, parts: Mapping[str, str]) -> list[str]:
    """The parts of an input that are not empty, in their order."""
    numbered = {
        int(number or 0): text
        for id, text in parts.items()
        for own, _, number in (id.partition(_PART),)
        if own == name and (number or "0").isdecimal()
    }
    return [numbered[each] for each in sorted(numbered) if numbered[each]]


def _value(block: Mapping[str, Any]) -> str:
    """What was typed or picked in a block of inputs."""
    for state in block.values():
        picked = state.get("selected_option")
        return str((picked["value"] if picked else state.get("value")) or "")
    return ""
