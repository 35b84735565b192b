"""What people mean by a name: spellings as tables, and what holds for every name there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.names import ALL, Entry, Found, NameIndex, Subject, SubjectKind, entries
from bot.facts.pack import read

ROOT = Path(__file__).parents[2]
CASES: dict[str, Any] = yaml.load((ROOT / "tests/cases/names.yaml").read_text("utf-8"), yaml.BaseLoader)
MODELS = (SubjectKind.MODEL, SubjectKind.FAMILY)


def _world() -> Iterator[Entry]:
    families: defaultdict[str, list[str]] = defaultdict(list)
    makers: defaultdict[str, list[str]] = defaultdict(list)
    for maker, models in CASES["models"].items():
        for id, (name, family, *aliases) in models.items():
            families[family].append(id)
            makers[maker].append(id)
            yield Entry(Subject(SubjectKind.MODEL, id, name), (id, name, *aliases))
    for kind, table, members in (
        (SubjectKind.FAMILY, CASES["families"], families),
        (SubjectKind.ORGANIZATION, CASES["makers"], makers),
    ):
        for id, names in table.items():
            yield Entry(Subject(kind, id, names[0]), (id, *names), tuple(members[id]))
    for id, name in CASES["licenses"].items():
        yield Entry(Subject(SubjectKind.LICENSE, id, name), (id, name))


ENTRIES = tuple(_world())
INDEX = NameIndex(ENTRIES)


def _ids(subjects: tuple[Subject, ...]) -> list[str]:
    return [each.id for each in subjects]


@pytest.mark.parametrize(
    ("model", "spelling"), [(id, each) for id, spellings in CASES["exact"].items() for each in spellings]
)
def test_a_spelling_means_its_model(model: str, spelling: str) -> None:
    """A spelling that people or hosts use means the one model."""
    match = INDEX.find(spelling, MODELS)
    assert (match.found, _ids(match.subjects)) == (Found.EXACT, [model])


@pytest.mark.parametrize(("text", "choices"), CASES["ambiguous"].items())
def test_several_models_are_a_choice(text: str, choices: list[str]) -> None:
    """Where several models can be meant, all of them are offered and none is taken."""
    match = INDEX.find(text, MODELS)
    assert match.found is Found.AMBIGUOUS
    assert set(choices) <= {*_ids(match.subjects)}


@pytest.mark.parametrize(("text", "suggested"), CASES["near"].items())
def test_a_derivative_or_a_slip_is_a_suggestion(text: str, suggested: str) -> None:
    """A sibling, a fine-tune, somebody's copy or a slip never means the model; it may be suggested."""
    match = INDEX.find(text, MODELS)
    assert match.found in ((Found.NEAR,) if suggested else (Found.NEAR, Found.UNKNOWN, Found.AMBIGUOUS))
    assert not suggested or suggested in _ids(match.subjects)
    assert match.found is Found.AMBIGUOUS or len(match.subjects) <= 5


@pytest.mark.parametrize("text", CASES["unknown"])
def test_what_is_unknown_is_said_to_be(text: str) -> None:
    """A version that isn't listed, another model's name or another site's address means nothing known."""
    assert INDEX.find(text, MODELS).found is Found.UNKNOWN


@pytest.mark.parametrize(("text", "names"), CASES["mentions"])
def test_names_are_found_in_sentences(text: str, names: dict[str, str]) -> None:
    """The longest names of a sentence are found in place, beside links, markup and other words."""
    mentions = INDEX.mentions(text, MODELS)
    assert {text[each.start : each.end]: _ids(each.match.subjects) for each in mentions} == {
        name: [model] for name, model in names.items()
    }


def test_a_family_in_a_sentence_asks_which() -> None:
    """A bare family name is mentioned as the choice of its models, written small or in katakana, too."""
    for text in ("is llama open?", "最初のラマはオープンだった？"):
        (mention,) = INDEX.mentions(text)
        assert (mention.match.found, mention.match.family and mention.match.family.id) == (
            Found.AMBIGUOUS,
            "llama",
        )


def test_an_unlisted_version_in_a_sentence_is_not_its_family() -> None:
    """ "Grok 2.7" is mentioned as what it is, an unknown version, and not as any Grok."""
    (mention,) = INDEX.mentions("Is grok 2.7 open?")
    assert (mention.match.found, mention.match.subjects) == (Found.UNKNOWN, ())


def test_a_derivative_in_a_sentence_is_not_the_model() -> None:
    """A variant's word after a name makes another model of it."""
    matches = [
        INDEX.mentions(text)[0].match for text in ("qwen3-coder-plus?", "Grok 2 Turbo?", "グロック2プロは？")
    ]
    assert [each.found for each in matches] == [Found.NEAR] * 3


def test_a_bare_family_name_asks_which_model_or_is_the_family() -> None:
    """Where models are wanted a family means the choice of them; where families are, itself."""
    match = INDEX.find("グロック", MODELS)
    family = Subject(SubjectKind.FAMILY, "grok", "Grok")
    assert (match.found, match.family) == (Found.AMBIGUOUS, family)
    assert INDEX.find("Grok", (SubjectKind.FAMILY,)).subjects == (family,)


def test_a_model_that_has_its_familys_id_can_be_named() -> None:
    """Whisper is one of the Whispers: its id means itself, and the family is told as well."""
    match = INDEX.find("whisper", MODELS)
    assert (match.found, _ids(match.subjects)) == (Found.EXACT, ["whisper"])
    assert match.family is not None


def test_organizations_and_licences_have_names_too() -> None:
    """Makers are found by name or page, licences with or without the word."""
    assert _ids(INDEX.find("x.ai").subjects) == ["xai"]
    assert _ids(INDEX.find("https://huggingface.co/xai-org").subjects) == ["xai"]
    assert _ids(INDEX.find("Zhipu AI").subjects) == ["zhipu"]
    assert _ids(INDEX.find("apache 2").subjects) == ["Apache-2.0"]
    assert _ids(INDEX.find("Apacheライセンス2.0").subjects) == ["Apache-2.0"]
    assert _ids(INDEX.find("Llama 4 community licence").subjects) == ["LicenseRef-Llama-4-Community"]
    assert INDEX.find("apachi 2", (SubjectKind.LICENSE,)).found is Found.NEAR


def test_a_maker_where_only_models_are_wanted_offers_its_models() -> None:
    """ "OpenAI" asked for a model is answered with OpenAI's models."""
    match = INDEX.find("xai", MODELS)
    assert (match.found, set(_ids(match.subjects))) == (Found.AMBIGUOUS, set(CASES["models"]["xai"]))


def test_completion_offers_the_first_entries_and_then_what_begins_so() -> None:
    """Nothing typed offers the first entries; a beginning, in any script, what can come of it."""
    assert _ids(tuple(INDEX.complete("", limit=2))) == [each.subject.id for each in ENTRIES[:2]]
    assert _ids(tuple(INDEX.complete("grok-2", MODELS)))[:2] == ["grok-2", "grok-2-mini"]
    assert "qwen3" in _ids(tuple(INDEX.complete("通义", MODELS)))
    assert "claude-sonnet-4.5" in _ids(tuple(INDEX.complete("sonn", MODELS)))
    assert _ids(tuple(INDEX.complete("grokk 2", MODELS))) == ["grok-2"]
    assert len(INDEX.complete("", limit=25)) == 25


def test_the_shipped_pack_knows_all_its_names() -> None:
    """Every id, name, alias and repository of config/facts means its subject, or a choice with it."""
    folder = ROOT / "config"
    files = {
        each.name: each.read_text("utf-8")
        for each in (*folder.glob("facts/*.yaml"), folder / "licenses.yaml")
    }
    every = list(entries(read(files).pack))
    index = NameIndex(every)
    lost = [
        f"{each.subject.id}: {name}"
        for each in every
        for name in each.names
        if (match := index.find(name, (each.subject.kind,))).found not in (Found.EXACT, Found.AMBIGUOUS)
        or each.subject not in match.subjects
    ]
    assert lost == []


def test_the_pack_is_listed_newest_first() -> None:
    """A family's choices come in the order of its models' first days, newest first."""
    models = "".join(
        f"""
  - id: grok-{version}
    name: Grok {version}
    family: grok
    events:
      - id: grok-{version}/announce
        date: {day}
        kind: announce
        summary: It is announced.
        sources: [{{url: "https://x.ai", title: News, publisher: xAI, kind: primary}}]"""
        for version, day in ((1, "2024-03-17"), (3, "2025-02"), (2, "2024-08-13"))
    )
    head = """
organization: {id: xai, name: xAI, homepage: "https://x.ai"}
families: [{id: grok, name: Grok}]
models:"""
    index = NameIndex(entries(read({"xai.yaml": head + models}).pack))
    assert _ids(index.find("grok").subjects) == ["grok-3", "grok-2", "grok-1"]


# --- what holds for any text --------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [*"-_./:@ +・()", *(word for each in ENTRIES for name in each.names for word in name.split("-"))]
)
TEXTS = st.one_of(
    st.text(), st.lists(WORDS, max_size=6).map("".join), st.lists(WORDS, max_size=6).map(" ".join)
)


@given(TEXTS, st.sets(st.sampled_from(sorted(ALL))))
def test_any_text_can_be_asked_about(text: str, kinds: set[SubjectKind]) -> None:
    """No text is too odd: it means something of the kinds asked for, or it is unknown."""
    match = INDEX.find(text, kinds)
    assert all(each.kind in kinds for each in match.subjects)
    assert (match.found is Found.EXACT) <= (len(match.subjects) == 1)
    assert (match.found is Found.AMBIGUOUS) <= (len(match.subjects) > 1)
    assert (match.found is Found.UNKNOWN) == (not match.subjects)


@given(st.lists(TEXTS, max_size=4).map(" ".join))
def test_mentions_lie_in_order_and_apart(text: str) -> None:
    """Mentions never overlap, and lie inside the text."""
    mentions = INDEX.mentions(text)
    edges = [edge for each in mentions for edge in (each.start, each.end)]
    assert edges == sorted(edges)
    assert all(0 <= each.start < each.end <= len(text) for each in mentions)


@given(TEXTS, st.integers(0, 30))
def test_completion_keeps_its_limit(text: str, limit: int) -> None:
    """Never more than asked for, never one twice."""
    found = INDEX.complete(text, ALL, limit)
    assert len(found) <= limit
    assert len({*found}) == len(found)


@given(st.sampled_from([(each.subject, name) for each in ENTRIES for name in each.names]))
def test_every_name_means_its_subject(named: tuple[Subject, str]) -> None:
    """A name of an entry means the entry, or a choice with it among."""
    subject, name = named
    match = INDEX.find(name, (subject.kind,))
    assert match.found in (Found.EXACT, Found.AMBIGUOUS)
    assert subject in match.subjects


NAMES = [name for each in ENTRIES for name in each.names if "/" not in name and "+" not in name]
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@given(
    st.sampled_from(NAMES), st.sampled_from("-_ .‐—"), st.sampled_from(["upper", "lower", "title", "wide"])
)
def test_case_width_and_separators_change_nothing(name: str, separator: str, form: str) -> None:
    """A name means the same in capitals, in full width, and with any separator between its words."""
    written = name.replace("-", separator).replace(" ", separator)
    written = written.translate(WIDE) if form == "wide" else getattr(written, form)()
    assert INDEX.find(written) == INDEX.find(name)
