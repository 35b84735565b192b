from __future__ import annotations

import io

from rich.console import Console

from bot.commands.open_ import Open
from bot.platforms.terminal import render
from bot.replies.reply import (
    Choice,
    Choices,
    Entry,
    Field,
    Fields,
    Level,
    Link,
    Note,
    Paragraph,
    Reply,
    Strong,
    Timeline,
)

REPLY = Reply(
    title="A title [bold]that looks like markup[/bold]",
    headline="The headline. " * 10,
    blocks=(
        Paragraph(("Words ", Link("a page", "https://example.org/" + "x" * 100), ".")),
        Fields("Parts", (Field("Weights", (Strong("MIT"), ", since 2024")), Field("No more", ()))),
        Timeline(
            "Timeline", (Entry("2024", ("It happened.",), ((Link("Source", "https://example.org/s"),),)),)
        ),
        Choices("Which one?", (Choice("Grok-1", Open("grok-1")),)),
        Note(("Small print.",)),
    ),
    level=Level.OPEN,
)


def shown(reply: Reply, *, terminal: bool = False) -> str:
    file = io.StringIO()
    console = Console(
        file=file, width=80, force_terminal=terminal, highlight=False, markup=False, emoji=False
    )
    render.show(reply, console)
    return file.getvalue()


def test_lines_keep_to_eighty_columns() -> None:
    """Everything but an address is folded; an address stays whole, so that it can be copied."""
    long = [line for line in shown(REPLY).splitlines() if len(line) > 80 and "https://" not in line]
    assert long == []
    assert "https://example.org/s\n" in shown(REPLY)


def test_facts_are_not_markup() -> None:
    """Brackets in a text are printed as they are."""
    assert "[bold]that looks like markup[/bold]" in shown(REPLY)


def test_no_colour_without_a_terminal() -> None:
    """Escape codes are for terminals only."""
    assert "\x1b" not in shown(REPLY)
    assert "\x1b[" in shown(REPLY, terminal=True)


def test_nothing_is_lost() -> None:
    """Every word of the reply is printed, choices with the line that asks them."""
    text = " ".join(shown(REPLY).split())
    for said in (
        "Weights: MIT, since 2024",
        "No more",
        "2024 It happened.",
        "Grok-1: /open grok-1",
        "Small print.",
    ):
        assert said in text


def test_control_characters_do_not_reach_the_terminal() -> None:
    """A text from the store cannot move the cursor or colour what follows."""
    assert "\x1b" not in shown(Reply("evil \x1b[2J title", blocks=(Paragraph(("\x07bell \x9b31m",)),)))
