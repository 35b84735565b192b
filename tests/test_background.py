"""What goes on beside answering, as the running bot does it: a digest from the tick to the post."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import app
from bot.background import working
from bot.core import Bot
from bot.health import Health
from bot.replies.reply import Reply
from bot.settings import Settings, StateSettings, StoreSettings
from bot.state.subscription import Cadence, Subscription, WhenEmpty
from bot.state.subscriptions import Subscriptions
from bot.store import database
from tests.facts import small


class Platform:
    """Takes what is posted."""

    def __init__(self) -> None:
        self.posts: dict[str, Reply] = {}

    async def prepare(self, workspace: str) -> None:
        """Nothing to renew."""

    async def post(self, subscription: Subscription, digest: Reply, nonce: str) -> str:
        """Keep it by its nonce."""
        assert nonce not in self.posts
        self.posts[nonce] = digest
        return nonce

    async def find(self, subscription: Subscription, nonce: str, since: datetime) -> str | None:
        """What was posted."""
        return nonce if nonce in self.posts else None

    async def tell_admin(self, subscription: Subscription, reason: str) -> None:
        """Nobody has to be told."""
        raise AssertionError(reason)


async def test_a_digest_that_is_due_is_posted_once(tmp_path: Path) -> None:
    """Kept for later while the platform isn't connected; posted once it is; the readiness says ready."""
    database.build(tmp_path / "shipped.db", small.PACK)
    settings = Settings(
        store=StoreSettings(shipped=tmp_path / "shipped.db", path=tmp_path / "facts.db"),
        state=StateSettings.model_validate({"url": f"sqlite+aiosqlite:///{tmp_path / 'state.db'}"}),
    )
    platform, health = Platform(), Health()
    now = datetime.now(UTC)
    async with app.open_bot(settings) as bot:
        assert bot.desk is not None
        await Subscriptions(bot.desk.engine).add(_due(now))
        async with working(bot, bot.desk, settings, ["discord"], health):
            await asyncio.sleep(0.2)
            assert not platform.posts
            await _connect(bot, platform)
            async with asyncio.timeout(20):
                while not platform.posts:  # noqa: ASYNC110 - what is looked at is a value, not an event
                    await asyncio.sleep(0.05)
    (digest,) = platform.posts.values()
    assert digest.title.startswith("オープン性ダイジェスト")
    assert digest.language == "ja"


async def _connect(bot: Bot, platform: Platform) -> None:
    bot.doors["discord"].behind = platform


def _due(now: datetime) -> Subscription:
    """A daily digest whose minute has come a while ago, so that its jitter is over."""
    due = (now - timedelta(minutes=3)).replace(second=0, microsecond=0)
    return Subscription(
        platform="discord",
        workspace="1",
        channel="2",
        cadence=Cadence.DAILY,
        hour=due.hour,
        minute=due.minute,
        language="ja",
        when_empty=WhenEmpty.SAY_SO,
        created_by="3",
        created_at=now - timedelta(days=2),
        next_due=due,
    )
