from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import COMMANDS, line
from bot.commands.compare import Compare
from bot.commands.open_ import Open
from bot.commands.timeline import Timeline
from bot.errors import BadInput
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Component

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("open grok-2", Open("grok-2")),
        ("/open Grok 2 as_of:2025-02-26", Open("Grok 2", date(2025, 2, 26))),
        ("open grok-2 as-of: 2025-02-26", Open("grok-2", date(2025, 2, 26))),
        ("open as_of:2025-02 model:grok-2", Open("grok-2", date(2025, 2, 28))),
        ("open grok-2 as_of:2026", Open("grok-2", TODAY)),
        ("open grok-2 component:weights", Open("grok-2", component=Component.PARAMETERS_FINAL)),
        ("open grok-2 component:重み", Open("grok-2", component=Component.PARAMETERS_FINAL)),
        ("open grok-2 definition:OSAID", Open("grok-2", definition=DefinitionId.OSAID)),
        ("open us.meta.llama3-1-405b-instruct-v1:0", Open("us.meta.llama3-1-405b-instruct-v1:0")),
        ("timeline “xAI”", Timeline("xAI")),
        ("compare grok-2 grok-1", Compare("grok-2", "grok-1")),
        ("compare Grok 2 vs. Llama 4 Maverick", Compare("Grok 2", "Llama 4 Maverick")),
        (
            "compare grok-1, grok-2、grok-3 as_of:2025-02-26",
            Compare("grok-1", "grok-2", "grok-3", date(2025, 2, 26)),
        ),
        ("compare “grok 2” “grok 1”", Compare("grok 2", "grok 1")),
        ("compare model:grok-2 other:grok-1", Compare("grok-2", "grok-1")),
        ("open o'reilly", Open("o'reilly")),
        ("open grok-2 as_of:２０２５-02-26", Open("grok-2", date(2025, 2, 26))),
    ],
)
def test_a_line_becomes_a_command(text: str, command: Any) -> None:
    """Words by position, named arguments, smart quotes, model names with colons."""
    assert line.read(text, TODAY) == command


@given(
    st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and not text.isspace()),
    st.none() | st.dates(date(2018, 1, 1), TODAY),
    st.none() | st.sampled_from(Component),
)
def test_writing_and_reading_are_inverse(model: str, day: date | None, component: Component | None) -> None:
    """A command written as a line reads back as itself, or is refused: buttons carry commands so."""
    command = Open(" ".join(model.split()) or "x", day, None, component)
    try:
        read = line.read(line.write(command), TODAY)
    except BadInput:
        return
    assert (read.as_of, read.component) == (day, component) or ":" in model


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
def test_every_example_reads(command: Any) -> None:
    """The examples of help are lines that mean their command."""
    for example in command.examples:
        assert isinstance(line.read(example, TODAY), command.make)
