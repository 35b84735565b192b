"""The limit per person."""

from __future__ import annotations

from bot.limits import Allowance, Limiter


async def test_past_the_limit_there_is_one_notice() -> None:
    """Two questions a minute: the third gets a notice, the fourth nothing; another person is answered."""
    limiter = Limiter(2)
    given = [await limiter.take("discord::ana") for _ in range(4)]
    assert given == [Allowance.ANSWER, Allowance.ANSWER, Allowance.NOTICE, Allowance.NOTHING]
    assert await limiter.take("discord::ben") is Allowance.ANSWER


async def test_zero_is_no_limit() -> None:
    """With 0 a minute everyone is always answered."""
    limiter = Limiter(0)
    assert {await limiter.take("discord::ana") for _ in range(100)} == {Allowance.ANSWER}


async def test_nobody_in_particular_has_no_limit() -> None:
    """The terminal's questions have no person: they are not counted."""
    limiter = Limiter(1)
    assert {await limiter.take("") for _ in range(5)} == {Allowance.ANSWER}
