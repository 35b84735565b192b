"""The journal of edits, the releases merged into it, proposals, and the cards by which they are reviewed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "s002"
down_revision = "s001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "release",
        sa.Column("version", sa.Text, primary_key=True),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("newest", sa.Text, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
    )
    head = op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(head, [{"id": 1, "sequence": 0}])
    op.create_table(
        "change",
        sa.Column("sequence", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("batch", sa.BigInteger, nullable=False, index=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("at", sa.Float, nullable=False, index=True),
        *_actor(),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("undoes", sa.BigInteger),
        sa.Column("proposal", sa.BigInteger),
    )
    op.create_index("change_record", "change", ["record", "kind", "sequence"])
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        *_actor(),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False, index=True),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("decided_at", sa.Float),
        *_actor("decided_", nullable=True),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sa.Column("batch", sa.BigInteger),
        sa.Column("told", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_index("proposal_status", "proposal", ["status", "id"])
    op.create_index("proposal_person", "proposal", ["platform", "workspace", "user", "at"])
    op.create_table(
        "card",
        sa.Column("proposal", sa.Integer, sa.ForeignKey("proposal.id"), primary_key=True),
        sa.Column("place", sa.Text, primary_key=True),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("shown", sa.Text, nullable=False),
    )


def _actor(prefix: str = "", nullable: bool = False) -> list[sa.Column[str]]:
    """Who did it: the platform, the workspace, the person's id there, and the name shown."""
    return [
        sa.Column(f"{prefix}{name}", sa.Text, nullable=nullable)
        for name in ("platform", "workspace", "user", "name")
    ]
