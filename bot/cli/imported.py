"""What an import found and did, for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.text import Text

from bot.catalogues.converting import Conversion
from bot.catalogues.entry import Reading, Wanted
from bot.cli import differences
from bot.facts.refusals import Objection
from bot.platforms.plain import plain
from bot.platforms.terminal import render

Made = Mapping[str, tuple[int, bool]]
"""By model: the number of its proposal, and whether it was made just now."""


def show_wanted(
    wanted: Wanted, found: Sequence[Objection], done: Mapping[str, int], dry_run: bool, as_json: bool
) -> None:
    """Changes in a form of our own: what they are, what speaks against them, what was done."""
    if as_json:
        data = {
            "dry_run": dry_run,
            "changes": [differences.as_data(each) for each in wanted.changes],
            "same": wanted.same,
            "objections": [asdict(each) for each in found],
            "done": dict(done) or None,
        }
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return
    console = render.console()
    _print(console, differences.lines(wanted.changes))
    _print(console, (_objection(each) for each in found))
    counts = [differences.action(each) for each in wanted.changes]
    said = ", ".join(f"{counts.count(each)} to {each}" for each in ("add", "change", "remove"))
    _print(console, [Text(f"{said}; {wanted.same} so already. {_outcome(wanted, found, done, dry_run)}")])


def _outcome(wanted: Wanted, found: Sequence[Objection], done: Mapping[str, int], dry_run: bool) -> str:
    if "batch" in done:
        return f"Published as #{done['batch']}."
    if "proposal" in done:
        return f"Proposed as {done['proposal']}: an editor decides."
    if not wanted.changes:
        return "Nothing to do."
    if any(each.fatal for each in found):
        return "It cannot be imported like that: nothing has been changed."
    if found:
        return "Look at what is odd, then repeat with --anyway: nothing has been changed."
    return "Nothing has been changed." if not dry_run else "Nothing has been changed: this was a dry run."


def show_conversion(
    conversion: Conversion,
    reading: Reading,
    refused: Mapping[str, Sequence[Objection]],
    made: Made,
    dry_run: bool,
    as_json: bool,
) -> None:
    """What a catalogue says: what is proposed, what disagrees, and what was not placed."""
    counts = _counts(conversion, reading, refused, made)
    if as_json:
        data = _as_data(conversion, reading, refused, made, dry_run, counts)
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return
    console = render.console()
    for each in conversion.suggestions:
        number = f", proposal {made[each.model][0]}" if each.model in made else ""
        _print(console, [Text(plain(f"{each.name} ({each.model}){number}"), style="bold")])
        _print(console, differences.lines(each.changes))
        _print(console, (_objection(one) for one in refused.get(each.model, ())))
        _print(console, [Text()])
    disagreements = (
        f"{each.model}, {each.about}: ours {each.ours}, theirs {each.theirs} ({_file(each.path)})"
        for each in conversion.disagreements
    )
    _listed(console, "Disagrees with what we have: nothing is proposed", disagreements)
    _listed(console, "Not placed", (f"{_file(each.path)}: {each.reason}" for each in conversion.unplaced))
    _listed(console, "Not read", (f"{_file(each.path)}: {each.reason}" for each in reading.unread))
    said = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
    ending = ". Nothing has been proposed: this was a dry run." if dry_run else "."
    _print(console, [Text(said + ending)])


def _counts(
    conversion: Conversion, reading: Reading, refused: Mapping[str, object], made: Made
) -> dict[str, int]:
    new = sum(fresh for _, fresh in made.values())
    return {
        "entries": len(reading.entries),
        "same": len(conversion.same),
        "models_to_propose": len(conversion.suggestions) - len(refused),
        "proposed": new,
        "proposed_before": len(made) - new,
        "refused": len(refused),
        "disagreements": len(conversion.disagreements),
        "not_placed": len(conversion.unplaced),
        "not_read": len(reading.unread),
        "left_out": reading.left + conversion.resold,
    }


def _as_data(
    conversion: Conversion,
    reading: Reading,
    refused: Mapping[str, Sequence[Objection]],
    made: Made,
    dry_run: bool,
    counts: Mapping[str, int],
) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "counts": dict(counts),
        "suggestions": [
            {
                "model": each.model,
                "name": each.name,
                "files": list(map(_file, each.paths)),
                "changes": [differences.as_data(change) for change in each.changes],
                "objections": [asdict(one) for one in refused.get(each.model, ())],
                "proposal": made[each.model][0] if each.model in made else None,
            }
            for each in conversion.suggestions
        ],
        "disagreements": [{**asdict(each), "path": _file(each.path)} for each in conversion.disagreements],
        "not_placed": [asdict(each) for each in conversion.unplaced],
        "not_read": [asdict(each) for each in reading.unread],
    }


def _objection(each: Objection) -> Text:
    what, style = ("cannot be", "red") if each.fatal else ("odd", "yellow")
    return Text(plain(f"! {what}: {each.subject} {each.message}"), style=style)


def _listed(console: Console, title: str, said: Iterable[str]) -> None:
    """A list with its title, where there is anything in it."""
    texts = [Text(f"  {plain(each)}") for each in said]
    _print(console, [Text(title, style="bold"), *texts, Text()] if texts else [])


def _file(path: str) -> str:
    return path.rpartition("/")[2]


def _print(console: Console, texts: Iterable[Text]) -> None:
    for each in texts:
        console.print(each, soft_wrap=True)
