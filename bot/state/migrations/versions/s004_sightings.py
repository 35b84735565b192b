"""What was last seen of cited pages and of watched repositories."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "s004"
down_revision = "s003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "sighting",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("checked", sa.Date, nullable=False),
        sa.Column("gone_since", sa.Date),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("kept", sa.Text, nullable=False),
    )
