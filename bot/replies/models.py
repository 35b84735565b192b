"""A list of models, newest first, with their number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.commands.line import replace
from bot.commands.models import Commercial, Listed, Models, ModelsAnswer, ModelsStatus
from bot.commands.open_ import Open
from bot.commands.organization import OrganizationOf
from bot.facts.license import restrictions
from bot.facts.model import Component
from bot.replies.open_ import headline
from bot.replies.reply import Block, Choice, Field, Fields, Line, Note, Reply, Strong
from bot.replies.slugs import COMPONENTS, N_, TERMS, license_name
from bot.replies.words import Words

STATUSES: Mapping[ModelsStatus, str] = {
    ModelsStatus.OPEN_SOURCE: N_("open source (OSI's definition)"),
    ModelsStatus.OPEN_WEIGHTS: N_("open weights"),
    ModelsStatus.OPEN_LICENSE: N_("weights under an open licence"),
    ModelsStatus.RESTRICTED: N_("weights under a restricted licence"),
    ModelsStatus.PROMISED: N_("promised, not published"),
    ModelsStatus.CLOSED: N_("closed"),
    ModelsStatus.WITHDRAWN: N_("withdrawn"),
}
COMMERCIAL: Mapping[Commercial, str] = {
    Commercial.YES: N_("commercial use allowed to anyone"),
    Commercial.LIMITED: N_("commercial use allowed within limits"),
    Commercial.NO: N_("no commercial use"),
}
NEXT = 4  # follow-ups: one row of buttons


def reply(answer: ModelsAnswer, command: Models, words: Words) -> Reply:
    """The list, the filters in its title."""
    filters = list(_filters(answer, command, words))
    day = words.date(answer.as_of.day)
    if filters:
        title = words("Models: {filters}, as of {day}", filters=words(", ").join(filters), day=day)
    else:
        title = words("All models in our data, as of {day}", day=day)
    return Reply(
        title=title,
        headline=_count(answer, words),
        blocks=tuple(_blocks(answer, command, words)),
        follow_ups=tuple(_follow_ups(answer, command, words))[:NEXT],
        language=words.language,
    )


def _filters(answer: ModelsAnswer, command: Models, words: Words) -> Iterator[str]:
    if answer.organization is not None:
        yield answer.organization.name
    if answer.license is not None:
        yield license_name(answer.license.id, answer.licenses, words)
    if command.status is not None:
        yield words(STATUSES[command.status])
    if command.component is not None:
        yield words("{part} published", part=words(COMPONENTS[command.component]))
    if command.commercial is not None:
        yield words(COMMERCIAL[command.commercial])
    if command.since is not None:
        yield words("from {day} on", day=words.date(command.since))
    if command.until is not None:
        yield words("up to {day}", day=words.date(command.until))


def _count(answer: ModelsAnswer, words: Words) -> str:
    if not answer.listed:
        return words("None in our data.")
    return words.count("{n} model in our data.", "{n} models in our data.", len(answer.listed))


def _blocks(answer: ModelsAnswer, command: Models, words: Words) -> Iterator[Block]:
    if answer.listed:
        fields = tuple(_field(each, answer, command, words) for each in answer.listed)
        yield Fields(words("Newest first"), fields)
    if command.commercial is not None:
        yield Note((words("What the licences say, not legal advice: /license shows the clauses."),))
    if answer.listed and (command.since is not None or command.until is not None):
        yield Note((words("What a source dates by its month alone may have been on any of its days."),))


def _field(each: Listed, answer: ModelsAnswer, command: Models, words: Words) -> Field:
    name = words("{model} ({maker})", model=each.assessment.model.name, maker=each.organization.name)
    line: Line = (Strong(words("{head}.", head=headline(each.assessment, words))), *_had(each, answer, words))
    return Field(name, line + _restricts(each, answer, command, words))


def _had(each: Listed, answer: ModelsAnswer, words: Words) -> Line:
    if each.day is None:
        return ()
    day = words.date(each.day)
    if not each.part.published:
        if each.assessment.status.released is not None:
            return (words(" In use since {day}.", day=day),)
        return (words(" Announced on {day}.", day=day),)
    license = license_name(each.part.license, answer.licenses, words)
    if each.part.component is not Component.PARAMETERS_FINAL:
        part = words(COMPONENTS[each.part.component])
        part = part[:1].upper() + part[1:]
        return (words(" {part}: {license}, since {day}.", part=part, license=license, day=day),)
    return (words(" {license}, since {day}.", license=license, day=day),)


def _restricts(each: Listed, answer: ModelsAnswer, command: Models, words: Words) -> Line:
    """What else the licence restricts, where terms were asked about."""
    if command.commercial is None or each.part.license is None:
        return ()
    terms = restrictions(each.part.license, answer.licenses)
    if not terms:
        return ()
    return (words(" Restricts {terms}.", terms=words.list(words(TERMS[term]) for term in terms)),)


def _follow_ups(answer: ModelsAnswer, command: Models, words: Words) -> Iterator[Choice]:
    if command.status is None and command.component is None:
        yield Choice(words("Only open ones"), replace(command, status=ModelsStatus.OPEN_WEIGHTS))
    if command.commercial is None and any(each.part.published for each in answer.listed):
        yield Choice(words("Commercial use allowed"), replace(command, commercial=Commercial.YES))
    if answer.organization is not None:
        maker = answer.organization
        yield Choice(words("All of {maker}", maker=maker.name), OrganizationOf(maker.id))
    if command.since is not None or command.until is not None:
        yield Choice(words("Any day"), replace(command, since=None, until=None))
    for each in answer.listed[:NEXT]:
        yield Choice(each.assessment.model.name, Open(each.assessment.model.id))
