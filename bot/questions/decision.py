"""Which command is meant: a table of rules, read from the top; the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Component
from bot.questions import meant
from bot.questions.asked import Asked
from bot.questions.cue import Cue
from bot.questions.reading import Decline, Declined, Reading


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
    Rule("help", lambda a: a.says(Cue.HELP) and not a.named and not a.licenses, meant.help),
    Rule("an event's sources", lambda a: a.heard.event is not None, meant.sources),
    Rule(
        "told what to say",
        lambda a: a.says(Cue.INJECTION) and bool(a.models) and not a.heard.event,
        meant.plainly,
    ),
    Rule("an edit", lambda a: a.says(Cue.EDIT), meant.declined(Decline.BY_COMMAND_ONLY)),
    Rule(
        "a legal question",
        lambda a: a.says(Cue.LEGAL) and a.heard.definition is not DefinitionId.EU_EXEMPTION,
        meant.legal,
    ),
    Rule(
        "a prediction",
        lambda a: (
            (a.says(Cue.PREDICTION) or (a.days.ahead and a.says(Cue.OPEN))) and not a.says(Cue.PROMISES)
        ),
        meant.prediction,
    ),
    Rule("a judgement", lambda a: a.says(Cue.JUDGEMENT), meant.declined(Decline.OPINION)),
    Rule(
        "an opinion",
        lambda a: a.says(Cue.OPINION) and not _facts_of_a_model(a),
        meant.declined(Decline.OPINION),
    ),
    Rule(
        "another subject",
        lambda a: a.says(Cue.ELSEWHERE) and not _of_openness(a),
        meant.declined(Decline.OFF_TOPIC),
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
        meant.define,
    ),
    Rule(
        "a name nobody knows",
        lambda a: bool(a.near or a.heard.stranger) and not a.named and not a.licenses,
        meant.unknown,
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
        meant.define,
    ),
    Rule(
        "side by side with a name nobody knows",
        lambda a: bool(a.near or a.heard.stranger) and len(a.models) == 1 and a.says(Cue.COMPARE),
        meant.unknown,
    ),
    Rule(
        "a name taken for another",
        lambda a: any(each.doubtful for each in a.groups) and not a.models,
        meant.is_open,
    ),
    Rule(
        "models side by side",
        lambda a: len(a.models) + len(a.groups) > 1 and not (a.says(Cue.OUTPUT) and not a.says(Cue.COMPARE)),
        meant.compare,
    ),
    Rule(
        "makers side by side",
        lambda a: (
            len({each.organization for each in a.makers}) > 1 and a.maker is not None and a.says(Cue.COMPARE)
        ),
        meant.which_maker,
    ),
    Rule("sources", lambda a: a.says(Cue.SOURCES) and a.model is not None, meant.sources),
    Rule("the promises", lambda a: a.says(Cue.PROMISES), meant.promises),
    Rule(
        "the pace", lambda a: a.says(Cue.PACE) and (a.named or a.says(Cue.OPEN, Cue.EVERYTHING)), meant.pace
    ),
    Rule("a definition", lambda a: a.heard.definition is not None and a.model is not None, meant.is_open),
    Rule(
        "terms of a model",
        lambda a: a.says(Cue.LICENSE) and a.model is not None and (a.maker is None or not a.says(Cue.LIST)),
        meant.license,
    ),
    Rule("a timeline", lambda a: a.says(Cue.TIMELINE) and a.named, meant.timeline),
    Rule(
        "models by filters",
        lambda a: (
            (a.says(Cue.LIST) or bool(a.licenses and a.maker))
            and not a.models
            and (a.maker is not None or not a.groups)
            and (a.maker is None or a.says(Cue.MODELS) or _filtered(a))
            and not (a.says(Cue.CHANGES) and not a.licenses and a.heard.component is None)
        ),
        meant.models,
    ),
    Rule("what is new", lambda a: a.says(Cue.CHANGES), meant.changes),
    Rule("models of a family", lambda a: a.says(Cue.LIST) and bool(a.groups), meant.timeline),
    Rule("a licence", lambda a: bool(a.licenses) and not a.named, meant.license),
    Rule("a premise about the licence", lambda a: bool(a.licenses) and bool(a.models), meant.license),
    Rule(
        "a maker by name or by all it did",
        lambda a: a.maker is not None and (not a.groups or a.says(Cue.EVERYTHING)),
        meant.organization,
    ),
    Rule("a model", lambda a: a.model is not None, meant.is_open),
    Rule("models, whichever", lambda a: a.says(Cue.MODELS) and a.says(Cue.OPEN), meant.models),
    Rule("a word of the field", lambda a: bool({*a.heard.terms} - {"open", "open-source"}), meant.define),
    Rule("what happened on some days", lambda a: a.days.since is not None, meant.changes),
)


def decide(asked: Asked) -> Reading:
    """The reading of the first rule that fits; another subject where none does."""
    for rule in RULES:
        if rule.when(asked):
            return rule.then(asked)
    return Declined(Decline.OFF_TOPIC)
