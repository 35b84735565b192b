"""Which command is meant: a table of rules, read from the top; the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.commands.changes import Changes
from bot.commands.compare import Compare
from bot.commands.define import Define
from bot.commands.help_ import Help
from bot.commands.license import LicenseOf
from bot.commands.models import Commercial, Models, ModelsStatus
from bot.commands.open_ import Open
from bot.commands.organization import OrganizationOf
from bot.commands.pace import PaceOf
from bot.commands.promises import Promises
from bot.commands.sources import Sources
from bot.commands.timeline import Timeline
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Component
from bot.facts.names import Found, NameIndex, Subject, SubjectKind
from bot.questions.calendar import Days, gathered
from bot.questions.cue import Cue
from bot.questions.heard import Heard
from bot.questions.reading import Decline, Declined, Reading, Several, Understood, Unknown
from bot.questions.topics import Topic

_SUBJECTS = (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.ORGANIZATION)


class Asked:
    """A sentence as the rules see it: whom it is about, and what it asks of them."""

    def __init__(self, heard: Heard, names: NameIndex, today: date) -> None:
        self.heard = heard
        self.names = names
        self.days: Days = gathered(list(heard.whens), today)
        self.models = _once([each for each in heard.topics if each.model is not None])
        known = {subject for topic in self.models for subject in topic.models}
        self.groups = [
            each for each in _once(list(heard.topics)) if each.is_group and not known & set(each.models)
        ]
        self.makers = [each for each in heard.topics if each.organization is not None]
        self.licenses = [each for each in heard.topics if each.license is not None]
        self.near = [each for each in heard.topics if each.near]

    def says(self, *cues: Cue) -> bool:
        """Whether any of the cues is there."""
        return any(each in self.heard.cues for each in cues)

    @property
    def named(self) -> bool:
        """Whether a model, a family or a maker is named."""
        return bool(self.models or self.groups or self.makers)

    @property
    def model(self) -> Topic | None:
        """The model or the family that it is about; the maker's family where the maker alone isn't meant."""
        return next(iter((*self.models, *self.groups)), None)

    @property
    def maker(self) -> Subject | None:
        """The maker that it is about: one of its models isn't named."""
        plain = [each for each in self.groups if each.organization is None]
        return self.makers[0].organization if self.makers and not self.models and not plain else None


def _once(topics: list[Topic]) -> list[Topic]:
    """The topics without those that mean the same as one before."""
    return list({each.models or (each.asked,): each for each in reversed(topics)}.values())[::-1]


# --- what the commands are asked about ---------------------------------------------------------------------


def _subject(asked: Asked) -> tuple[str, tuple[Subject, ...], str] | None:
    """Whom a command about a model, a family or a maker is asked about: its argument, the ids, its name."""
    if asked.maker is not None:
        return _argument(asked.maker, asked.names), (asked.maker,), asked.maker.name
    topic = asked.model
    return None if topic is None else _of_topic(topic)


def _of_topic(topic: Topic) -> tuple[str, tuple[Subject, ...], str]:
    if topic.model is not None:
        return topic.model.id, topic.models, topic.model.name
    name = topic.family.name if topic.family is not None else topic.asked
    return topic.asked, topic.models, name


def _argument(subject: Subject, names: NameIndex) -> str:
    """A spelling of the subject that means nothing else: DeepSeek is a maker and a family."""
    for spelling in (subject.id, subject.name, f"{subject.name} AI"):
        match = names.find(spelling, _SUBJECTS)
        if match.found is Found.EXACT and match.subjects[0] == subject:
            return spelling
    return subject.id


def _understood(asked: Asked, command: Any, subjects: tuple[Subject, ...] = (), *names: str) -> Understood:
    day = asked.days.as_of if getattr(command, "as_of", None) is not None else None
    return Understood(command, subjects, names=names, day=day, since=getattr(command, "since", None))


# --- commands ----------------------------------------------------------------------------------------------


def _open(asked: Asked) -> Reading:
    command = Open("", asked.days.as_of, asked.heard.definition, asked.heard.component)
    return _of_one_model(asked, command, "model")


def _sources(asked: Asked) -> Reading:
    if asked.heard.event is not None:
        return _understood(asked, Sources(asked.heard.event), (), asked.heard.event)
    return _of_one_model(asked, Sources(""), "of")


def _of_one_model(asked: Asked, command: Any, argument: str) -> Reading:
    topic = asked.model
    assert topic is not None
    if topic.model is None:
        return Several(topic.asked, topic.models, replace(command, **{argument: topic.asked}))
    return _understood(
        asked, replace(command, **{argument: topic.model.id}), topic.models, topic.model.name
    )


def _compare(asked: Asked) -> Reading:
    topics = sorted((*asked.models, *asked.groups), key=lambda each: each.start)[:3]
    topics.sort(key=lambda each: each.model is not None)  # what has to be asked about comes first
    ids = [each.model.id if each.model is not None else each.asked for each in topics]
    command = Compare(ids[0], ids[1], ids[2] if len(ids) > 2 else None, asked.days.as_of)
    if topics[0].model is None:
        return Several(topics[0].asked, topics[0].models, command)
    models = [each.models[0] for each in topics]
    return _understood(asked, command, tuple(models), *(each.name for each in models))


def _makers(asked: Asked) -> Reading:
    choices = tuple(dict.fromkeys(each.organization for each in asked.makers if each.organization))
    return Several(asked.makers[0].asked, choices, OrganizationOf(choices[0].id, asked.days.as_of))


def _organization(asked: Asked) -> Reading:
    maker = asked.maker
    assert maker is not None
    return _understood(asked, OrganizationOf(maker.id, asked.days.as_of), (maker,), maker.name)


def _about(asked: Asked, make: Callable[[str | None], Any]) -> Understood:
    """A command about the subject, or about all where none is named."""
    about = _subject(asked)
    if about is None:
        return _understood(asked, make(None))
    return _understood(asked, make(about[0]), about[1], about[2])


def _timeline(asked: Asked) -> Reading:
    return _about(asked, lambda of: Timeline(of or "", asked.days.as_of))


def _promises(asked: Asked) -> Reading:
    return _about(asked, lambda of: Promises(of, asked.heard.state, asked.days.as_of))


def _pace(asked: Asked) -> Reading:
    return _about(asked, lambda of: PaceOf(of, asked.days.as_of))


def _changes(asked: Asked) -> Reading:
    return _about(asked, lambda of: Changes(asked.days.since, of))


def _license(asked: Asked) -> Understood:
    topic = asked.model
    if topic is not None:
        argument, subjects, name = _of_topic(topic)
        return _understood(asked, LicenseOf(argument), subjects, name)
    found = asked.licenses[0].license
    assert found is not None
    return _understood(asked, LicenseOf(found.id), (found,), found.name)


def _models(asked: Asked) -> Reading:
    heard, maker = asked.heard, asked.maker
    found = asked.licenses[0].license if asked.licenses else None
    weights_only = heard.component is Component.PARAMETERS_FINAL
    command = Models(
        organization=maker.id if maker else None,
        license=found.id if found else None,
        status=heard.status if heard.component is None or weights_only or heard.status in _STRONG else None,
        component=None if weights_only else heard.component,
        since=asked.days.since,
        until=asked.days.until,
        commercial=Commercial.YES if asked.says(Cue.COMMERCIAL) else None,
    )
    subjects = tuple(each for each in (maker, found) if each is not None)
    understood = _understood(asked, command, subjects, *(each.name for each in subjects))
    return replace(understood, day=asked.days.until)


_STRONG = frozenset({ModelsStatus.OPEN_SOURCE, ModelsStatus.CLOSED, ModelsStatus.WITHDRAWN})
"""What is asked of the model as a whole, whichever part is spoken of too."""


def _define(asked: Asked) -> Reading:
    terms = asked.heard.terms or asked.heard.rarer
    if terms[0] == "open":
        terms = _OPEN
    elif not asked.says(Cue.DISTINGUISH) or not asked.heard.terms:
        terms = terms[:1]
    terms = tuple(each for each in terms if each != "open")
    return replace(_understood(asked, Define(", ".join(terms))), terms=terms)


_OPEN = ("open-weights", "open-source")
"""What the bare word can mean: it is explained by both."""


def _help(asked: Asked) -> Reading:
    return _understood(asked, Help())


# --- refusals ----------------------------------------------------------------------------------------------


def _unknown(asked: Asked) -> Reading:
    if asked.near:
        topic = asked.near[0]
        return Unknown(topic.asked, topic.models, Open(topic.asked))
    name = asked.heard.stranger or ""
    match = asked.names.find(name, _SUBJECTS)
    near = tuple(each for each in match.subjects if match.found is Found.NEAR)
    return Unknown(name, near, Open(name))


def _legal(asked: Asked) -> Reading:
    bearing = _license(asked) if asked.model or asked.licenses else None
    return Declined(Decline.LEGAL, bearing)


def _prediction(asked: Asked) -> Reading:
    about = _about(asked, Promises) if asked.named else None
    return Declined(Decline.PREDICTION, about)


def _plainly(asked: Asked) -> Reading:
    """The facts of the model, whatever we are told to say of it."""
    return _license(asked) if asked.licenses or asked.says(Cue.LICENSE) else _open(asked)


def _declined(kind: Decline) -> Callable[[Asked], Reading]:
    return lambda asked: Declined(kind)


# --- the table ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """When a sentence means something, and what it then means."""

    name: str
    when: Callable[[Asked], bool]
    then: Callable[[Asked], Reading]


def _facts_of_a_model(asked: Asked) -> bool:
    return bool(asked.models) and asked.says(Cue.OPEN, Cue.LICENSE)


def _of_openness(asked: Asked) -> bool:
    """Whether it asks plainly for what we do know, whatever its other words say."""
    part = asked.heard.component not in (None, Component.PARAMETERS_FINAL)
    plainly = part or asked.heard.definition or asked.says(Cue.TERMS, Cue.SOURCES, Cue.PROMISES, Cue.TIMELINE)
    return bool(asked.model and plainly) or (asked.says(Cue.PACE) and asked.says(Cue.OPEN))


def _filtered(asked: Asked) -> bool:
    """Whether it asks for some of the models only."""
    return bool(asked.licenses or asked.heard.component or asked.days.bounded) or asked.says(Cue.COMMERCIAL)


RULES: tuple[Rule, ...] = (
    Rule("help", lambda a: a.says(Cue.HELP) and not a.named and not a.licenses, _help),
    Rule("an event's sources", lambda a: a.heard.event is not None, _sources),
    Rule("told what to say", lambda a: a.says(Cue.INJECTION) and bool(a.models) and not a.heard.event, _plainly),
    Rule("an edit", lambda a: a.says(Cue.EDIT), _declined(Decline.BY_COMMAND_ONLY)),
    Rule(
        "a legal question",
        lambda a: a.says(Cue.LEGAL) and a.heard.definition is not DefinitionId.EU_EXEMPTION,
        _legal,
    ),
    Rule(
        "a prediction",
        lambda a: (a.says(Cue.PREDICTION) or (a.days.ahead and a.says(Cue.OPEN))) and not a.says(Cue.PROMISES),
        _prediction,
    ),
    Rule("a judgement", lambda a: a.says(Cue.JUDGEMENT), _declined(Decline.OPINION)),
    Rule(
        "an opinion",
        lambda a: a.says(Cue.OPINION) and not _facts_of_a_model(a),
        _declined(Decline.OPINION),
    ),
    Rule(
        "another subject",
        lambda a: a.says(Cue.ELSEWHERE) and not _of_openness(a),
        _declined(Decline.OFF_TOPIC),
    ),
    Rule(
        "a word's meaning",
        lambda a: (
            bool(a.heard.terms)
            and not a.named
            and not a.licenses
            and (
                a.heard.bare
                or (a.says(Cue.MEANING) and not (a.says(Cue.LIST) and a.says(Cue.MEETS)))
                or (a.says(Cue.DISTINGUISH) and len(a.heard.terms) > 1)
                or (a.says(Cue.DEFINE) and not a.says(Cue.LIST) and a.days.since is None)
            )
        ),
        _define,
    ),
    Rule(
        "a name nobody knows",
        lambda a: bool(a.near or a.heard.stranger) and not a.named and not a.licenses,
        _unknown,
    ),
    Rule(
        "a rarer word's meaning",
        lambda a: (
            bool(a.heard.rarer)
            and not a.named
            and not a.licenses
            and a.days.since is None
            and a.says(Cue.MEANING, Cue.DEFINE)
            and not a.says(Cue.PACE, Cue.PROMISES, Cue.CHANGES, Cue.LIST, Cue.TIMELINE)
        ),
        _define,
    ),
    Rule("a name taken for another", lambda a: any(each.doubtful for each in a.groups) and not a.models, _open),
    Rule(
        "models side by side",
        lambda a: len(a.models) + len(a.groups) > 1 and not (a.says(Cue.OUTPUT) and not a.says(Cue.COMPARE)),
        _compare,
    ),
    Rule(
        "makers side by side",
        lambda a: len({each.organization for each in a.makers}) > 1 and a.maker is not None and a.says(Cue.COMPARE),
        _makers,
    ),
    Rule("sources", lambda a: a.says(Cue.SOURCES) and a.model is not None, _sources),
    Rule("the promises", lambda a: a.says(Cue.PROMISES), _promises),
    Rule("the pace", lambda a: a.says(Cue.PACE) and (a.named or a.says(Cue.OPEN, Cue.EVERYTHING)), _pace),
    Rule("a definition", lambda a: a.heard.definition is not None and a.model is not None, _open),
    Rule(
        "terms of a model",
        lambda a: a.says(Cue.LICENSE) and a.model is not None and (a.maker is None or not a.says(Cue.LIST)),
        _license,
    ),
    Rule("a timeline", lambda a: a.says(Cue.TIMELINE) and a.named, _timeline),
    Rule(
        "models by filters",
        lambda a: (
            (a.says(Cue.LIST) or (a.licenses and a.maker is not None))
            and not a.models
            and (a.maker is not None or not a.groups)
            and (a.maker is None or a.says(Cue.MODELS) or _filtered(a))
            and not (a.says(Cue.CHANGES) and not a.licenses and a.heard.component is None)
        ),
        _models,
    ),
    Rule("what is new", lambda a: a.says(Cue.CHANGES), _changes),
    Rule("models of a family", lambda a: a.says(Cue.LIST) and bool(a.groups), _timeline),
    Rule("a licence", lambda a: bool(a.licenses) and not a.named, _license),
    Rule("a premise about the licence", lambda a: bool(a.licenses) and bool(a.models), _license),
    Rule(
        "a maker by name or by all it did",
        lambda a: a.maker is not None and (not a.groups or a.says(Cue.EVERYTHING)),
        _organization,
    ),
    Rule("a model", lambda a: a.model is not None, _open),
    Rule("models, whichever", lambda a: a.says(Cue.MODELS) and a.says(Cue.OPEN), _models),
    Rule("what happened on some days", lambda a: a.days.since is not None, _changes),
)


def decide(asked: Asked) -> Reading:
    """The reading of the first rule that fits; another subject where none does."""
    for rule in RULES:
        if rule.when(asked):
            return rule.then(asked)
    return Declined(Decline.OFF_TOPIC)
