from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.facts import check, pack
from bot.facts.model import Claim, Dispute, Text, Wording
from tests.facts import making

CONFIG = Path(__file__).parents[2] / "config"

FILE = """\
organization:
  id: org
  name: Org
  homepage: https://example.org
models:
  - id: m1
    name: M1
    events:
      - id: m1/parameters-final
        date: 2024-03
        kind: publish
        component: parameters-final
        license: MIT
        access: public
        summary: Weights are published.
        sources:
          - url: https://example.org
            title: A page
            publisher: Org
            kind: primary
"""


def read(text: str = FILE, **files: str) -> pack.Reading:
    return pack.read({"org.yaml": text, "licenses.yaml": "[]", **files})


def problems(text: str) -> list[str]:
    try:
        reading = read(text)
    except pack.PackError as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for problem in check.check(reading, making.TODAY)]


def test_a_file_becomes_facts() -> None:
    """The YAML's words are the types' words; a month stays a month."""
    (model,) = read().pack.models
    assert model.organization == "org"
    assert str(model.events[0].date) == "2024-03"
    assert model.events[0].summary == Text("Weights are published.")


def test_write_and_read_are_inverse() -> None:
    """Every field survives the way to YAML and back, and the text is the same each time."""
    told = making.promise(
        "2025-08-23",
        claim=Claim.OPEN_SOURCE,
        wording=Wording.ABOUT,
        earliest=date(2026, 1, 23),
        latest=date(2026, 3, 23),
        condition=Text("no: it is ready", "準備ができ次第"),
    )
    disputed = making.publish(
        "2026",
        variants=("7B", "13B"),
        disputes=(Dispute("date", "2025", "https://example.org/other", Text("yes, but it is a draft")),),
    )
    facts = making.pack(making.model(told, disputed, aliases=("no", "2023", "エムワン", "a: b")))
    files = pack.write(facts)
    assert pack.read(files).pack == facts
    assert pack.write(pack.read(files).pack) == files


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("date: 2024-03", "date: 2024-13", "org.yaml:10: m1/parameters-final: date: '2024-13' is not a date"),
        (
            "kind: publish",
            "kind: published",
            "org.yaml:11: m1/parameters-final: kind: 'published' is none of",
        ),
        ("access: public", "acess: public", "org.yaml:9: m1/parameters-final: unknown key acess: remove"),
        ("    name: M1\n", "", "org.yaml:6: m1: name is missing: add it"),
        ("license: MIT", "license: MITT", "org.yaml:9: m1/parameters-final: licence MITT is neither"),
        (
            "url: https",
            "url: javascript",
            "org.yaml:9: m1/parameters-final: 'javascript://example.org' is not",
        ),
        ("date: 2024-03", "date: 2027-03", "org.yaml:9: m1/parameters-final: is dated in the future"),
        ("are published", "are **published**", "the en summary holds markup"),
        ("access: public", "access: api", "a publish has access gated, public, request"),
        ("id: m1/parameters-final", "id: m2/parameters-final", "begin the id with m1/"),
        ("  id: org\n", "  id: other\n", "org.yaml:1: other: rename the file to other.yaml"),
        ("models:", "models: [", "not YAML"),
        (
            "        date: 2024-03\n",
            "        date: 2024-03\n        date: 2024-04\n",
            "'date' stands here twice",
        ),
    ],
)
def test_every_error_names_its_place_and_what_to_do(old: str, new: str, expected: str) -> None:
    """A problem is read aloud with file, line, id and advice."""
    found = problems(FILE.replace(old, new, 1))
    assert any(expected in problem for problem in found), found


def test_a_sound_file_has_no_problem() -> None:
    """The rules don't complain of what is right."""
    assert problems(FILE) == []


def test_an_event_without_a_source_does_not_exist() -> None:
    """The rule that everything rests on."""
    text = FILE[: FILE.index("        sources:")] + "        sources: []\n"
    assert any("has no source" in problem for problem in problems(text))


def test_ids_are_unique_over_all_files() -> None:
    """The second use of an id names the first."""
    other = FILE.replace("id: org", "id: other")
    with pytest.raises(pack.PackError, match=r"the id is used already at org.yaml:6"):
        read(**{"other.yaml": other})


def test_a_mirror_alone_is_refused() -> None:
    """A scraper's page may stand beside a source, never alone."""
    assert any(
        "mirror" in each
        for each in problems(FILE.replace("//example.org\n            t", "//whatmodel.sh\n            t"))
    )


def test_a_promise_with_a_date_has_its_bounds() -> None:
    """Overdue is said after the latest reading only, so the latest reading has to be there."""
    text = FILE.replace("kind: publish", "kind: promise\n        promise: {by: X, wording: about}")
    assert any("needs earliest and latest" in each for each in problems(text))


def test_the_shipped_pack_is_sound() -> None:
    """What ships has no problem, on any day from its last review on."""
    reading = pack.read(
        {
            path.name: path.read_text("utf-8")
            for path in [*(CONFIG / "facts").glob("*.yaml"), CONFIG / pack.LICENSES]
        }
    )
    assert [str(each) for each in check.check(reading, making.TODAY)] == []


def test_the_shipped_pack_is_in_its_canonical_form() -> None:
    """Writing the pack back changes nothing, so a pull request shows only what somebody changed."""
    files = {
        path.name: path.read_text("utf-8")
        for path in [*(CONFIG / "facts").glob("*.yaml"), CONFIG / pack.LICENSES]
    }
    written = pack.write(pack.read(files).pack)
    assert {name for name in files if files[name] != written[name]} == set()
