"""A word of the field explained: what it means, who decides, where that is read."""

from __future__ import annotations

from bot.commands.define import Define, DefineAnswer, UnknownTerm
from bot.facts.glossary import GLOSSARY, Entry
from bot.replies.refusals import shortened
from bot.replies.reply import Choice, Choices, Field, Fields, Line, Link, Paragraph, Reply
from bot.replies.words import Words


def reply(answer: DefineAnswer, command: Define, words: Words) -> Reply:
    """The meaning of one word, or of several side by side."""
    entries = answer.entries
    one = len(entries) == 1
    return Reply(
        title=words.list([words.text(each.name) for each in entries]),
        headline="" if not one else words.text(entries[0].meaning),
        blocks=tuple(block for each in entries for block in _blocks(each, words, named=not one)),
        follow_ups=_follow_ups(entries, words),
        language=words.language,
    )


def unknown(answer: UnknownTerm, command: Define, words: Words) -> Reply:
    """The glossary doesn't have it; words that come near."""
    choices = tuple(Choice(words.text(each.name), Define(each.id)) for each in answer.near)
    return Reply(
        title=words("“{asked}” is not in our glossary.", asked=shortened(answer.asked)),
        blocks=(Choices(words("Did you mean one of these?"), choices),) if choices else (),
        private=True,
        language=words.language,
    )


def _blocks(entry: Entry, words: Words, *, named: bool) -> tuple[Paragraph | Fields, ...]:
    fields = [Field(words("Who decides"), (words.text(entry.decided_by),))]
    if named:
        fields.insert(0, Field(words("Meaning"), (words.text(entry.meaning),)))
    if entry.pages:
        fields.append(Field(words("Read it at"), _pages(entry, words)))
    if not named:
        return (Fields(words("Behind the word"), tuple(fields)),)
    return (Fields(words.text(entry.name), tuple(fields)),)


def _pages(entry: Entry, words: Words) -> Line:
    line: list[str | Link] = []
    for page in entry.pages:
        if line:
            line.append("; ")
        line.append(Link(words("{publisher}: {title}", publisher=page.publisher, title=page.title), page.url))
    return tuple(line)


def _follow_ups(entries: tuple[Entry, ...], words: Words) -> tuple[Choice, ...]:
    """The words that these are often taken for."""
    shown = {each.id for each in entries}
    related = dict.fromkeys(id for each in entries for id in each.see if id not in shown)
    return tuple(Choice(words.text(GLOSSARY[id].name), Define(id)) for id in list(related)[:4])
