"""Where workspaces that installed the app are kept: slack_sdk's own store, with every token encrypted."""

from __future__ import annotations

from typing import Any

from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.sqlalchemy import (
    AsyncSQLAlchemyInstallationStore,
    SQLAlchemyInstallationStore,
)
from slack_sdk.oauth.sqlalchemy_utils import normalize_datetime_for_db

from bot.state import encrypted
from bot.state.cipher import Cipher
from bot.state.database import Engine

_BOT = ("bot_token", "bot_refresh_token")
_ALL = (*_BOT, "user_token", "user_refresh_token", "incoming_webhook_url")


class Installations(AsyncSQLAlchemyInstallationStore):
    """The installations of one app, of each workspace the last.

    Reading raises :class:`bot.state.errors.StateError` where no key fits what is stored.
    """

    def __init__(self, client_id: str, engine: Engine, cipher: Cipher) -> None:
        super().__init__(client_id=client_id, engine=engine)
        self._cipher = cipher
        encrypted.encrypt(self.bots, _BOT, cipher)
        encrypted.encrypt(self.installations, _ALL, cipher)

    async def async_save(self, installation: Installation) -> None:
        """Keep the installation instead of earlier ones of its workspace."""
        await super().async_save(installation)
        at: Any = normalize_datetime_for_db(installation.to_dict()["installed_at"])
        for table in (self.bots, self.installations):
            c = table.c
            same = (c.client_id == self.client_id) & (c.team_id == installation.team_id)
            same &= (c.enterprise_id == installation.enterprise_id) & (c.installed_at < at)
            async with self.engine.begin() as connection:
                await connection.execute(table.delete().where(same))

    async def renew(self) -> int:
        """Bring all tokens under the newest key; how many were under an older one."""
        tables = {self.bots.name: _BOT, self.installations.name: _ALL}
        return await encrypted.renew(self.engine, self._cipher, tables)

    async def every_bot(self) -> list[Bot]:
        """The bots of all workspaces, in the order of their names."""
        table = self.bots
        query = table.select().where(table.c.client_id == self.client_id).order_by(table.c.team_name)
        async with self.engine.connect() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return [SQLAlchemyInstallationStore.build_bot_entity(row) for row in rows]
