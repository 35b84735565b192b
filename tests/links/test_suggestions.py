"""What findings about links would change in the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.facts import record
from bot.facts.model import Event, License, Pack, Source
from bot.facts.record import RecordKind
from bot.links.findings import Dead, Finding, Moved
from bot.links.suggestions import suggestions
from tests.facts import making

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
OLD, OTHER, COPY = (
    "https://a.example/old",
    "https://b.example/x",
    "https://web.archive.org/web/2024/https://a",
)


def _event(when: str, *urls: str) -> Event:
    return making.publish(when, sources=tuple(replace(making.SOURCE, url=url) for url in urls))


def _pack(*events: Event, licenses: tuple[License, ...] = ()) -> Pack:
    return making.pack(making.model(*events), licenses=licenses)


def _dead(url: str, *events: Event | License) -> Dead:
    return Dead(url, "404", date(2026, 11, 23), COPY, tuple(each.id for each in events))


def test_a_dead_page_keeps_its_source_and_gets_a_copy() -> None:
    """Only ``archive`` is new, in every event that cites the page, in one edit with its reason."""
    one, two = _event("2024-01-01", OLD, OTHER), _event("2024-02-01", f"{OLD}#part")
    (edit,) = suggestions(_pack(one, two), [_dead(OLD, one, two)], AT)
    assert [each.record.id for each in edit.changes] == [one.id, two.id]
    assert [each.fields for each in edit.changes] == [("sources",), ("sources",)]
    assert edit.changes[0].before == record.event(one)
    archived = replace(one.sources[0], archive=COPY)
    assert edit.changes[0].after == record.event(replace(one, sources=(archived, one.sources[1])))
    assert edit.why == f"{OLD} is gone since 2026-11-23 or before (404); a copy of it is kept."
    assert not edit.actor.person


def test_a_moved_page_keeps_its_fragment() -> None:
    """The address changes, the place on the page stays."""
    event = _event("2024-01-01", f"{OLD}#part")
    (edit,) = suggestions(_pack(event), [Moved(OLD, "https://new.example/", (event.id,))], AT)
    moved = replace(event.sources[0], url="https://new.example/#part")
    assert edit.changes[0].after == record.event(replace(event, sources=(moved,)))


def test_a_licence_is_mended_like_an_event() -> None:
    """Licences have sources, too."""
    license = License("X", "X", OLD, "Org", sources=(replace(making.SOURCE, url=OLD),))
    (edit,) = suggestions(_pack(licenses=(license,)), [_dead(OLD, license)], AT)
    assert edit.changes[0].record.kind is RecordKind.LICENSE


def test_pages_of_one_event_are_one_edit() -> None:
    """Two edits of one event would be in each other's way; those of other events stand for themselves."""
    both, alone = _event("2024-01-01", OLD, OTHER), _event("2024-03-01", "https://c.example/")
    findings: list[Finding] = [
        _dead(OLD, both),
        _dead("https://c.example/", alone),
        Moved(OTHER, OTHER + "y", (both.id,)),
    ]
    first, second = sorted(
        suggestions(_pack(both, alone), findings, AT), key=lambda e: e.changes[0].record.id
    )
    assert [each.record.id for each in first.changes] == [both.id]
    assert [each.record.id for each in second.changes] == [alone.id]
    after = first.changes[0].after or {}
    assert [(each["url"], each.get("archive")) for each in after["sources"]] == [
        (OLD, COPY),
        (OTHER + "y", None),
    ]


def test_what_changes_nothing_is_not_suggested() -> None:
    """No copy known, a copy there already, or an event that is no longer there."""
    archived: tuple[Source, ...] = (replace(making.SOURCE, url=OLD, archive="https://kept.example/"),)
    event = making.publish("2024-01-01", sources=archived)
    uncopied = replace(_dead(OLD, event), archive=None)
    gone = Moved("https://c.example/", "https://d.example/", ("m1/no-such-event",))
    assert suggestions(_pack(event), [_dead(OLD, event), uncopied, gone], AT) == []
