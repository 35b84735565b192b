from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO

from rich.console import Console

from bot.platforms.terminal.posts import Printer
from bot.replies.reply import Reply
from bot.state.why import Why
from tests.digests.making import subscription


async def test_a_digest_is_printed_and_never_found_again() -> None:
    """Its id is its nonce; what suspends it is printed, too."""
    out = StringIO()
    printer = Printer(Console(file=out, width=80))
    await printer.prepare("")
    assert await printer.post(subscription(), Reply("Openness digest", "2 opened."), "n1") == "n1"
    assert await printer.find(subscription(), "n1", datetime(2026, 11, 23, tzinfo=UTC)) is None
    await printer.tell_admin(subscription(), Why.AWAY)
    assert " ".join(out.getvalue().split()) == (
        "Openness digest 2 opened. "
        "Digest #0 is suspended. The platform cannot be reached. Resume: /digest resume-own 0"
    )
