from __future__ import annotations

import pytest

from bot.commands.digest.switch import ResumeOwn
from bot.replies.digest.reasons import sentence, suspended
from bot.replies.words import words
from bot.state.why import Why, read
from tests.digests.making import subscription


@pytest.mark.parametrize("why", Why)
def test_every_reason_is_said_in_each_language(why: Why) -> None:
    """A reason is kept as a code with the platform's own words, and said with those that have a place."""
    kept = why.saying("channel_not_found: C1")
    assert read(kept) == (why, "channel_not_found: C1")
    said = {language: sentence(kept, words(language)) for language in ("en", "ja")}
    assert said["en"] != said["ja"]
    assert len({"channel_not_found: C1" in each for each in said.values()}) == 1


def test_what_is_no_code_is_said_as_it_stands() -> None:
    """A sentence where the code should be is shown rather than lost."""
    assert sentence("Gone: for good.", words("ja")) == "Gone: for good."


def test_an_admin_is_told_in_the_subscriptions_language() -> None:
    """What is suspended, why, and the button that ends it."""
    reply = suspended(subscription(language="ja"), Why.UNINVITED.saying("is_archived"))
    assert "招待してください" in reply.headline
    assert [each.command for each in reply.follow_ups] == [ResumeOwn(0)]
