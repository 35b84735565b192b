"""What findings about repositories would change in the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.editing.validation import objections
from bot.facts import change, record
from bot.facts.edit import Edit
from bot.facts.model import Access, Component, Event, EventKind, License, Pack
from bot.watch.findings import AccessChanged, FilesAdded, Finding, LicenseChanged, Renamed, RepositoryGone
from bot.watch.repository import Commit, Place, Repository, Snapshot
from bot.watch.suggestions import Drafts, Meanwhile, span
from tests.facts import making

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY, LAST = AT.date(), date(2026, 11, 10)
HUB, CODE = "https://huggingface.co/org/model", "https://github.com/org/model"
WEIGHTS = Repository(HUB, Place.HUGGING_FACE, "org/model", ("m1",))
SOURCE_CODE = Repository(CODE, Place.GITHUB, "org/model", ("m1",))
NOW = Snapshot("org/model", "apache-2.0", Access.PUBLIC, (), AT)
ONE = (Commit("abcdef0123" * 4, date(2026, 11, 20)),)
SINCE = Meanwhile(LAST, TODAY, ONE)


def _pack(*events: Event, urls: tuple[str, ...] = (HUB, CODE)) -> Pack:
    licenses = (License("MIT", "MIT", "https://example.org", "Org", sources=(making.SOURCE,)),)
    events = events or (making.publish("2024-01-01", url=HUB),)
    return making.pack(making.model(*events, repositories=urls), licenses=licenses)


def _edit(pack: Pack, finding: Finding, meanwhile: Meanwhile = SINCE) -> Edit:
    """The edit, which nothing speaks against."""
    edit = Drafts(pack, AT, set()).edit(finding, meanwhile)
    assert [each for each in objections(pack, edit.changes, TODAY) if each.fatal] == []
    return edit


def _event(pack: Pack, finding: Finding, meanwhile: Meanwhile = SINCE) -> Event:
    """The one event that is drafted."""
    (drafted,) = _edit(pack, finding, meanwhile).changes
    assert drafted.before is None
    event = record.fact(drafted.record.kind, drafted.after or {})
    assert isinstance(event, Event)
    return event


def test_a_changed_tag_is_a_publication_under_another_licence() -> None:
    """With the component that stands there and the commit's day; its source is the repository as of it."""
    event = _event(_pack(), LicenseChanged(WEIGHTS, "mit", NOW))
    assert (event.id, event.kind, event.component) == (
        "m1/parameters-final",
        EventKind.PUBLISH,
        Component.PARAMETERS_FINAL,
    )
    assert (event.license, event.access, event.url) == ("Apache-2.0", Access.PUBLIC, HUB)
    assert str(event.date) == "2026-11-20"
    assert event.summary.en == "On Hugging Face, the licence tag of org/model changes from mit to apache-2.0."
    (source,) = event.sources
    assert source.url == f"{HUB}/tree/{ONE[0].id}"
    assert (source.publisher, source.checked) == ("Org", TODAY)


def test_a_tag_that_the_pack_cannot_say_is_a_statement() -> None:
    """An unknown licence is told, not guessed."""
    event = _event(_pack(), LicenseChanged(WEIGHTS, "mit", replace(NOW, license="acme-1.0")))
    assert (event.kind, event.license, event.component) == (EventKind.STATEMENT, None, None)
    assert "acme-1.0" in event.summary.en
    removed = _event(_pack(), LicenseChanged(WEIGHTS, "mit", replace(NOW, license="")))
    assert removed.summary.en.endswith("from mit to none.")


def test_a_new_gate_keeps_the_licence_that_stands() -> None:
    """A gate is no commit: it was put up between the two looks."""
    now = replace(NOW, license="other", access=Access.GATED)
    event = _event(_pack(), AccessChanged(WEIGHTS, Access.PUBLIC, now))
    assert (event.kind, event.license, event.access) == (EventKind.PUBLISH, "MIT", Access.GATED)
    assert str(event.date) == "2026-11"
    assert event.summary.ja == "Hugging Faceでorg/modelの入手方法が公開から登録制に変わる。"


def test_new_files_are_the_publication_of_their_component() -> None:
    """Under the repository's licence, where its tag says one."""
    event = _event(_pack(), FilesAdded(SOURCE_CODE, Component.TRAINING_CODE, ("train/",), NOW))
    assert (event.id, event.kind, event.license) == ("m1/training-code", EventKind.PUBLISH, "Apache-2.0")
    assert event.summary.en == "On GitHub, org/model gets files named like training code, such as train/."


def test_a_new_licence_text_is_a_statement() -> None:
    """Which licence it is, somebody has to read."""
    event = _event(_pack(), FilesAdded(WEIGHTS, None, ("docs/LICENSE.md",), NOW))
    assert event.kind is EventKind.STATEMENT
    assert event.summary.en == "On Hugging Face, org/model gets files named like licence, such as LICENSE.md."


def test_a_new_name_is_an_address_of_the_model() -> None:
    """The old one is replaced, the others stay."""
    (changed,) = _edit(_pack(), Renamed(WEIGHTS, replace(NOW, name="new/model"))).changes
    assert changed.fields == ("repositories",)
    assert (changed.after or {})["repositories"] == ["https://huggingface.co/new/model", CODE]


GONE = RepositoryGone(WEIGHTS, "the hub knows no such repository", date(2026, 11, 20))


def test_a_repository_gone_is_a_withdrawal() -> None:
    """Of all that stood there, between the day it was last there and the first without it."""
    pack = _pack(
        making.publish("2024-01-01", url=HUB, access=Access.PUBLIC),
        making.publish("2024-01-01", "model-card", url=f"{HUB}/blob/main/README.md"),
    )
    event = _event(pack, GONE, Meanwhile(LAST, GONE.since))
    assert event.kind is EventKind.WITHDRAW
    assert event.components == (Component.PARAMETERS_FINAL, Component.MODEL_CARD)
    assert str(event.date) == "2026-11"
    assert event.sources[0].url == HUB
    assert event.sources[0].checked == GONE.since


@pytest.mark.parametrize(
    ("urls", "last"),
    [((HUB, "https://huggingface.co/org/other"), LAST), ((HUB,), None), ((HUB,), date(2025, 12, 31))],
)
def test_a_repository_gone_is_a_statement_where_that_is_all(urls: tuple[str, ...], last: date | None) -> None:
    """The weights may be elsewhere, or nobody knows even the year in which they went."""
    event = _event(_pack(urls=urls), GONE, Meanwhile(last, GONE.since))
    assert (event.kind, str(event.date)) == (
        EventKind.STATEMENT,
        "2026-11" if last == LAST else "2026-11-20",
    )


def test_nothing_is_dated_more_precisely_than_it_is_known() -> None:
    """A day, a month, a year, or none of them."""
    assert str(span(date(2026, 11, 3), date(2026, 11, 3))) == "2026-11-03"
    assert str(span(date(2026, 11, 3), date(2026, 11, 30))) == "2026-11"
    assert str(span(date(2026, 1, 3), date(2026, 11, 30))) == "2026"
    assert span(date(2025, 12, 31), date(2026, 1, 1)) is None
    unknown = Meanwhile(date(2025, 12, 31), TODAY)
    event = _event(_pack(), LicenseChanged(WEIGHTS, "mit", NOW), unknown)
    assert (event.kind, str(event.date)) == (EventKind.STATEMENT, str(TODAY))


def test_drafts_do_not_take_each_others_ids() -> None:
    """Nor those of proposals that wait."""
    pack = _pack(making.publish("2024-01-01", url=HUB, id="m1/parameters-final"))
    drafts = Drafts(pack, AT, {"m1/parameters-final-3"})
    edits = [drafts.edit(LicenseChanged(WEIGHTS, "mit", NOW), SINCE) for _ in range(2)]
    assert [each.changes[0].record.id for each in edits] == ["m1/parameters-final-2", "m1/parameters-final-4"]


def test_long_names_leave_a_line_a_line() -> None:
    """A summary has an end, whatever the repository and its tags are called."""
    name = f"{'o' * 90}/{'m' * 90}"
    repository = Repository(f"https://huggingface.co/{name}", Place.HUGGING_FACE, name, ("m1",))
    now = replace(NOW, license="a" * 80)
    for finding in (
        LicenseChanged(repository, "b" * 80, now),
        FilesAdded(repository, Component.TRAINING_CODE, (f"train/{'x' * 70}.py",), now),
        RepositoryGone(repository, "gone", TODAY),
    ):
        _edit(_pack(), finding)


def test_every_model_of_a_repository_gets_its_event() -> None:
    """In one edit."""
    models = [making.model(making.publish("2024-01-01"), id=id, repositories=(HUB,)) for id in ("m1", "m2")]
    models = [
        replace(m, events=tuple(replace(e, id=e.id.replace("m1/", f"{m.id}/")) for e in m.events))
        for m in models
    ]
    repository = replace(WEIGHTS, models=("m1", "m2"))
    edit = _edit(making.pack(*models), LicenseChanged(repository, "mit", NOW))
    assert [each.record.subject for each in edit.changes] == ["m1", "m2"]
    assert len(change.apply(making.pack(*models), edit.changes).model("m2").events) == 2
