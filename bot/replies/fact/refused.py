"""Why an edit is not made, in a sentence that says what to do."""

from __future__ import annotations

from bot.facts.refusals import (
    Decided,
    Nothing,
    Objected,
    Refused,
    Revised,
    Stale,
    TooMany,
    Undone,
    Unheard,
)
from bot.replies.fact import changes
from bot.replies.fact.people import name
from bot.replies.reply import Block, Field, Fields, Reply
from bot.replies.words import Words


def reply(refusal: Refused, words: Words) -> Reply:
    """The refusal; nothing was changed."""
    blocks: tuple[Block, ...] = ()
    match refusal:
        case Nothing():
            title = words("That is how it stands already: nothing to change.")
        case Stale(record=record, entries=entries):
            title = words("{id} has changed since you began. Look at it again.", id=record.id)
            blocks = tuple(changes.blocks([each.change for each in entries], words))
        case Objected(objections=objections):
            title = words("Not published: something speaks against it.")
            fields = tuple(Field(each.subject, (each.message,)) for each in objections)
            blocks = (Fields(words("Look again"), fields),)
        case Undone(entry=entry):
            title = words("That was taken back already, by #{number}.", number=entry.sequence)
        case Unheard(asked=asked):
            title = words("There is no “{asked}” in our record.", asked=asked)
        case TooMany(a_day=a_day):
            title = words(
                "One person may propose {n} times a day. Please come back tomorrow.", n=words.number(a_day)
            )
        case Decided(proposal=proposal):
            who = name(proposal.decider, words) if proposal.decider is not None else ""
            title = words(
                "{name} was first: proposal #{id} is decided. fact show {id} says how.",
                name=who,
                id=proposal.id,
            )
        case Revised(proposal=proposal):
            title = words(
                "Proposal #{id} was edited meanwhile. Look at it again: fact show {id}.", id=proposal.id
            )
        case _:
            title = words("Nothing was changed.")
    return Reply(title, blocks=blocks, private=True, language=words.language)
