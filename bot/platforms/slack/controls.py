"""The buttons and menus under a card, made from the reply and from what its command takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.commands import declaration, line
from bot.commands.declaration import Argument, Rights
from bot.commands.fact.propose import Propose
from bot.core import Answered
from bot.platforms import named
from bot.platforms.slack.blocks import Json, actions, button, day, option, select
from bot.platforms.slack.limits import ELEMENTS, ID, OPTION_VALUE, OPTIONS, VALUE
from bot.platforms.slack.presses import Act, Press
from bot.replies.labels import label
from bot.replies.reply import Choice, Choices, Reply
from bot.replies.words import Words
from bot.replies.words import words as words_in

DEFINITION = "definition"  # the arguments that get a control of their own in every command that takes them
DAY = "as_of"
FEW = 5  # choices that stand as buttons, which take one tap; more make a menu


@dataclass(frozen=True, slots=True)
class Question:
    """What a reply answers, as its buttons ask it again; ``shareable`` where others may want to see it.

    ``command`` is None where the reply answers nothing: it is a refusal, or the platform's own word.
    ``about`` is the id of what can be said to be wrong; None where nothing can.
    """

    command: Any = None
    version: str = ""
    shareable: bool = False
    about: str | None = None

    @classmethod
    def of(cls, answered: Answered, version: str, shareable: bool, edited: bool = False) -> Question:
        """The question that was answered. ``edited`` where people can propose changes."""
        about = named.about(answered.answer) if edited else None
        return cls(answered.command if answered.answer is not None else None, version, shareable, about)


@dataclass(slots=True)
class _Row:
    """Makes the controls of one reply, each with an id of its own."""

    version: str
    language: str
    numbers: Iterator[int] = field(default_factory=count)
    of: str = ""  # tells the rows apart that several replies have in one view

    def press(self, act: Act, command: Any, page: int = 0) -> Press:
        return Press(act, line.write(command), self.version, page, self.language)

    def id(self, act: Act) -> str:
        return f"{act}-{self.of}{next(self.numbers)}"

    def button(self, label: str, press: Press, primary: bool = False) -> Iterator[Json]:
        """The button; nothing where its line is too long for one."""
        if len(press.value) <= VALUE:
            yield button(label, self.id(press.act), press.value, primary)

    def select(
        self, placeholder: str, picks: Iterable[tuple[str, Press]], shown: Press | None = None
    ) -> Iterator[Json]:
        """The menu, without what is too long for it and what it holds already."""
        known = {press.value: name for name, press in picks if len(press.value) <= OPTION_VALUE}
        options = [option(name, value) for value, name in known.items()][:OPTIONS]
        initial = next((each for each in options if shown is not None and each["value"] == shown.value), None)
        if options:
            yield select(self.id(Act.SHOW), placeholder, options, initial)

    def day(self, placeholder: str, command: Any) -> Iterator[Json]:
        """The calendar; its id carries the line, since a calendar has no value."""
        asked = getattr(command, DAY)
        id = f"{Act.DAY}-{self.press(Act.DAY, line.replace(command, **{DAY: None})).value}"
        if len(id) <= ID:
            yield day(id, placeholder, asked.isoformat() if asked is not None else None)


def rows(reply: Reply, question: Question | None, page: int, pages: int) -> list[Json]:
    """The controls in rows: the pages, the choices, what can be done with the answer, what to ask next."""
    words = words_in(reply.language)
    make = _Row(question.version if question else "", reply.language)
    made: list[Json] = []
    if question is not None and question.command is not None:
        if pages > 1:
            made += _row("pages", _paging(make, question.command, page, pages, words))
        if not reply.private:
            made += _row("answer", _answer(make, question, page, words))
        if reply.form is not None:
            made += _row("form", _form(make, question.command, words))
    for number, block in enumerate(each for each in reply.blocks if isinstance(each, Choices)):
        made += _row(f"choices-{number}", _choices(make, block, words))
    made += _row("next", (each for choice in reply.follow_ups for each in _ask(make, choice)))
    return made


def next_to(reply: Reply, block_id: str, of: str) -> list[Json]:
    """What can be asked after a reply that stands beside others in a view, in a row of that id."""
    make = _Row("", reply.language, of=f"{of}-")
    return _row(block_id, (each for choice in reply.follow_ups for each in _ask(make, choice)))


def _row(block_id: str, elements: Iterable[Json]) -> list[Json]:
    """One row of the elements that there are."""
    found = list(elements)[:ELEMENTS]
    return [actions(block_id, found)] if found else []


def _paging(make: _Row, command: Any, page: int, pages: int, words: Words) -> Iterator[Json]:
    """On and back by one, and to the ends where they are farther."""
    to: Callable[[int], Press] = lambda number: make.press(Act.SHOW, command, number)  # noqa: E731
    if page + 1 < pages:
        yield from make.button(words("Next page"), to(page + 1), primary=True)
    if page > 0:
        yield from make.button(words("Previous page"), to(page - 1))
    if page > 1:
        yield from make.button(words("First page"), to(0))
    if page + 2 < pages:
        yield from make.button(words("Last page"), to(pages - 1))


def _answer(make: _Row, question: Question, page: int, words: Words) -> Iterator[Json]:
    """Share the answer, or see it by a definition or as of another day."""
    command = question.command
    if question.shareable:
        yield from make.button(words("Share to channel"), make.press(Act.SHARE, command, page))
    definition = _argument(command, DEFINITION)
    if definition is not None and not definition.required:
        picks: list[tuple[str | None, str]] = [(None, words("All definitions"))]
        picks += [(each, label(each, words)) for each in definition.choices]
        yield from make.select(
            words("By which definition?"),
            (
                (name, make.press(Act.SHOW, line.replace(command, **{DEFINITION: each})))
                for each, name in picks
            ),
            shown=make.press(Act.SHOW, command),
        )
    if _argument(command, DAY) is not None:
        yield from make.day(words("As of another day"), command)
    if question.about is not None:
        yield from make.button(words("Wrong or out of date?"), make.press(Act.ASK, Propose(question.about)))


def _form(make: _Row, command: Any, words: Words) -> Iterator[Json]:
    """The way to a form that could not be opened: a message can't, a pressed button can."""
    return make.button(words("Fill in the form"), make.press(Act.ASK, command), primary=True)


def _choices(make: _Row, block: Choices, words: Words) -> Iterator[Json]:
    picks = [(each.label, make.press(Act.SHOW, each.command)) for each in block.choices]
    if len(picks) > FEW:
        yield from make.select(words("Choose"), picks)
        return
    for name, press in picks:
        yield from make.button(name, press)


def _ask(make: _Row, choice: Choice) -> Iterator[Json]:
    """The next question; what an editor decides takes the place of what they decide on."""
    decides = declaration(choice.command).rights is Rights.EDITOR
    return make.button(choice.label, make.press(Act.SHOW if decides else Act.ASK, choice.command))


def _argument(command: Any, name: str) -> Argument | None:
    return next((each for each in declaration(command).arguments if each.name == name), None)
