"""The tables of questions: each row is read as a person meant it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import COMMANDS
from bot.facts import pack
from bot.facts.names import NameIndex, entries
from bot.questions import Decline, Declined, Several, Understood, Unknown, read
from tests.questions.reading_of import TODAY, Row, differences, every_row, rows

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT.parent / "shared" / "questions" / "examples.yaml"
LONG = 3_000  # characters of a rant


def shipped() -> NameIndex:
    """The names of the fact pack as it is written."""
    files = {each.name: each.read_text("utf-8") for each in (ROOT / "config" / "facts").glob("*.yaml")}
    files[pack.LICENSES] = (ROOT / "config" / pack.LICENSES).read_text("utf-8")
    return NameIndex(entries(pack.read(files).pack))


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return shipped()


@pytest.mark.parametrize("row", every_row(), ids=str)
def test_a_question_is_read_as_it_is_meant(row: Row, names: NameIndex) -> None:
    """Every row of tests/cases gets its command, its subjects and its days, or its refusal."""
    assert differences(row, names) == []


def test_the_examples_are_read_as_expected(names: NameIndex) -> None:
    """The examples that stand beside the project are read as they say, where they are there."""
    if not EXAMPLES.exists():
        pytest.skip("no ../shared/questions/examples.yaml beside the project")
    assert {str(each): found for each in rows(EXAMPLES) if (found := differences(each, names))} == {}


def test_the_tables_cover_every_command_and_refusal() -> None:
    """No command that a sentence can mean, and no refusal, is without rows in both languages."""
    for language in ("en", "ja"):
        expected = [row.expected for row in every_row() if row.file.startswith(language)]
        commands = {name for each in expected for name in _list(each.get("command"))}
        assert {each.name for each in COMMANDS if each.group is None} - {"ask"} <= commands
        assert {each.value for each in Decline} <= {
            kind for each in expected for kind in _list(each.get("declined"))
        }
        assert any("clarify" in each for each in expected)
        assert any("unknown" in each for each in expected)


def _list(value: object) -> Iterator[str]:
    yield from (value if isinstance(value, list) else [value] if isinstance(value, str) else [])


@given(text=st.text(max_size=300), today=st.dates(date(2020, 1, 1), date(2100, 12, 31)))
@settings(max_examples=200, deadline=None)
def test_reading_never_raises(text: str, today: date) -> None:
    """Whatever is typed, on whatever day, there is a reading."""
    assert isinstance(read(text, _NAMES, today), Understood | Several | Unknown | Declined)


_WORDS = st.sampled_from(
    "grok-2 Llama 4 DeepSeek xAI open source weights is the of 2024 since Monday last vs and MIT EU".split()
    + "令和 7年 2月 の は 公開 ライセンス グロック と 約束 いつ ? 。 ! , / - ( ) 3.1 ** <@1> https://x.ai".split()
)


@given(words=st.lists(_WORDS, max_size=40), glue=st.sampled_from(["", " ", "\n"]))
@settings(max_examples=300, deadline=None)
def test_words_in_any_order_have_a_reading(words: list[str], glue: str) -> None:
    """The field's own words, thrown together, are read without an error."""
    assert isinstance(read(glue.join(words), _NAMES, TODAY), Understood | Several | Unknown | Declined)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "is grok-2 open? ",
        "グロック",
        "2025-",
        "1/",
        "Grok 1 and 2, ",
        "ァー",
        "<@",
        "x-1-",
        "なんで公開しないの。",
    ],
)
def test_a_long_text_has_a_reading(piece: str, names: NameIndex) -> None:
    """3,000 characters of anything are read without an error."""
    found = read((piece * LONG)[:LONG], names, TODAY)
    assert isinstance(found, Understood | Several | Unknown | Declined)


_NAMES = shipped()
