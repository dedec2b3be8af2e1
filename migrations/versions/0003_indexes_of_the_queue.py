"""The queue is counted, and its first cases are found, without reading a case.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BEFORE = ["state", "submitted_at", "answer_by", "call_on", "claimed_by_id", "claimed_at"]
HAS_A_DAY = sa.text("call_on IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_application_queue", table_name="application")
    op.create_index("ix_application_queue", "application", [*BEFORE, "id"])
    op.create_index(
        "ix_application_call_on",
        "application",
        ["state", "call_on"],
        sqlite_where=HAS_A_DAY,
        postgresql_where=HAS_A_DAY,
    )


def downgrade() -> None:
    op.drop_index("ix_application_call_on", table_name="application")
    op.drop_index("ix_application_queue", table_name="application")
    op.create_index("ix_application_queue", "application", BEFORE)
