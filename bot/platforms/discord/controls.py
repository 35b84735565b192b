"""The buttons and selects under a card, made from the reply and from what its command takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.commands import declaration, line
from bot.commands.declaration import Argument
from bot.commands.fact.propose import Propose
from bot.platforms.discord.components import PRIMARY, Component, button, option, row, select
from bot.platforms.discord.custom_ids import SELECT, Act, Press
from bot.platforms.discord.fit import OPTIONS, ROW
from bot.replies.labels import label
from bot.replies.reply import Choice, Choices, Reply
from bot.replies.words import Words
from bot.replies.words import words as words_in

DEFINITION = "definition"  # the arguments that get a control of their own in every command that takes them
DAY = "as_of"


@dataclass(frozen=True, slots=True)
class Question:
    """What a reply answers, as its buttons ask it again; ``command`` is None where nothing was understood.

    ``version`` is that of the facts; ``shareable`` where others may want to see it.
    """

    command: Any
    version: str = ""
    shareable: bool = False
    about: str | None = None  # the one model or organization that the reply is about, where it can be wrong

    def press(self, act: Act, command: Any = None, page: int = 0) -> str | None:
        """The id of a press about this command or another; None where there is none, or it is too long."""
        command = self.command if command is None else command
        if command is None:
            return None
        written = line.write(command)
        return Press(act, written, self.version, page).custom_id


PAGING = 5  # components of the row that turns the pages, at most


def rows(reply: Reply, question: Question | None, page: int) -> list[Component]:
    """At most four rows: the choices, the definition, what can be done, what to ask next."""
    words = words_in(reply.language)
    version = question.version if question else ""
    made: list[Component] = []
    for block in reply.blocks:
        if isinstance(block, Choices):
            made += _choices(block, version, words, len(made))
    if question is not None and question.command is not None and not reply.private:
        made += _definitions(question, words)
        made += _row(_actions(question, page, words))
    made += _row(_ask(each, version) for each in reply.follow_ups[:ROW])
    return made


def paging(question: Question | None, page: int, pages: int, words: Words) -> list[Component]:
    """The row that turns the pages, where there are several."""
    if question is None or pages == 1:
        return []
    return _row(_turns(question, page, pages, words))


def _row(buttons: Iterable[Component | None]) -> list[Component]:
    """One row of the buttons that there are."""
    unique = {each["custom_id"]: each for each in buttons if each is not None}
    return [row(list(unique.values()))] if unique else []


def _turns(question: Question, page: int, pages: int, words: Words) -> Iterator[Component | None]:
    """Back and on by one, and to the ends where they are farther."""
    if page > 1:
        yield _button(words("First page"), question.press(Act.SHOW))
    if page > 0:
        yield _button(words("Previous page"), question.press(Act.SHOW, page=page - 1))
    if page + 1 < pages:
        yield _button(words("Next page"), question.press(Act.SHOW, page=page + 1), PRIMARY)
    if page + 2 < pages:
        yield _button(words("Last page"), question.press(Act.SHOW, page=pages - 1))


def _choices(block: Choices, version: str, words: Words, place: int) -> list[Component]:
    """Up to five as buttons, which take one tap; more as a menu."""
    presses = [
        (each.label, Press(Act.SHOW, line.write(each.command), version).custom_id) for each in block.choices
    ]
    known = {press: label for label, press in reversed(presses) if press is not None}
    picks = [(label, press) for press, label in reversed(known.items())][:OPTIONS]
    if len(picks) <= ROW:
        return _row(button(label, press) for label, press in picks)
    options = [option(label, press) for label, press in picks]
    return [row([select(f"{SELECT}{place}", words("Choose"), options)])]


def _definitions(question: Question, words: Words) -> list[Component]:
    """The same question under each of the definitions, or under all."""
    argument = _argument(question.command, DEFINITION)
    if argument is None:
        return []
    shown = getattr(question.command, DEFINITION)
    every = [(None, words("All definitions")), *((each, label(each, words)) for each in argument.choices)]
    options = [
        option(name, press, default=choice == shown)
        for choice, name in every
        if (press := question.press(Act.SHOW, line.replace(question.command, definition=choice)))
    ]
    menu = select(f"{SELECT}-{DEFINITION}", words("By which definition?"), options)
    return [row([menu])] if options else []


def _actions(question: Question, page: int, words: Words) -> Iterator[Component | None]:
    if _argument(question.command, DAY) is not None:
        yield _button(words("As of another day"), question.press(Act.DAY))
    if question.shareable:
        yield _button(words("Share to channel"), question.press(Act.SHARE, page=page))
    if question.about is not None:
        yield _button(words("Wrong or out of date?"), question.press(Act.ASK, Propose(question.about)))


def _ask(choice: Choice, version: str) -> Component | None:
    return _button(choice.label, Press(Act.ASK, line.write(choice.command), version).custom_id)


def _button(label: str, press: str | None, style: int | None = None) -> Component | None:
    if press is None:
        return None
    return button(label, press) if style is None else button(label, press, style)


def _argument(command: Any, name: str) -> Argument | None:
    return next((each for each in declaration(command).arguments if each.name == name), None)
