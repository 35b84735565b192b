"""From what was typed to the one subject that is meant, or an answer that says why there is none."""

from __future__ import annotations

from collections.abc import Collection

from bot.commands.answers import AmbiguousName, UnknownName
from bot.commands.declaration import Kind
from bot.facts.names import Found, NameIndex, Subject, SubjectKind


def pick(
    names: NameIndex, asked: str, kind: Kind, kinds: Collection[SubjectKind], argument: str = ""
) -> Subject | UnknownName | AmbiguousName:
    """The subject of that name, among those kinds. ``argument``: where it was given, if not in the first."""
    match = names.find(asked, kinds)
    if match.found is Found.EXACT:
        return match.subjects[0]
    if match.found is Found.AMBIGUOUS:
        return AmbiguousName(asked, match.subjects, argument)
    return UnknownName(asked, kind, match.subjects, argument)


WIDE = (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.ORGANIZATION)


def pick_wide(names: NameIndex, asked: str) -> Subject | UnknownName | AmbiguousName:
    """A model, a family or an organization. A bare family's or maker's name means all of its models.

    Where a name is both an organization's and its family's, the organization is meant.
    """
    found = pick(names, asked, Kind.SUBJECT, WIDE)
    if not isinstance(found, AmbiguousName):
        return found
    makers = [each for each in found.choices if each.kind is SubjectKind.ORGANIZATION]
    if len(makers) == 1:
        return makers[0]
    return names.find(asked, (SubjectKind.FAMILY,)).family or found
