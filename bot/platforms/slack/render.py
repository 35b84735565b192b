"""A reply as a Slack message: blocks, buttons and a text for those who hear it. Pure: values in, JSON out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.core import Answered
from bot.platforms.plain import plain as visible
from bot.platforms.plain import shortened, shortened_line
from bot.platforms.slack import slash
from bot.platforms.slack.blocks import BOLD, Json, bullets, header, line, prose, rich, small, text
from bot.platforms.slack.controls import Question, rows
from bot.platforms.slack.fit import Entry, Page, Piece, Room, Section, Whole, heard, pages, size
from bot.platforms.slack.limits import HEADER
from bot.replies import reply as tree
from bot.replies.reply import Choices, Fields, Link, Note, Paragraph, Reply, Strong, Timeline, plain
from bot.replies.words import Words
from bot.replies.words import words as words_in

PROSE = 600  # characters of a line
TITLE = 200  # characters of a section's title, of a field's name
ENTRY = 3_000  # characters of one entry with its sources, JSON and all

EPHEMERAL, IN_CHANNEL = "ephemeral", "in_channel"


@dataclass(frozen=True, slots=True)
class View:
    """How a reply is shown: as an answer to what, which page, with what above the title.

    Without a question there are no buttons that ask it again.
    """

    question: Question | None = None
    page: int = 0
    above: tuple[Whole, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """The blocks to send, and the text for those who don't see them."""

    text: str
    blocks: list[Json]


def card(reply: Reply, view: View = View()) -> Card:
    """The card of a reply. A page that is no longer there is the last one that is."""
    words = words_in(reply.language)
    laid_out = _pages(reply, view, words)
    number = min(view.page, len(laid_out) - 1)
    page = laid_out[number]
    pieces: list[Piece] = [*view.above, *_head(reply, number), *page.pieces]
    if len(laid_out) > 1:
        pieces.append(_foot(page, number, len(laid_out), words))
    return Card(
        heard(_lines(pieces), words),
        [*(each.block for each in pieces), *rows(reply, view.question, number, len(laid_out))],
    )


def response_body(
    answered: Answered, version: str, shareable: bool = True, command: str = "/openness"
) -> dict[str, Any]:
    """The body that acknowledges, and answers, a slash command: what `openness ask --slack` prints.

    ``version`` is that of the facts, for the buttons; ``shareable`` whether there is a channel to share to;
    ``command`` is the slash command that people type here.
    """
    shown = card(slash.reply(answered.reply, command), View(Question.of(answered, version, shareable)))
    return message(shown)


def message(shown: Card, response_type: str = EPHEMERAL) -> dict[str, Any]:
    """The body of an answer to a command or an interaction."""
    return {"response_type": response_type, **content(shown)}


def content(shown: Card) -> dict[str, Any]:
    """What any message that is sent consists of: no address in it is unfurled."""
    return {"text": shown.text, "blocks": shown.blocks, "unfurl_links": False, "unfurl_media": False}


def note(said: str) -> Whole:
    """A line of small print."""
    return Whole(said, small(said))


def _pages(reply: Reply, view: View, words: Words) -> tuple[Page, ...]:
    """The reply laid out beside the frame: head, foot and all controls that it may get."""
    frame = [each.block for each in view.above]
    frame += [_foot(Page((), 99_999), 998, 999, words).block, *rows(reply, view.question, 2, 5)]
    room = Room().less(frame)
    first, other = ([each.block for each in _head(reply, number)] for number in (0, 1))
    return pages(_pieces(reply, words), room.less(first), room.less(other))


def _head(reply: Reply, number: int) -> Iterator[Piece]:
    """The title, and on the first page the headline: the answer."""
    title = visible(reply.title).strip()
    if title and len(title) <= HEADER and (reply.headline or reply.blocks):
        yield Whole(title, header(title))
    elif title:
        yield _paragraph((Strong(title) if reply.headline or reply.blocks else title,))
    if reply.headline and number == 0:
        yield _paragraph((Strong(reply.headline),))


def _foot(page: Page, number: int, of: int, words: Words) -> Whole:
    """Which page this is, and how much is on the ones to come."""
    place = words("Page {number} of {pages}.", number=words.number(number + 1), pages=words.number(of))
    if page.left:
        left = words.count(
            "{n} more entry on the next page.", "{n} more entries on the next pages.", page.left
        )
        place = f"{place} {left}"
    return note(place)


def _pieces(reply: Reply, words: Words) -> Iterator[Piece]:
    for block in reply.blocks:
        match block:
            case Paragraph(spans):
                yield _paragraph(spans)
            case Note(spans) if any(isinstance(each, Link) for each in spans):
                yield _paragraph(spans)
            case Note(spans):
                yield note(plain(shortened_line(spans, PROSE)))
            case Fields(title, fields):
                yield Section(shortened(title, TITLE), tuple(map(_field, fields)))
            case Timeline(title, entries):
                yield Section(shortened(title, TITLE), tuple(_entry(each, words) for each in entries))
            case Choices(prompt, _):
                yield _paragraph((Strong(prompt),))


def _paragraph(spans: tree.Line) -> Piece:
    fitting = shortened_line(spans, PROSE)
    elements = line(fitting) or [text(" ")]
    return Whole(plain(fitting), rich([prose(elements)]))


def _field(field: tree.Field) -> Entry:
    name = shortened(field.name, TITLE)
    said = shortened_line(field.line, PROSE)
    between = ": " if name and said else ""
    elements = line((Strong(name), between, *said)) or [text(" ")]
    return Entry(f"{name}{between}{plain(said)}", (bullets([elements]),))


def _entry(entry: tree.Entry, words: Words) -> Entry:
    """A dated line with its sources below: as many as have place, the rest counted."""
    date, happened = shortened(entry.date, TITLE), shortened_line(entry.line, PROSE)
    top = bullets([[text(f"{date} ", BOLD), *line(happened)]])
    sources = [elements for each in entry.sources if (elements := line(shortened_line(each, PROSE)))]
    room = ENTRY - size(top)
    shown = 0
    while shown < len(sources) and (room := room - sum(map(size, sources[shown]))) >= 0:
        shown += 1
    below = sources[:shown]
    if shown < len(sources):
        more = words.count("{n} more source", "{n} more sources", len(sources) - shown)
        below.append([text(more)])
    parts = (top, bullets(below, indent=1)) if below else (top,)
    return Entry(f"{date}: {plain(happened)}", parts)


def _lines(pieces: list[Piece]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Whole(said, _):
                yield said
            case Section(title, entries):
                yield title
                yield from (each.said for each in entries)
