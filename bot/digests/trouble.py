"""What follows where a digest could not be sent: another try, and when; or the end, and why. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.posting import Away, Busy, Refused, Uncertain
from bot.state.delivery import Claimed, Outcome, State
from bot.state.why import Why

REFUSALS = (timedelta(hours=1), timedelta(hours=6))  # a pause after each; the refusal after them suspends
PAUSE, LONGEST = timedelta(minutes=1), timedelta(hours=6)  # after other trouble: doubled each time, up to
ATTEMPTS = 20  # about three days
RETRY_AFTER = timedelta(days=1)  # no platform is obeyed for longer


def outcome(claimed: Claimed, error: Exception, state: State, now: datetime) -> Outcome:
    """What follows from the error, where the delivery is left in that state for another try."""
    match error:
        case Refused():
            return _refused(claimed, str(error), state, now)
        case Busy(retry_after=seconds):
            wait = min(timedelta(seconds=seconds), RETRY_AFTER)
            return Outcome(state, reason=Why.BUSY.saying(f"{seconds:.0f}"), free_at=now + wait, tried=False)
        case Uncertain():
            return _again(claimed, Why.UNCERTAIN, State.DOUBTFUL, now)
        case Away():
            return _again(claimed, Why.AWAY, state, now)
        case TimeoutError():
            return _again(claimed, Why.NO_ANSWER, state, now)
        case _:
            return _again(claimed, Why.UNEXPECTED.saying(type(error).__name__), state, now)


def cause(error: Exception) -> str:
    """The kind of trouble in one word."""
    match error:
        case Refused() | Busy() | Uncertain() | Away():
            return type(error).__name__.lower()
        case TimeoutError():
            return "away"
        case _:
            return "failed"


def _refused(claimed: Claimed, reason: str, state: State, now: datetime) -> Outcome:
    before = claimed.subscription.refusals
    if before >= len(REFUSALS):
        return Outcome(State.REFUSED, reason=reason, refused=True, suspends=True)
    return Outcome(state, reason=reason, free_at=now + REFUSALS[before], refused=True)


def _again(claimed: Claimed, reason: str, state: State, now: datetime) -> Outcome:
    attempts = claimed.delivery.attempts
    if attempts >= ATTEMPTS:
        return Outcome(State.GIVEN_UP, reason=reason)
    return Outcome(state, reason=reason, free_at=now + min(PAUSE * 2 ** (attempts - 1), LONGEST))
