"""Claims: once, whoever comes first."""

from __future__ import annotations

import asyncio

from bot.state.claims import Claims
from bot.state.database import Engine, open_state


async def test_a_key_is_taken_once_until_it_is_over(engine: Engine) -> None:
    """A second claim fails while the first lasts, and succeeds after it."""
    claims = Claims(engine)
    assert await claims.take("event Ev1", now=100.0, seconds=60)
    assert not await claims.take("event Ev1", now=159.0, seconds=60)
    assert await claims.take("event Ev2", now=159.0, seconds=60)
    assert await claims.take("event Ev1", now=160.0, seconds=60)


async def test_of_two_replicas_one_wins(address: str) -> None:
    """Claims of one key at the same moment, over two connections, give it to one."""
    async with open_state(address) as one, open_state(address) as two:
        both = [Claims(one), Claims(two)] * 5
        taken = await asyncio.gather(*(each.take("event", now=1.0, seconds=60) for each in both))
    assert sum(taken) == 1


async def test_what_is_given_back_can_be_taken_again(engine: Engine) -> None:
    """A released key is free."""
    claims = Claims(engine)
    await claims.take("share", now=1.0, seconds=60)
    await claims.release("share")
    assert await claims.take("share", now=2.0, seconds=60)


async def test_forgets_what_is_over(engine: Engine) -> None:
    """Only claims that are over are dropped."""
    claims = Claims(engine)
    await claims.take("old", now=1.0, seconds=10)
    await claims.take("new", now=1.0, seconds=100)
    assert await claims.forget(now=50.0) == 1
    assert not await claims.take("new", now=50.0, seconds=10)
