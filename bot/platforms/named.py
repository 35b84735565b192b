"""What a message or an answer is about: which models and families, and what to ask of each."""

from __future__ import annotations

from typing import Any

from bot.commands.license import LicenseAnswer
from bot.commands.open_ import Open, OpenAnswer
from bot.commands.organization import OrganizationAnswer
from bot.commands.pace import PaceAnswer
from bot.commands.promises import PromisesAnswer
from bot.commands.sources import SourcesAnswer
from bot.commands.timeline import Timeline, TimelineAnswer
from bot.facts.names import Found, NameIndex, Subject, SubjectKind
from bot.replies.reply import Choice, Choices, Reply
from bot.replies.words import Words

SHOWN = 25  # choices


def subjects(text: str, names: NameIndex) -> tuple[Subject, ...]:
    """The models and families that a text names, by name or repository address, in the text's order."""
    found: dict[Subject, None] = {}
    for mention in names.mentions(text, (SubjectKind.MODEL, SubjectKind.FAMILY)):
        if mention.match.found in (Found.EXACT, Found.AMBIGUOUS):
            found.update(dict.fromkeys(mention.match.subjects))
    return tuple(found)


def question(subject: Subject) -> Open | Timeline:
    """What to ask about a subject: a model's card, or all of a family or a maker."""
    return Open(subject.id) if subject.kind is SubjectKind.MODEL else Timeline(subject.id)


def about(answer: Any) -> str | None:
    """The id of the one model or organization that an answer is about, to say that it is wrong."""
    match answer:
        case OpenAnswer():
            return answer.assessment.model.id
        case OrganizationAnswer():
            return answer.organization.id
        case SourcesAnswer(model=model, organization=organization):
            return model.id if model is not None else organization.id
        case LicenseAnswer(models=(model,)):
            return model.id
        case TimelineAnswer(subject=subject) | PromisesAnswer(subject=subject) | PaceAnswer(subject=subject):
            one = subject is not None and subject.kind in (SubjectKind.MODEL, SubjectKind.ORGANIZATION)
            return subject.id if subject is not None and one else None
    return None


def which(found: tuple[Subject, ...], words: Words) -> Reply:
    """Which of them? Or that there is none."""
    if not found:
        sentence = words("I know no model that this message names. Ask me by name: /open grok-2.")
        return Reply(sentence, private=True, language=words.language)
    choices = tuple(Choice(each.name, question(each)) for each in found[:SHOWN])
    prompt = words("Which one?")
    if len(found) > SHOWN:
        prompt = words.count(
            "Which one? {n} more is named there: ask for it by name.",
            "Which one? {n} more are named there: ask for them by name.",
            len(found) - SHOWN,
        )
    title = words("This message names several models.")
    return Reply(title, blocks=(Choices(prompt, choices),), private=True, language=words.language)
