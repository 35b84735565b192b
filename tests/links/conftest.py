"""A local web, and a checker that may visit it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from ipaddress import ip_address

import pytest
from yarl import URL

from bot.links.address import IPAddress
from bot.links.checker import Checker
from bot.links.lanes import Lanes
from bot.links.web import Web, open_web
from tests.fakes.web import HOME, FakeNames, FakeWeb

AGENT = "openness-bot/test (+https://openness.example)"
LANDMARK = URL("http://landmark.example/")


def only_home(ip: IPAddress) -> bool:
    """Allow the local server, and nothing else that is local."""
    return ip == ip_address(HOME)


@dataclass(slots=True)
class Clock:
    """Seconds that pass only where somebody sleeps."""

    now: float = 1_000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.slept.append(seconds)
        self.now += seconds


@dataclass(slots=True)
class Net:
    """The local server with its names, and what is used to visit it."""

    server: FakeWeb
    names: FakeNames
    web: Web
    clock: Clock
    lanes: Lanes

    def checker(self) -> Checker:
        """A checker for one round."""
        return Checker(self.web, self.lanes, LANDMARK)


@pytest.fixture
def patience() -> float:
    """The seconds that one request may take: many, for a busy machine is no slow page."""
    return 60.0


@pytest.fixture
async def net(patience: float) -> AsyncIterator[Net]:
    """A local web that may be visited; tests of slow pages have a ``patience`` of their own."""
    async with FakeWeb() as server:
        names = server.names
        async with open_web(AGENT, resolver=names, allowed=only_home, seconds=patience) as web:
            clock = Clock()
            yield Net(server, names, web, clock, Lanes(clock, clock.sleep))
