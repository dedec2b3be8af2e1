"""The audit trail names the fields that a change has changed.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added in place: building the table anew would lose its triggers.
    op.add_column("audit_entry", sa.Column("fields", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("audit_entry", "fields")
