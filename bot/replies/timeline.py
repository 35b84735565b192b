"""A timeline: where each model stood on the day, then what had happened by it, newest last."""

from __future__ import annotations

from collections.abc import Iterator

from bot.commands.line import replace
from bot.commands.open_ import Open
from bot.commands.timeline import Entry, Timeline, TimelineAnswer
from bot.facts.names import SubjectKind
from bot.replies import events, standings
from bot.replies import reply as tree
from bot.replies.reply import Block, Choice, Fields, Level, Note, Reply
from bot.replies.words import Words

NEXT = 4  # models offered as the next question: one row of buttons


def reply(answer: TimelineAnswer, command: Timeline, words: Words) -> Reply:
    """The timeline in words."""
    return Reply(
        title=words(
            "{name}: timeline as of {day}", name=answer.subject.name, day=words.date(answer.as_of.day)
        ),
        headline=standings.counted(answer.rows, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, command, words)),
        level=Level.NEUTRAL,
        language=words.language,
    )


def _blocks(answer: TimelineAnswer, words: Words) -> Iterator[Block]:
    opened = tuple(
        standings.field(row, answer.licenses, answer.as_of.day, words)
        for row in answer.rows
        if row.assessment.is_open
    )
    others = tuple(
        standings.field(row, answer.licenses, answer.as_of.day, words)
        for row in answer.rows
        if not row.assessment.is_open
    )
    if opened:
        yield Fields(words("Open"), opened)
    if others:
        yield Fields(words("Not open"), others)
    if answer.pace is not None:
        (maker,) = answer.organizations.values()
        yield Note((standings.pace(answer.pace, maker.name, words),))
    if answer.maybe:
        yield tree.Timeline(words(events.MAYBE), tuple(_entry(each, answer, words) for each in answer.maybe))
    if answer.entries:
        entries = tuple(_entry(entry, answer, words) for entry in answer.entries)
        yield tree.Timeline(words("What happened"), entries)


def _entry(entry: Entry, answer: TimelineAnswer, words: Words) -> tree.Entry:
    whose = entry.model.name if entry.model and answer.subject.kind is not SubjectKind.MODEL else None
    return events.entry(entry.event, answer.licenses, words, whose)


def _follow_ups(answer: TimelineAnswer, command: Timeline, words: Words) -> Iterator[Choice]:
    if command.as_of is not None:
        yield Choice(words("As of today"), replace(command, as_of=None))
    for row in answer.rows[-NEXT:]:
        model = row.assessment.model
        yield Choice(model.name, Open(model.id, command.as_of))
