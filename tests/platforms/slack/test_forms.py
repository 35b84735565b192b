"""Forms as views and back: everything that was written comes back, whatever its length."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.commands.declaration import Kind
from bot.platforms.slack import forms
from bot.replies.reply import Form, Input, Option
from bot.replies.words import words
from tests.platforms.slack import judges
from tests.platforms.slack.edits import filled

Json = dict[str, Any]

LINES = "\n".join(f"{number}: a line of the record" for number in range(200))  # 5,000 characters


def form(*inputs: Input, **given: str) -> Form:
    """A form of ours."""
    return Form("Add an event to the facts, with its source.", "fact add", tuple(given.items()), inputs, "Go")


def there_and_back(asked: Form, **written: str) -> forms.Filled:
    """The form as it comes back; the view is judged on the way."""
    view = forms.view(asked, words("en"))
    assert judges.complaints_of_view(view) == []
    assert len(view["private_metadata"]) <= 3_000
    found = forms.read(filled(view, **written)["view"])
    assert found is not None
    return found


def test_what_is_given_and_written_comes_back() -> None:
    """The command, what was given before, what is typed and what is picked; what is left empty doesn't."""
    asked = form(
        Input("summary", "In one line", hint="At most 140 characters"),
        Input("access", "Access", options=(Option("public", "Public"), Option("gated", "Gated"))),
        Input("license", "Licence", completed=Kind.LICENSE, value="MIT"),
        Input("why", "Why", required=False),
        of="alpha-2",
    )
    found = there_and_back(asked, summary="It is “open”; 𝄞.", access="gated")
    assert found.command == "fact add"
    assert found.options == {
        "of": "alpha-2",
        "summary": "It is “open”; 𝄞.",
        "access": "gated",
        "license": "MIT",
    }
    assert found.inputs == ("summary", "access", "license", "why")


@pytest.mark.parametrize("long", [LINES, LINES.replace("\n", " "), "x" * 3_001, "x" * 2_999 + "\n\ny"])
def test_a_record_longer_than_an_input_comes_back_whole(long: str) -> None:
    """It stands in several inputs that follow each other, parted where a line ends if one does."""
    found = there_and_back(form(Input("data", "The record", long, long=True, most=4_000)))
    assert found.written["data"].replace("\n", "") == long.replace("\n", "")
    assert found.inputs == ("data",)


def test_lines_are_parted_where_they_end() -> None:
    """A record in YAML comes back to the letter."""
    found = there_and_back(form(Input("data", "The record", LINES, long=True, most=4_000)))
    assert found.written["data"] == LINES


def test_what_is_too_long_to_carry_can_be_seen() -> None:
    """What the metadata have no place for stands in the form again, and comes back from there."""
    source = "https://example.org/" + "x" * 2_900
    found = there_and_back(form(Input("component", "Which part"), of="a", source=source, why="w" * 200))
    assert found.options == {"of": "a", "source": source, "why": "w" * 200}


def test_the_form_says_what_it_is_about() -> None:
    """Above the inputs stands what is given; what the core alone needs does not."""
    view = forms.view(form(Input("why", "Why"), record="a/release", base="0f3e"), words("en"))
    assert view["title"]["text"] == "Add an event"
    assert "record: a/release" in json.dumps(view["blocks"][0])
    assert "0f3e" not in json.dumps(view["blocks"])
    assert "0f3e" in view["private_metadata"]


@pytest.mark.parametrize(
    "changes",
    [
        {"private_metadata": ""},
        {"private_metadata": "[]"},
        {"private_metadata": '{"command":"fact add","given":{},"language":"xx"}'},
        {"private_metadata": '{"command":"fact add","given":{"of":1},"language":"en"}'},
        {"private_metadata": '{"command":"fact add","given":"of","language":"en"}'},
        {"private_metadata": '{"command":"fact add","given":{},"language":[]}'},
        {"state": None},
        {"state": {"values": {"why": "text"}}},
        {"state": {"values": {"why": {"entry-why": {"selected_option": "x"}}}}},
    ],
)
def test_what_cannot_be_read_is_no_form(changes: Json) -> None:
    """Metadata or inputs changed by hand into something else are nothing."""
    view = filled(forms.view(form(Input("why", "Why")), words("en")))["view"]
    assert forms.read({**view, **changes}) is None


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "command", ["add", "propose", "correct", "new", "withdraw", "restore", "edit", "undo"]
)
def test_titles_fit(command: str, language: str) -> None:
    """Every form has a title of its own that need not be shortened."""
    asked = Form("A description that is too long", f"fact {command}", (), (Input("why", "Why"),), "Go on")
    title = forms.view(asked, words(language))["title"]["text"]
    assert title
    assert "…" not in title
