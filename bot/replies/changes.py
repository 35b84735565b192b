"""What happened lately: by group, newest last, each entry with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from bot.commands import line
from bot.commands.changes import Changes, ChangesAnswer, Group
from bot.commands.models import Models
from bot.commands.open_ import Open
from bot.commands.promises import Promised, Promises
from bot.commands.timeline import Entry
from bot.commands.timeline import Timeline as TimelineCommand
from bot.facts.promises import Outcome
from bot.replies import events, promises
from bot.replies import reply as tree
from bot.replies.fact import lists
from bot.replies.reply import Block, Choice, Field, Fields, Note, Reply, Timeline
from bot.replies.slugs import N_
from bot.replies.words import Words

GROUPS: Mapping[Group, str] = {
    Group.PUBLISHED: N_("Published, or its licence or access changed"),
    Group.WITHDRAWN: N_("Withdrawn"),
    Group.RELEASED: N_("Announced, released, retired"),
    Group.PROMISED: N_("Promised"),
    Group.SAID: N_("Said or found"),
}
_COUNTS: Mapping[Group, str] = {
    Group.PUBLISHED: N_("publications: {n}"),
    Group.WITHDRAWN: N_("withdrawals: {n}"),
    Group.RELEASED: N_("announcements, releases and retirements: {n}"),
    Group.PROMISED: N_("promises: {n}"),
    Group.SAID: N_("other entries: {n}"),
}
FURTHER = 90  # days looked back by the first follow-up
NEXT = 4  # follow-ups: one row of buttons


def reply(answer: ChangesAnswer, command: Changes, words: Words) -> Reply:
    """What happened, publications first."""
    since, day = words.date(answer.since), words.date(answer.as_of.day)
    if answer.subject is None:
        title = words("What happened from {since} to {day}", since=since, day=day)
    else:
        name = answer.subject.name
        title = words("{name}: what happened from {since} to {day}", name=name, since=since, day=day)
    return Reply(
        title=title,
        headline=_headline(answer, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, command, words))[:NEXT],
        language=words.language,
    )


def _headline(answer: ChangesAnswer, words: Words) -> str:
    if answer.groups:
        counts = words.list(
            words(_COUNTS[group], n=words.number(len(told))) for group, told in answer.groups.items()
        )
        return words("{counts}.", counts=counts[:1].upper() + counts[1:])
    if answer.latest is None:
        return words("Nothing in our data.")
    day = words.date(answer.latest.event.date)
    return words("Nothing in our data; the latest entry is of {day}.", day=day)


def _blocks(answer: ChangesAnswer, words: Words) -> Iterator[Block]:
    for group, told in answer.groups.items():
        yield Timeline(words(GROUPS[group]), tuple(_entry(each, answer, words) for each in told))
    if answer.came_due:
        yield Fields(
            words("Promises that came due and wait"), tuple(_due(each, words) for each in answer.came_due)
        )
    if answer.maybe:
        title = words("Perhaps before: the sources give no day")
        yield Timeline(title, tuple(_entry(each, answer, words) for each in answer.maybe))
    if answer.edits:
        edited = tuple(lists.entry(each, words) for each in answer.edits)
        yield Timeline(words("Changed in our record, newest first"), edited)
    yield Note(
        (words("By the day on which it happened, which is not the day on which it entered our record."),)
    )


def _due(each: Promised, words: Words) -> Field:
    name = each.model.name if each.model is not None else each.organization.name
    return Field(name, promises.field(each.status, words).line)


def _entry(each: Entry, answer: ChangesAnswer, words: Words) -> tree.Entry:
    return events.entry(each.event, answer.licenses, words, each.model.name if each.model else None)


def _follow_ups(answer: ChangesAnswer, command: Changes, words: Words) -> Iterator[Choice]:
    further = answer.as_of.day - timedelta(days=FURTHER)
    if further < answer.since:
        label = words.count("The last {n} day", "The last {n} days", FURTHER)
        yield Choice(label, line.replace(command, since=further))
    if answer.subject is not None:
        yield Choice(words("The whole timeline"), TimelineCommand(answer.subject.id))
    else:
        yield Choice(words("Models since then"), Models(since=answer.since))
        yield Choice(words("Overdue promises"), Promises(state=Outcome.OVERDUE))
    told = [each.model for entries in answer.groups.values() for each in reversed(entries) if each.model]
    for model in {model.id: model for model in told}.values():
        yield Choice(model.name, Open(model.id))
