"""What is different about a repository: since the last look, or from what the pack says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.facts.model import Access, Component, Event, License, Pack
from bot.watch.comparison import compare
from bot.watch.files import LICENSE, notable, watched
from bot.watch.findings import AccessChanged, FilesAdded, LicenseChanged, Renamed
from bot.watch.repository import Memory, Place, Repository, Snapshot, repositories
from bot.watch.tags import licence_of, same
from tests.facts import making

HUB, CODE = "https://huggingface.co/org/model", "https://github.com/org/model"
LICENSES = tuple(
    License(id, id, "https://example.org", "Org") for id in ("MIT", "LicenseRef-Gemma", "LicenseRef-X")
)
NOW = Snapshot("org/model", "mit", Access.PUBLIC, ("LICENSE",), datetime(2024, 3, 17, tzinfo=UTC))


def _pack(*events: Event, urls: tuple[str, ...] = (HUB, CODE)) -> Pack:
    return making.pack(making.model(*events, repositories=urls), licenses=LICENSES)


def _repository(pack: Pack, url: str = HUB) -> Repository:
    return next(each for each in repositories(pack) if each.url == url)


# --- repositories and tags -------------------------------------------------------------------------------


def test_the_packs_repositories_on_both_places() -> None:
    """Each once with all its models; datasets, collections, other hosts and nonsense are left out."""
    urls = (
        HUB,
        f"{CODE}.git",
        "https://huggingface.co/datasets/org/data",
        "https://gitlab.com/org/model",
        "https://huggingface.co/org",
        "https://github.com/../..",
        "https://github.com/org/model?x=1/y",
    )
    one, two = making.model(repositories=urls), making.model(id="m2", repositories=(HUB,))
    assert repositories(making.pack(one, two)) == [
        Repository(HUB, Place.HUGGING_FACE, "org/model", ("m1", "m2")),
        Repository(f"{CODE}.git", Place.GITHUB, "org/model", ("m1",)),
        Repository("https://github.com/org/model?x=1/y", Place.GITHUB, "org/model", ("m1",)),
    ]


@pytest.mark.parametrize(
    ("tag", "id"),
    [
        ("mit", "MIT"),
        ("Apache-2.0", "Apache-2.0"),
        ("gemma", "LicenseRef-Gemma"),
        ("x", "LicenseRef-X"),
        ("gpl-3.0", "GPL-3.0-only"),
        ("llama3.1", None),  # not in this pack
        ("other", None),
        ("openrail", None),
        ("cc", None),
        ("", None),
    ],
)
def test_a_tag_means_one_licence_or_none(tag: str, id: str | None) -> None:
    """Vague tags are not guessed at, and what the pack does not have can't be said in it."""
    assert licence_of(tag, LICENSES) == id


def test_or_later_is_no_other_licence() -> None:
    """Tags do not tell the two apart."""
    assert same("GPL-3.0-or-later", "GPL-3.0-only")
    assert same("MIT OR Apache-2.0", "MIT")
    assert not same("unlicensed", "MIT")


@pytest.mark.parametrize(
    ("path", "meaning"),
    [
        ("LICENSE", LICENSE),
        ("licenses/LICENCE.txt", LICENSE),
        ("train.py", Component.TRAINING_CODE),
        ("training/", Component.TRAINING_CODE),
        ("src/pretrain/loop.py", Component.TRAINING_CODE),
        ("training_args.bin", None),
        ("trainer_state.json", None),
        ("eval_results.json", None),
        ("evaluation/run.sh", Component.EVALUATION_CODE),
        ("model-00001-of-00002.safetensors", Component.PARAMETERS_FINAL),
        ("data/train.parquet", Component.TRAINING_DATA),
        ("Technical_Report.pdf", Component.TECHNICAL_REPORT),
        ("README.md", None),
        ("constraint.py", None),
    ],
)
def test_what_a_files_name_says(path: str, meaning: str | None) -> None:
    """Licences and parts of a model; not what a training run leaves behind."""
    assert notable(path) == meaning


def test_only_plain_paths_are_watched() -> None:
    """Whatever a file is called: markup, mentions, other letters and endless names are not remembered."""
    hostile = [
        "train<b>.py",
        "train @everyone.py",
        "train](https://x).py",
        "train\n.py",
        "train" + "a" * 99 + ".py",
    ]
    assert watched([*hostile, "train.py", None, 5]) == ("train.py",)
    assert len(watched(f"train_{n}.py" for n in range(10_000))) == 200


def test_what_was_kept_is_read_again() -> None:
    """Memory survives as text; what is not ours is no memory."""
    memory = Memory(NOW, NOW.modified.date(), told=True)
    assert Memory.read(memory.written()) == memory
    for text in ("", "null", "[]", "{", '{"snapshot": {"name": 1}}', '{"snapshot": []}'):
        assert Memory.read(text).snapshot is None


# --- since the last look ---------------------------------------------------------------------------------


def test_nothing_changed() -> None:
    """The same again is nothing, however the tag is written."""
    pack = _pack(making.publish("2024-01-01"))
    assert list(compare(_repository(pack), NOW, replace(NOW, license="MIT"), pack)) == []


def test_licence_and_gate_changed() -> None:
    """Each is a finding, with what was before."""
    pack = _pack(making.publish("2024-01-01"))
    now, repository = replace(NOW, license="gemma", access=Access.GATED), _repository(pack)
    assert list(compare(repository, NOW, now, pack)) == [
        LicenseChanged(repository, "mit", now),
        AccessChanged(repository, Access.PUBLIC, now),
    ]


def test_files_of_parts_that_were_not_published() -> None:
    """Weights that are public already are no news when they get another file; a licence's text is.

    That somebody said that there is no training code doesn't make it known.
    """
    absent = making.event("2024-01-01", "statement", "training-code", finding="absent")
    pack = _pack(making.publish("2024-01-01"), absent)
    now, repository = (
        replace(NOW, files=("LICENSE", "NOTICE", "more.safetensors", "train.py")),
        _repository(pack),
    )
    assert list(compare(repository, NOW, now, pack)) == [
        FilesAdded(repository, None, ("NOTICE",), now),
        FilesAdded(repository, Component.TRAINING_CODE, ("train.py",), now),
    ]


def test_a_new_name_is_news_once() -> None:
    """The second look knows it; another way of writing it is none."""
    pack = _pack(making.publish("2024-01-01"))
    repository, now = _repository(pack), replace(NOW, name="org/new")
    assert list(compare(repository, NOW, now, pack)) == [Renamed(repository, now)]
    assert list(compare(repository, now, now, pack)) == []
    assert list(compare(repository, NOW, replace(NOW, name="Org/Model"), pack)) == []


# --- against the pack ------------------------------------------------------------------------------------


def test_the_first_look_is_compared_with_the_newest_event_there() -> None:
    """What the pack says of exactly that repository counts, its newest word first."""
    pack = _pack(
        making.publish("2024-01-01", license="Apache-2.0", url=f"{HUB}/tree/main"),
        making.publish("2024-02-01", license="LicenseRef-Gemma", url=HUB, access=Access.GATED),
        making.publish("2024-03-01", license="MIT", url="https://huggingface.co/org/model-2"),
    )
    repository = _repository(pack)
    assert list(compare(repository, None, NOW, pack)) == [
        LicenseChanged(repository, "LicenseRef-Gemma", NOW),
        AccessChanged(repository, Access.GATED, NOW),
    ]


def test_weights_elsewhere_speak_for_a_repository_of_weights() -> None:
    """Where no event has an address there, any publication of the weights that agrees is enough."""
    events = (making.publish("2024-01-01", license="Apache-2.0"), making.publish("2024-02-01", license="MIT"))
    pack = _pack(*events)
    assert list(compare(_repository(pack), None, NOW, pack)) == []
    tagged = replace(NOW, license="gemma")
    assert [type(each) for each in compare(_repository(pack), None, tagged, pack)] == [LicenseChanged]


def test_a_repository_of_code_is_not_judged_by_the_weights() -> None:
    """Code has licences of its own."""
    pack = _pack(making.publish("2024-01-01", license="LicenseRef-Gemma"))
    assert list(compare(_repository(pack, CODE), None, replace(NOW, access=None), pack)) == []


@pytest.mark.parametrize("tag", ["other", "", "openrail", "something-new"])
def test_a_tag_that_says_nothing_contradicts_nothing(tag: str) -> None:
    """The pack knows more than the tag."""
    pack = _pack(making.publish("2024-01-01", license="LicenseRef-Gemma"))
    assert list(compare(_repository(pack), None, replace(NOW, license=tag), pack)) == []
