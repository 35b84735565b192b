"""Help by example, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

from bot.commands.declaration import Argument, Declaration
from bot.commands.help_ import Help, HelpAnswer
from bot.replies.reply import Block, Field, Fields, Note, Paragraph, Reply
from bot.replies.words import Words


def reply(answer: HelpAnswer, command: Help, words: Words) -> Reply:
    """What can be asked: all commands with an example each, or one with its arguments."""
    return Reply(
        title=words("Is it open? Ask me."),
        blocks=tuple(_one(answer.declarations[0], words) if answer.one else _all(answer.declarations, words)),
        private=True,
        language=words.language,
    )


def _all(declarations: tuple[Declaration, ...], words: Words) -> Iterator[Block]:
    fields = tuple(
        Field(f"/{each.examples[0] if each.examples else each.name}", (words(each.description),))
        for each in declarations
    )
    yield Fields(words("Commands"), fields)
    yield Note((words("Every answer names its sources. I tell facts: no opinions, no legal advice."),))


def _one(declaration: Declaration, words: Words) -> Iterator[Block]:
    yield Paragraph((words(declaration.description),))
    if declaration.arguments:
        fields = tuple(
            Field(argument.name, (_argument(argument, words),)) for argument in declaration.arguments
        )
        yield Fields(f"/{declaration.name}", fields)
    yield Fields(words("Examples"), tuple(Field(f"/{each}", ()) for each in declaration.examples))


def _argument(argument: Argument, words: Words) -> str:
    said = words(argument.description)
    if argument.choices:
        said = words("{said}: {choices}", said=said, choices=words.list(argument.choices, "or"))
    return said if argument.required else words("{said} (optional)", said=said)
