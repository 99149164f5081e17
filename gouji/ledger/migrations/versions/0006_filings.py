"""What each tracker holds of each ticket."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filings have their table."""
    op.create_table(
        "filings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("tracker", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=True),
        sa.Column("intent", sa.String(length=16), nullable=True),
        sa.Column("seen", sa.String(), nullable=True),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_filings_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filings")),
        sa.UniqueConstraint("ticket_id", "tracker", name=op.f("uq_filings_ticket_id_tracker")),
    )
    op.add_column("outbox", sa.Column("tracker", sa.String(), nullable=True))
    op.add_column("outbox", sa.Column("ticket_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Filings are gone."""
    op.drop_column("outbox", "ticket_id")
    op.drop_column("outbox", "tracker")
    op.drop_table("filings")
