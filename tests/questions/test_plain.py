"""Messages out of their markup, mistyped words put right, names with a slip."""

from __future__ import annotations

import pytest

from bot.facts.names import NameIndex
from bot.questions import Several, Understood, Unknown, language, read
from bot.questions.plain import plain
from bot.questions.typos import corrected
from tests.questions.reading_of import TODAY
from tests.questions.test_cases import shipped


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return shipped()


@pytest.mark.parametrize(
    ("text", "read_aloud"),
    [
        ("<@123> is **grok-2** open?", "is grok-2 open?"),
        ("<https://x.ai|xAI> and <https://x.ai/news>", "xAI and https://x.ai/news"),
        ("[Grok-2](https://huggingface.co/xai-org/grok-2) open?", "Grok-2 open?"),
        ("~~gpt-4~~ grok-2 :thinking: 🤔", "grok-2"),
        ("> quoted\nＧｒｏｋ－２　ｏｐｅｎ？", "quoted\nGrok-2 open?"),
        ("snake_case_stays as_of", "snake_case_stays as_of"),
    ],
)
def test_markup_is_taken_out(text: str, read_aloud: str) -> None:
    """What is left is what a person would read aloud."""
    assert plain(text) == read_aloud


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("wen weights", "when will weights"),
        ("teh lisence", "the licence"),
        ("promissed", "promised"),
        ("timline", "timeline"),
        ("change the weather whether straining", "change the weather whether straining"),
        ("datasheet", "datasheet"),
    ],
)
def test_only_mistyped_words_are_put_right(text: str, right: str) -> None:
    """Words that are right as they are stay, near as they come to another."""
    assert corrected(text) == right


def test_a_slip_in_a_name_is_understood_where_nothing_else_can_be_meant(names: NameIndex) -> None:
    """One letter may be wrong, no number and no other name: Groq is another company than Grok."""
    found = read("is deepsek-v3.1 open", names, TODAY)
    assert isinstance(found, Understood)
    assert [each.id for each in found.subjects] == ["deepseek-v3.1"]
    assert isinstance(read("is groq open", names, TODAY), Several)
    assert isinstance(read("is grok-77 open", names, TODAY), Unknown)
    assert isinstance(read("is owen3 open", names, TODAY), Unknown)


@pytest.mark.parametrize(
    ("text", "found"), [("is grok-2 open", None), ("Grok-2は？", "ja"), ("グロック2", "ja"), ("開源", "ja")]
)
def test_japanese_letters_tell_the_language(text: str, found: str | None) -> None:
    """Names and English alone don't say who asks."""
    assert language(text) == found
