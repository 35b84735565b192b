"""A reply for a terminal: 80 columns, links as text, colour only where a person reads."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from bot.commands import line as command_line
from bot.replies.reply import (
    Block,
    Choice,
    Choices,
    Entry,
    Field,
    Fields,
    Level,
    Line,
    Link,
    Note,
    Paragraph,
    Reply,
    Strong,
    Timeline,
)

WIDTH = 80
# Characters that move a terminal's cursor, colour what follows or turn its direction around.
_CONTROL = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_COLOURS = {Level.OPEN: "green", Level.PARTLY: "yellow", Level.CLOSED: "red", Level.NEUTRAL: ""}


def show(reply: Reply, console: Console) -> None:
    """Print the reply."""
    for text in _lines(reply, console):
        # Links are printed whole: a terminal folds them, and they can still be copied.
        console.print(text, soft_wrap=True)


def console(width: int | None = None) -> Console:
    """Where answers are printed: standard output, no wider than a page where it isn't a terminal."""
    plain = Console(highlight=False, markup=False, emoji=False)
    if width is None:
        width = min(plain.width, 100) if plain.is_terminal else WIDTH
    return Console(highlight=False, markup=False, emoji=False, width=width)


def _lines(reply: Reply, console: Console) -> Iterator[Text]:
    yield from _wrapped(Text(reply.title, style="bold"), console)
    if reply.headline:
        style = f"bold {_COLOURS[reply.level]}".strip()
        yield from _wrapped(Text(reply.headline, style=style), console)
    for block in reply.blocks:
        yield Text()
        yield from _block(block, console)
    if reply.follow_ups:
        yield Text()
        for choice in reply.follow_ups:
            yield from _wrapped(_choice(choice), console)
    yield Text()


def _block(block: Block, console: Console) -> Iterator[Text]:
    match block:
        case Paragraph(line):
            yield from _wrapped(_line(line), console)
        case Note(line):
            text = _line(line)
            text.stylize("dim")
            yield from _wrapped(text, console)
        case Fields(title, fields):
            yield from _wrapped(Text(title, style="underline"), console)
            for field in fields:
                yield from _wrapped(_field(field), console, 2)
        case Timeline(title, entries):
            yield from _wrapped(Text(title, style="underline"), console)
            for entry in entries:
                yield from _entry(entry, console)
        case Choices(prompt, choices):
            yield from _wrapped(Text(prompt), console)
            for choice in choices:
                yield from _wrapped(_choice(choice), console, 2)


def _field(field: Field) -> Text:
    if not field.line:
        return Text(field.name, style="bold")
    return Text.assemble((field.name, "bold"), ": ", _line(field.line))


def _entry(entry: Entry, console: Console) -> Iterator[Text]:
    yield from _wrapped(Text.assemble((entry.date, "bold"), "  ", _line(entry.line)), console, 2)
    for source in entry.sources:
        yield from _wrapped(_line(source, links=False), console, 6)
        for link in source:
            if isinstance(link, Link):
                yield Text(f"      {link.url.translate(_CONTROL)}", style="dim")


def _choice(choice: Choice) -> Text:
    return Text.assemble(f"{choice.label}: ", (f"/{command_line.write(choice.command)}", "bold"))


def _wrapped(text: Text, console: Console, indent: int = 0) -> Iterator[Text]:
    """The text in lines of the console's width; what follows the first line stands further in."""
    text.plain = text.plain.translate(_CONTROL)
    for number, line in enumerate(text.wrap(console, console.width - indent - 2)):
        line.rstrip()
        yield Text.assemble(" " * (indent + (2 if number else 0)), line)


def _line(line: Line, *, links: bool = True) -> Text:
    """A line with its links' addresses in it, or without where they follow."""
    text = Text()
    for span in line:
        match span:
            case Link(label, url):
                text.append(f"{label} <{url}>" if links else label)
            case Strong(words):
                text.append(words, style="bold")
            case str():
                text.append(span)
    return text
