"""What a sentence speaks of by name: models, families, makers, licences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.facts.names import Found, Mention, NameIndex, Subject, SubjectKind
from bot.questions.near import meant_by_slip
from bot.questions.people import LICENSES, LOOK_ALIKES, PEOPLE

_KINDS = (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.ORGANIZATION)
_FIRST = re.compile(
    r"(?:\b(?:first|original|earliest|very first)(?: ever)?|初代の?|最初の|一番最初の|初期の|元祖)\s*$",
    re.IGNORECASE,
)
_NEXT_VERSION = re.compile(
    r"\s*(?:,|/|&|\band\b|\bor\b|\bvs\.?|\bversus\b|と|や|か|対|、)\s*v?(?P<version>[0-9]{1,2}(?:\.[0-9]{1,2})?)"
    r"(?![\w.]*[0-9a-z]|\s*(?:[日月年人名社か件%％]|users?|days?|weeks?|months?|years?|models?|of\b|others?))",
    re.IGNORECASE,
)
_VERSION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?$")
_FIRST_NUMBER = re.compile(r"-[01](?:\.0)?$")
_LICENSE_ONLY = re.compile(r"(?:[\s'の]|licen[sc]es?|ライセンス|s\b)*", re.IGNORECASE)
_SPEAKS_OF_LICENSES = re.compile(
    r"licen[sc]|terms|agreement|rail\b|\bmit\b|apache|ライセンス|規約|契約|gpl|mdw|bsd|\bcc",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something named in ``text[start:end]``: one model, several that it may be, a maker, or a licence.

    A name can be a family's and its maker's at once (DeepSeek): then both are given. ``near``: none of the
    models is meant for sure.
    """

    start: int
    end: int
    asked: str
    models: tuple[Subject, ...] = ()
    organization: Subject | None = None
    license: Subject | None = None
    family: Subject | None = None
    near: bool = False
    doubtful: bool = False  # it may well be a name of something else

    @property
    def model(self) -> Subject | None:
        """The one model that is meant."""
        one = len(self.models) == 1 and not self.near and self.organization is None
        return self.models[0] if one else None

    @property
    def is_group(self) -> bool:
        """Whether it may be any of several models."""
        return len(self.models) > 1 and not self.near


def topics(text: str, names: NameIndex) -> list[Topic]:
    """Everything named in the text, in its order; a maker only where none of its models is named."""
    found: list[Topic] = []
    for mention in names.mentions(text, _KINDS):
        topic = _topic(text, mention, names)
        if topic is not None:
            found.append(topic)
            found += _versions_after(text, topic, names)
    for topic in (*_licenses(text, names), *_people(text), *_look_alikes(text, names)):
        found = _placed(topic, found)
    return sorted(found, key=lambda each: each.start)


def slipped(asked: str, names: NameIndex) -> Topic | None:
    """The topic that a name means which nobody knows, but for a slip of the hand."""
    match = names.find(asked, (SubjectKind.MODEL,))
    if match.found is not Found.NEAR:
        return None
    topic = meant_by_slip(Topic(0, 0, asked, match.subjects, near=True), names)
    return None if topic.near else topic


def _topic(text: str, mention: Mention, names: NameIndex) -> Topic | None:
    asked = text[mention.start : mention.end]
    if asked.isdigit() or _inside_word(text, mention.start):
        return None
    match = mention.match
    models = tuple(each for each in match.subjects if each.kind is SubjectKind.MODEL)
    makers = [each for each in match.subjects if each.kind is SubjectKind.ORGANIZATION]
    topic = Topic(
        mention.start, mention.end, asked, models, makers[0] if makers else None, family=match.family
    )
    if match.found in (Found.NEAR, Found.UNKNOWN):
        return meant_by_slip(replace(topic, near=True), names)
    if match.family is not None and topic.is_group:
        if _FIRST.search(text[: mention.start]) and (first := _first(models)):
            return replace(topic, models=first, organization=None)
        same = tuple(each for each in models if each.id == match.family.id)
        return replace(topic, models=same, organization=None) if same else topic
    return replace(topic, models=()) if makers else topic


def _first(models: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """The model that its maker numbers 1 (or 0): without numbers nobody can say from names which was first."""
    numbered = {number[0]: each for each in models if (number := _FIRST_NUMBER.search(each.id))}
    return (numbered[min(numbered)],) if numbered else ()


def _inside_word(text: str, start: int) -> bool:
    """Whether it is the end of a longer name: フガフガGPT-9."""
    return start > 0 and text[start].isascii() and re.match("[ァ-ヺー]", text[start - 1]) is not None


def _versions_after(text: str, topic: Topic, names: NameIndex) -> Iterator[Topic]:
    """The other versions in "Grok 1 and 2"."""
    version = _VERSION.search(topic.asked)
    while version is not None and (after := _NEXT_VERSION.match(text, topic.end)) is not None:
        asked = topic.asked[: version.start()] + after["version"]
        match = names.find(asked, (SubjectKind.MODEL,))
        if match.found is not Found.EXACT:
            return
        topic = Topic(after.start("version"), after.end("version"), topic.asked, match.subjects)
        yield replace(topic, asked=asked)


def _licenses(text: str, names: NameIndex) -> Iterator[Topic]:
    if not _SPEAKS_OF_LICENSES.search(text):
        return
    for pattern, id in LICENSES:
        for each in pattern.finditer(text):
            yield Topic(*each.span(), each[0], license=Subject(SubjectKind.LICENSE, id, id))
    for mention in names.mentions(text, (SubjectKind.LICENSE,)):
        if mention.match.found is Found.EXACT:
            asked = text[mention.start : mention.end]
            yield Topic(mention.start, mention.end, asked, license=mention.match.subjects[0])


def _people(text: str) -> Iterator[Topic]:
    for pattern, maker in PEOPLE:
        for each in pattern.finditer(text):
            yield Topic(*each.span(), each[0], organization=maker)


def _look_alikes(text: str, names: NameIndex) -> Iterator[Topic]:
    for pattern, meant in LOOK_ALIKES:
        for each in pattern.finditer(text):
            yield Topic(
                *each.span(), each[0], names.find(meant, (SubjectKind.MODEL,)).subjects, doubtful=True
            )


def _placed(topic: Topic, found: list[Topic]) -> list[Topic]:
    """The topics with one more, unless its place is taken: a licence that has a model's name in its own wins."""
    over = [each for each in found if each.start < topic.end and topic.start < each.end]
    if not over:
        return [*found, topic]
    covers = all(topic.start <= each.start and each.end <= topic.end for each in over)
    if topic.license is None or any(each.license for each in over) or not covers:
        return found
    rest = topic.asked
    for each in over:
        rest = rest.replace(each.asked, "", 1)
    if _LICENSE_ONLY.fullmatch(rest):
        return found
    return [*(each for each in found if each not in over), topic]
