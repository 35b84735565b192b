"""What a sentence means, once a rule has found its kind: the command with its subjects, or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
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
from bot.facts.model import Component
from bot.facts.names import Found, NameIndex, Subject, SubjectKind
from bot.questions.asked import Asked
from bot.questions.cue import Cue
from bot.questions.reading import Decline, Declined, Reading, Several, Understood, Unknown
from bot.questions.topics import Topic

_SUBJECTS = (SubjectKind.MODEL, SubjectKind.FAMILY, SubjectKind.ORGANIZATION)

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


def is_open(asked: Asked) -> Reading:
    command = Open("", asked.days.as_of, asked.heard.definition, asked.heard.component)
    return _of_one_model(asked, command, "model")


def sources(asked: Asked) -> Reading:
    if asked.heard.event is not None:
        return _understood(asked, Sources(asked.heard.event), (), asked.heard.event)
    return _of_one_model(asked, Sources(""), "of")


def _of_one_model(asked: Asked, command: Any, argument: str) -> Reading:
    topic = asked.model
    assert topic is not None
    if topic.model is None:
        return Several(topic.asked, topic.models, replace(command, **{argument: topic.asked}))
    return _understood(asked, replace(command, **{argument: topic.model.id}), topic.models, topic.model.name)


def compare(asked: Asked) -> Reading:
    topics = sorted((*asked.models, *asked.groups), key=lambda each: each.start)[:3]
    topics.sort(key=lambda each: each.model is not None)  # what has to be asked about comes first
    ids = [each.model.id if each.model is not None else each.asked for each in topics]
    command = Compare(ids[0], ids[1], ids[2] if len(ids) > 2 else None, asked.days.as_of)
    if topics[0].model is None:
        return Several(topics[0].asked, topics[0].models, command)
    models = [each.models[0] for each in topics]
    return _understood(asked, command, tuple(models), *(each.name for each in models))


def which_maker(asked: Asked) -> Reading:
    choices = tuple(dict.fromkeys(each.organization for each in asked.makers if each.organization))
    return Several(asked.makers[0].asked, choices, OrganizationOf(choices[0].id, asked.days.as_of))


def organization(asked: Asked) -> Reading:
    maker = asked.maker
    assert maker is not None
    return _understood(asked, OrganizationOf(maker.id, asked.days.as_of), (maker,), maker.name)


def _about(asked: Asked, make: Callable[[str | None], Any]) -> Understood:
    """A command about the subject, or about all where none is named."""
    about = _subject(asked)
    if about is None:
        return _understood(asked, make(None))
    return _understood(asked, make(about[0]), about[1], about[2])


def timeline(asked: Asked) -> Reading:
    return _about(asked, lambda of: Timeline(of or "", asked.days.as_of))


def promises(asked: Asked) -> Reading:
    return _about(asked, lambda of: Promises(of, asked.heard.state, asked.days.as_of))


def pace(asked: Asked) -> Reading:
    return _about(asked, lambda of: PaceOf(of, asked.days.as_of))


def changes(asked: Asked) -> Reading:
    return _about(asked, lambda of: Changes(asked.days.since, of))


def license(asked: Asked) -> Understood:
    topic = asked.model
    if topic is not None:
        argument, subjects, name = _of_topic(topic)
        return _understood(asked, LicenseOf(argument), subjects, name)
    found = asked.licenses[0].license
    assert found is not None
    return _understood(asked, LicenseOf(found.id), (found,), found.name)


def models(asked: Asked) -> Reading:
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


def define(asked: Asked) -> Reading:
    terms = asked.heard.terms or asked.heard.rarer
    if terms[0] == "open":
        terms = _OPEN
    elif not asked.says(Cue.DISTINGUISH) or not asked.heard.terms:
        terms = terms[:1]
    terms = tuple(each for each in terms if each != "open")
    return replace(_understood(asked, Define(", ".join(terms))), terms=terms)


_OPEN = ("open-weights", "open-source")
"""What the bare word can mean: it is explained by both."""


def help(asked: Asked) -> Reading:
    return _understood(asked, Help())


# --- refusals ----------------------------------------------------------------------------------------------


def unknown(asked: Asked) -> Reading:
    if asked.near:
        topic = asked.near[0]
        return Unknown(topic.asked, topic.models, Open(topic.asked))
    name = asked.heard.stranger or ""
    match = asked.names.find(name, _SUBJECTS)
    near = tuple(each for each in match.subjects if match.found is Found.NEAR)
    return Unknown(name, near, Open(name))


def legal(asked: Asked) -> Reading:
    bearing = license(asked) if asked.model or asked.licenses else None
    return Declined(Decline.LEGAL, bearing)


def prediction(asked: Asked) -> Reading:
    about = _about(asked, Promises) if asked.named else None
    return Declined(Decline.PREDICTION, about)


def plainly(asked: Asked) -> Reading:
    """The facts of the model, whatever we are told to say of it."""
    return license(asked) if asked.licenses or asked.says(Cue.LICENSE) else is_open(asked)


def declined(kind: Decline) -> Callable[[Asked], Reading]:
    return lambda asked: Declined(kind)
