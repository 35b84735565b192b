"""From what was typed to the one subject that is meant, or an answer that says why there is none."""

from __future__ import annotations

from collections.abc import Collection

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import Kind
from bot.facts.names import Found, NameIndex, Subject, SubjectKind


def pick(
    names: NameIndex, asked: str, kind: Kind, kinds: Collection[SubjectKind]
) -> Subject | UnknownName | AmbiguousName:
    """The subject of that name, among those kinds."""
    match = names.find(asked, kinds)
    if match.found is Found.EXACT:
        return match.subjects[0]
    if match.found is Found.AMBIGUOUS:
        return AmbiguousName(asked, match.subjects)
    return UnknownName(asked, kind, match.subjects)
