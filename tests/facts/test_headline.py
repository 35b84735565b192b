from __future__ import annotations

from datetime import date

from bot.facts.definitions import judge
from bot.facts.headline import Headline, headline
from bot.facts.model import Access, Component, Event, EventKind
from tests.facts.definitions.timelines import event, publish, ruling, status
from tests.facts.making import TODAY

PARAMETERS = publish(Component.PARAMETERS_FINAL)
OSI = ruling("osaid", "meets", "Open Source Initiative")
OFFERED = event(EventKind.RELEASE, access=Access.API)
ANNOUNCED = event(EventKind.ANNOUNCE, on="2024-02-01")


def line(*events: Event, promises_open: bool = False, day: date = TODAY) -> Headline:
    found = status(*events, day=day)
    return headline(found, judge(found, {}), promises_open)


def test_open_source() -> None:
    """A model is called open source where it meets OSI's definition and its parameters are open."""
    assert line(PARAMETERS, OSI) is Headline.OPEN_SOURCE
    assert line(OFFERED, OSI) is not Headline.OPEN_SOURCE


def test_open_weights() -> None:
    """Open weights under an open licence and under a restricted one are different lines."""
    assert line(PARAMETERS) is Headline.OPEN_WEIGHTS_OPEN_LICENSE
    restricted = publish(Component.PARAMETERS_FINAL, "LicenseRef-X", access=Access.GATED)
    assert line(restricted) is Headline.OPEN_WEIGHTS_RESTRICTED_LICENSE


def test_published_weighs_more_than_promised() -> None:
    """A promise, or an end of the service, changes nothing about weights that are out."""
    assert line(PARAMETERS, promises_open=True) is Headline.OPEN_WEIGHTS_OPEN_LICENSE
    assert line(PARAMETERS, event(EventKind.RETIRE)) is Headline.OPEN_WEIGHTS_OPEN_LICENSE


def test_withdrawn() -> None:
    """Parameters that were taken back make the model withdrawn."""
    withdrawal = event(EventKind.WITHDRAW, component=Component.PARAMETERS_FINAL, on="2025-01-01")
    assert line(PARAMETERS, withdrawal) is Headline.WITHDRAWN


def test_announced_or_promised() -> None:
    """Announced and never offered, or offered with a live promise of the parameters."""
    assert line(ANNOUNCED) is Headline.ANNOUNCED
    assert line(ANNOUNCED, OFFERED) is Headline.CLOSED
    assert line(ANNOUNCED, OFFERED, promises_open=True) is Headline.ANNOUNCED


def test_closed() -> None:
    """A product or an API without a word on the parameters is closed; so are parameters on request."""
    assert line(OFFERED) is Headline.CLOSED
    assert line(publish(Component.PARAMETERS_FINAL, access=Access.REQUEST)) is Headline.CLOSED


def test_not_in_our_data() -> None:
    """Before its first event a model isn't in our data; a paper alone doesn't make it closed."""
    assert line(PARAMETERS, day=date(2024, 3, 16)) is Headline.NOT_IN_OUR_DATA
    assert line(publish(Component.RESEARCH_PAPER)) is Headline.NOT_IN_OUR_DATA


def test_a_day_inside_the_month_of_publication() -> None:
    """Where the weights may or may not have been out, the model isn't called closed."""
    out = publish(Component.PARAMETERS_FINAL, on="2024-05")
    assert line(OFFERED, out, day=date(2024, 5, 15)) is Headline.NOT_IN_OUR_DATA
    assert line(OFFERED, out, day=date(2024, 4, 30)) is Headline.CLOSED
