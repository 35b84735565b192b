"""Changes of single records: what they make of a pack, and what takes them back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.facts import change as changes
from bot.facts.change import Change, Misplaced, apply, difference
from bot.facts.merge import merge
from bot.facts.model import Pack
from bot.facts.record import Data, Record, RecordKind, digest, records
from tests.facts import small

EMPTY = Pack((), ())
KNOWN = dict(records(small.PACK))
EVENTS = [each for each in KNOWN if each.kind is RecordKind.EVENT]
MODEL = Record(RecordKind.MODEL, "beta-2")


def same(one: Pack, other: Pack) -> bool:
    """Whether two packs hold the same records; the order of models and licences is no fact."""
    return dict(records(one)) == dict(records(other))


def summary(record: Record, said: str) -> Change:
    """Another summary for an event."""
    return Change(record, KNOWN[record], {**KNOWN[record], "summary": said})


def withdrawal(record: Record) -> Change:
    """The record taken out."""
    return Change(record, KNOWN[record], None)


@st.composite
def edits(draw: st.DrawFn) -> list[Change]:
    """Some events with another summary or date, some taken out."""
    made = []
    for record in draw(st.lists(st.sampled_from(EVENTS), unique=True)):
        data: dict[str, Any] = dict(KNOWN[record])
        if draw(st.booleans()):
            made.append(withdrawal(record))
        else:
            changed: Data = {
                **data,
                "summary": draw(st.text("abc", min_size=1, max_size=5)),
                "date": draw(st.sampled_from(["2024", "2024-05", "2025-01-02"])),
            }
            made.append(Change(record, data, changed))
    return made


def test_a_pack_is_its_records() -> None:
    """Put together from its records, it is the same pack, in the same order."""
    assert apply(EMPTY, difference(EMPTY, small.PACK)) == small.PACK


@given(edits())
def test_what_is_undone_was_never_there(made: list[Change]) -> None:
    """Changes and their undoing, in reverse, leave every record as it was."""
    after = apply(small.PACK, made)
    assert same(apply(after, [each.undone for each in reversed(made)]), small.PACK)


@given(edits())
def test_a_difference_makes_the_one_of_the_other(made: list[Change]) -> None:
    """What differs between two packs, applied to the one, gives the other."""
    after = apply(small.PACK, made)
    assert same(apply(small.PACK, difference(small.PACK, after)), after)
    assert {each.record for each in difference(small.PACK, after)} <= {each.record for each in made}


@given(edits())
def test_events_stay_in_order(made: list[Change]) -> None:
    """Whatever their dates become, each timeline has its events oldest first."""
    for model in apply(small.PACK, made).models:
        days = [each.date.earliest for each in model.events]
        assert days == sorted(days)


@given(editors=edits(), release=edits())
@settings(max_examples=200)
def test_merging_keeps_what_editors_did(editors: list[Change], release: list[Change]) -> None:
    """An editor's version of a record stays; the release's is there where no editor was, else proposed."""
    current, shipped = apply(small.PACK, editors), apply(small.PACK, release)
    merged = merge(small.PACK, current, shipped)
    after = dict(records(apply(current, merged.made)))
    touched = {each.record: each.after for each in editors if each.before != each.after}
    for record, wanted in touched.items():
        assert after.get(record) == wanted
    ships = dict(records(shipped))
    for record in KNOWN.keys() - touched.keys():
        assert after.get(record) == ships.get(record)
    for each in merged.proposed:
        assert each.record in touched
        assert (each.before, each.after) == (after.get(each.record), ships.get(each.record))


def test_a_release_that_ships_an_editors_version_is_silent() -> None:
    """What a pull request made of an editor's change needs no change and no proposal."""
    change = summary(EVENTS[0], "As the editor wrote it.")
    edited = apply(small.PACK, [change])
    merged = merge(small.PACK, edited, edited)
    assert (merged.made, merged.proposed) == ((), ())


def test_a_release_takes_no_model_away_that_editors_added_to() -> None:
    """A model that the release drops stays with the editor's event; the release's wish is a proposal."""
    event = Record(RecordKind.EVENT, "beta-2/statement")
    data = {**KNOWN[EVENTS[0]], "id": event.id, "date": "2026-11-12"}
    current = apply(small.PACK, [Change(event, None, data)])
    gone = [withdrawal(each) for each in EVENTS if each.subject == "beta-2"] + [withdrawal(MODEL)]
    merged = merge(small.PACK, current, apply(small.PACK, gone))
    assert [each.record for each in merged.proposed] == [MODEL]
    assert apply(current, merged.made).model("beta-2").events[-1].id == event.id


def test_a_release_adds_nothing_to_what_editors_took_away() -> None:
    """An event for a model that an editor withdrew is a proposal."""
    gone = [withdrawal(each) for each in EVENTS if each.subject == "beta-2"] + [withdrawal(MODEL)]
    event = Record(RecordKind.EVENT, "beta-2/statement")
    shipped = apply(small.PACK, [Change(event, None, {**KNOWN[EVENTS[0]], "id": event.id})])
    merged = merge(small.PACK, apply(small.PACK, gone), shipped)
    assert (merged.made, [each.record for each in merged.proposed]) == ((), [event])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (withdrawal(MODEL), "still has events"),
        (withdrawal(Record(RecordKind.ORGANIZATION, "lab")), "still has models"),
        (
            Change(Record(RecordKind.EVENT, "gamma/x"), None, {**KNOWN[EVENTS[0]], "id": "gamma/x"}),
            "begins with gamma, which is no model or organization",
        ),
        (
            Change(MODEL, None, {"id": "beta-2", "name": "B", "organization": "none"}),
            "belongs to none, which is not there",
        ),
    ],
)
def test_what_has_no_place_gets_a_sentence(change: Change, sentence: str) -> None:
    """Nothing is left without what it belongs to."""
    with pytest.raises(Misplaced, match=sentence):
        changes.apply(small.PACK, [change])


def test_a_model_that_moves_takes_its_events_along() -> None:
    """Given to another organization, it has the same events there."""
    moved = Change(MODEL, KNOWN[MODEL], {**KNOWN[MODEL], "organization": "lab"})
    after = apply(small.PACK, [moved])
    assert after.model("beta-2").events == small.BETA_2.events
    assert [each.id for each in after.organizations[0].models][-1] == "beta-2"
    assert "beta-2" not in [each.id for each in after.organizations[1].models]


def test_the_version_of_a_record_is_that_of_its_data() -> None:
    """Equal data, in whatever order, have one version; other data and none have others."""
    data = KNOWN[MODEL]
    assert digest(data) == digest(dict(reversed(list(data.items()))))
    assert len({digest(data), digest({**data, "name": "Other"}), digest(None)}) == 3
