"""Columns that are encrypted on the way in and readable on the way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect, Table, Text, TypeDecorator, text

from bot.state.cipher import Cipher
from bot.state.database import Engine


class Encrypted(TypeDecorator[str]):
    """Text under the cipher's newest key. Reading raises :class:`bot.state.errors.StateError`."""

    impl = Text
    cache_ok = True

    def __init__(self, cipher: Cipher) -> None:
        super().__init__()
        self.cipher = cipher

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is written."""
        return None if value is None else self.cipher.encrypt(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """What is read."""
        return None if value is None else self.cipher.decrypt(value)


def encrypt(table: Table, columns: Sequence[str], cipher: Cipher) -> None:
    """Let these columns of another's table be encrypted."""
    for name in columns:
        table.c[name].type = Encrypted(cipher)


async def renew(engine: Engine, cipher: Cipher, tables: Mapping[str, Sequence[str]]) -> int:
    """Write what is under an older key under the newest; how many values that were.

    A value that somebody changes meanwhile stays theirs. Raises :class:`bot.state.errors.StateError`.
    """
    renewed = 0
    for table, columns in tables.items():
        async with engine.begin() as connection:
            rows = await connection.execute(text(f"SELECT id, {', '.join(columns)} FROM {table}"))
            for id, *values in rows.all():
                for column, old in zip(columns, values, strict=True):
                    new = cipher.renewed(old) if old is not None else None
                    if new is not None:
                        change = text(
                            f"UPDATE {table} SET {column} = :new WHERE id = :id AND {column} = :old"
                        )
                        await connection.execute(change, {"new": new, "id": id, "old": old})
                        renewed += 1
    return renewed
