"""The lead's answer to a proposal, and the task list it stands in.

Revision 0005, after 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("proposals") as table:
        table.add_column(sa.Column("answer", sa.String(length=32), nullable=True))
        table.add_column(sa.Column("comment", sa.Text(), nullable=True))
        table.add_column(sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("source_id", sa.String(length=32), nullable=True))
        table.create_foreign_key(
            op.f("fk_proposals_source_id_sources"), "sources", ["source_id"], ["id"], ondelete="SET NULL"
        )
        table.create_index(op.f("ix_proposals_source_id"), ["source_id"])
