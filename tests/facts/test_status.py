from __future__ import annotations

from bot.facts.model import Access, Component, Finding
from bot.facts.status import State, fold
from tests.facts.making import as_of, event, model, publish, release

PARAMETERS = Component.PARAMETERS_FINAL


def test_before_its_publication_nothing_is_known_of_a_component() -> None:
    """As of a day, later events don't exist."""
    status = fold(model(publish("2024-03-17")), as_of("2024-03-16"))
    assert status.parameters.state is State.NOT_RECORDED
    assert status.timeline == ()


def test_a_publication_counts_from_its_own_day() -> None:
    """On the day itself it has happened."""
    status = fold(model(publish("2024-03-17", license="Apache-2.0")), as_of("2024-03-17"))
    assert status.parameters.open
    assert status.parameters.license == "Apache-2.0"
    assert str(status.parameters.since) == "2024-03-17"


def test_a_month_leaves_a_doubt() -> None:
    """A publication dated to a month may or may not have happened within it, and is listed as such."""
    status = fold(model(publish("2024-03")), as_of("2024-03-10"))
    assert status.parameters.state is State.NOT_RECORDED
    assert [each.id for each in status.parameters.maybe] == ["m1/parameters-final-2024-03"]


def test_a_new_licence_keeps_the_first_day() -> None:
    """``since`` is when it could first be had; the licence is the latest."""
    status = fold(
        model(publish("2019-11-05"), publish("2020-01-03", license="LicenseRef-X")), as_of("2021-01-01")
    )
    assert str(status.parameters.since) == "2019-11-05"
    assert status.parameters.license == "LicenseRef-X"
    assert not status.parameters.open


def test_variants_keep_their_own_licences() -> None:
    """Where sizes differ the strictest licence is the component's, and none replaces the other."""
    status = fold(
        model(
            publish("2024-01-01", variants=("7B",), license="Apache-2.0"),
            publish("2024-02-01", variants=("70B",), license="LicenseRef-X"),
        ),
        as_of("2024-03-01"),
    )
    assert [offer.license for offer in status.parameters.offers] == ["Apache-2.0", "LicenseRef-X"]
    assert status.parameters.license == "LicenseRef-X"
    assert not status.parameters.open


def test_an_event_for_all_replaces_those_of_variants() -> None:
    """A publication that covers everything supersedes the earlier offers."""
    status = fold(
        model(publish("2024-01-01", variants=("7B",)), publish("2024-02-01", license="Apache-2.0")),
        as_of("2024-03-01"),
    )
    assert [offer.license for offer in status.parameters.offers] == ["Apache-2.0"]


def test_withdrawn_is_not_published() -> None:
    """After a withdrawal the component cannot be had, and the day is kept."""
    status = fold(
        model(publish("2024-01-01"), event("2024-06-01", "withdraw", "parameters-final")), as_of("2024-07-01")
    )
    assert status.parameters.state is State.WITHDRAWN
    assert str(status.parameters.since) == "2024-06-01"


def test_on_request_is_not_published_to_anyone() -> None:
    """Access case by case doesn't count as being there for anyone."""
    status = fold(model(publish("2023-02-24", access=Access.REQUEST)), as_of("2023-03-01"))
    assert status.parameters.state is State.PUBLISHED
    assert not status.parameters.published


def test_findings_are_different_answers() -> None:
    """Described, absent, undisclosed and unsaid are kept apart; nothing found is not in our data."""
    findings = {
        Component.TRAINING_DATA: Finding.DESCRIBED,
        Component.TRAINING_CODE: Finding.ABSENT,
        Component.DATA_CARD: Finding.UNDISCLOSED,
        Component.RESEARCH_PAPER: Finding.UNSAID,
    }
    events = [event("2024-01-01", "statement", part, finding=said) for part, said in findings.items()]
    status = fold(model(*events), as_of("2024-02-01"))
    assert {part: status[part].state.value for part in findings} == {
        part: said.value for part, said in findings.items()
    }
    assert status[Component.ARCHITECTURE].state is State.NOT_RECORDED


def test_a_finding_does_not_undo_a_publication() -> None:
    """What can be downloaded stays so, whatever a later statement finds."""
    status = fold(
        model(
            publish("2024-01-01"),
            event("2024-02-01", "statement", "parameters-final", finding=Finding.UNSAID),
        ),
        as_of("2024-03-01"),
    )
    assert status.parameters.published


def test_a_document_can_carry_another_component() -> None:
    """A card that carries the data description publishes both, as judged in the event."""
    status = fold(
        model(publish("2024-01-01", "model-card", license="CC-BY-4.0", also=(Component.DATA_CARD,))),
        as_of("2024-02-01"),
    )
    assert status[Component.DATA_CARD].open
    assert status[Component.MODEL_CARD].open


def test_first_use_is_a_release_or_the_weights() -> None:
    """Models that were open from their first day have no release: the publication is first use."""
    assert fold(model(publish("2024-01-01")), as_of("2024-02-01")).released is not None
    later = fold(model(release("2023-11-03"), publish("2024-03-17")), as_of("2024-04-01"))
    assert later.released is not None
    assert str(later.released.date) == "2023-11-03"
