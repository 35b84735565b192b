"""The queue of proposals, and the history of a record."""

from __future__ import annotations

from bot.commands.fact.answers import HistoryAnswer, QueueAnswer
from bot.commands.fact.history import History
from bot.commands.fact.queue import Queue
from bot.commands.fact.review import Show
from bot.facts.edit import Entry as Changed
from bot.facts.edit import Proposal
from bot.replies.fact import changes
from bot.replies.fact.people import name
from bot.replies.reply import Choice, Choices, Entry, Line, Paragraph, Reply, Timeline
from bot.replies.words import Words


def queue(answer: QueueAnswer, command: Queue, words: Words) -> Reply:
    """What waits for an editor, each to be picked."""
    count = words.count("{n} proposal waits.", "{n} proposals wait.", answer.count)
    choices = tuple(
        Choice(
            words(
                "#{id} {name}: {what}",
                id=each.id,
                name=name(each.proposer, words),
                what=changes.one_line(each.changes, words),
            ),
            Show(each.id),
        )
        for each in answer.proposals
    )
    return Reply(
        title=count if answer.count else words("Nothing waits for an editor."),
        blocks=(Choices(words("Which one?"), choices),) if choices else (),
        private=True,
        language=words.language,
    )


def history(answer: HistoryAnswer, command: History, words: Words) -> Reply:
    """Who changed what, newest first."""
    title = (
        words("Changes of our record of {name}", name=answer.asked)
        if answer.asked
        else words("Changes of our record")
    )
    entries = tuple(
        entry(each, words, answer.proposals.get(each.proposal or 0), answer.undone.get(each.batch))
        for each in answer.entries
    )
    none = words("Nobody has changed it since this release of the facts.")
    return Reply(
        title=title,
        blocks=(Timeline(words("Newest first"), entries),) if entries else (Paragraph((none,)),),
        language=words.language,
    )


def entry(
    each: Changed, words: Words, proposal: Proposal | None = None, undone: Changed | None = None
) -> Entry:
    """A change with who made it and why, and what became of it."""
    said: list[str] = [
        words(
            "#{number} {name} {what}.",
            number=each.sequence,
            name=name(each.actor, words),
            what=changes.one_line([each.change], words),
        )
    ]
    if proposal is not None and proposal.proposer != each.actor:
        said.append(words("Proposed by {name}.", name=name(proposal.proposer, words)))
    if each.why:
        said.append(words("Why: {why}", why=each.why))
    if each.undoes is not None:
        said.append(words("It takes back #{number}.", number=each.undoes))
    if undone is not None:
        said.append(words("Taken back by #{number}.", number=undone.sequence))
    line: Line = (words.sentences(said),)
    return Entry(words.date(each.at.date()), line, id=each.change.record.id)
