"""A reply as a Discord message: one card of components with its buttons. Pure: values in, JSON out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core import Answered
from bot.kept import Kept
from bot.platforms.discord.components import Component, container, count, text
from bot.platforms.discord.controls import PAGING, Question, paging, rows
from bot.platforms.discord.fit import (
    COMPONENTS,
    ENTRY,
    PROSE,
    TITLE,
    Page,
    Room,
    Section,
    length,
    pages,
    shortened,
    shortened_line,
)
from bot.platforms.discord.markdown import escape, line, start, strong
from bot.replies.reply import (
    Block,
    Choices,
    Entry,
    Field,
    Fields,
    Level,
    Note,
    Paragraph,
    Reply,
    Strong,
    Timeline,
)
from bot.replies.words import Words
from bot.replies.words import words as words_in

COLORS: Mapping[Level, int] = {Level.OPEN: 0x2E8B57, Level.PARTLY: 0xC98A00, Level.CLOSED: 0x8A8F98}

CHANNEL_MESSAGE, EPHEMERAL, COMPONENTS_V2 = 4, 1 << 6, 1 << 15


@dataclass(frozen=True, slots=True)
class View:
    """How a reply is shown: as an answer to what, which page, with which lines above the title.

    Without a question there are no buttons that ask it again.
    """

    question: Question | None = None
    page: int = 0
    above: tuple[str, ...] = ()


_KEPT: Kept[tuple[int, View], tuple[Reply, list[Component]]] = Kept(256)


def card(reply: Reply, view: View = View()) -> list[Component]:
    """The message's components. A page that is no longer there is the last one that is."""
    words = words_in(reply.language)
    controls = rows(reply, view.question, view.page)
    laid_out = _pages(reply, view, controls, words)
    number = min(view.page, len(laid_out) - 1)
    page = laid_out[number]
    parts = [text(_head(reply, view, number))]
    parts += [text(section.text) for section in page.sections]
    if len(laid_out) > 1:
        parts.append(text(_foot(page, number, len(laid_out), words)))
    turns = paging(view.question, number, len(laid_out), words)
    return [container(parts, COLORS.get(reply.level)), *turns, *controls]


def kept_card(reply: Reply, view: View) -> list[Component]:
    """The card, rendered once for as long as the same reply is given again: the core keeps replies."""
    key = (id(reply), view)
    kept = _KEPT.get(key)
    if kept is None or kept[0] is not reply:
        kept = _KEPT.put(key, (reply, card(reply, view)))
    return kept[1]


def callback_body(answered: Answered, version: str, private: bool = True) -> dict[str, Any]:
    """The body that answers a slash command asked in a server: what `openness ask --discord` prints.

    ``version`` is that of the facts, for the buttons; ``private`` whether the channel's answers are.
    """
    hidden = private or answered.reply.private
    question = Question(answered.command, version, shareable=hidden) if answered.command is not None else None
    return {
        "type": CHANNEL_MESSAGE,
        "data": {
            "tts": False,
            "components": card(answered.reply, View(question)),
            "flags": COMPONENTS_V2 | (EPHEMERAL if hidden else 0),
            "allowed_mentions": {"parse": []},
        },
    }


def _pages(reply: Reply, view: View, controls: list[Component], words: Words) -> tuple[Page, ...]:
    """The sections laid out beside the frame: the card, its head and foot, and all rows that it may get."""
    foot = _foot(Page((), 99_999), 998, 999, words)
    room = Room(components=COMPONENTS - count(controls) - PAGING - 1).less(foot, 1)
    first, other = _head(reply, view, 0), _head(reply, view, 1)
    return pages(_sections(reply, words), room.less(first, 1), room.less(other, 1))


def _head(reply: Reply, view: View, number: int) -> str:
    """The title with what stands above it, and on the first page the headline: the answer."""
    lines = [f"-# {escape(shortened(each, TITLE))}" for each in view.above]
    title = escape(shortened(reply.title, TITLE)).strip() or "…"
    lines.append(f"## {title}" if reply.headline or reply.blocks else start(title))
    if number == 0:
        lines.append(strong(shortened(reply.headline, PROSE)))
    return "\n".join(filter(None, lines))


def _foot(page: Page, number: int, of: int, words: Words) -> str:
    """Which page this is, and how much is on the ones to come."""
    place = words("Page {number} of {pages}.", number=words.number(number + 1), pages=words.number(of))
    if not page.left:
        return f"-# {place}"
    left = words.count("{n} more entry on the next page.", "{n} more entries on the next pages.", page.left)
    return f"-# {place} {left}"


def _sections(reply: Reply, words: Words) -> Iterator[Section]:
    """The blocks in their order; paragraphs and notes that follow each other make one text."""
    loose: list[str] = []
    for block in reply.blocks:
        section = _section(block, words)
        if not section.title:
            loose += section.entries
            continue
        if loose:
            yield Section("", tuple(loose))
            loose = []
        yield section
    if loose:
        yield Section("", tuple(loose))


def _section(block: Block, words: Words) -> Section:
    match block:
        case Paragraph(spans):
            return Section("", (start(line(shortened_line(spans))),))
        case Note(spans):
            return Section("", (f"-# {line(shortened_line(spans))}",))
        case Fields(title, fields):
            return Section(_heading(title), tuple(map(_field, fields)))
        case Timeline(title, entries):
            return Section(_heading(title), tuple(_entry(each, words) for each in entries))
        case Choices(prompt, _):
            return Section("", (strong(shortened(prompt, PROSE)),))


def _heading(title: str) -> str:
    return f"### {escape(shortened(title, TITLE))}" if title.strip() else ""


def _field(field: Field) -> str:
    said = line(shortened_line(field.line))
    name = strong(shortened(field.name, TITLE))
    if not name:
        return f"- {start(said)}"
    return f"- {name}: {said}" if said.strip() else f"- {name}"


def _entry(entry: Entry, words: Words) -> str:
    """A dated line with its sources in small print below: as many as have place, the rest counted."""
    # Bold words side by side would run together.
    between = " · " if entry.line and isinstance(entry.line[0], Strong) else " "
    head = f"{strong(shortened(entry.date, TITLE))}{between}{line(shortened_line(entry.line))}"
    sources = [line(shortened_line(each)) for each in entry.sources]
    for shown in range(len(sources), -1, -1):
        below = sources[:shown]
        if shown < len(sources):
            below.append(words.count("{n} more source", "{n} more sources", len(sources) - shown))
        written = "\n".join([head, *(f"-# {each}" for each in below)])
        if length(written) <= ENTRY:
            break
    return written
